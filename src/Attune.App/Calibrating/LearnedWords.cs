using System.Globalization;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Cases;
using Attune.Method.Learning;
using Attune.Practice.Learning;

namespace Attune.App.Calibrating;

/// <summary>What the practice's own sessions say of one couple's next session.</summary>
internal static class LearnedWords
{
    /// <summary>Such as "from 118 of your sessions".</summary>
    public static string From(LearnedReport report) => string.Create(CultureInfo.InvariantCulture, $"from {report.Provenance.Sessions:N0} of your sessions");

    /// <summary>One partner by each reporter, in a sentence; null where no number is given.</summary>
    public static string? Of(LearnedChances learnt, Partner partner)
    {
        string[] said =
        [
            .. learnt.Told is { } told ? [$"{ChanceWords.Of(told[partner].Prediction.Any)} by their own report, {From(told)}"] : Array.Empty<string>(),
            .. learnt.Noticed is { } noticed ? [$"{ChanceWords.Of(noticed[partner].Prediction.Any)} by yours, {From(noticed)}"] : Array.Empty<string>(),
        ];
        return said.Length == 0 ? null : $"{char.ToUpperInvariant(said[0][0])}{string.Join("; ", said)[1..]}.";
    }

    /// <summary>That at least one of the two tells, as if independent; null where no number is given.</summary>
    public static string? AtLeastOne(LearnedChances learnt) => learnt.Told is not { } told ? null
        : $"about {ChanceWords.Of(Forecasts.AtLeastOne(told.A.Prediction.Any.Probability, told.B.Prediction.Any.Probability))}";

    /// <summary>How far it can be believed; null where no number is given.</summary>
    public static string? Worth(LearnedChances learnt) => (learnt.Told ?? learnt.Noticed)?.Verdict switch
    {
        null when learnt.Standing == LearnedStanding.Given => "Whether it says more than your base rate is not worked out at the moment.",
        null => null,
        ForecastVerdict.BetterThanBaseRate => "With couples it had not seen, it said more than your base rate does.",
        ForecastVerdict.NoBetter => "With couples it had not seen, it said no more than your base rate does: take the number lightly, and the reasons as questions.",
        _ => "From too few couples yet to tell whether it says more than your base rate does.",
    };

    /// <summary>Why there is no number yet.</summary>
    public static string? WhyNot(LearnedChances learnt) => learnt.Standing switch
    {
        LearnedStanding.BeingWorkedOut => "What your own sessions say is being worked out; look again in a moment.",
        _ => null,
    };
}
