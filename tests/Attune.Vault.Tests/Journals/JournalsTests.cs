namespace Attune.Vault.Tests;

public sealed class JournalsTests
{
    private static readonly Guid Journal = Guid.Parse("0192f0aa-0000-7000-8000-000000000a01");

    [Fact]
    public async Task Append_PartsOfTwoPersons_ReadInOrderAlsoAfterReopening()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, a, b) = await TwoAsync(test);

        for (int number = 1; number <= 300; number++)
            Assert.Equal(new AppendOutcome.Appended(number), await test.Record.Journals.AppendAsync(Journal, number, [Entry(a, $"a{number}"), Entry(b, $"b{number}")], TestRecord.Cancel));
        var record = await test.ReopenAsync();

        var rows = record.Journals.Read(Journal);
        Assert.Equal(Enumerable.Range(1, 300).Select(number => (long)number), rows.Select(row => row.Number));
        Assert.All(rows, row => Assert.Equal([$"a{row.Number}", $"b{row.Number}"], row.Parts.Select(TestRecord.Text)));
        Assert.Equal([Journal], record.Journals.Open());
        Assert.Empty(record.Journals.Read(Guid.NewGuid()));
        Assert.Empty(record.Verify());
        Assert.DoesNotContain(caseId, record.Logs.Cases());
    }

    [Fact]
    public async Task Append_NumberTakenOrBeyondTheNext_WritesNothing()
    {
        await using var test = await TestRecord.CreateAsync();
        var (_, a, _) = await TwoAsync(test);
        var journals = test.Record.Journals;

        Assert.Equal(new AppendOutcome.NumberTaken(0), await journals.AppendAsync(Journal, 2, [Entry(a, "too early")], TestRecord.Cancel));
        Assert.Equal(new AppendOutcome.Appended(1), await journals.AppendAsync(Journal, 1, [Entry(a, "one")], TestRecord.Cancel));
        Assert.Equal(new AppendOutcome.NumberTaken(1), await journals.AppendAsync(Journal, 1, [Entry(a, "another")], TestRecord.Cancel));
        Assert.Equal(new AppendOutcome.NumberTaken(1), await journals.AppendAsync(Journal, 3, [Entry(a, "too early")], TestRecord.Cancel));

        Assert.Equal("one", TestRecord.Text(Assert.Single(Assert.Single(journals.Read(Journal)).Parts)));
    }

    [Fact]
    public async Task Close_ChunksAndEntries_AreThereAndTheJournalIsGone()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, a, b) = await TwoAsync(test);
        var record = test.Record;
        await record.Journals.AppendAsync(Journal, 1, [Entry(a, "beats")], TestRecord.Cancel);
        var recording = Guid.NewGuid();
        RecordingChunk[] chunks = [new(recording, b, TestRecord.Utf8("chunk"))];

        Assert.Equal(new AppendOutcome.NumberTaken(0), await record.Journals.CloseAsync(Journal, 1, caseId, 4, [Entry(a, "held")], chunks, TestRecord.Cancel));
        // A row that came after the journal was folded must not go with it.
        Assert.Equal(new AppendOutcome.NumberTaken(0), await record.Journals.CloseAsync(Journal, 0, caseId, 0, [Entry(a, "held")], chunks, TestRecord.Cancel));
        Assert.Single(record.Journals.Read(Journal));
        Assert.Empty(record.Recordings.Read(recording));
        Assert.DoesNotContain(caseId, record.Logs.Cases());

        Assert.Equal(new AppendOutcome.Appended(2), await record.Journals.CloseAsync(Journal, 1, caseId, 0, [Entry(a, "held"), Entry(b, "ended")], chunks, TestRecord.Cancel));
        Assert.Empty(record.Journals.Open());
        Assert.Equal(["held", "ended"], test.Texts(caseId));
        Assert.Equal("chunk", TestRecord.Text(record.Recordings.Read(recording)[0]));
        // Whoever did not hear of the end cannot go on behind it.
        Assert.Equal(new AppendOutcome.NumberTaken(0), await record.Journals.AppendAsync(Journal, 2, [Entry(a, "late")], TestRecord.Cancel));
        Assert.Empty(record.Verify());
    }

    [Fact]
    public async Task Read_KeyDestroyed_LosesItsPartAndKeepsTheOthers()
    {
        await using var test = await TestRecord.CreateAsync();
        var (_, a, b) = await TwoAsync(test);
        await test.Record.Journals.AppendAsync(Journal, 1, [Entry(a, "of A"), Entry(b, "of B")], TestRecord.Cancel);

        await test.Record.Keys.DestroyAsync(a, TestRecord.Cancel);

        var parts = Assert.Single(test.Record.Journals.Read(Journal)).Parts;
        Assert.Equal(new LogRow.Erased(1, a), parts[0]);
        Assert.Equal("of B", TestRecord.Text(parts[1]));
        Assert.Equal(VaultFaultKind.UnknownKey, (await Assert.ThrowsAsync<VaultException>(() => test.Record.Journals.AppendAsync(Journal, 2, [Entry(a, "more")], TestRecord.Cancel))).Kind);
    }

    [Fact]
    public async Task Sealed_NothingIsTakenOrShown_AndAfterUnsealingItGoesOn()
    {
        await using var test = await TestRecord.CreateAsync();
        var (_, a, _) = await TwoAsync(test);
        var record = test.Record;
        await record.Journals.AppendAsync(Journal, 1, [Entry(a, "before")], TestRecord.Cancel);
        var key = record.Journals.DeriveKey(Journal, Guid.Empty);

        record.Seal();
        Assert.Equal(VaultFaultKind.Sealed, (await Assert.ThrowsAsync<VaultException>(() => record.Journals.AppendAsync(Journal, 2, [Entry(a, "sealed")], TestRecord.Cancel))).Kind);
        Assert.Equal(VaultFaultKind.Sealed, Assert.Throws<VaultException>(() => record.Journals.Read(Journal)).Kind);
        Assert.Equal(VaultFaultKind.Sealed, Assert.Throws<VaultException>(() => record.Journals.DeriveKey(Journal, Guid.Empty)).Kind);

        await record.UnsealAsync(TestRecord.Passphrase, TestRecord.Cancel);
        Assert.Equal(new AppendOutcome.Appended(2), await record.Journals.AppendAsync(Journal, 2, [Entry(a, "after")], TestRecord.Cancel));
        Assert.Equal(key, record.Journals.DeriveKey(Journal, Guid.Empty));
        Assert.NotEqual(key, record.Journals.DeriveKey(Journal, Guid.NewGuid()));
        Assert.NotEqual(key, record.Journals.DeriveKey(Guid.NewGuid(), Guid.Empty));
    }

    [Theory]
    [InlineData("delete from journal_row where number = 2", "row 2 is missing")]
    [InlineData("update journal_row set parts = zeroblob(length(parts)) where number = 2", "the journal")]
    [InlineData("update journal_row set parts = substr(parts, 1, length(parts) - 1) where number = 3", "row 3 is cut")]
    [InlineData("update journal_row set parts = (select parts from journal_row where number = 1) where number = 3", "row 3 does not open under its key")]
    public async Task Read_RowTakenOutChangedOrMoved_IsDamage(string how, string said)
    {
        await using var test = await TestRecord.CreateAsync();
        var (_, a, _) = await TwoAsync(test);
        for (int number = 1; number <= 3; number++) await test.Record.Journals.AppendAsync(Journal, number, [Entry(a, $"a{number}")], TestRecord.Cancel);

        var record = await test.ReopenAsync(() => test.ExecuteRaw(how));

        var fault = Assert.Throws<VaultException>(() => record.Journals.Read(Journal));
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
        Assert.Contains(record.Verify(), line => line.Contains(Journal.ToString(), StringComparison.Ordinal) || line.Contains("key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task File_WithAnOpenJournal_ShowsNoWordOfIt()
    {
        await using var test = await TestRecord.CreateAsync();
        var (_, a, _) = await TwoAsync(test);
        await test.Record.Journals.AppendAsync(Journal, 1, [Entry(a, "PlantedWordOfAnHour")], TestRecord.Cancel);
        await test.Record.DisposeAsync();

        Assert.All(Directory.GetFiles(test.Folder), file => Assert.DoesNotContain("PlantedWordOfAnHour", File.ReadAllText(file, System.Text.Encoding.Latin1), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_RecordOfTheFormatBefore_GainsJournalsAndKeepsTheRest()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, a) = await test.CaseAsync("kept");

        var record = await test.ReopenAsync(() => test.ExecuteRaw("drop table journal_row; update practice set format = 1"));

        Assert.Equal(["kept"], test.Texts(caseId));
        Assert.Equal(new AppendOutcome.Appended(1), await record.Journals.AppendAsync(Journal, 1, [Entry(a, "new")], TestRecord.Cancel));
    }

    private static async Task<(Guid Case, Guid A, Guid B)> TwoAsync(TestRecord test)
    {
        var (caseId, a) = await test.CaseAsync();
        return (caseId, a, await test.Record.Keys.CreateAsync(caseId, "B", cancel: TestRecord.Cancel));
    }

    private static LogEntry Entry(Guid key, string text) => new(key, TestRecord.Utf8(text));
}
