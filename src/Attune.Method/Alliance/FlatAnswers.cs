using Attune.Method.Cases;

namespace Attune.Method.Alliance;

/// <summary>
/// Whether a person's forms are all alike. Then a good form after a rupture confirms nothing: who always says 7 says 7 (map 4.2, subjugation). Our proposal.
/// </summary>
public static class FlatAnswers
{
    /// <summary>How many forms in a row have to be alike.</summary>
    public const int Run = 4;

    /// <summary>True when the last <see cref="Run"/> answered forms up to the session give the same mark to every rated item, and the same mark throughout.</summary>
    public static bool UpTo(CoupleCase couple, Partner partner, int session)
    {
        int? mark = null;
        var alike = 0;
        foreach (var answers in couple.Sessions.Where(one => one.Number <= session).Reverse().Select(one => one[partner].CheckIn).OfType<CheckInAnswers>())
        {
            int?[] marks = [answers.Task, answers.Goal, answers.Bond, answers.Fairness, answers.Safety];
            mark ??= marks.FirstOrDefault(one => one is not null);
            if (mark is null || marks.Any(one => one is not null && one != mark))
                return false;
            if (++alike == Run)
                return true;
        }

        return false;
    }
}
