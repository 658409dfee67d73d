namespace Attune.Vault.Tests;

public sealed class VerificationTests
{
    [Fact]
    public async Task Verify_WholeRecord_FindsNothing()
    {
        await using var test = await TestRecord.CreateAsync();
        Assert.Empty(test.Record.Verify());
        await FillAsync(test);

        await test.ReopenAsync();

        Assert.Empty(test.Record.Verify());
    }

    /// <summary>What is left proves true by itself; only the sum of all heads knows that there was more.</summary>
    [Theory]
    [InlineData("delete from log_row where case_id = $case; delete from head where kind = 1 and chain_id = $case")]
    [InlineData("delete from audit_row; delete from head where kind = 3")]
    [InlineData("delete from box where shelf = 3")]
    public async Task Verify_ChainTakenOutWhole_IsFound(string sql)
    {
        await using var test = await TestRecord.CreateAsync();
        var caseId = await FillAsync(test);

        test.ExecuteRaw(sql, ("$case", caseId.ToByteArray(bigEndian: true)));

        Assert.Contains("taken out whole", Assert.Single(test.Record.Verify()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_CasePutBackToItsOlderState_IsFound()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, key) = await test.CaseAsync("one");
        (string, object) ofCase = ("$case", caseId.ToByteArray(bigEndian: true));
        test.ExecuteRaw("create table old as select * from head where chain_id = $case", ofCase);
        await test.AppendAsync(caseId, key, 1, "two");

        test.ExecuteRaw("delete from log_row where case_id = $case and number = 2; replace into head select * from old", ofCase);

        Assert.Equal(["one"], test.Texts(caseId));
        Assert.Single(test.Record.Verify());
    }

    [Fact]
    public async Task Verify_OneCaseDamaged_NamesItAndLeavesTheOthers()
    {
        await using var test = await TestRecord.CreateAsync();
        var caseId = await FillAsync(test);
        var (other, _) = await test.CaseAsync("other");

        test.ExecuteRaw("update log_row set nonce = zeroblob(12) where case_id = $case", ("$case", caseId.ToByteArray(bigEndian: true)));

        Assert.Contains(caseId.ToString(), Assert.Single(test.Record.Verify()), StringComparison.Ordinal);
        Assert.Equal(["other"], test.Texts(other));
    }

    private static async Task<Guid> FillAsync(TestRecord test)
    {
        var (caseId, key) = await test.CaseAsync("one", "two");
        await test.CaseAsync("another");
        await test.Record.Recordings.AppendAsync(Guid.NewGuid(), key, 1, TestRecord.Utf8("beats"), TestRecord.Cancel);
        await test.Record.Audit.NoteAsync(null, TestRecord.Utf8("noted"), TestRecord.Cancel);
        return caseId;
    }
}
