namespace Attune.Vault.Tests;

/// <summary>
/// A copy of the folder that went its own way holds rows with the same practice, case, number and key. Slipped in here they open; only the chain
/// tells that they were never written here.
/// </summary>
public sealed class ForkTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Read_RowOfAForkSlippedIn_IsDamaged(int number)
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, key) = await test.CaseAsync("one");
        string fork = TestRecord.NewFolder();
        await test.ReopenAsync(() => File.Copy(test.File, Path.Combine(fork, "attune.db")));
        await AppendUpToAsync(test.Record, caseId, key, number, "here");
        await using (var forked = PracticeRecord.Open(fork, test.Time))
        {
            await forked.UnsealAsync(TestRecord.Passphrase, TestRecord.Cancel);
            await AppendUpToAsync(forked, caseId, key, number, "there");
        }

        // The row before the last, whose follower knows its hash; and the last, which only the head knows.
        test.ExecuteRaw($"attach '{fork}/attune.db' as fork; "
            + $"update log_row set (nonce, ciphertext) = (select nonce, ciphertext from fork.log_row f where f.case_id = $case and f.number = 2) where case_id = $case and number = 2",
            ("$case", caseId.ToByteArray(bigEndian: true)));

        Assert.Equal(VaultFaultKind.Damaged, Assert.Throws<VaultException>(() => test.Record.Logs.Read(caseId)).Kind);
        Directory.Delete(fork, recursive: true);
    }

    /// <summary>The same for rows that nobody here can open: the chain over ciphertext needs no key.</summary>
    [Fact]
    public async Task Read_RowOfAForkUnderAnErasedKey_IsDamaged()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, key) = await test.CaseAsync("one", "two", "three");
        await test.Record.Keys.DestroyAsync(key, TestRecord.Cancel);

        test.ExecuteRaw("update log_row set ciphertext = randomblob(length(ciphertext)) where number = 2");

        Assert.Equal(VaultFaultKind.Damaged, Assert.Throws<VaultException>(() => test.Record.Logs.Read(caseId)).Kind);
    }

    private static async Task AppendUpToAsync(PracticeRecord record, Guid caseId, Guid key, int last, string where)
    {
        for (int number = 2; number <= last; number++)
            await record.Logs.AppendAsync(caseId, number - 1, [new LogEntry(key, TestRecord.Utf8($"{where} {number}"))], TestRecord.Cancel);
    }
}
