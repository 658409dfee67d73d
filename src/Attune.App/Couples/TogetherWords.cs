using System.Globalization;
using Attune.App.Repairing;
using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Practice.Couples;

namespace Attune.App.Couples;

/// <summary>What the two courses say beside each other, in plain sentences for the therapist. A prompt to ask, never a verdict.</summary>
internal static class TogetherWords
{
    private const string Prompt = "A prompt to ask, never a verdict.";

    /// <summary>For each partner whose latest fairness answer asks for it, unless it has been taken up as a rupture.</summary>
    public static IEnumerable<(Partner Partner, string Words)> Siding(CoupleView view)
    {
        foreach (var partner in new[] { view.A, view.B })
        {
            var latest = partner.Course.Points.LastOrDefault(point => point.Fairness is not null)?.Session;
            var finding = partner.Course.Leading.OfType<RuptureFinding.PossibleSiding>().LastOrDefault();
            if (finding is not null && finding.Session == latest && !IsTakenUp(view, finding.Session, partner.Partner))
                yield return (partner.Partner, $"{Fairness(finding)}: they may have felt that you took a side. How often this rule of ours is wrong is not known. {Prompt}");
        }
    }

    public static string Fairness(RuptureFinding.PossibleSiding finding) =>
        $"answered {finding.Fairness} of 7 for fairness in session {finding.Session}{(finding.Before is { } before ? $", after {before}" : "")}";

    /// <summary>Null: no session has a gap that asks for anything.</summary>
    public static string? Split(CoupleView view)
    {
        if (view.Alliance.LastWithGap is not { Composite: { } gap } last)
            return null;
        var grows = last.Trend is { IsGrowing: true } trend ? $"It has widened since session {trend.Since}. " : "";
        return gap.IsSplit
            ? $"{view.A.Name} and {view.B.Name} stand {AdviceWords.Shown(Math.Abs(gap.Signed))} points apart in session {last.Session}, {view.NameOf(gap.Higher ?? Partner.A)} higher: a {(gap.Grade == SplitGrade.Severe ? "severe split" : "split")}. {grows}{Prompt}"
            : grows.Length > 0 ? $"The gap between {view.A.Name} and {view.B.Name} is small. {grows}{Prompt}" : null;
    }

    /// <summary>Why the last session has no gap; null when it has one, or no session was held.</summary>
    public static string? NoGap(CoupleView view)
    {
        if (view.Alliance.Sessions is not [.., { WhyNoGap: { } why } last])
            return null;
        var because = why switch
        {
            NoGapReason.OnlyAAnswered => $"{view.B.Name} did not answer",
            NoGapReason.OnlyBAnswered => $"{view.A.Name} did not answer",
            NoGapReason.NobodyAnswered => "neither answered",
            _ => "not all was answered",
        };
        return $"How far apart they are in session {last.Session} cannot be told: {because}.";
    }

    /// <summary>Null unless both are, in the last session.</summary>
    public static string? BothMovingAway(CoupleView view) =>
        view.Alliance.Sessions is [.., { AMovingAway: { } ofA, BMovingAway: { } ofB }]
            ? $"Both are moving away: {view.A.Name}, {Falling(ofA)}; {view.B.Name}, {Falling(ofB)}. {Prompt}"
            : null;

    private static string Falling(MovingAway away) =>
        $"{(away.Of == FallingAnswer.Felt ? "feeling felt" : "fairness")} {string.Join(", ", away.Values.Select(value => value.ToString(CultureInfo.InvariantCulture)))}";

    /// <summary>One threat to continuing.</summary>
    public static string Of(CoupleView view, Threat threat, DateOnly today)
    {
        var who = RuptureWords.Owner(threat.Who, view.A.Name, view.B.Name);
        var ago = Ago(threat, today);
        var times = threat.Times > 1 ? $", {threat.Times} times lately" : "";
        return threat.Kind switch
        {
            ThreatKind.NotSureToComeBack => $"{who} was not sure of coming back, in session {threat.Session}{ago}{times}.",
            ThreatKind.DidNotCome => $"{who} did not come {After(threat)}{ago}{times}.",
            ThreatKind.OpenRupture => $"The rupture with {who} in session {threat.Session} is {StateOf(view, threat)}{ago}.",
            ThreatKind.MadeThingsHarder => $"{who} said that what you did together made things harder, in session {threat.Session}{ago}{times}.",
            ThreatKind.LeaningOut => $"{who} leans toward leaving the relationship, by the latest assessment{ago}.",
            ThreatKind.HopeFading => $"{who} seemed to be running out of hope in session {threat.Session}{ago}{times}.",
            ThreatKind.GrowingSplit => $"The gap between the two alliances has been widening, up to session {threat.Session}{ago}.",
            ThreatKind.Cancelled => $"{who} cancelled {After(threat)}{ago}{times}.",
            _ => $"{threat.Kind}{ago}.",
        };
    }

    private static string After(Threat threat) => threat.Session == 0 ? "before the first session" : $"after session {threat.Session}";

    private static string StateOf(CoupleView view, Threat threat) =>
        threat.Rupture is { } id && view.Rupture(id.Value) is { } rupture ? RuptureWords.State(rupture.Reading.State) : "open";

    private static string Ago(Threat threat, DateOnly today)
    {
        string?[] parts =
        [
            threat.SessionsAgo > 0 ? Count(threat.SessionsAgo, "session") : null,
            threat.DaysAgo(today) is { } days ? days == 0 ? "today" : Count(days, "day") : null,
        ];
        var said = string.Join(", ", parts.OfType<string>());
        return said.Length == 0 ? "" : said == "today" ? " (today)" : $" ({said} ago)";
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";

    private static bool IsTakenUp(CoupleView view, int session, Partner partner) =>
        view.Ruptures.Any(rupture => rupture.Session == session && rupture.Owner.Includes(partner));
}
