using Attune.Method.Catalogue;

namespace Attune.Method.Learning;

internal static class AreaValues
{
    /// <summary>The order in which areas stand in rows, offsets and forecasts.</summary>
    public static RuptureArea[] All { get; } = [RuptureArea.Task, RuptureArea.Goal, RuptureArea.Bond];
}
