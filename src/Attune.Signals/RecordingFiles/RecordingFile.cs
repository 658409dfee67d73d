using System.Collections.Immutable;

namespace Attune.Signals.RecordingFiles;

/// <summary>The one door for heart recordings from files. The format is told by the content; the name only helps.</summary>
public static class RecordingFile
{
    /// <summary>Largest file read whole, inside: 16 MiB (our proposal; some two million beats). Streams of text, EDF and exports may be longer.</summary>
    public const int LargestBytes = 16 * 1024 * 1024;

    /// <summary>
    /// Reads a recording. <paramref name="fileName"/> may carry folders; it serves to know macOS companions, what an Empatica file holds, and some apps' start.
    /// Whatever the bytes are, the answer is an outcome and not an exception.
    /// </summary>
    public static RecordingOutcome Read(string fileName, ReadOnlySpan<byte> content, RecordingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return content.Length > LargestBytes ? Refusals.TooLarge(LargestBytes) : Read(fileName, new MemoryStream(content.ToArray(), writable: false), options);
    }

    /// <summary>
    /// Reads a recording from where <paramref name="stream"/> stands, with bounded memory whatever its length. What the stream itself throws is not caught. A stream that cannot
    /// seek is kept in memory up to 16 MiB, so that an ambiguous file can be read in both ways.
    /// </summary>
    /// <param name="fileName">See the other overload.</param>
    /// <param name="stream">Readable; not disposed.</param>
    /// <param name="options">What is known about the file; null = nothing.</param>
    /// <param name="progress">Told the bytes read so far, about once a MiB.</param>
    /// <param name="cancellation">Ends the reading with <see cref="OperationCanceledException"/>.</param>
    public static RecordingOutcome Read(
        string fileName, Stream stream, RecordingOptions? options = null, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(stream);
        var source = RecordingSource.Of(new WatchedStream(stream, progress, cancellation));
        return Resolve(options ?? RecordingOptions.None, source, known => Once(fileName, source, known));
    }

    private static RecordingOutcome Once(string fileName, RecordingSource source, RecordingOptions options)
    {
        try
        {
            return Dispatch.Read(fileName, source.Open(), options, depth: 0);
        }
        catch (BoundPassed passed)
        {
            return passed.Refusal;
        }
    }

    private static RecordingOutcome Resolve(RecordingOptions options, RecordingSource source, Func<RecordingOptions, RecordingOutcome> read)
    {
        var outcome = read(options);
        if (outcome is not RecordingOutcome.Undecided undecided)
            return outcome;
        if (!source.CanReopen)
            return Refusals.BadOption($"{undecided.Question} The file is too long to read it both ways: say so before it is read.");
        var readings = ImmutableArray.CreateBuilder<RecordingReading>();
        RecordingOutcome? refused = null;
        foreach (var (words, choice) in undecided.Choices)
        {
            switch (Resolve(choice, source, read))
            {
                case RecordingOutcome.Read found:
                    readings.Add(new(words, choice, found));
                    break;
                case RecordingOutcome.Ambiguous deeper:
                    readings.AddRange(deeper.Readings.Select(reading => reading with { Words = $"{words}; {reading.Words}" }));
                    break;
                case var other:
                    refused ??= other;
                    break;
            }
        }

        return readings.Count switch
        {
            0 => refused!,
            1 => Only(readings[0]),
            _ => new RecordingOutcome.Ambiguous(undecided.Question, readings.ToImmutable()),
        };
    }

    /// <summary>The other ways led nowhere: this one is read, and says so.</summary>
    private static RecordingOutcome.Read Only(RecordingReading reading) => reading.Outcome with
    {
        Report = reading.Outcome.Report with { Remarks = reading.Outcome.Report.Remarks.Insert(0, new($"Of two ways to read the file only this one gives a recording: {reading.Words}.")) },
    };
}
