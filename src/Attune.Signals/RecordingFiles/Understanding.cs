using System.Collections.Immutable;
using System.Globalization;
using Attune.Signals.Artefacts;
using Attune.Signals.Beats;

namespace Attune.Signals.RecordingFiles;

/// <summary>What a reader has understood so far; at the end it becomes the report beside the content.</summary>
internal sealed class Understanding(RecordingFormat format, RecordingOptions options)
{
    private const double GiantMs = 5_000;
    private const double WallToleranceMs = 5_000;

    // Whole seconds on one side, two quartz clocks on the other (our proposal).
    private const double DriftToleranceMs = 1_000;
    private const double QuartzDrift = 200e-6;

    private readonly List<RecordingRemark> remarks = [];

    internal RecordingOptions Options => options;

    internal IntervalUnit? Unit { get; private set; }

    internal string UnitReason { get; private set; } = "";

    internal RecordingStart? Start { get; private set; }

    internal double? WallMs { get; set; }

    internal double? DriftMs { get; set; }

    internal int Dropped { get; set; }

    internal bool WasCut { get; private set; }

    /// <summary>A checksum is wrong: what was read may be wrong too.</summary>
    internal bool IsDamaged { get; private set; }

    internal List<RecordingMark> Marks { get; } = [];

    internal List<RecordingContent> Beside { get; } = [];

    internal void Remark(string text, int? line = null, long? at = null) => remarks.Add(new(text, line, at));

    internal void Remark(FormattableString text, int? line = null, long? at = null) => Remark(text.ToString(CultureInfo.InvariantCulture), line, at);

    /// <summary>The file is damaged or ends from here on; what came before is kept.</summary>
    internal void Cut(FormattableString text, int? line = null, long? at = null)
    {
        WasCut = true;
        Remark(text, line, at);
    }

    internal void Damaged(FormattableString text, long at)
    {
        IsDamaged = true;
        Remark(text, null, at);
    }

    internal void UseUnit(IntervalUnit unit, string reason) => (Unit, UnitReason) = (unit, reason);

    /// <summary>Start by the recorder's clock. Where the file gives no zone, the caller's counts.</summary>
    internal void StartsAt(DateTime clock, TimeSpan? utcOffset)
    {
        Start = new(DateTime.SpecifyKind(clock, DateTimeKind.Unspecified), utcOffset ?? options.UtcOffset);
        if (Start.UtcOffset is null)
            Remark("The start is by the recorder's own clock; the file does not say its time zone.");
    }

