namespace Attune.Vault.Tests;

public sealed class CaseLogsTests
{
    [Fact]
    public async Task Append_NumberTaken_WritesNothing()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, key) = await test.CaseAsync("one", "two");

        Assert.Equal(new AppendOutcome.NumberTaken(2), await test.AppendAsync(caseId, key, 1, "late", "later"));
        Assert.Equal(new AppendOutcome.NumberTaken(2), await test.AppendAsync(caseId, key, 5, "early"));
        Assert.Equal(["one", "two"], test.Texts(caseId));
    }

    [Fact]
    public async Task End_EachAppend_IsAnotherAndTheSameForEveryReader()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, key) = await test.CaseAsync();
        Assert.Equal(0, test.Record.Logs.End(caseId).Last);

        await test.AppendAsync(caseId, key, 0, "one");
        var first = test.Record.Logs.End(caseId);
        await using var other = PracticeRecord.Open(test.Folder, test.Time);
        await other.UnsealAsync(TestRecord.Passphrase, TestRecord.Cancel);
        await other.Logs.AppendAsync(caseId, 1, [new LogEntry(key, TestRecord.Utf8("two"))], TestRecord.Cancel);

        Assert.Equal((1, 2), (first.Last, test.Record.Logs.End(caseId).Last));
        Assert.NotEqual(first.Hash, test.Record.Logs.End(caseId).Hash);
        Assert.Equal(other.Logs.End(caseId), test.Record.Logs.End(caseId));
    }

    /// <summary>Each case once, however many rows it has.</summary>
    [Fact]
    public async Task Cases_ManyRows_NamesEachOnce()
    {
        await using var test = await TestRecord.CreateAsync();
        Assert.Empty(test.Record.Logs.Cases());
        var cases = new List<Guid>();
        for (int i = 0; i < 5; i++) cases.Add((await test.CaseAsync("one", "two", "three")).Case);

        Assert.Equal(cases.Order(), test.Record.Logs.Cases().Order());
    }

    [Fact]
    public async Task Append_OneOfAGroupFails_OthersAreWritten()
    {
        await using var test = await TestRecord.CreateAsync();
        var pairs = new List<(Guid Case, Guid Key)>();
        for (int i = 0; i < 20; i++) pairs.Add(await test.CaseAsync());
        pairs[7] = (pairs[7].Case, Guid.NewGuid());

        var appends = pairs.Select(pair => test.AppendAsync(pair.Case, pair.Key, 0, "first", "second")).ToArray();
        var fault = await Assert.ThrowsAsync<VaultException>(() => Task.WhenAll(appends));

        Assert.Equal(VaultFaultKind.UnknownKey, fault.Kind);
        for (int i = 0; i < pairs.Count; i++) Assert.Equal(i == 7 ? [] : ["first", "second"], test.Texts(pairs[i].Case));
    }

    /// <summary>All or none: the second entry's key is unknown, so the first is not written either.</summary>
    [Fact]
    public async Task Append_SecondEntryFails_WritesNone()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, key) = await test.CaseAsync("one");

        await Assert.ThrowsAsync<VaultException>(() => test.Record.Logs.AppendAsync(
            caseId, 1, [new LogEntry(key, TestRecord.Utf8("two")), new LogEntry(Guid.NewGuid(), TestRecord.Utf8("three"))], TestRecord.Cancel));

        Assert.Equal(["one"], test.Texts(caseId));
    }

    [Fact]
    public async Task Append_TwoRecordsOnOneFolder_NeverFork()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, key) = await test.CaseAsync();
        await using var other = PracticeRecord.Open(test.Folder, test.Time);
        await other.UnsealAsync(TestRecord.Passphrase, TestRecord.Cancel);

        var taken = await Task.WhenAll(WriteAsync(test.Record, "this"), WriteAsync(other, "other"));

        string[] texts = test.Texts(caseId);
        Assert.Equal(Enumerable.Range(0, 50).SelectMany(i => new[] { $"other {i}", $"this {i}" }).Order(), texts.Order());
        TestContext.Current.TestOutputHelper?.WriteLine($"{taken.Sum()} times a number was taken");

        async Task<int> WriteAsync(PracticeRecord record, string who)
        {
            int lost = 0;
            long last = 0;
            for (int i = 0; i < 50;)
            {
                var outcome = await record.Logs.AppendAsync(caseId, last, [new LogEntry(key, TestRecord.Utf8($"{who} {i}"))], TestRecord.Cancel);
                if (outcome is AppendOutcome.Appended appended) (last, i) = (appended.Last, i + 1);
                else (last, lost) = (((AppendOutcome.NumberTaken)outcome).Last, lost + 1);
            }
            return lost;
        }
    }

    [Fact]
    public async Task Append_Cancelled_IsWrittenWholeOrNotAtAll()
    {
        await using var test = await TestRecord.CreateAsync();
        var pairs = new List<(Guid Case, Guid Key)>();
        for (int i = 0; i < 100; i++) pairs.Add(await test.CaseAsync());
        using var cancel = new CancellationTokenSource();

        var appends = pairs.Select(pair => test.Record.Logs.AppendAsync(
            pair.Case, 0, [new LogEntry(pair.Key, TestRecord.Utf8("one")), new LogEntry(pair.Key, TestRecord.Utf8("two"))], cancel.Token)).ToArray();
        await cancel.CancelAsync();
        await Task.WhenAll(appends).ContinueWith(_ => { }, TaskScheduler.Default);

        for (int i = 0; i < pairs.Count; i++) Assert.Equal(appends[i].IsCompletedSuccessfully ? ["one", "two"] : [], test.Texts(pairs[i].Case));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.Record.Logs.AppendAsync(pairs[0].Case, 0, [new LogEntry(pairs[0].Key, default)], cancel.Token));
    }

    [Fact]
    public async Task Append_SealedWhileMany_EndsEachWrittenOrRefused()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, key) = await test.CaseAsync();
        int written = 0;
        var writing = Task.Run(async () =>
        {
            try
            {
                while (true)
                {
                    await test.AppendAsync(caseId, key, written, $"row {written}");
                    written++;
                }
            }
            catch (VaultException fault) when (fault.Kind is VaultFaultKind.Sealed)
            {
            }
        }, TestRecord.Cancel);
        await Task.Delay(50, TestRecord.Cancel);
        test.Record.Seal();
        await writing;

        await test.Record.UnsealAsync(TestRecord.Passphrase, TestRecord.Cancel);
        Assert.Equal(Enumerable.Range(0, written).Select(i => $"row {i}"), test.Texts(caseId));
    }

    [Fact]
    public async Task Append_NothingOrNegative_Throws()
    {
        await using var test = await TestRecord.CreateAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => test.Record.Logs.AppendAsync(Guid.NewGuid(), 0, [], TestRecord.Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => test.Record.Logs.AppendAsync(Guid.NewGuid(), -1, [new LogEntry(Guid.Empty, default)], TestRecord.Cancel));
    }

    /// <summary>The length of a row must not tell which kind of event it holds.</summary>
    [Fact]
    public async Task Append_PayloadsOfSimilarLength_TakeTheSameRoom()
    {
        await using var test = await TestRecord.CreateAsync();
        await test.CaseAsync("", "short", new string('x', 252));

        Assert.Equal(1L, RawFile.Scalar(test.File, "select count(distinct length(ciphertext)) from log_row"));
    }

    [Fact]
    public async Task Dispose_AppendsWaiting_WritesThemFirst()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, key) = await test.CaseAsync();
        var append = test.AppendAsync(caseId, key, 0, "one");

        await test.Record.DisposeAsync();

        Assert.Equal(new AppendOutcome.Appended(1), await append);
        await Assert.ThrowsAsync<VaultException>(() => test.AppendAsync(caseId, key, 1, "two"));
        await test.ReopenAsync();
        Assert.Equal(["one"], test.Texts(caseId));
    }
}
