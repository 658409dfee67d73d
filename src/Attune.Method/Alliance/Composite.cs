using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Alliance;

/// <summary>One number for a form: the mean of task, goal and bond (design 6). Fairness has a rule of its own and is no part of it.</summary>
public static class Composite
{
    /// <summary>1 to 7; null unless all three are answered.</summary>
    public static double? Of(CheckInAnswers answers) =>
        answers is { Task: { } task, Goal: { } goal, Bond: { } bond } ? (task + goal + bond) / 3.0 : null;

    /// <summary>The item of one area; the composite where no area is named. Null where it was not answered.</summary>
    public static double? Of(CheckInAnswers answers, RuptureArea? area) => area switch
    {
        RuptureArea.Task => answers.Task,
        RuptureArea.Goal => answers.Goal,
        RuptureArea.Bond => answers.Bond,
        _ => Of(answers),
    };
}