    internal void StartsAtUnix(double seconds)
    {
        // Years 1971 to 9999: everything else is no time of a recording.
        if (seconds is > 31_536_000 and < 253_402_300_800)
            StartsAt(DateTime.UnixEpoch.AddTicks((long)Math.Round(seconds * 1_000) * TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }

    internal void Take(AnchoredBeats anchored)
    {
        (WallMs, DriftMs) = (anchored.WallMs, anchored.DriftMs);
        if (anchored.StepsBack > 0)
            Remark($"Places where the recorder's clock ran behind its beats (beats that overlap, or a clock that was set back): {anchored.StepsBack}. The beats keep their length.");
    }

    internal RecordingOutcome Beats(BeatSeries beats)
    {
        var (gaps, covered) = (ImmutableArray.CreateBuilder<SessionSpan>(), 0.0);
        var (zeros, giants, before, missing) = (0, 0, 0.0, 0.0);
        var intervals = beats.IntervalsMs;
        var ends = beats.EndsMs;
        for (var i = 0; i < intervals.Length; i++)
        {
            var (interval, end) = (intervals[i], ends[i]);
            if (interval > GiantMs || (interval == 0 && end > before))
            {
                gaps.Add(new(BeatSeries.FromMs(before), BeatSeries.FromMs(end)));
                missing += end - before;
                giants += interval > 0 ? 1 : 0;
            }
            else if (interval == 0)
            {
                zeros++;
            }

            covered += ArtefactRules.IsInRange(interval) ? interval : 0;
            before = end;
        }

        if (zeros > 0)
            Remark($"Intervals of 0 (beats that were not measured): {zeros}. How long they lasted is not known, so later times may be early.");
        if (giants > 0)
            Remark($"Intervals longer than 5 s (gaps in the recording): {giants}. They count as time without beats.");
        if (gaps.Count > giants)
            Remark($"The recorder's clock shows gaps that its list of beats does not: {gaps.Count - giants}, {missing / 1_000:0.0} s without beats in all.");
        RemarkWall(beats);
        return Finish(new RecordingContent.Beats(beats), beats.TotalMs, covered, gaps.ToImmutable());
    }

    internal RecordingOutcome Rate(RateSeries rates)
    {
        var (gaps, covered, total) = (ImmutableArray.CreateBuilder<SessionSpan>(), 0.0, 0.0);
        var times = rates.TimesMs;
        for (var i = 0; i < times.Length; i++)
        {
            // The last rate stands for a second; we know no better.
            var next = i + 1 < times.Length ? times[i + 1] : times[i] + 1_000;
            var held = double.IsNaN(rates.RatesBpm[i]) ? 0 : Math.Min(next - times[i], RateSeries.LongestHoldMs);
            covered += held;
            total = next;
            if (next - times[i] > RateSeries.LongestHoldMs)
                gaps.Add(new(BeatSeries.FromMs(times[i] + held), BeatSeries.FromMs(next)));
        }

        Remark("These are rates that the device computed and smoothed, not beats: they can be charted, and say little about short episodes and nothing about variability.");
        if (gaps.Count > 0)
            Remark($"Stretches of more than 5 s without a rate: {gaps.Count}.");
        return Finish(new RecordingContent.Rate(rates), total, covered, gaps.ToImmutable());
    }

    internal RecordingOutcome Signals(ImmutableArray<RawSignal> channels)
    {
        var (gaps, length, covered) = (ImmutableArray.CreateBuilder<SessionSpan>(), TimeSpan.Zero, TimeSpan.Zero);
        foreach (var channel in channels)
        {
            var (end, sampled) = (TimeSpan.Zero, TimeSpan.Zero);
            foreach (var piece in channel.Pieces)
            {
                if (piece.Start > end && channel == channels[0])
                    gaps.Add(new(end, piece.Start));
                var duration = BeatSeries.FromMs(piece.Count / channel.RateHz * 1_000);
                (end, sampled) = (piece.Start + duration, sampled + duration);
            }

            length = end > length ? end : length;
            covered = sampled > covered ? sampled : covered;
        }

        return Finish(new RecordingContent.Signals(channels), length.TotalMilliseconds, covered.TotalMilliseconds, gaps.ToImmutable());
    }

    private void RemarkWall(BeatSeries beats)
    {
        if (WallMs is not { } wall)
            return;
        if (DriftMs is null && Math.Abs(wall - beats.TotalMs) > WallToleranceMs)
            Remark($"The file says that it lasts {wall / 1_000:0.0} s, its beats last {beats.TotalMs / 1_000:0.0} s: beats may be missing.");
        if (DriftMs is { } drift && Math.Abs(drift) > DriftToleranceMs + (wall * QuartzDrift))
            Remark($"Against the recorder's clock the beats {(drift > 0 ? "lag" : "run ahead")} by {Math.Abs(drift) / 1_000:0.0} s over {wall / 1_000:0} s, gaps left out.");
    }

    private RecordingOutcome.Read Finish(RecordingContent content, double lengthMs, double coveredMs, ImmutableArray<SessionSpan> gaps) => new(
        content,
        new()
        {
            Format = format,
            Unit = Unit,
            UnitReason = UnitReason,
            Start = Start,
            Length = BeatSeries.FromMs(lengthMs),
            WallTime = WallMs is { } wall && wall is > 0 and < 1e12 ? BeatSeries.FromMs(wall) : null,
            Drift = DriftMs is { } drift && Math.Abs(drift) < 1e12 ? BeatSeries.FromMs(drift) : null,
            Gaps = gaps,
            Dropped = Dropped,
            Coverage = lengthMs > 0 ? Math.Min(1, coveredMs / lengthMs) : 0,
            WasCut = WasCut,
            Remarks = [.. remarks],
        })
    { Beside = [.. Beside], Marks = [.. Marks.OrderBy(mark => mark.At)] };
}
