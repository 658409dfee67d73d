using Attune.Exchange.Study;

namespace Attune.Exchange.Tests.Study;

public sealed class WritingQueueTests
{
    private static readonly StudyColumn[] OneColumn = [new("n", StudyKind.Whole)];

    [Fact]
    public void Append_ManyPieces_AreWrittenInOrder()
    {
        using var stream = new MemoryStream();
        using var writer = StudyWriter.On(stream, StudyFormat.Csv, [.. OneColumn]);
        using var queue = new WritingQueue(writer);
        for (var i = 0; i < 500; i++)
            queue.Append(writer.Encode(new StudyRows([.. OneColumn]).Add(i)));
        queue.Finish();

        Assert.Equal("n\r\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"{i}\r\n")), System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    /// <summary>Far more pieces than may wait: who appends must hear of it, and not wait for ever.</summary>
    [Fact]
    public async Task Append_DiskThatIsFull_IsHeardOf()
    {
        using var stream = new FullStream();
        using var writer = StudyWriter.On(stream, StudyFormat.Json, [.. OneColumn]);
        using var queue = new WritingQueue(writer);

        var heard = Task.Run(
            () =>
            {
                for (var i = 0; i < 100; i++)
                    queue.Append(writer.Encode(new StudyRows([.. OneColumn]).Add(i)));
                queue.Finish();
            },
            TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<IOException>(() => heard.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    private sealed class FullStream : MemoryStream
    {
        // There is no header to write, and nothing at all is let through.
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (!buffer.IsEmpty)
                throw new IOException("No room.");
        }
    }
}
