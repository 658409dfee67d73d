using Attune.Signals.Arousal;
using Attune.Signals.Beats;

namespace Attune.Signals.Tests.Arousal;

/// <summary>
/// The live rule a second time, word for word from its definitions and as slow as that is: every rate, and how long every condition has
/// held, is looked up anew for every beat. Without a running sum, a ring, or a counter there is little to get wrong.
/// </summary>
internal sealed class SlowArousal
{
    private readonly ArousalLevels levels;
    private readonly double[] ms;
    private readonly double[] ends;
    private readonly List<Slot> slots = [];
    private readonly List<ArousalChange> changes = [];
    private int risingNotBefore;
    private (ArousalState State, ArousalDoubt Doubt) told = (ArousalState.Unknown, ArousalDoubt.NotLongEnough);

    private SlowArousal(double[] ms, ArousalOptions options)
    {
        (this.ms, levels) = (ms, ArousalLevels.Of(options));
        ends = BeatSeries.FromIntervals(ms).EndsMs.ToArray();
        var (state, breakAt, heardUntil, lingersFrom) = (ArousalState.Unknown, 0.0, 0.0, -1);
        for (var i = 0; i < ms.Length; i++)
        {
            if (!Believed(i))
            {
                if (ms[i] == 0 || ends[i] - heardUntil > 5_000)
                {
                    (state, breakAt, heardUntil, lingersFrom) = (ArousalState.Unknown, ends[i], ends[i], -1);
                    Tell(ends[i], ArousalState.Unknown, ArousalDoubt.Gap, double.NaN);
                    continue;
                }
            }
            else
            {
                heardUntil = ends[i];
                slots.Add(new(i == 0 ? 0 : ends[i - 1], ends[i], Rate(i, breakAt), breakAt));
                state = Next(state, ref lingersFrom, options.MinimumDuration.TotalMilliseconds);
            }

            var rate = slots.Count > 0 && slots[^1].Break == breakAt ? slots[^1].Rate : double.NaN;
            if (state is ArousalState.Unknown)
                Tell(ends[i], state, double.IsNaN(rate) ? told.Doubt : ArousalDoubt.NotLongEnough, rate);
            else if (Coverage(i, breakAt) < 0.8)
                Tell(ends[i], ArousalState.Unknown, ArousalDoubt.TooFewBelievableBeats, rate);
            else
                Tell(ends[i], state, ArousalDoubt.None, rate);
        }
    }

    internal static List<ArousalChange> Changes(double[] ms, ArousalOptions options) => new SlowArousal(ms, options).changes;

    private static bool InRange(double interval) => interval is >= 300 and <= 2_000;

    private bool Believed(int i)
    {
        if (!InRange(ms[i]))
            return false;
        if (i == 0 || i == ms.Length - 1 || !InRange(ms[i - 1]) || !InRange(ms[i + 1]))
            return true;
        var mean = (ms[i - 1] + ms[i + 1]) / 2;
        return Math.Abs(mean - ms[i]) < 0.20 * mean;
    }

    private IEnumerable<int> BelievedUpTo(int i, double windowMs, double breakAt)
    {
        for (var j = i; j >= 0 && ends[j] > ends[i] - windowMs && ends[j] > breakAt; j--)
        {
            if (Believed(j))
                yield return j;
        }
    }

    private double Rate(int i, double breakAt)
    {
        var window = BelievedUpTo(i, 15_000, breakAt).ToArray();
        return (double)(60_000m * window.Length / window.Sum(j => (decimal)ms[j]));
    }

    private double Coverage(int i, double breakAt) =>
        Math.Min(1, (double)BelievedUpTo(i, 60_000, breakAt).Sum(j => (decimal)ms[j]) / Math.Min(60_000, ends[i] - breakAt));

    /// <summary>How long a condition has held without a break, up to the last slot; -1 when it does not hold there.</summary>
    private double Held(Func<double, bool> condition, int notBefore = 0)
    {
        var k = slots.Count - 1;
        while (k >= notBefore && slots[k].Break == slots[^1].Break && condition(slots[k].Rate))
            k--;
        return k == slots.Count - 1 ? -1 : slots[^1].End - slots[k + 1].Start;
    }

    private ArousalState Next(ArousalState state, ref int lingersFrom, double minimumMs)
    {
        var (last, lingering) = (slots[^1], lingersFrom);
        if (lingering >= 0 && slots.Skip(lingering).Any(slot => !levels.IsRising(slot.Rate)))
            lingering = lingersFrom = -1;

        // A run of raised slots counts from after the recovery; within the lingering band only what lies above the recovered level does.
        var rising = lingering >= 0
            ? Held(rate => !levels.IsRecovered(rate), lingering)
            : Held(levels.IsRising, risingNotBefore);
        if (Held(levels.IsAroused) > minimumMs + 1e-6)
            return ArousalState.Aroused;

        const double tolerance = 1e-6;
        switch (state)
        {
            case ArousalState.Unknown or ArousalState.Calm when rising >= 30_000 - tolerance:
                return ArousalState.Rising;
            case ArousalState.Unknown when !levels.IsRising(last.Rate) && last.End - last.Break >= 15_000 - tolerance:
                return ArousalState.Calm;
            case ArousalState.Rising when Held(rate => levels.IsRecovered(rate) && !levels.IsRising(rate)) >= 60_000 - tolerance:
                return ArousalState.Calm;
            case ArousalState.Aroused when Held(rate => !levels.IsAroused(rate)) >= 30_000 - tolerance:
                return ArousalState.Recovering;
            case ArousalState.Recovering when Held(levels.IsAroused) >= 30_000 - tolerance:
                return ArousalState.Aroused;
            case ArousalState.Recovering when Held(levels.IsRecovered) >= 60_000 - tolerance:
                lingersFrom = levels.IsRising(last.Rate) ? slots.Count : -1;
                risingNotBefore = slots.Count;
                return ArousalState.Calm;
            default:
                return state;
        }
    }

    private void Tell(double at, ArousalState state, ArousalDoubt doubt, double rate)
    {
        if ((state, doubt) == told)
            return;
        changes.Add(new(TimeSpan.FromTicks((long)Math.Round(at * TimeSpan.TicksPerMillisecond)), state, doubt, told.State, rate));
        told = (state, doubt);
    }

    private readonly record struct Slot(double Start, double End, double Rate, double Break);
}
