namespace Attune.Method.Simulation;

/// <summary>Which terms of the forecast the simulator knows.</summary>
internal static class SimulatedTerms
{
    /// <summary>
    /// Never known of a simulated couple. The conjoint term is the same for everybody here and lies in the intercept; a split is drawn once and does not grow.
    /// </summary>
    public static readonly string[] NotSimulated = ["comfort", "shared-view", "expectation", "split-growth", "conjoint"];
}
