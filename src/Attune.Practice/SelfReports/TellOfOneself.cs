using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Refusals;

namespace Attune.Practice.SelfReports;

/// <summary>What a partner with their own pages in hand may do, for themselves alone.</summary>
public interface ISelfReportCommand
{
    Partner Partner { get; }
}

/// <summary>Keeps what was answered on one page over what was answered before, and the page to go on with. Not handed in.</summary>
public sealed record KeepSelfReport : CoupleCommand, ISelfReportCommand
{
    public required Partner Partner { get; init; }

    /// <summary>From 1.</summary>
    public required int GoOnWith { get; init; }

    public required SelfReport Answers { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var check = SelfReportRules.Check(Answers).Within(GoOnWith, 1, SelfReportRules.MostPages, "GoOnWith", "The page");
        if (check.Fails)
            return Decision.No(check.Why);
        // Turning an empty page is nothing to keep.
        if (Answers.IsEmpty && (couple[Partner].SelfReport.Draft is not { } draft || draft.Page == GoOnWith))
            return Decision.Record();
        return Decision.Record(new SelfReportDrafted { At = at, Partner = Partner, Page = GoOnWith, Report = SelfReportRules.Over(couple, Partner, Answers) });
    }
}

/// <summary>Sets aside what was answered before and not handed in.</summary>
public sealed record BeginSelfReportAfresh : CoupleCommand, ISelfReportCommand
{
    public required Partner Partner { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at) => couple[Partner].SelfReport.Draft is null
        ? Decision.Record()
        : Decision.Record(new SelfReportDrafted { At = at, Partner = Partner, Page = 1, Report = new SelfReport() });
}

/// <summary>Hands it in: what was kept, with the last page over it. A second one stands in the place of the first.</summary>
public sealed record GiveSelfReport : CoupleCommand, ISelfReportCommand
{
    public required Partner Partner { get; init; }

    public required SelfReport Answers { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var check = SelfReportRules.Check(Answers);
        if (check.Fails)
            return Decision.No(check.Why);
        var report = SelfReportRules.Over(couple, Partner, Answers);
        // Everything left out is a full answer, and nothing to show to anybody.
        if (report.IsEmpty)
            return Decision.Record();
        var given = new SelfReportGiven { At = at, Partner = Partner, Report = report };
        // The first forecast is the one before the first session; said again, the first one counts.
        return report.Expectation is { } expectation && couple[Partner].FirstExpectation is null && SelfReportRules.AsksExpectation(couple)
            ? Decision.Record(given, new ExpectationStated { At = at, Partner = Partner, Expectation = expectation })
            : Decision.Record(given);
    }
}

internal static class SelfReportRules
{
    public const int MostPages = 20;

    public const int MostLetters = 1_000;

    private const int MostTechniques = 500;

    public static bool AsksExpectation(CoupleCase couple) => couple.Sessions.All(session => session.Held is null);

    /// <summary>What was kept so far, with these answers over it.</summary>
    public static SelfReport Over(CoupleCase couple, Partner partner, SelfReport answers) =>
        (couple[partner].SelfReport.Draft?.Report ?? new SelfReport()).With(answers);

    public static Check Check(SelfReport answers)
    {
        var check = new Check()
            .NotLonger(answers.ComingWords, MostLetters, "ComingWords", "How you come to this")
            .NotLonger(answers.Hopes, MostLetters, "Hopes", "What you hope for")
            .NotLonger(answers.Fears, MostLetters, "Fears", "What you fear")
            .NotLonger(answers.EarlierTherapyEnded, MostLetters, "EarlierTherapyEnded", "How it ended")
            .NotLonger(answers.EarlierTherapyMended, MostLetters, "EarlierTherapyMended", "What would have helped")
            .NotLonger(answers.WhatHelps, MostLetters, "WhatHelps", "What helps")
            .Defined(answers.Expectation, "Expectation", "What you expect")
            .Defined(answers.MaySpeak, "MaySpeak", "Whether it may be spoken about")
            .Within(answers.Comfort.Count + answers.NotKnown.Length, 0, MostTechniques, "Comfort", "The ways of working");
        foreach (var coming in answers.Coming)
            check.Defined<ComingReason>(coming, "Coming", "How you come to this");
        foreach (var topic in answers.WouldRatherNot)
            check.That(SelfReport.Topics.Contains(topic), new Refusal("PRA021", "This cannot be left out here.", "WouldRatherNot"));
        foreach (var (technique, comfort) in answers.Comfort)
            check.Within(comfort, 0, 10, $"Comfort.{technique}", "Comfort");
        return check;
    }
}
