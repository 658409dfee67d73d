using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Alliance;

/// <summary>
/// "This person's answers rarely vary": over the last six rated forms (fewer at the start, never below four) no rating item changed its value.
/// An item left out now and then is not a change. Our proposal.
/// </summary>
public static class FlatAnswers
{
    /// <summary>The most forms that are looked at.</summary>
    public const int Window = 6;

    /// <summary>The fewest forms that can be called flat.</summary>
    public const int Least = 4;

    private static readonly ImmutableArray<Func<CheckInAnswers, int?>> Items =
        [a => a.Task, a => a.Goal, a => a.Bond, a => a.Fairness, a => a.Safety, a => a.WithinCouple];

    /// <summary>Whether the last of <paramref name="forms"/> (oldest first) closes a flat stretch. Forms without any rating do not count.</summary>
    public static bool EndsFlat(IEnumerable<CheckInAnswers> forms)
    {
        var last = forms.Where(form => Items.Any(item => item(form) is not null)).TakeLast(Window).ToArray();
        return last.Length >= Least
            && Items.All(item => last.Select(item).Where(value => value is not null).Distinct().Count() <= 1);
    }
}
