using System.Collections.Immutable;
using System.Globalization;
using Attune.Signals.Beats;

namespace Attune.Signals.RecordingFiles;

/// <summary>From the numbers of a file to a series: unit, plausibility and the remarks that both formats share.</summary>
internal static class SeriesBuilding
{
    // Ten rising beats in a row do not happen in a breathing person; beat times of fewer beats at least triple from .3 s on. Our proposal.
    private const int RisingForCertain = 10;
    private const int RisingTimes = 3;

    private const double GapMs = 5_000;

    /// <summary>Unit by the median: .25-2.5 s, 250-2500 ms (format facts); null when it is neither. Zeros do not take part.</summary>
    internal static IntervalUnit? GuessUnit(decimal median) => median switch
    {
        >= 0.25m and <= 2.5m => IntervalUnit.Seconds,
        >= 250m and <= 2500m => IntervalUnit.Milliseconds,
        _ => null,
    };

    /// <summary>Middle one of the numbers above 0, the upper of two; 0 when there is none.</summary>
    internal static decimal Median(IReadOnlyCollection<decimal> numbers)
    {
        var positive = numbers.Where(number => number > 0).Order().ToArray();
        return positive.Length == 0 ? 0 : positive[positive.Length / 2];
    }

    /// <summary>Whether the numbers rise throughout, as times of beats do and intervals do not.</summary>
    internal static bool LooksLikeBeatTimes(IReadOnlyList<decimal> numbers)
    {
        for (var i = 1; i < numbers.Count; i++)
        {
            if (numbers[i] <= numbers[i - 1])
                return false;
        }

        return numbers.Count >= RisingForCertain || (numbers.Count > 2 && numbers[^1] > RisingTimes * numbers[0]);
    }

    /// <summary>The outcome for numbers of a known unit.</summary>
    internal static RecordingOutcome Build(
        List<decimal> numbers, RecordingFormat format, IntervalUnit unit, DateTime? localStart, ImmutableArray<string>.Builder remarks)
    {
        var measured = numbers.Count(number => number > 0);
        if (measured < 2)
            return Refusals.TooFewBeats(measured);

        decimal factor = unit is IntervalUnit.Seconds ? 1_000 : 1;
        var longest = (decimal)BeatSeries.LongestDuration.TotalMilliseconds;
        decimal sum = 0;
        var ms = new double[numbers.Count];
        for (var i = 0; i < ms.Length; i++)
        {
            if (numbers[i] > longest || (sum += numbers[i] * factor) > longest)
                return Refusals.TooLong();
            ms[i] = (double)(numbers[i] * factor);
        }

        RemarkZeros(remarks, numbers.Count - measured);
        RemarkGaps(remarks, ms.Count(value => value > GapMs));
        return new RecordingOutcome.Read(BeatSeries.FromIntervals(ms), format, unit, localStart, remarks.ToImmutable());
    }

    private static void RemarkZeros(ImmutableArray<string>.Builder remarks, int zeros)
    {
        if (zeros > 0)
        {
            remarks.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"Intervals of 0 (beats that were not measured): {zeros}. How long they lasted is not known, so later times may be early."));
        }
    }

    private static void RemarkGaps(ImmutableArray<string>.Builder remarks, int gaps)
    {
        if (gaps > 0)
        {
            remarks.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"Intervals longer than 5 s (gaps in the recording): {gaps}. They count as time without beats."));
        }
    }
}
