using Attune.App.Repairing;
using Attune.Method.Alliance;
using Attune.Practice.Couples;

namespace Attune.App.Couples;

/// <summary>What lies one click down: each criterion by its name, with its figures and its limit, and what the therapist may not have seen.</summary>
internal static class CriterionWords
{
    /// <summary>The criterion under its name in the literature, with the choice that was made in it.</summary>
    public static string Name(RuptureFinding finding) => finding switch
    {
        RuptureFinding.Direct => "direct report",
        RuptureFinding.Drop drop => $"drop of {drop.Sds} SD",
        RuptureFinding.ControlChart chart =>
            $"control chart, {chart.Sigmas} sigma, {(chart.Baseline == ChartBaseline.AllPastData ? "all past sessions" : "flagged sessions kept out")}",
        RuptureFinding.SlowErosion => "decline over several sessions",
        RuptureFinding.PossibleSiding => "fairness answer",
        _ => "cannot tell",
    };

    public static string Figures(RuptureFinding finding) => finding switch
    {
        RuptureFinding.Drop drop => $"from {Shown(drop.From)} to {Shown(drop.To)}, limit {Shown(drop.Limit)}",
        RuptureFinding.ControlChart chart => $"{Shown(chart.At)}, limit {Shown(chart.Limit)} from {chart.Over} earlier sessions with mean {Shown(chart.Centre)}",
        RuptureFinding.SlowErosion erosion => $"{erosion.Declines} falls in a row, from {Shown(erosion.From)} to {Shown(erosion.To)}, limit {Shown(erosion.Limit)}",
        RuptureFinding.PossibleSiding siding => $"{siding.Fairness}, limit {siding.Limit}",
        _ => "",
    };

    /// <summary>Level, blind spot, then what the criteria found that do not lead, in order of the sessions. Empty: nothing to remark, which is no praise.</summary>
    public static IEnumerable<string> Remarks(PartnerView partner) =>
    [
        .. Level(partner) is { } level ? [level] : (string[])[],
        .. BlindSpot(partner),
        .. partner.Course.Beside.Select(finding => $"Session {finding.Session}, {Name(finding)}: {Figures(finding)}. {Rate(finding, partner)}".TrimEnd()),
    ];

    private static IEnumerable<string> BlindSpot(PartnerView partner)
    {
        if (partner.BlindSpot.Last is { IsOff: true, Mean: { } mean, Over: var over })
            yield return $"Your guess of how met they feel was {Shown(Math.Abs(mean))} too {(mean > 0 ? "high" : "low")}, {(over == 1 ? "once" : $"on the mean of the last {over}")}.";
        foreach (var session in partner.BlindSpot.Sessions)
        {
            if (session.Tension == TensionSeen.ByPartnerOnly)
                yield return $"Told of tension in session {session.Session} that you had not noticed.";
            if (session.Tension == TensionSeen.ByTherapistOnly)
                yield return $"You noticed tension in session {session.Session}, and they say that there was none.";
        }
    }

    private static string? Level(PartnerView partner) => partner.Levels.LastOrDefault() switch
    {
        { Remark: LevelRemark.Low } level => $"Low in session {level.Session}, at {Shown(level.Composite)}: at or below the middle of the scale (our proposal).",
        { Remark: LevelRemark.LowAsExpected } level => $"At {Shown(level.Composite)} in session {level.Session}: with this person a slow beginning is expected.",
        { IsFlat: true } => "The answers rarely vary: that they are good says little.",
        _ => null,
    };

    private static string Rate(RuptureFinding finding, PartnerView partner) =>
        partner.Criteria.FalseAlarmsOf(finding) is { } range ? $"Flags {FalseAlarmWords.Of(range, partner.Criteria.Answered)}." : "";

    private static string Shown(double value) => AdviceWords.Shown(value);
}
