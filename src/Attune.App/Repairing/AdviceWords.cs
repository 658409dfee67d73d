using System.Globalization;
using Attune.Method.Repair;

namespace Attune.App.Repairing;

/// <summary>What a repair reading says, in plain words.</summary>
internal static class AdviceWords
{
    public static string Of(RepairAdvice advice) => advice switch
    {
        RepairAdvice.ThankForTheRisk => "They told you. Thank them for the risk, before anything else.",
        RepairAdvice.HoldTheWitness => "The one who watched was lost on the way. Hold the witness: what was it like to hear that?",
        RepairAdvice.AskHowLinksWereTaken => "There is more than one link to the past now. Ask how each was taken; quality counts more than number.",
        RepairAdvice.ChooseTheCopingMode => "Not clear yet which coping mode was seen: the response that fits it waits until you choose one.",
        RepairAdvice.AskInTheRoom => "This person's answers rarely vary: ask in the room.",
        _ => advice.ToString(),
    };

    public static string Of(RepairReason reason) => reason switch
    {
        RepairReason.NothingYet => "No claim and no later answer yet.",
        RepairReason.AwaitingAnswers => "Their answers after it are still to come.",
        RepairReason.AnswersRarelyVary => "This person's answers rarely vary, so they confirm nothing.",
        RepairReason.Silent => "Three sessions without an answer: it is not known. That does not mean unrepaired.",
        RepairReason.LevelBack => "The level came back in their own answers, and nothing is left open.",
        RepairReason.SaidCleared => "Their ratings had not fallen; they say themselves that nothing is left open.",
        RepairReason.PartlyBack => "Some of it came back.",
        RepairReason.NotBack => "Later answers did not bring it back.",
        RepairReason.SaidInTheRoom => "Said when you were three: weaker than an answer in private.",
        _ => reason.ToString(),
    };

    /// <summary>A rating with one decimal, as it is shown: 5.67 reads 5.7.</summary>
    public static string Shown(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
