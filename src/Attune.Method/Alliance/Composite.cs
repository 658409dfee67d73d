using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Alliance;

/// <summary>The alliance in one figure: task, goal and bond (Bordin, 1979). Fairness has a rule of its own and is no part of it.</summary>
public static class Composite
{
    /// <summary>Mean of task, goal and bond, 1 to 7; null unless all three are answered.</summary>
    public static double? Of(CheckInAnswers answers) => (answers.Task + answers.Goal + answers.Bond) / 3.0;

    /// <summary>The one item that stands for an area, 1 to 7; null when it was not answered.</summary>
    public static int? Item(CoursePoint point, RuptureArea area) => area switch
    {
        RuptureArea.Task => point.Task,
        RuptureArea.Goal => point.Goal,
        RuptureArea.Bond => point.Bond,
    };
}
