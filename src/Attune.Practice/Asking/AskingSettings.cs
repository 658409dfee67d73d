using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Refusals;

namespace Attune.Practice.Asking;

/// <summary>In which language a page that is handed to a partner begins.</summary>
public sealed record ChoosePageLanguage : CoupleCommand
{
    public required Partner Partner { get; init; }

    public required PageLanguage Language { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var check = new Check().Defined<Partner>(Partner, "Partner", "Whose language it is").Defined<PageLanguage>(Language, "Language", "The language");
        if (check.Fails)
            return Decision.No(check.Why);
        // Saved as it was: nothing happened.
        return couple[Partner].PageLanguage == Language
            ? Decision.Record()
            : Decision.Record(new PageLanguageChosen { At = at, Partner = Partner, Language = Language });
    }
}

/// <summary>Whether the check-in asks both about home. Off by default; ended by this key alone.</summary>
public sealed record SwitchHomeQuestions : CoupleCommand
{
    public required bool On { get; init; }

    /// <summary>
    /// From the first session that took place [our proposal], and never under a safety flag: what is said of somebody at home is read there too. What
    /// is on stays on, since a question that vanishes would tell; it is not read then.
    /// </summary>
    internal static bool IsOffered(CoupleCase couple) => !couple.AsksAboutHome && !couple.HasSafetyFlag && couple.Sessions.Any(session => session.Held is not null);

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (On == couple.AsksAboutHome)
            return Decision.Record();
        return On && !IsOffered(couple) ? Decision.No(AskingRefusals.NotOfferedYet) : Decision.Record(new HomeQuestionsSwitched { At = at, On = On });
    }
}

public static class AskingRefusals
{
    /// <summary>The same words too early and under a flag.</summary>
    public static readonly Refusal NotOfferedYet = new("ASK002", "The questions about home are not offered yet.");
}
