using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;

namespace Attune.Practice.Asking;

/// <summary>What a partner with a check-in in hand may do: these three, for themselves and that session alone.</summary>
public interface ICheckInCommand
{
    Partner Partner { get; }

    /// <summary>0 = before the first session.</summary>
    int Session { get; }
}

/// <summary>Before the first session: only what this partner expects.</summary>
public sealed record StateExpectation : CoupleCommand, ICheckInCommand
{
    public required Partner Partner { get; init; }

    public required ExpectationAnswer Expectation { get; init; }

    int ICheckInCommand.Session => 0;

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (couple[Partner].FirstExpectation is not null)
            return Decision.No(CheckInRefusals.AnsweredAlready);
        var check = new Check().Defined<ExpectationAnswer>(Expectation, "Expectation", "What you expect");
        return check.Fails ? Decision.No(check.Why) : Decision.Record(new ExpectationStated { At = at, Partner = Partner, Expectation = Expectation });
    }
}

/// <summary>One partner's private answers after a session; once.</summary>
public sealed record AnswerCheckIn : CoupleCommand, ICheckInCommand
{
    public required Partner Partner { get; init; }

    public required int Session { get; init; }

    public required CheckInAnswers Answers { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (!SessionRules.IsHeld(couple, Session))
            return Decision.No(SessionRules.NotHeld(Session));
        if (couple.FindSession(Session)![Partner].CheckIn is not null)
            return Decision.No(CheckInRefusals.AnsweredAlready);
        var check = CheckAnswers(Answers);
        return check.Fails
            ? Decision.No(check.Why)
            : Decision.Record(new CheckInAnswered { At = at, Session = Session, Partner = Partner, Answers = Tidy(Answers) });
    }

    private static Check CheckAnswers(CheckInAnswers answers) => new Check()
        .Within(answers.Task, 1, 7, "Task", "This answer")
        .Within(answers.Goal, 1, 7, "Goal", "This answer")
        .Within(answers.Bond, 1, 7, "Bond", "This answer")
        .Within(answers.Fairness, 1, 7, "Fairness", "This answer")
        .Within(answers.Safety, 1, 7, "Safety", "This answer")
        .Within(answers.WithinCouple, 1, 7, "WithinCouple", "This answer")
        .Within(answers.Tension?.Strength, 1, 5, "TensionStrength", "How strong it was")
        .Within(answers.Tension?.Cleared, 1, 5, "TensionCleared", "How far it is cleared up")
        .NotLonger(answers.Tension?.Words, 2_000, "TensionWords", "Your own words")
        .Defined(answers.Tension?.MaySpeak, "MaySpeak", "Whether it may be spoken about")
        .Defined(answers.Care, "Care", "The answer on care")
        .Defined(answers.Expectation, "Expectation", "What you expect")
        .Defined(answers.StillOpen, "StillOpen", "What is still open")
        .Defined(answers.CareAtHome, "CareAtHome", "The answer on care at home")
        .Defined(answers.ExpectationAtHome, "ExpectationAtHome", "What you expect at home")
        .Defined(answers.SinceLastTime, "SinceLastTime", "Since last time");

    // What was typed under "yes" and then taken back with "no" was not said.
    private static CheckInAnswers Tidy(CheckInAnswers answers) =>
        answers.Tension is { Any: false } ? answers with { Tension = new TensionAnswer { Any = false } } : answers;
}

/// <summary>"I cannot answer in private now."</summary>
public sealed record PutOffCheckIn : CoupleCommand, ICheckInCommand
{
    public required Partner Partner { get; init; }

    public required int Session { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at) =>
        Session == 0 || SessionRules.IsHeld(couple, Session)
            ? Decision.Record(new CheckInPutOff { At = at, Session = Session, Partner = Partner })
            : Decision.No(SessionRules.NotHeld(Session));
}

public static class CheckInRefusals
{
    public const string AnsweredAlreadyCode = "ASK001";

    public static readonly Refusal AnsweredAlready = new(AnsweredAlreadyCode, "This form was sent already. Your answers are safe.");
}
