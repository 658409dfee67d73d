namespace Attune.Vault.Tests;

/// <summary>What was changed behind the record's back is told, never shown and never written over.</summary>
public sealed class DamageTests
{
    private const string OfCase = "where case_id = $case";

    public static TheoryData<string, string> Tamperings => new()
    {
        { "a nonce", $"update log_row set nonce = zeroblob(12) {OfCase} and number = 2" },
        { "a nonce cut short", $"update log_row set nonce = zeroblob(3) {OfCase} and number = 2" },
        { "a ciphertext", $"update log_row set ciphertext = randomblob(length(ciphertext)) {OfCase} and number = 2" },
        { "a truncated payload", $"update log_row set ciphertext = substr(ciphertext, 1, length(ciphertext) - 1) {OfCase} and number = 3" },
        { "an emptied payload", $"update log_row set ciphertext = x'' {OfCase} and number = 3" },
        { "a key id", $"update log_row set key_id = randomblob(16) {OfCase} and number = 1" },
        { "a key id cut short", $"update log_row set key_id = randomblob(15) {OfCase} and number = 1" },
        { "swapped rows", $"update log_row set number = case number when 1 then -2 when 2 then -1 end {OfCase} and number < 3; update log_row set number = -number where number < 0" },
        { "a row of another case", "update log_row set (key_id, nonce, ciphertext) = (select key_id, nonce, ciphertext from log_row o where o.case_id <> $case and o.number = 2) "
            + $"{OfCase} and number = 2" },
        { "a row repeated", $"insert into log_row select case_id, 4, key_id, nonce, ciphertext from log_row {OfCase} and number = 3" },
        { "the last row cut", $"delete from log_row {OfCase} and number = 3" },
        { "the first row cut", $"delete from log_row {OfCase} and number = 1" },
        { "every row cut", $"delete from log_row {OfCase}" },
        { "the head cut", "delete from head where chain_id = $case" },
        { "the head changed", "update head set ciphertext = randomblob(length(ciphertext)) where chain_id = $case" },
        { "the head of another case", "update head set (nonce, ciphertext) = (select nonce, ciphertext from head o where o.kind = 1 and o.chain_id <> $case) where chain_id = $case" },
        { "the keys cut", $"delete from subject_key {OfCase}" },
        { "a key changed", $"update subject_key set ciphertext = randomblob(length(ciphertext)) {OfCase}" },
        { "a key of another case", $"update subject_key set (nonce, ciphertext) = (select nonce, ciphertext from subject_key o where o.case_id <> $case) {OfCase}" },
        { "a key's holder", $"update subject_key set holder = randomblob(16) {OfCase}" },
        { "a forged erasure", $"update subject_key set erased = 1 {OfCase}" },
    };

    [Theory, MemberData(nameof(Tamperings))]
    public async Task Read_Tampered_IsDamagedAndNotWrittenTo(string what, string sql)
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, key) = await test.CaseAsync("one", "two", "three");
        var (other, _) = await test.CaseAsync("uno", "due", "tre");

        await test.ReopenAsync(() => test.ExecuteRaw(sql, ("$case", caseId.ToByteArray(bigEndian: true))));

        var fault = Assert.Throws<VaultException>(() => test.Record.Logs.Read(caseId));
        Assert.Equal(VaultFaultKind.Damaged, fault.Kind);
        Assert.Contains(test.File, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("two", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["uno", "due", "tre"], test.Texts(other));
        if (what.Contains("cut", StringComparison.Ordinal) && what is not ("the first row cut" or "a nonce cut short" or "a key id cut short"))
            await Assert.ThrowsAsync<VaultException>(() => test.AppendAsync(caseId, key, 3, "four"));
    }

    [Fact]
    public async Task Read_ErasureUndone_IsDamaged()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, key) = await test.CaseAsync("one");
        await test.Record.Keys.DestroyAsync(key, TestRecord.Cancel);

        test.ExecuteRaw("update subject_key set erased = 0");

        Assert.Equal(VaultFaultKind.Damaged, Assert.Throws<VaultException>(() => test.Record.Logs.Read(caseId)).Kind);
    }

    [Theory]
    [InlineData("delete from audit_row where number = 2")]
    [InlineData("delete from audit_row")]
    [InlineData("update audit_row set ciphertext = randomblob(length(ciphertext)) where number = 1")]
    [InlineData("delete from head where kind = 3")]
    public async Task ReadAudit_Tampered_IsDamaged(string sql)
    {
        await using var test = await TestRecord.CreateAsync();
        await test.Record.Audit.NoteAsync(null, TestRecord.Utf8("one"), TestRecord.Cancel);
        await test.Record.Audit.NoteAsync(null, TestRecord.Utf8("two"), TestRecord.Cancel);

        test.ExecuteRaw(sql);

        Assert.Equal(VaultFaultKind.Damaged, Assert.Throws<VaultException>(() => test.Record.Audit.Read(null)).Kind);
    }

    [Fact]
    public async Task ReadRecording_TailCut_IsDamaged()
    {
        await using var test = await TestRecord.CreateAsync();
        var (_, key) = await test.CaseAsync();
        var recording = Guid.NewGuid();
        await test.Record.Recordings.AppendAsync(recording, key, 1, TestRecord.Utf8("one"), TestRecord.Cancel);
        await test.Record.Recordings.AppendAsync(recording, key, 2, TestRecord.Utf8("two"), TestRecord.Cancel);

        test.ExecuteRaw("delete from recording_row where number = 2");

        Assert.Equal(VaultFaultKind.Damaged, Assert.Throws<VaultException>(() => test.Record.Recordings.Read(recording)).Kind);
    }

    [Theory]
    [InlineData("update key_wrap set memory_kib = 104857600")]
    [InlineData("update key_wrap set iterations = 0")]
    [InlineData("update key_wrap set ciphertext = randomblob(length(ciphertext))")]
    [InlineData("delete from key_wrap")]
    public async Task Unseal_WrappedRootTampered_IsDamagedNotWrongSecret(string sql)
    {
        await using var test = await TestRecord.CreateAsync();
        test.Record.Seal();
        test.ExecuteRaw(sql);

        var fault = await Assert.ThrowsAsync<VaultException>(() => test.Record.UnsealAsync(TestRecord.Passphrase, TestRecord.Cancel));

        Assert.Equal(VaultFaultKind.Damaged, fault.Kind);
        Assert.True(test.Record.IsSealed);
    }

    /// <summary>A forger can make the checksum right as well; the bounds must hold by themselves.</summary>
    [Theory]
    [InlineData(100 * 1024 * 1024, 3)]
    [InlineData(1, 1)]
    [InlineData(128 * 1024, 0)]
    [InlineData(128 * 1024, 11)]
    public void DerivationOf_OutsideTheBounds_IsDamaged(long memoryKiB, long iterations)
    {
        var practice = Guid.NewGuid();
        var wraps = new KeyWraps("here", practice);
        using var key = SecretBytes.Random();
        var forged = wraps.WithSecret(practice, key, "secret", TestRecord.Cheap.KeyDerivation) with { MemoryKiB = memoryKiB, Iterations = iterations };
        forged = forged with { Checksum = KeyWraps.Checksum(forged) };

        Assert.Equal(VaultFaultKind.Damaged, Assert.Throws<VaultException>(() => wraps.DerivationOf(forged)).Kind);
    }
}
