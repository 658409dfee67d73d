using System.Collections.Immutable;
using Attune.Signals.Beats;

namespace Attune.Signals.Simulation;

/// <summary>
/// What a strap makes of a heart: beats too early, missed and doubled, and stretches without contact. The same faults and seed give the
/// same beats. Time is kept: after each fault the beats end where they did.
/// </summary>
public sealed record SensorFaults
{
    /// <summary>Share of beats that come 30% early, with the pause after them that makes up for it, in [0, 1].</summary>
    public double EctopicShare { get; init; }

    /// <summary>Share of beats that are missed: they and the next make one interval, in [0, 1].</summary>
    public double MissedShare { get; init; }

    /// <summary>Share of beats that are found twice: one interval becomes two, a third and two thirds of it, in [0, 1].</summary>
    public double ExtraShare { get; init; }

    /// <summary>Stretches without contact: every beat that ends within is part of one long interval, as recorders write a gap.</summary>
    public ImmutableArray<SessionSpan> Dropouts { get; init; } = [];

    /// <summary>The recording with its faults. Throws for shares outside [0, 1].</summary>
    public BeatSeries Recorded(BeatSeries heart, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(heart);
        RequireShare(EctopicShare);
        RequireShare(MissedShare);
        RequireShare(ExtraShare);
        return BeatSeries.FromIntervals(WithoutContact(WithBadBeats(heart.IntervalsMs.ToArray(), seed)).ToArray());
    }

    private List<double> WithBadBeats(double[] beats, ulong seed)
    {
        var recorded = new List<double>(beats.Length);
        for (var i = 0; i < beats.Length; i++)
        {
            var draw = SplitMix64.UnitAt(seed, (ulong)i);
            var hasNext = i + 1 < beats.Length;
            if (draw < EctopicShare && hasNext)
            {
                var early = Math.Round(0.7 * beats[i]);
                recorded.AddRange([early, beats[i] + beats[i + 1] - early]);
                i++;
            }
            else if (draw < EctopicShare + MissedShare && hasNext)
            {
                recorded.Add(beats[i] + beats[i + 1]);
                i++;
            }
            else if (draw >= EctopicShare + MissedShare && draw < EctopicShare + MissedShare + ExtraShare)
            {
                var first = Math.Round(beats[i] / 3);
                recorded.AddRange([first, beats[i] - first]);
            }
            else
            {
                recorded.Add(beats[i]);
            }
        }

        return recorded;
    }

    private List<double> WithoutContact(List<double> beats)
    {
        var recorded = new List<double>(beats.Count);
        var (end, lost) = (0.0, 0.0);
        foreach (var beat in beats)
        {
            end += beat;
            lost += beat;
            if (Dropouts.Any(span => span.Contains(BeatSeries.FromMs(end))))
                continue;
            recorded.Add(lost);
            lost = 0;
        }

        return recorded;
    }

    private static void RequireShare(double share)
    {
        if (share is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
    }
}
