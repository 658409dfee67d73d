using System.Collections.Immutable;
using Attune.Signals.Beats;

namespace Attune.Signals.Arousal;

/// <summary>The stretches of a track that are episodes, and how long each took to be recovered from.</summary>
internal static class EpisodeSearch
{
    internal static ImmutableArray<ArousalEpisode> In(RateTrack track, ArousalLevels levels, double minimumMs, RateChoice choice)
    {
        var spans = Spans(track, levels, minimumMs, choice);
        var found = ImmutableArray.CreateBuilder<ArousalEpisode>(spans.Count);
        for (var i = 0; i < spans.Count; i++)
        {
            var (from, to) = spans[i];
            var until = i + 1 < spans.Count ? spans[i + 1].From : track.RatesBpm.Length;
            found.Add(Describe(track, from, to) with { RecoveredAfter = RecoveredAfter(track, levels, to, until, choice) });
        }

        return found.MoveToImmutable();
    }

    private static List<(int From, int To)> Spans(RateTrack track, ArousalLevels levels, double minimumMs, RateChoice choice)
    {
        var (edges, rates) = track;
        var found = new List<(int, int)>();
        var (first, end, calmed) = (0, 0, false);
        for (var i = 0; i < rates.Length; i++)
        {
            if (!levels.IsAroused(rates[i]))
            {
                calmed |= !double.IsNaN(rates[i]);
                continue;
            }

            var goesOn = i == end || choice switch
            {
                RateChoice.DipsBridged5 => edges[i] - edges[end] <= ArousalRule.LongestDipMs,
                RateChoice.MeanOfLast15 => !calmed,
                _ => false,
            };
            if (!goesOn || end == first)
            {
                AddIfLongEnough(first, end);
                first = i;
            }

            (end, calmed) = (i + 1, false);
        }

        AddIfLongEnough(first, end);
        return found;

        void AddIfLongEnough(int from, int to)
        {
            if (to > from && edges[to] - edges[from] > minimumMs + ArousalLevels.Tolerance)
                found.Add((from, to));
        }
    }

    private static ArousalEpisode Describe(RateTrack track, int from, int to)
    {
        var (edges, rates) = track;
        var (peak, weighted, known) = (0.0, 0.0, 0.0);
        for (var i = from; i < to; i++)
        {
            if (double.IsNaN(rates[i]))
                continue;
            var width = edges[i + 1] - edges[i];
            peak = Math.Max(peak, rates[i]);
            weighted += rates[i] * width;
            known += width;
        }

        return new(BeatSeries.FromMs(edges[from]), BeatSeries.FromMs(edges[to]), peak, weighted / known);
    }

    private static TimeSpan? RecoveredAfter(RateTrack track, ArousalLevels levels, int from, int until, RateChoice choice)
    {
        var (edges, rates) = track;
        var since = double.NaN;
        for (var i = from; i < until; i++)
        {
            // A trailing mean passes short silences over and marks the others; elsewhere what could be filled is filled.
            if (double.IsNaN(rates[i]) && choice is RateChoice.MeanOfLast15)
                continue;
            if (!double.IsFinite(rates[i]))
                return null;
            if (!levels.IsRecovered(rates[i]))
                since = double.NaN;
            else if (double.IsNaN(since))
                since = edges[i];
            if (edges[i + 1] - since >= ArousalRule.RecoveredMs - ArousalLevels.Tolerance)
                return BeatSeries.FromMs(edges[i + 1]) - BeatSeries.FromMs(edges[from]);
        }

        return null;
    }
}
