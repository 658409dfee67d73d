using Attune.App.Forms;
using Attune.Method.Cases;
using Attune.Practice.Asking;
using Attune.Practice.Couples;

namespace Attune.App.Asking;

/// <summary>What a partner sent, as the command that records it. What cannot be read is named by its field; <see cref="CheckInText"/> says it in the partner's language.</summary>
internal static class CheckInReading
{
    /// <summary>Nothing chosen before the first session is read as "not now".</summary>
    public static CoupleCommand Command(SentForm sent, CheckInForm form)
    {
        var expectation = sent.Choice<ExpectationAnswer>("Expectation", CheckInText.Of("Expectation"));
        if (form.OnlyExpectation)
            return expectation is { } expected ? new StateExpectation { Partner = form.Partner, Expectation = expected } : PutOff(form);
        return new AnswerCheckIn
        {
            Partner = form.Partner,
            Session = form.Session,
            Answers = new CheckInAnswers
            {
                Task = Rating(sent, "Task"),
                Goal = Rating(sent, "Goal"),
                Bond = Rating(sent, "Bond"),
                Fairness = Rating(sent, "Fairness"),
                Safety = form.AsksSafety ? Rating(sent, "Safety") : null,
                WithinCouple = form.AsksWithinCouple ? Rating(sent, "WithinCouple") : null,
                Tension = Tension(sent),
                Care = sent.Choice<CareAnswer>("Care", CheckInText.Of("Care")),
                Expectation = expectation,
                StillOpen = sent.Choice<StillOpenAnswer>("StillOpen", CheckInText.Of("StillOpen")),
                CareAtHome = form.AsksAboutHome ? sent.Choice<CareAnswer>("CareAtHome", CheckInText.Of("CareAtHome")) : null,
                ExpectationAtHome = form.AsksAboutHome ? sent.Choice<ExpectationAnswer>("ExpectationAtHome", CheckInText.Of("ExpectationAtHome")) : null,
                SinceLastTime = form.AsksSinceLastTime ? sent.Choice<SinceLastTimeAnswer>("SinceLastTime", CheckInText.Of("SinceLastTime")) : null,
            },
        };
    }

    public static CoupleCommand PutOff(CheckInForm form) => new PutOffCheckIn { Partner = form.Partner, Session = form.Session };

    private static int? Rating(SentForm sent, string name) => sent.Whole(name, CheckInText.Of(name));

    // Who fills in how strong it was has said that there was something, ticked or not.
    private static TensionAnswer? Tension(SentForm sent)
    {
        var strength = sent.Whole("TensionStrength", CheckInText.Of("TensionStrength"));
        var cleared = sent.Whole("TensionCleared", CheckInText.Of("TensionCleared"));
        var words = sent.Text("TensionWords");
        var maySpeak = sent.Choice<SpeakPermission>("MaySpeak", CheckInText.Of("MaySpeak"));
        bool? said = sent.Text("Tension") switch { "yes" => true, "no" => false, _ => null };
        if (said is null && strength is null && cleared is null && words is null)
            return null;
        return new TensionAnswer { Any = said ?? true, Strength = strength, Cleared = cleared, Words = words, MaySpeak = maySpeak };
    }
}
