namespace Attune.Vault.Tests;

public sealed class SubjectKeysTests
{
    private const string Secret = "the therapist's own";

    [Fact]
    public async Task Destroy_OneOfTwoSubjects_ErasesOnlyTheirsForGood()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, a) = await test.CaseAsync("of A");
        var b = await test.Record.Keys.CreateAsync(caseId, "B", cancel: TestRecord.Cancel);
        await test.AppendAsync(caseId, b, 1, "of B");

        await test.Record.Keys.DestroyAsync(a, TestRecord.Cancel);
        await test.Record.Keys.DestroyAsync(a, TestRecord.Cancel);

        for (int look = 0; look < 2; look++)
        {
            var rows = test.Record.Logs.Read(caseId);
            Assert.Equal(new LogRow.Erased(1, a), rows[0]);
            Assert.Equal("of B", TestRecord.Text(rows[1]));
            Assert.Equal(
                [new SubjectKey(a, caseId, null, null, true), new SubjectKey(b, caseId, "B", null, false)],
                test.Record.Keys.Of(caseId).OrderBy(key => key.Label, StringComparer.Ordinal));
            await test.ReopenAsync();
        }
        var fault = await Assert.ThrowsAsync<VaultException>(() => test.AppendAsync(caseId, a, 2, "too late"));
        Assert.Equal(VaultFaultKind.UnknownKey, fault.Kind);
        Assert.Equal(new AppendOutcome.Appended(3), await test.AppendAsync(caseId, b, 2, "goes on"));
    }

    [Fact]
    public async Task Destroy_ByAnotherProcess_HoldsHereAtOnce()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, key) = await test.CaseAsync("one");
        await using var other = PracticeRecord.Open(test.Folder, test.Time);
        await other.UnsealAsync(TestRecord.Passphrase, TestRecord.Cancel);

        await other.Keys.DestroyAsync(key, TestRecord.Cancel);

        Assert.IsType<LogRow.Erased>(Assert.Single(test.Record.Logs.Read(caseId)));
        await Assert.ThrowsAsync<VaultException>(() => test.AppendAsync(caseId, key, 1, "two"));
    }

    [Fact]
    public async Task Compartment_ClosedOpenedSealed_ShowsOnlyWhileOpen()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, _) = await test.CaseAsync("of A");
        var compartment = await test.Record.Keys.CreateCompartmentAsync(Secret, test.RecoveryCode, TestRecord.Cancel);
        var key = await test.Record.Keys.CreateAsync(caseId, "therapist-secret", compartment, TestRecord.Cancel);
        await test.AppendAsync(caseId, key, 1, "my own");
        Assert.True(test.Record.Keys.IsOpen(compartment));

        var record = await test.ReopenAsync();

        Assert.False(record.Keys.IsOpen(compartment));
        Assert.Equal(new LogRow.Locked(2, key), record.Logs.Read(caseId)[1]);
        Assert.Contains(new SubjectKey(key, caseId, null, compartment, false), record.Keys.Of(caseId));
        Assert.Equal(VaultFaultKind.Sealed, (await Assert.ThrowsAsync<VaultException>(() => test.AppendAsync(caseId, key, 2, "x"))).Kind);
        Assert.Equal(
            VaultFaultKind.Sealed,
            (await Assert.ThrowsAsync<VaultException>(() => record.Keys.CreateAsync(caseId, "x", compartment, TestRecord.Cancel))).Kind);

        Assert.Equal(UnsealOutcome.WrongSecret, await record.Keys.OpenCompartmentAsync(compartment, TestRecord.Passphrase, TestRecord.Cancel));
        Assert.Equal(UnsealOutcome.Opened, await record.Keys.OpenCompartmentAsync(compartment, Secret, TestRecord.Cancel));
        Assert.Equal("my own", TestRecord.Text(record.Logs.Read(caseId)[1]));
        Assert.Contains(new SubjectKey(key, caseId, "therapist-secret", compartment, false), record.Keys.Of(caseId));

        record.Seal();
        await record.UnsealAsync(TestRecord.Passphrase, TestRecord.Cancel);
        Assert.False(record.Keys.IsOpen(compartment));
        Assert.IsType<LogRow.Locked>(record.Logs.Read(caseId)[1]);
        Assert.Equal(UnsealOutcome.Opened, await record.Keys.OpenCompartmentWithRecoveryCodeAsync(compartment, test.RecoveryCode, TestRecord.Cancel));
        Assert.Equal("my own", TestRecord.Text(record.Logs.Read(caseId)[1]));
    }

    [Fact]
    public async Task Destroy_KeyOfClosedCompartment_ReadsErased()
    {
        await using var test = await TestRecord.CreateAsync();
        var compartment = await test.Record.Keys.CreateCompartmentAsync(Secret, test.RecoveryCode, TestRecord.Cancel);
        var caseId = Guid.NewGuid();
        var key = await test.Record.Keys.CreateAsync(caseId, "T", compartment, TestRecord.Cancel);
        await test.AppendAsync(caseId, key, 0, "my own");
        var record = await test.ReopenAsync();

        await record.Keys.DestroyAsync(key, TestRecord.Cancel);

        await record.Keys.OpenCompartmentAsync(compartment, Secret, TestRecord.Cancel);
        Assert.IsType<LogRow.Erased>(Assert.Single(record.Logs.Read(caseId)));
    }

    [Fact]
    public async Task CreateCompartment_AnotherCode_IsRefused()
    {
        await using var test = await TestRecord.CreateAsync();
        string another = RecoveryCode.New();

        Assert.False(await test.Record.IsRecoveryCodeAsync(another, TestRecord.Cancel));
        Assert.True(await test.Record.IsRecoveryCodeAsync(test.RecoveryCode, TestRecord.Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => test.Record.Keys.CreateCompartmentAsync(Secret, another, TestRecord.Cancel));
    }

    [Fact]
    public async Task OpenCompartment_NotThere_IsUnknown()
    {
        await using var test = await TestRecord.CreateAsync();

        foreach (var id in (Guid[])[Guid.NewGuid(), test.Record.PracticeId])
        {
            var fault = await Assert.ThrowsAsync<VaultException>(() => test.Record.Keys.OpenCompartmentAsync(id, TestRecord.Passphrase, TestRecord.Cancel));
            Assert.Equal(VaultFaultKind.UnknownKey, fault.Kind);
        }
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public async Task Create_LongLabel_FitsUpToItsLimit(int length, bool fits)
    {
        await using var test = await TestRecord.CreateAsync();
        var caseId = Guid.NewGuid();
        string label = new('é', length / 2);
        if (length % 2 == 1) label += "e";

        if (!fits) await Assert.ThrowsAsync<ArgumentException>(() => test.Record.Keys.CreateAsync(caseId, label, cancel: TestRecord.Cancel));
        else await test.Record.Keys.CreateAsync(caseId, label, cancel: TestRecord.Cancel);
        Assert.Equal(fits ? [label] : [], test.Record.Keys.Of(caseId).Select(key => key.Label));
    }

    [Fact]
    public async Task Create_AnyLabel_TakesTheSameRoom()
    {
        await using var test = await TestRecord.CreateAsync();
        await test.Record.Keys.CreateAsync(Guid.NewGuid(), "A", cancel: TestRecord.Cancel);
        await test.Record.Keys.CreateAsync(Guid.NewGuid(), "therapist-secret", cancel: TestRecord.Cancel);

        Assert.Equal(1L, RawFile.Scalar(test.File, "select count(distinct length(ciphertext)) from subject_key"));
    }
}
