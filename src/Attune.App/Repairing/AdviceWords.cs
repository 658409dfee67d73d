using System.Globalization;
using Attune.Method.Repair;

namespace Attune.App.Repairing;

/// <summary>What a repair reading says, in plain words.</summary>
internal static class AdviceWords
{
    public static string Of(RepairAdvice advice) => advice switch
    {
        RepairAdvice.HoldTheWitness => "The one who watched was lost on the way. Hold the witness: what was it like to hear that?",
        RepairAdvice.AskHowEachLinkWasTaken => "How a link to the past was taken is not noted yet: ask, and note it at the step.",
        RepairAdvice.ChooseTheCopingMode => "Not clear yet which coping mode was seen: the response that fits it waits until you choose one.",
        RepairAdvice.AskInTheRoom => "This person's answers rarely vary: ask in the room.",
        RepairAdvice.MoreThanOneLink => "There is more than one link to the past now. One that fits is worth more than several.",
        RepairAdvice.PatternsAreForLaterSessions => "In the session of the rupture itself, validating and exploring help most; links and patterns are for a later one (Eubanks, Burckell and Goldfried, 2018).",
        RepairAdvice.DisclosureServedYou => "What you told about yourself served you, as you noted. That is human, and it belongs into supervision.",
        _ => advice.ToString(),
    };

    /// <summary>Why the state is what it is, from the partner's own answers.</summary>
    public static string Because(RepairReading reading) => reading.Reason switch
    {
        RepairReason.AnswersRarelyVary => "This person's answers rarely vary, so they confirm nothing: ask in the room.",
        RepairReason.NoAnswerYet => "Their answers after it are still to come.",
        RepairReason.SilentForThreeSessions => "Three sessions without an answer: it is not known. That does not mean that nothing was mended.",
        RepairReason.NotBackYet => "Their later answers are not back where they were.",
        RepairReason.NotClearedYet => "The level is back; they do not say that it is cleared.",
        RepairReason.ItemNotAnswered => "They answered, but not what is needed here.",
        RepairReason.SetAside => "Noted by mistake: not judged.",
        RepairReason.ClosedBeforeAnAnswer => "The work was closed before their answers could confirm it: it is not known. That does not mean that nothing was mended.",
        null when reading.HadDrop => "The level came back in their own answers, and nothing is left open.",
        null when reading.State == RepairState.Open => "No repair claimed yet, and no answer since.",
        _ => "They say themselves that nothing is left open.",
    };

    /// <summary>Why a step is suggested.</summary>
    public static string Because(StepReason reason) => reason switch
    {
        StepReason.WitnessTurnedAway => "the one who watched turned away",
        StepReason.WitnessTookItAsSiding => "the one who watched took it as siding",
        StepReason.FeltExplainedAway => "something felt explained away to them: the feeling first",
        StepReason.StepDidNotFit => "a step did not fit: ask what was off about it",
        StepReason.ThankBeforeExplaining => "it took courage to say it, and thanks come before any explanation",
        StepReason.UsualOrder => "it usually helps next, and is not noted yet",
        StepReason.TaskOrGoalBroke => "it broke over what you do, or what for, and that can be changed",
        StepReason.WitnessBeforeGeneralising => "the one who watched has not been asked yet",
        StepReason.MakeSenseOfIt => "making sense of it together may be what holds",
        StepReason.PastRuptureOnRecord => "they told of an earlier rupture; once, if it fits, and best found by them",
        StepReason.MendedEnoughToUse => "it is mended far enough that the two of them may use a piece of it",
        _ => reason.ToString(),
    };

    /// <summary>The same words for "too early" and for a safety flag.</summary>
    public const string NotCarriedOver = "Carrying a piece of it over to the two of them is not suggested now. What happens is noted all the same.";

    /// <summary>Sessions and days; minutes within a session are not known.</summary>
    public static string Said(Lapse lapse) => (lapse.Sessions, lapse.Days) switch
    {
        (0, _) => "in the same session",
        (1, null) => "1 session later",
        (var sessions, null) => string.Create(CultureInfo.InvariantCulture, $"{sessions} sessions later"),
        (1, { } days) => string.Create(CultureInfo.InvariantCulture, $"1 session and {Days(days)} later"),
        (var sessions, { } days) => string.Create(CultureInfo.InvariantCulture, $"{sessions} sessions and {Days(days)} later"),
    };

    private static string Days(int days) => days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days} days");

    /// <summary>A rating with one decimal, as it is shown: 5.67 reads 5.7.</summary>
    public static string Shown(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
