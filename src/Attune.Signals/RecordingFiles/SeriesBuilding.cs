using System.Collections.Immutable;
using Attune.Signals.Beats;
using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles;

/// <summary>What the times beside the intervals are.</summary>
internal enum TimesAre
{
    /// <summary>When the phone got the beat.</summary>
    Arrivals,

    /// <summary>When the beat ended, by the recorder's own clock.</summary>
    Ends,
}

/// <summary>From the numbers of a file to a series on its clock.</summary>
internal static class SeriesBuilding
{
    // Ten rising beats in a row do not happen in a breathing person; beat times of fewer beats at least triple from .3 s on. Our proposal.
    private const int RisingForCertain = 10;
    private const int RisingTimes = 3;

    /// <summary>Unit by the median: .25-2.5 s, 250-2500 ms (format facts); null when it is neither. Zeros do not take part.</summary>
    internal static IntervalUnit? GuessUnit(double median) => median switch
    {
        >= 0.25 and <= 2.5 => IntervalUnit.Seconds,
        >= 250 and <= 2500 => IntervalUnit.Milliseconds,
        _ => null,
    };

    /// <summary>Whether the numbers rise throughout, as times of beats do and intervals do not.</summary>
    internal static bool LooksLikeBeatTimes(IntervalNumbers numbers)
    {
        for (var i = 1; i < numbers.Count; i++)
        {
            if (numbers[i].ToDouble() <= numbers[i - 1].ToDouble())
                return false;
        }

        return numbers.Count >= RisingForCertain || (numbers.Count > 2 && numbers[^1].ToDouble() > RisingTimes * numbers[0].ToDouble());
    }

    /// <summary>Intervals of a known unit, without times.</summary>
    internal static RecordingOutcome Intervals(Understanding seen, IntervalNumbers numbers)
    {
        if (numbers.IsFull)
            return Refusals.TooLong();
        if (numbers.CountPositive() is var measured and < 2)
            return Refusals.TooFewBeats(measured);
        var ms = numbers.ToMs(seen.Unit ?? IntervalUnit.Milliseconds);
        return Averages.Sum(ms) > BeatSeries.LongestDuration.TotalMilliseconds ? Refusals.TooLong() : seen.Beats(BeatSeries.Owning(ms));
    }

    /// <summary>Intervals of a known unit with a time beside each, in ms of any origin; says where the first sample lies on that clock.</summary>
    internal static RecordingOutcome Timed(
        Understanding seen, IntervalNumbers numbers, ReadOnlySpan<double> timesMs, TimesAre meaning, double toleranceMs, Action<double> startsAt, double? originMs = null)
    {
        if (numbers.CountPositive() is var measured and < 2)
            return Refusals.TooFewBeats(measured);
        var ms = numbers.ToMs(seen.Unit ?? IntervalUnit.Milliseconds);
        var longest = BeatSeries.LongestDuration.TotalMilliseconds;
        var (sum, least, most) = (Averages.Sum(ms), Math.Min(Least(timesMs), originMs ?? double.MaxValue), Most(timesMs));
        if (numbers.IsFull || !(sum <= longest) || !(most - least <= longest) || !((2 * (most - least)) + sum <= longest))
            return Refusals.TooLong();
        var anchored = meaning is TimesAre.Ends ? BeatClock.ByEnds(ms, timesMs, toleranceMs, originMs) : BeatClock.ByArrivals(ms, timesMs);
        if (!(anchored.Beats.Duration <= BeatSeries.LongestDuration))
            return Refusals.TooLong();
        startsAt(anchored.StartMs);
        seen.Take(anchored);
        return seen.Beats(anchored.Beats);
    }

    /// <summary>Times of beats, in ms since the first sample, rising: the stretch before the first beat has no beat that is known.</summary>
    internal static RecordingOutcome BeatTimes(Understanding seen, ReadOnlySpan<double> timesMs)
    {
        if (timesMs.Length < 3)
            return Refusals.TooFewBeats(Math.Max(0, timesMs.Length - 1));
        if (!(timesMs[^1] <= BeatSeries.LongestDuration.TotalMilliseconds))
            return Refusals.TooLong();
        var (ms, gaps) = (new double[timesMs.Length - 1], new double[timesMs.Length - 1]);
        // A millionth of a ms is below every clock, and above what subtraction leaves behind.
        for (var i = 0; i < ms.Length; i++)
            ms[i] = Math.Max(0, Math.Round(timesMs[i + 1] - timesMs[i], 6));
        gaps[0] = timesMs[0];
        return seen.Beats(BeatSeries.FromIntervalsAndGaps(ms, gaps));
    }

    /// <summary>A rate series from times in ms of any origin; rates of 0 are no readings. Times that fall back are left out.</summary>
    internal static RecordingOutcome Rates(Understanding seen, List<double> timesMs, List<double> ratesBpm, string smoothing, Action<double> startsAt)
    {
        if (ratesBpm.Count(rate => rate > 0) < 2)
            return Refusals.NoRates();
        var (times, rates, back) = (ImmutableArray.CreateBuilder<double>(timesMs.Count), ImmutableArray.CreateBuilder<double>(timesMs.Count), 0);
        for (var i = 0; i < timesMs.Count; i++)
        {
            var time = timesMs[i] - timesMs[0];
            if (times.Count > 0 && !(time >= times[^1]))
            {
                back++;
                continue;
            }

            times.Add(time);
            rates.Add(ratesBpm[i] > 0 ? ratesBpm[i] : double.NaN);
        }

        if (!(times[^1] <= BeatSeries.LongestDuration.TotalMilliseconds))
            return Refusals.TooLong();
        if (back > 0)
            seen.Remark($"Rates whose time lies before the one above them: {back}. They were left out.");
        seen.Dropped += back;
        startsAt(timesMs[0]);
        return seen.Rate(new(times.ToImmutable(), rates.ToImmutable(), smoothing));
    }

    private static double Least(ReadOnlySpan<double> values)
    {
        var least = double.PositiveInfinity;
        foreach (var value in values)
            least = Math.Min(least, value);
        return least;
    }

    private static double Most(ReadOnlySpan<double> values)
    {
        var most = double.NegativeInfinity;
        foreach (var value in values)
            most = Math.Max(most, value);
        return most;
    }
}
