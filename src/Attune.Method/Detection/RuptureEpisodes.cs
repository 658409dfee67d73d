using System.Collections.Immutable;
using Attune.Method.Alliance;

namespace Attune.Method.Detection;

/// <summary>
/// From flags to episodes (method-facts 1.4 and engineering 7, our proposals): one begins at a flag and lasts until the series is back, or until it has
/// stayed away for four answered sessions after the last flag; flags in between belong to it.
/// </summary>
public static class RuptureEpisodes
{
    private const double ShareOfThreshold = 0.25;
    private const int SessionsToReturn = 3;

    /// <summary>The episodes of a criterion over a series, in order.</summary>
    public static ImmutableArray<RuptureEpisode> Of(DetectionCriterion criterion, DetectionForm form, ReadOnlySpan<double> series, DetectionReference reference)
    {
        var flags = new bool[series.Length];
        RuptureDetection.Flag(criterion, form, series, reference, flags);
        return Of(series, flags, reference);
    }

    /// <summary>The same from flags at hand, also of a direct report.</summary>
    /// <param name="series">NaN: no answer, stepped over; its flag is not counted. Infinity is refused.</param>
    /// <param name="flags">As long as the series.</param>
    public static ImmutableArray<RuptureEpisode> Of(ReadOnlySpan<double> series, ReadOnlySpan<bool> flags, DetectionReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (flags.Length != series.Length)
            throw new ArgumentException($"{flags.Length} flags for {series.Length} sessions.", nameof(flags));
        RuptureDetection.CheckValues(series);
        var answered = new List<(int Session, double Value, bool IsFlagged)>(series.Length);
        for (var i = 0; i < series.Length; i++)
        {
            if (!double.IsNaN(series[i]))
                answered.Add((i + 1, series[i], flags[i]));
        }
        var found = ImmutableArray.CreateBuilder<RuptureEpisode>();
        for (var at = 0; at < answered.Count; at++)
        {
            if (!answered[at].IsFlagged)
                continue;
            var (episode, last) = From(answered, at, reference.WithinSd);
            found.Add(episode);
            at = last;
        }
        return found.ToImmutable();
    }

    private static (RuptureEpisode Episode, int Last) From(List<(int Session, double Value, bool IsFlagged)> answered, int onset, double referenceSd)
    {
        var usual = Baseline.Of(answered.Take(onset).Select(one => (one.Value, one.IsFlagged)));
        var before = usual.Mean ?? answered.Where(one => !one.IsFlagged).Select(one => one.Value).DefaultIfEmpty(answered[onset].Value).Average();
        var threshold = 2 * usual.LooseThresholdAgainst(referenceSd);
        var backFrom = before - ShareOfThreshold * threshold - Baseline.Rounding;

        var (deepest, lastFlag, at) = (onset, onset, onset + 1);
        var (isBack, hasStayed) = (false, false);
        for (; at < answered.Count && !isBack && !hasStayed; at++)
        {
            lastFlag = answered[at].IsFlagged ? at : lastFlag;
            isBack = answered[at].Value >= backFrom;
            hasStayed = !isBack && at - lastFlag >= Baseline.FlaggedRunThatBecomesUsual;
            if (!isBack && answered[at].Value < answered[deepest].Value)
                deepest = at;
        }
        var last = isBack ? at - 2 : at - 1;
        var lowest = answered[deepest].Value;
        var episode = new RuptureEpisode(
            answered[onset].Session, answered[deepest].Session, answered[last].Session, before, lowest, threshold, last - onset + 1,
            isBack ? answered[at - 1].Session : null,
            isBack ? Shape(Fall(answered, deepest, backFrom), at - 1 - deepest) : hasStayed ? EpisodeShape.StepThatStays : EpisodeShape.NotOver,
            Repair(answered, deepest, backFrom, (before + lowest) / 2 - Baseline.Rounding));
        return (episode, last);
    }

    // Answered sessions from the last one at the usual level down to the deepest.
    private static int Fall(List<(int Session, double Value, bool IsFlagged)> answered, int deepest, double backFrom)
    {
        var from = deepest - 1;
        while (from > 0 && answered[from].Value < backFrom)
            from--;
        return deepest - from;
    }

    private static EpisodeShape Shape(int fall, int way) => (fall, way) switch
    {
        ( <= 1, <= 1) => EpisodeShape.V,
        (_, <= 1) => EpisodeShape.SlowDeclineSuddenReturn,
        ( <= 1, _) => EpisodeShape.SuddenFallSlowReturn,
        _ => EpisodeShape.SlowBothWays,
    };

    private static EpisodeRepair Repair(List<(int Session, double Value, bool IsFlagged)> answered, int deepest, double backFrom, double halfFrom)
    {
        var window = answered.Skip(deepest + 1).Take(SessionsToReturn).Select(one => one.Value).ToArray();
        return Array.Exists(window, value => value >= backFrom) ? EpisodeRepair.Full
            : Array.Exists(window, value => value >= halfFrom) ? EpisodeRepair.Partial
            : EpisodeRepair.Open;
    }
}
