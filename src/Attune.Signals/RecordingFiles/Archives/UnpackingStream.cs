namespace Attune.Signals.RecordingFiles.Archives;

/// <summary>What comes out of an archive, counted: a few bytes that unpack to gigabytes (a zip bomb) end the reading.</summary>
internal sealed class UnpackingStream(Stream unpacked, Func<long> packedBytes, long most) : ReadOnlyStream
{
    /// <summary>Up to this much any ratio is fine.</summary>
    internal const long Free = 16 * 1024 * 1024;

    /// <summary>Beyond it, at most this many bytes from one (our proposal: text of beats packs to a fifth, health exports to a fortieth).</summary>
    internal const int LargestRatio = 250;

    private long total;

    public override int Read(Span<byte> buffer)
    {
        var read = unpacked.Read(buffer);
        total += read;
        if (total > most)
            throw new BoundPassed(Refusals.ArchiveBounds($"what is inside is larger than {most / (1024 * 1024)} MiB"));
        if (total > Free && total / LargestRatio > Math.Max(1, packedBytes()))
            throw new BoundPassed(Refusals.ArchiveBounds($"it unpacks to more than {LargestRatio} times its size, as archives made to do harm do"));
        return read;
    }
}

/// <summary>Counts what is read from a stream.</summary>
internal sealed class CountingStream(Stream inner) : ReadOnlyStream
{
    internal long Count { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Count += read;
        return read;
    }
}
