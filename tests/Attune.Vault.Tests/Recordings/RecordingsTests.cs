namespace Attune.Vault.Tests;

public sealed class RecordingsTests
{
    [Fact]
    public async Task Append_ChunksOfTwoPersons_ReadInOrderAndEraseApart()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, a) = await test.CaseAsync();
        var b = await test.Record.Keys.CreateAsync(caseId, "B", cancel: TestRecord.Cancel);
        var recording = Guid.NewGuid();
        var beats = Enumerable.Range(0, 50_000).Select(i => (byte)i).ToArray();

        Assert.Equal(new AppendOutcome.Appended(1), await test.Record.Recordings.AppendAsync(recording, a, 1, beats, TestRecord.Cancel));
        Assert.Equal(new AppendOutcome.NumberTaken(1), await test.Record.Recordings.AppendAsync(recording, a, 1, beats, TestRecord.Cancel));
        Assert.Equal(new AppendOutcome.NumberTaken(1), await test.Record.Recordings.AppendAsync(recording, a, 3, beats, TestRecord.Cancel));
        Assert.Equal(new AppendOutcome.Appended(2), await test.Record.Recordings.AppendAsync(recording, b, 2, TestRecord.Utf8("of B"), TestRecord.Cancel));

        Assert.Equal(beats, Assert.IsType<LogRow.Opened>(test.Record.Recordings.Read(recording)[0]).Payload.ToArray());
        await test.Record.Keys.DestroyAsync(a, TestRecord.Cancel);
        Assert.Equal(new LogRow.Erased(1, a), test.Record.Recordings.Read(recording)[0]);
        Assert.Equal("of B", TestRecord.Text(test.Record.Recordings.Read(recording)[1]));
        Assert.Empty(test.Record.Logs.Cases());
        Assert.Empty(test.Record.Recordings.Read(Guid.NewGuid()));
    }

    [Fact]
    public async Task Append_NumberNought_Throws()
    {
        await using var test = await TestRecord.CreateAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => test.Record.Recordings.AppendAsync(Guid.NewGuid(), Guid.NewGuid(), 0, default, TestRecord.Cancel));
    }
}
