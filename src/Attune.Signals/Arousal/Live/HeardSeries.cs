using Attune.Signals.Beats;

namespace Attune.Signals.Arousal.Live;

/// <summary>
/// The beats of one heart as a strap sends them, laid end to end from the first one: the series that is judged live is the series that is kept, to the last
/// bit. Times are whole ticks of 1/1024 s, as straps count. Beats that come more than 3 s later than their sum leave a gap before them; nothing is moved
/// otherwise, so a bundle that comes late or early changes nothing.
/// </summary>
/// <remarks>The beats' own clock: a crystal that is off by 50 ppm is .2 s off after an hour, and up to 3 s of lost messages are closed up.</remarks>
public sealed class HeardSeries
{
    /// <summary>Ticks a second.</summary>
    public const int TicksPerSecond = 1_024;

    private const double LargestLeadMs = 10_000;

    private const double MsPerTick = 1_000.0 / TicksPerSecond;

    // Positive: a beat. Negative: a gap. An hour is some 17 KB.
    private readonly List<int> entries = [];
    private long nowTicks;

    /// <summary>The first beat's beginning on the listener's clock, in ms; NaN before it. May lie before the listener's first moment.</summary>
    public double StartMs { get; private set; } = double.NaN;

    /// <summary>End of the last beat since the first one's beginning, in ms.</summary>
    public double EndMs => nowTicks * MsPerTick;

    /// <summary>Number of beats, gaps not counted.</summary>
    public int Beats { get; private set; }

    /// <summary>
    /// Whether a beat can be one: a strap hands beats over late, never before they have ended. More than 10 s ahead of the listener's clock [our proposal: what
    /// doubled beats of an hour add up to stays below], or a length of 0, is no heart.
    /// </summary>
    public bool IsBelievable(double arrivalMs, int ticks) =>
        ticks > 0 && (double.IsNaN(StartMs) || EndMs + (ticks * MsPerTick) - (arrivalMs - StartMs) <= LargestLeadMs);

    /// <summary>Takes one beat; throws for an arrival that is no number and for an interval outside [1, 65535] ticks.</summary>
    /// <param name="arrivalMs">When it had ended, by the listener's clock.</param>
    /// <param name="ticks">Its length in 1/1024 s.</param>
    public HeardBeat Add(double arrivalMs, int ticks)
    {
        if (!double.IsFinite(arrivalMs))
            throw new ArgumentOutOfRangeException(nameof(arrivalMs), arrivalMs, "A moment is a finite number.");
        if (ticks is < 1 or > ushort.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(ticks), ticks, "A strap's interval has 1 to 65535 ticks.");
        if (double.IsNaN(StartMs))
            StartMs = arrivalMs - (ticks * MsPerTick);
        var late = arrivalMs - StartMs - EndMs - (ticks * MsPerTick);
        var gap = late > HeardClock.SilenceMs ? (int)Math.Min(Math.Round(late / MsPerTick), int.MaxValue) : 0;
        if (gap > 0)
            entries.Add(-gap);
        entries.Add(ticks);
        nowTicks += (long)gap + ticks;
        Beats++;
        return new(gap * MsPerTick, ticks * MsPerTick, EndMs);
    }

    /// <summary>The same as one series, gaps included. It begins with the first beat.</summary>
    public BeatSeries ToSeries() => Between(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>The beats that end in (<paramref name="fromMs"/>, <paramref name="toMs"/>], in ms since the first one's beginning, with the gaps between them.</summary>
    public BeatSeries Between(double fromMs, double toMs)
    {
        var (intervals, gaps) = (new List<double>(entries.Count), new List<double>(entries.Count));
        var (end, gap) = (0L, 0.0);
        foreach (var entry in entries)
        {
            end += Math.Abs(entry);
            if (entry < 0)
            {
                gap = -entry * MsPerTick;
            }
            else
            {
                if (end * MsPerTick > fromMs && end * MsPerTick <= toMs)
                {
                    intervals.Add(entry * MsPerTick);
                    gaps.Add(intervals.Count == 1 ? 0 : gap);
                }

                gap = 0;
            }
        }

        return BeatSeries.FromIntervalsAndGaps(intervals.ToArray(), gaps.ToArray());
    }
}

/// <summary>Where a beat lies in its series.</summary>
/// <param name="GapMs">Without beats before it; 0 for none.</param>
/// <param name="IntervalMs">Its length.</param>
/// <param name="EndMs">Its end, since the series' beginning.</param>
public readonly record struct HeardBeat(double GapMs, double IntervalMs, double EndMs);
