namespace Attune.Signals.RecordingFiles;

/// <summary>A stream that can be read from its beginning more than once, where it can seek or is short.</summary>
internal sealed class RecordingSource
{
    private readonly Stream stream;
    private readonly long start;

    private RecordingSource(Stream stream, long start, bool canReopen) => (this.stream, this.start, CanReopen) = (stream, start, canReopen);

    internal bool CanReopen { get; }

    internal static RecordingSource Of(Stream stream)
    {
        if (stream.CanSeek)
            return new(stream, stream.Position, canReopen: true);
        var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (kept.Length <= RecordingFile.LargestBytes && stream.Read(buffer) is var read and > 0)
            kept.Write(buffer, 0, read);
        kept.Position = 0;
        return kept.Length <= RecordingFile.LargestBytes ? new(kept, 0, canReopen: true) : new(new JoinedStream(kept, stream), 0, canReopen: false);
    }

    internal Stream Open()
    {
        if (stream.CanSeek)
            stream.Position = start;
        return stream;
    }
}

/// <summary>One stream behind the other.</summary>
internal sealed class JoinedStream(Stream first, Stream second) : ReadOnlyStream
{
    public override int Read(Span<byte> buffer) => first.Read(buffer) is var read and > 0 ? read : second.Read(buffer);
}

/// <summary>Tells how far the reading is, and ends it when it is no longer wanted.</summary>
internal sealed class WatchedStream(Stream inner, IProgress<long>? progress, CancellationToken cancellation) : ReadOnlyStream
{
    private const long Step = 1024 * 1024;
    private long total;
    private long told;

    public override bool CanSeek => inner.CanSeek;

    public override long Length => inner.Length;

    public override long Position { get => inner.Position; set => inner.Position = value; }

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        var read = inner.Read(buffer);
        total += read;
        if (progress is not null && (read == 0 || total - told >= Step))
            progress.Report(told = total);
        return read;
    }
}
