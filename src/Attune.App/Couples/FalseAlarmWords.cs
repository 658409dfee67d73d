using System.Globalization;
using Attune.Method.Alliance;
using Attune.Method.Detection;
using Attune.Practice.Couples;

namespace Attune.App.Couples;

/// <summary>How often a criterion flags when nothing happened, in natural frequencies. A range, because how alike one person's neighbouring sessions are cannot be told from so few.</summary>
internal static class FalseAlarmWords
{
    /// <summary>Such as "in 2 to 10 of 100 courses of 9 answered sessions in which nothing happened".</summary>
    public static string Of(FalseAlarmRange range, int answered) => string.Create(CultureInfo.InvariantCulture,
        $"in {Short(range)} courses of {answered} answered session{(answered == 1 ? "" : "s")} in which nothing happened");

    /// <summary>Such as "2 to 10 of 100".</summary>
    public static string Short(FalseAlarmRange range)
    {
        var (least, most) = (Percent(range.Least), Percent(range.Most));
        var said = (least, most) switch
        {
            _ when range.Most == 0 => "none of 100",
            (_, 0) => "fewer than 1 of 100",
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"up to {most} of 100"),
            _ when least == most => string.Create(CultureInfo.InvariantCulture, $"about {most} of 100"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{least} to {most} of 100"),
        };
        return range.IsBeyond ? $"at least {said}" : said;
    }

    /// <summary>What stands beside one finding: its criterion by name, and how often that one flags anyway.</summary>
    public static string Beside(RuptureFinding finding, PartnerView partner) => finding switch
    {
        RuptureFinding.Direct => "Told, and not inferred.",
        RuptureFinding.PossibleSiding => "Our own rule on one answer; how often it is wrong is not known.",
        _ when CourseCriteria.Of(finding) is { } criterion && partner.Criteria.FalseAlarmsOf(finding) is { } range =>
            $"By the {CriterionNames.Of(criterion)} ({CriterionNames.Source(criterion)}), which flags {Of(range, partner.Criteria.Answered)}.",
        _ => "",
    };

    private static int Percent(double share) => (int)Math.Round(100 * share, MidpointRounding.AwayFromZero);
}
