using System.Globalization;
using Attune.Method.Repair;

namespace Attune.App.Repairing;

/// <summary>What a repair reading says, in plain words.</summary>
internal static class AdviceWords
{
    public static string Of(RepairAdvice advice) => advice switch
    {
        RepairAdvice.HoldTheWitness => "The one who watched was lost on the way. Hold the witness: what was it like to hear that?",
        RepairAdvice.AskHowEachLinkWasTaken => "There is more than one link to the past now. Ask how each was taken; quality counts more than number.",
        RepairAdvice.ChooseTheCopingMode => "Not clear yet which coping mode was seen: the response that fits it waits until you choose one.",
        RepairAdvice.AskInTheRoom => "This person's answers rarely vary: ask in the room.",
        _ => advice.ToString(),
    };

    /// <summary>Why the state is what it is, from the partner's own answers.</summary>
    public static string Because(RepairReading reading) => reading.Reason switch
    {
        RepairReason.AnswersRarelyVary => "This person's answers rarely vary, so they confirm nothing: ask in the room.",
        RepairReason.NoAnswerYet => "Their answers after it are still to come.",
        RepairReason.SilentForThreeSessions => "Three sessions without an answer: it is not known. That does not mean unrepaired.",
        RepairReason.NotBackYet => "Their later answers are not back where they were.",
        RepairReason.NotClearedYet => "The level is back; they do not say that it is cleared.",
        RepairReason.ItemNotAnswered => "They answered, but not what is needed here.",
        RepairReason.SetAside => "Noted by mistake: not judged.",
        null when reading.HadDrop => "The level came back in their own answers, and nothing is left open.",
        null when reading.State == RepairState.Open => "No repair claimed yet, and no answer since.",
        _ => "They say themselves that nothing is left open.",
    };

    /// <summary>A rating with one decimal, as it is shown: 5.67 reads 5.7.</summary>
    public static string Shown(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
