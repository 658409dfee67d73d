using System.Globalization;
using Attune.App.Repairing;
using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.Repair;
using Attune.Practice.Couples;

namespace Attune.App.Couples;

/// <summary>A couple's course in one plain sentence, and its findings in words.</summary>
internal static class CourseWords
{
    public static string Sentence(CoupleView view)
    {
        if (view.LastHeld == 0)
            return $"{view.A.Name} and {view.B.Name} have not had a session yet.";
        var unnoted = NotNoted(view).ToList();
        if (unnoted.Count > 0)
        {
            var (partner, finding) = unnoted[^1];
            return $"{view.NameOf(partner)} {Of(finding)}";
        }

        var open = view.Ruptures.Where(one => !one.IsSetAside && one.Reading.IsStillOpen).ToList();
        if (open.Count > 0)
        {
            var oldest = open.MinBy(one => one.Session)!;
            return $"The rupture with {RuptureWords.Owner(oldest.Owner, view.A.Name, view.B.Name)} in session {oldest.Session} is {RuptureWords.State(oldest.Reading.State)}.";
        }

        if (view.Ruptures.LastOrDefault(one => one.Reading.State == RepairState.Ended) is { } ended)
            return $"The work ended with the rupture with {RuptureWords.Owner(ended.Owner, view.A.Name, view.B.Name)} in session {ended.Session} open.";
        if (view.Ruptures.LastOrDefault(one => !one.IsSetAside) is { } last)
            return $"The repair with {RuptureWords.Owner(last.Owner, view.A.Name, view.B.Name)} after session {last.Session} is {RuptureWords.State(last.Reading.State)}; nothing else is open.";
        var answered = view.A.Course.Points.Concat(view.B.Course.Points).Any(point => point.Answer == SessionAnswer.Answered);
        return answered ? "No rupture has been told, noticed or inferred so far." : "Nobody has answered yet, so nothing can be said.";
    }

    /// <summary>What was told or inferred and not taken up as a rupture, in order of the sessions.</summary>
    public static IEnumerable<(Partner Partner, RuptureFinding Finding)> NotNoted(CoupleView view) =>
        new[] { view.A, view.B }
            .SelectMany(partner => partner.Course.Leading.Select(finding => (partner.Partner, Finding: finding)))
            .Where(one => one.Finding is not RuptureFinding.PossibleSiding
                && !view.Ruptures.Any(rupture => rupture.Session == one.Finding.Session && rupture.Owner.Includes(one.Partner)))
            .GroupBy(one => (one.Partner, one.Finding.Session))
            .Select(group => group.FirstOrDefault(one => one.Finding is RuptureFinding.Direct, group.First()))
            .OrderBy(one => one.Finding.Session);

    public static string Of(RuptureFinding finding) => finding switch
    {
        RuptureFinding.Direct { By: TensionReporter.Therapist } seen => $"showed tension that you noticed in session {seen.Session}.",
        RuptureFinding.Direct { Strength: { } strength } told => $"told of tension in session {told.Session}, strength {strength} of 5.",
        RuptureFinding.Direct told => $"told of tension in session {told.Session}.",
        RuptureFinding.Drop drop => string.Create(CultureInfo.InvariantCulture,
            $"fell from {AdviceWords.Shown(drop.From)} to {AdviceWords.Shown(drop.To)} in session {drop.Session}, by more than their usual spread."),
        RuptureFinding.ControlChart chart => $"was at {AdviceWords.Shown(chart.At)} in session {chart.Session}, below what is usual for them (about {AdviceWords.Shown(chart.Centre)}).",
        _ => $"cannot be read in session {finding.Session}.",
    };

    public static string? Short(RuptureFinding finding) => finding switch
    {
        RuptureFinding.Direct { By: TensionReporter.Therapist } => "tension noticed by you",
        RuptureFinding.Direct { Strength: { } strength } => $"told of tension, {strength} of 5",
        RuptureFinding.Direct => "told of tension",
        RuptureFinding.Drop => "fell",
        RuptureFinding.ControlChart => "below their usual",
        RuptureFinding.PossibleSiding => "possible siding",
        _ => null,
    };
}
