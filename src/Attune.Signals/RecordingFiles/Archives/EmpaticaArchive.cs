using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using Attune.Signals.Beats;
using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Archives;

/// <summary>The files of one Empatica E4 session on one clock: the beats, the device's rates, the raw signals, and its button's marks.</summary>
internal static class EmpaticaArchive
{
    private static readonly string[] Signals = ["BVP.csv", "EDA.csv", "TEMP.csv", "ACC.csv"];

    internal static RecordingOutcome Read(List<ZipArchiveEntry> entries, Func<ZipArchiveEntry, RecordingOutcome> read, RecordingOptions options)
    {
        if (entries.Count(static entry => entry.Name == "IBI.csv") > 1)
            return Refusals.ArchiveChoice("several E4 sessions");
        var beats = read(entries.Find(static entry => entry.Name == "IBI.csv")!);
        if (beats is not RecordingOutcome.Read { Report.Start.Instant: { } start } main)
            return beats;
        var (beside, remarks) = (main.Beside.ToBuilder(), main.Report.Remarks.ToBuilder());
        if (entries.Find(static entry => entry.Name == "HR.csv") is { } rates && read(rates) is RecordingOutcome.Read { Content: RecordingContent.Rate { Series: var series } } rate)
            beside.Add(new RecordingContent.Rate(series with { TimesMs = [.. series.TimesMs.Select(at => at + Since(start, rate))] }));
        var channels = ImmutableArray.CreateBuilder<RawSignal>();
        foreach (var name in Signals)
        {
            if (entries.Find(entry => entry.Name == name) is not { } entry)
                continue;
            if (read(entry) is RecordingOutcome.Read { Content: RecordingContent.Signals { Channels: var own } } signal)
                channels.AddRange(own.Select(channel => Later(channel, Since(start, signal))));
            else
                remarks.Add(new($"{name} in the archive could not be read."));
        }

        if (channels.Count > 0)
            beside.Add(new RecordingContent.Signals(channels.ToImmutable()));
        return main with { Report = main.Report with { Remarks = remarks.ToImmutable() }, Beside = beside.ToImmutable(), Marks = Marks(entries, start) };
    }

    private static ImmutableArray<RecordingMark> Marks(List<ZipArchiveEntry> entries, DateTimeOffset start)
    {
        if (entries.Find(static entry => entry.Name == "tags.csv") is not { Length: <= 1024 * 1024 } tags)
            return [];
        var marks = ImmutableArray.CreateBuilder<RecordingMark>();
        using var unpacked = tags.Open();
        var lines = new Utf8Lines(new UnpackingStream(unpacked, () => tags.CompressedLength, UnpackingStream.Free));
        while (lines.TryNext(out var line))
        {
            if (FixedPoint.TryParse(line, decimalComma: false, out var unix) && unix.ToDouble() - (start.ToUnixTimeMilliseconds() / 1_000.0) is var seconds
                && Math.Abs(seconds) < BeatSeries.LongestDuration.TotalSeconds)
                marks.Add(new(BeatSeries.FromMs(seconds * 1_000), null, string.Create(CultureInfo.InvariantCulture, $"tag {marks.Count + 1}")));
        }

        return marks.ToImmutable();
    }

    private static double Since(DateTimeOffset start, RecordingOutcome.Read other) =>
        other.Report.Start?.Instant is { } own && (own - start).Duration() < BeatSeries.LongestDuration ? (own - start).TotalMilliseconds : 0;

    private static RawSignal Later(RawSignal channel, double ms) => channel with { Pieces = [.. channel.Pieces.Select(piece => piece with { Start = piece.Start + BeatSeries.FromMs(ms) })] };
}
