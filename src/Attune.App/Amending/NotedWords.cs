using System.Globalization;
using Attune.App.Assessing;
using Attune.App.Closing;
using Attune.App.Continuing;
using Attune.App.Debriefing;
using Attune.App.Forecasting;
using Attune.App.Repairing;
using Attune.App.Safety;
using Attune.App.Timeline;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Couples;

namespace Attune.App.Amending;

/// <summary>One line for each thing that the therapist noted, so that what is taken back can be told from what stands.</summary>
internal static class NotedWords
{
    /// <summary>Whether it is listed with everything else: what a partner wrote is not the therapist's to change, and safety has a page of its own.</summary>
    public static bool IsListed(CaseEvent happened) => happened is not (CoupleOpened or CheckInAnswered or CheckInPutOff or ExpectationStated
        or SafetyScreened or SafetyFlagRaised or SafetyFlagLowered or ArousalNoted or WitnessSeen
        or LiveSessionBegun or LiveSessionEnded);

    /// <summary>The session that it belongs to; null when it belongs to none.</summary>
    public static int? Session(CaseEvent happened) => happened switch
    {
        SessionPlanned e => e.Session,
        SessionHeld e => e.Session,
        RecordingAdded e => e.Session,
        PartnerDebriefed e => e.Session,
        TherapistDebriefed e => e.Session,
        DebriefPutOff e => e.Session,
        MarkPlaced e => e.Session,
        OwnReactionNoted e => e.Session,
        SessionNoteWritten e => e.Session,
        TechniqueTakenUp e => e.Session,
        CentreNoted e => e.Session,
        ContinuingDoubted e => e.Session,
        HopeSeenFading e => e.Session,
        CheckInSetAside e => e.Session,
        HeartHeard e => e.Session,
        HeartShifted e => e.Session,
        OwnStateNoted e => e.Session,
        SteadyingPractised e => e.Session,
        OwnForecastMade e => e.Session,
        LiveSessionBegun e => e.Session,
        LiveSessionEnded e => e.Session,
        _ => null,
    };

    public static string Of(CaseEvent happened, CoupleView view, MethodCatalogue catalogue) => happened switch
    {
        PartnerIntroduced e => $"The name of partner {e.Partner}: {e.Name}",
        PartnerAssessed e => $"The assessment of {view.NameOf(e.Partner)}",
        CoupleAssessed => "The assessment of the two together",
        OwnChainSet e => $"{view.NameOf(e.Partner)}’s own chain for {Schema(e.EarlySchema, catalogue)}",
        TherapyExpectationVoiced e => $"{view.NameOf(e.Partner)} expects: “{e.Words}”",
        TherapyExpectationAnswered e => $"Your answer to what {view.NameOf(e.Partner)} expects: {AssessmentWords.Reply(e.Reply)}{Quoted(e.Words)}",
        SessionPlanned e => $"The plan of session {e.Session}{(e.Aim is { } aim ? $": {aim}" : "")}",
        SessionHeld e => $"Session {e.Session} took place{(e.Minutes is { } minutes ? $", {minutes} minutes" : "")}",
        RecordingAdded e => $"A recording of your own heart, {e.FileName}, session {e.Session}",
        SafetyScreened e => $"Asked alone: {SafetyWords.Of(e, catalogue)}{Quoted(e.Note)}",
        SafetyFlagRaised e => $"A flag was raised: {SafetyWords.Name(e.Concern, catalogue)}{Quoted(e.Note)}",
        SafetyFlagLowered e => $"A flag was lowered: {SafetyWords.Name(e.Concern, catalogue)}{Quoted(e.Why)}",
        SessionMissed e => ContinuingWords.Of(e, RuptureWords.Owner(e.Whose, view.A.Name, view.B.Name)).TrimEnd('.'),
        ContinuingDoubted e => $"{view.NameOf(e.Partner)} was not sure of coming back, session {e.Session}{Quoted(e.Words)}",
        HopeSeenFading e => $"{view.NameOf(e.Partner)} seemed to be running out of hope, session {e.Session}",
        CoupleClosed e => $"The work was closed: {ClosingWords.Of(e.Reason)}{Quoted(e.Words)}",
        PartnerSaidWhyClosed e => $"Why it ended, {view.NameOf(e.Partner)}: {ClosingWords.Of(e.Reason)}{Quoted(e.Words)}",
        CoupleReopened => "The work was opened again",
        HomeTaskAgreed e => $"A task for home, for {RuptureWords.Owner(e.For, view.A.Name, view.B.Name)}: {e.Words}",
        HomeTaskReviewed e => $"What became of task {e.Task}, {view.NameOf(e.Partner)}: {ContinuingWords.Of(e.Outcome)}",
        PromiseKept e => $"What you owed {view.NameOf(e.Partner)} from session {e.PromisedInSession} was given",
        OwnForecastMade e => $"You expected of {view.NameOf(e.Partner)} in session {e.Session}, a tension told: {ForecastWords.Of(e.Chance)}",
        PartnerHeartAgreed e => $"{view.NameOf(e.Partner)} {(e.Agreed ? "agreed that their heart may be heard" : "would rather not have their heart heard")}",
        _ => InSession(happened, view, catalogue) ?? WhileLive(happened, view, catalogue) ?? InRepair(happened, view) ?? "Something noted",
    };

