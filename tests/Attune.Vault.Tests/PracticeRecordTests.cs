namespace Attune.Vault.Tests;

public sealed class PracticeRecordTests
{
    [Fact]
    public async Task Create_EverythingWrittenAndReopened_ReadsBackEqual()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, key) = await test.CaseAsync("first", "", new string('x', 5_000));
        var recording = Guid.NewGuid();
        Assert.Equal(new AppendOutcome.Appended(1), await test.Record.Recordings.AppendAsync(recording, key, 1, TestRecord.Utf8("beats"), TestRecord.Cancel));
        await test.Record.Audit.NoteAsync(caseId, TestRecord.Utf8("looked"), TestRecord.Cancel);
        await test.Record.Audit.NoteAsync(null, TestRecord.Utf8("signed in"), TestRecord.Cancel);
        await test.Record.Drawer.WriteAsync("language", TestRecord.Utf8("nl"), TestRecord.Cancel);
        string token = await test.Record.Links.IssueAsync(TestRecord.Utf8("check-in"), TestRecord.Start.AddHours(1), TestRecord.Cancel);

        var record = await test.ReopenAsync();

        Assert.Equal(["first", "", new string('x', 5_000)], test.Texts(caseId));
        Assert.Equal([caseId], record.Logs.Cases());
        Assert.Equal(["beats"], record.Recordings.Read(recording).Select(TestRecord.Text));
        Assert.Equal("looked", TestRecord.Text(Assert.Single(record.Audit.Read(caseId)).Payload));
        Assert.Equal(TestRecord.Start, Assert.Single(record.Audit.Read(null)).At);
        Assert.Equal("nl", TestRecord.Text(record.Drawer.Read("language")!.Value));
        Assert.Null(record.Drawer.Read("colour"));
        Assert.Equal("check-in", TestRecord.Text(record.Links.Find(token, TestRecord.Start)!.Value));
    }

    [Fact]
    public async Task Open_Sealed_ShowsNothing()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, key) = await test.CaseAsync("first");
        test.Record.Seal();

        foreach (Action look in (Action[])[
            () => test.Record.Logs.Read(caseId), () => test.Record.Logs.Cases(), () => test.Record.Keys.Of(caseId), () => test.Record.Drawer.Read("name"),
            () => test.Record.Audit.Read(null), () => test.Record.Recordings.Read(caseId), () => test.Record.Links.Find("token", TestRecord.Start)])
            Assert.Equal(VaultFaultKind.Sealed, Assert.Throws<VaultException>(look).Kind);
        var fault = await Assert.ThrowsAsync<VaultException>(() => test.AppendAsync(caseId, key, 1, "second"));
        Assert.Equal(VaultFaultKind.Sealed, fault.Kind);
    }

    [Fact]
    public async Task Unseal_WrongThenRight_OpensOnlyWithTheRight()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, _) = await test.CaseAsync("first");
        var whileUnsealed = test.Record.WhileUnsealed;
        Assert.Equal(1, test.Record.Opening);
        Assert.False(whileUnsealed.IsCancellationRequested);

        test.Record.Seal();
        Assert.True(whileUnsealed.IsCancellationRequested);
        Assert.True(test.Record.WhileUnsealed.IsCancellationRequested);

        Assert.Equal(UnsealOutcome.WrongSecret, await test.Record.UnsealAsync("wrong", TestRecord.Cancel));
        Assert.True(test.Record.IsSealed);
        Assert.True(await test.Record.IsPassphraseAsync(TestRecord.Passphrase, TestRecord.Cancel));
        Assert.True(test.Record.IsSealed);
        Assert.Equal(UnsealOutcome.Opened, await test.Record.UnsealAsync(TestRecord.Passphrase, TestRecord.Cancel));
        Assert.Equal(2, test.Record.Opening);
        Assert.False(test.Record.WhileUnsealed.IsCancellationRequested);
        Assert.Equal(["first"], test.Texts(caseId));
    }

    [Fact]
    public async Task UnsealWithRecoveryCode_TypedCarelessly_Opens()
    {
        await using var test = await TestRecord.CreateAsync();
        test.Record.Seal();

        string typed = " " + test.RecoveryCode.Replace("-", " ", StringComparison.Ordinal).Replace('0', 'o').Replace('1', 'l').ToLowerInvariant();

        Assert.Equal(UnsealOutcome.WrongSecret, await test.Record.UnsealWithRecoveryCodeAsync("nonsense", TestRecord.Cancel));
        Assert.Equal(UnsealOutcome.Opened, await test.Record.UnsealWithRecoveryCodeAsync(typed, TestRecord.Cancel));
        Assert.Equal(1 + 1, test.Record.Opening);
    }

    [Fact]
    public async Task Create_RecordThere_LeavesItAndSaysSo()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, _) = await test.CaseAsync("first");

        var fault = await Assert.ThrowsAsync<VaultException>(() =>
            PracticeRecord.CreateAsync(test.Folder, "another", test.Time, TestRecord.Cheap, TestRecord.Cancel));

        Assert.Equal(VaultFaultKind.AlreadyThere, fault.Kind);
        await test.ReopenAsync();
        Assert.Equal(["first"], test.Texts(caseId));
    }

    [Fact]
    public async Task Create_FolderWithOtherFiles_LeavesThem()
    {
        string folder = TestRecord.NewFolder();
        string other = Path.Combine(folder, "notes.txt");
        await File.WriteAllTextAsync(other, "mine", TestRecord.Cancel);
        Assert.False(PracticeRecord.Exists(folder));

        var made = await PracticeRecord.CreateAsync(folder, "passphrase", TimeProvider.System, TestRecord.Cheap, TestRecord.Cancel);
        await made.Record.DisposeAsync();

        Assert.True(PracticeRecord.Exists(folder));
        Assert.Equal("mine", await File.ReadAllTextAsync(other, TestRecord.Cancel));
        Assert.Equal(["attune.db", "notes.txt"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Create_DefaultOptions_StoresTheProductionDerivation()
    {
        string folder = Path.Combine(TestRecord.NewFolder(), "new", "inner");
        var made = await PracticeRecord.CreateAsync(folder, "passphrase", TimeProvider.System, TestRecord.Cancel);
        await made.Record.DisposeAsync();

        Assert.Equal(128L * 1024 * 10 + 3, RawFile.Scalar(Path.Combine(folder, "attune.db"), "select memory_kib * 10 + iterations from key_wrap where kind = 1"));
        Directory.Delete(Path.Combine(folder, "..", ".."), recursive: true);
    }

    /// <summary>The file is looked at through a URI, where these letters mean something.</summary>
    [Fact]
    public async Task Open_FolderWithOddName_Works()
    {
        string folder = Path.Combine(TestRecord.NewFolder(), "a#b?c%41 d;e=\u00e9'f");
        var made = await PracticeRecord.CreateAsync(folder, "passphrase", TimeProvider.System, TestRecord.Cheap, TestRecord.Cancel);
        await made.Record.DisposeAsync();

        Assert.True(PracticeRecord.Exists(folder));
        await using (var record = PracticeRecord.Open(folder, TimeProvider.System))
            Assert.Equal(UnsealOutcome.Opened, await record.UnsealAsync("passphrase", TestRecord.Cancel));
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Fact]
    public void Open_EmptyFolder_IsMissing()
    {
        string folder = TestRecord.NewFolder();
        Assert.Equal(VaultFaultKind.Missing, Assert.Throws<VaultException>(() => PracticeRecord.Open(folder, TimeProvider.System)).Kind);
        Directory.Delete(folder);
    }
}
