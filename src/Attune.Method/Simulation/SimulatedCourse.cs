using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Simulation;

/// <summary>One partner's course as a detector sees it, and what it should find.</summary>
/// <param name="Composite">One value per session from session 1, 1 to 7; NaN where it was not answered or not held.</param>
/// <param name="Ruptures">That partner's, in order of onset.</param>
public sealed record SimulatedCourse(uint Couple, Partner Partner, ImmutableArray<double> Composite, ImmutableArray<TrueRupture> Ruptures)
{
    /// <summary>Sessions of the true onsets, from 1, in order.</summary>
    public IEnumerable<int> Onsets => Ruptures.Select(rupture => rupture.Onset);
}