    private static string? InSession(CaseEvent happened, CoupleView view, MethodCatalogue catalogue) => happened switch
    {
        PartnerDebriefed e => $"The debrief: what you saw of {view.NameOf(e.Partner)}",
        TherapistDebriefed => "The debrief: you",
        DebriefPutOff => "The debrief was put off: it waits until it is written",
        MarkPlaced e => $"{view.NameOf(e.Partner)}: {DebriefWords.Mark(e, catalogue)}",
        OwnReactionNoted { Direction: Involvement.Steady } => "A reaction of yours was taken back",
        OwnReactionNoted e => $"You: {TimelineWords.Reaction(e, view)}",
        FeelingGuessSettled e => $"Your guess about reaction {e.Reaction}: {(e.Confirmed ? "it was so" : "struck")}",
        ReactionTraced e => $"What set off reaction {e.Reaction}: {e.Words}",
        SessionNoteWritten e => $"Note, {About(e.About, view)}: {e.Words}",
        TechniqueTakenUp e => $"In hand: {(catalogue.TryGetTechnique(e.Technique, out var technique) ? technique.Name : e.Technique)}",
        CentreNoted e => $"At the centre: {RuptureWords.Word(DebriefWords.Centre(view.A.Name, view.B.Name), e.Centre)}",
        CheckInSetAside e => $"The check-in in {view.NameOf(e.Partner)}’s name was set aside: {e.Why}",
        _ => null,
    };

    private static string? WhileLive(CaseEvent happened, CoupleView view, MethodCatalogue catalogue) => happened switch
    {
        LiveSessionBegun e => $"Session {e.Session} was begun live",
        LiveSessionEnded e => $"Session {e.Session} ended{(e.Kept ? "" : ", and what was heard was thrown away")}",
        HeartHeard e => $"{LiveNoteWords.Whose(e.Heart, view)} was heard live, session {e.Session}",
        HeartShifted e => $"{LiveNoteWords.Whose(e.Heart, view)}, session {e.Session}: its clock was put right, {LiveNoteWords.Shift(e.By)}",
        OwnStateNoted e => $"You: {LiveNoteWords.Of(e, catalogue)}",
        SteadyingPractised e => $"You steadied yourself: {LiveNoteWords.Of(e, view, catalogue)}",
        _ => null,
    };

    private static string? InRepair(CaseEvent happened, CoupleView view) => happened switch
    {
        RuptureNoted e => $"A rupture was noted: session {e.Session}, {RuptureWords.Owner(e.Owner, view.A.Name, view.B.Name)}",
        RuptureReformulated => "What the rupture is understood to be",
        RuptureSetAside e => $"The rupture was set aside{Quoted(e.Why)}",
        RepairStepTaken e => $"{e.Step}. {RuptureWords.Step(e.Kind)}, session {e.Session}{Quoted(e.Note)}",
        RepairClaimed e => $"You held it for repaired, session {e.Session}",
        RepairToldInTheRoom e => $"They told you so in the room, session {e.Session}",
        RepairClaimWithdrawn => "That it is repaired was taken back",
        RuptureStoryWritten e => $"The story: {e.Story.Happened}",
        RuptureStoryAnswered e => $"What {view.NameOf(e.Partner)} said to the story",
        RepairReused e => $"At home, {view.NameOf(e.Partner)}: {RuptureWords.Word(RuptureWords.Reuse, e.Answer)}{Quoted(e.Words)}",
        WitnessSeen e => $"{view.NameOf(e.Witness)} watched step {e.Step}: {RuptureWords.Word(RuptureWords.Witnesses, e.Reaction)}",
        _ => null,
    };

    /// <summary>Whom a free note is about.</summary>
    public static string About(Subject about, CoupleView view) => about switch
    {
        Subject.PartnerA => view.A.Name,
        Subject.PartnerB => view.B.Name,
        Subject.Couple => "the two of them",
        _ => "my own",
    };

    public static string On(DateTimeOffset at) => at.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>About how far into the session; null when no time belongs to it.</summary>
    public static TimeSpan? Into(CaseEvent happened) => happened switch
    {
        MarkPlaced e => e.Into,
        OwnReactionNoted e => e.Into,
        SessionNoteWritten e => e.Into,
        TechniqueTakenUp e => e.Into,
        CentreNoted e => e.Into,
        OwnStateNoted e => e.Into,
        SteadyingPractised e => e.Into,
        _ => null,
    };

    private static string Schema(string code, MethodCatalogue catalogue) => catalogue.TryGetSchema(code, out var schema) ? schema.Name : code;

    private static string Quoted(string? words) => words is null ? "" : $": “{words}”";
}
