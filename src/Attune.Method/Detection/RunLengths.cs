using System.Collections.Immutable;

namespace Attune.Method.Detection;

/// <summary>
/// How long the regime of each answered session has lasted, as a posterior given that session and earlier ones (Bayesian online change points; Adams and
/// MacKay, 2007). A run counts the sessions of the regime, this one included; the change comes before a session, not after it as they write it. The first
/// answered session begins a run for certain.
/// </summary>
/// <param name="Posteriors">For each session: null without an answer; else one probability for each run of 1 up to the answered sessions so far, summing to 1.</param>
public sealed record RunLengths(ChangePointPrior Prior, ImmutableArray<ImmutableArray<double>?> Posteriors)
{
    /// <summary>Throws for a prior with a fault and for an infinite value. NaN: no answer, stepped over. Takes room and time in the square of the sessions.</summary>
    public static RunLengths Of(ReadOnlySpan<double> series, ChangePointPrior prior)
    {
        ArgumentNullException.ThrowIfNull(prior);
        if (prior.Fault() is { } fault)
            throw new ArgumentException(fault, nameof(prior));
        RuptureDetection.CheckValues(series);
        var filter = new RegimeFilter(prior, new double[RegimeFilter.RoomFor(series.Length)], series.Length);
        var posteriors = ImmutableArray.CreateBuilder<ImmutableArray<double>?>(series.Length);
        foreach (var value in series)
        {
            if (double.IsNaN(value))
            {
                posteriors.Add(null);
                continue;
            }
            filter.Add(value);
            var ofRuns = ImmutableArray.CreateBuilder<double>(filter.Count);
            for (var run = 1; run <= filter.Count; run++)
                ofRuns.Add(filter.Posterior(run));
            posteriors.Add(ofRuns.MoveToImmutable());
        }
        return new RunLengths(prior, posteriors.MoveToImmutable());
    }

    /// <summary>The most likely run at a session (of equals the shortest); null without an answer.</summary>
    public int? MostLikely(int session) => Posteriors[session] is { } runs ? runs.IndexOf(runs.Max()) + 1 : null;
}
