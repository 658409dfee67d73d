using Attune.Method.Alliance;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Catalogue;

namespace Attune.Method.Learning;

internal static class AreaValues
{
    /// <summary>The order in which areas stand in rows, offsets and forecasts.</summary>
    public static RuptureArea[] All { get; } = [RuptureArea.Task, RuptureArea.Goal, RuptureArea.Bond];

    /// <summary>Adds one input to its term: value x strength, times what is told where the partner reports.</summary>
    public static void Add(TermInput input, int term, TensionReporter reporter, Span<double> values, int terms)
    {
        var value = input.Value * (reporter == TensionReporter.Partner ? input.Told : 1);
        for (var area = 0; area < All.Length; area++)
            values[area * terms + term] += value * input.Strengths.In(All[area]);
    }
}
