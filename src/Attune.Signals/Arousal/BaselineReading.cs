using System.Runtime.InteropServices;
using Attune.Signals.Artefacts;
using Attune.Signals.Beats;

namespace Attune.Signals.Arousal;

/// <summary>What came of taking a resting baseline. It is refused, with its reason, when it would make arousal invisible.</summary>
public abstract record BaselineReading
{
    /// <summary>Least time that a baseline needs: 3 minutes; 5 are better (our proposal).</summary>
    public static readonly TimeSpan LeastTime = TimeSpan.FromMinutes(3);

    /// <summary>A median above this many times the usual one is refused; exactly this is not. 1.10: our proposal.</summary>
    public const double LargestRise = 1.10;

    private const double Tolerance = 1e-9;

    private BaselineReading()
    {
    }

    /// <param name="Baseline">The rest to compare with.</param>
    public sealed record Taken(RestingBaseline Baseline) : BaselineReading;

    /// <param name="Recorded">How long was recorded, less than <see cref="LeastTime"/>.</param>
    public sealed record TooShort(TimeSpan Recorded) : BaselineReading;

    /// <param name="Coverage">Share of the time in believable beats, below <see cref="ArousalFinding.CoverageFloor"/>.</param>
    public sealed record TooFewBelievableBeats(double Coverage) : BaselineReading;

    /// <summary>
    /// The rest before this session lies more than 10% above the person's usual one: what brought them here raised it, and measured
    /// against it the next rise would not show. The usual one is the one to use.
    /// </summary>
    /// <param name="Measured">What was measured now.</param>
    /// <param name="Usual">What is usual.</param>
    public sealed record AboveUsual(RestingBaseline Measured, RestingBaseline Usual) : BaselineReading;

    /// <summary>
    /// Takes the baseline of quiet minutes. Beats are believed by <see cref="ArtefactRule.RangeThenKarlsson"/>, filled ones do not count.
    /// </summary>
    /// <param name="quiet">The quiet, seated minutes and nothing else.</param>
    /// <param name="usual">The person's usual rest; null when this is the first.</param>
    public static BaselineReading Take(BeatSeries quiet, RestingBaseline? usual)
    {
        ArgumentNullException.ThrowIfNull(quiet);
        if (quiet.Duration < LeastTime)
            return new TooShort(quiet.Duration);

        var believed = ArtefactRules.Correct(quiet, ArtefactRule.RangeThenKarlsson).Believed;
        var rates = new List<double>(quiet.Count);
        var coveredMs = 0.0;
        for (var i = 0; i < believed.Length; i++)
        {
            if (!believed[i])
                continue;
            coveredMs += quiet.IntervalsMs[i];
            rates.Add(BeatSeries.MillisecondsPerMinute / quiet.IntervalsMs[i]);
        }

        var coverage = Math.Min(1, coveredMs / quiet.TotalMs);
        if (!(coverage >= ArousalFinding.CoverageFloor))
            return new TooFewBelievableBeats(coverage);

        var measured = new RestingBaseline(Averages.Median(CollectionsMarshal.AsSpan(rates)), Deviation(rates), BeatSeries.FromMs(coveredMs));
        return usual is not null && measured.MedianBpm > (LargestRise * usual.MedianBpm) + Tolerance
            ? new AboveUsual(measured, usual)
            : new Taken(measured);
    }

    private static double Deviation(List<double> rates)
    {
        var mean = rates.Average();
        return Math.Sqrt(rates.Sum(rate => (rate - mean) * (rate - mean)) / (rates.Count - 1));
    }
}
