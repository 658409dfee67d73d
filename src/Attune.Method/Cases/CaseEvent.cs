using System.Text.Json.Serialization;

namespace Attune.Method.Cases;

/// <summary>
/// Something that happened, in the past tense: the only thing that a couple's record holds. A closed set; each kind has a stable name with a
/// version, and a golden file per version. Nothing is overwritten: an amendment is a new event that names what it amends.
/// A list that the bytes leave out, or that is null, reads as empty (the generated reader passes null for it).
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(CoupleOpened), "couple-opened.1")]
[JsonDerivedType(typeof(PartnerIntroduced), "partner-introduced.1")]
[JsonDerivedType(typeof(PartnerAssessed), "partner-assessed.1")]
[JsonDerivedType(typeof(SessionPlanned), "session-planned.1")]
[JsonDerivedType(typeof(SessionHeld), "session-held.1")]
[JsonDerivedType(typeof(RecordingAdded), "recording-added.1")]
[JsonDerivedType(typeof(ArousalNoted), "arousal-noted.1")]
[JsonDerivedType(typeof(PartnerDebriefed), "partner-debriefed.1")]
[JsonDerivedType(typeof(TherapistDebriefed), "therapist-debriefed.1")]
[JsonDerivedType(typeof(ExpectationStated), "expectation-stated.1")]
[JsonDerivedType(typeof(CheckInAnswered), "check-in-answered.1")]
[JsonDerivedType(typeof(CheckInPutOff), "check-in-put-off.1")]
[JsonDerivedType(typeof(RuptureNoted), "rupture-noted.1")]
[JsonDerivedType(typeof(RuptureReformulated), "rupture-reformulated.1")]
[JsonDerivedType(typeof(RuptureSetAside), "rupture-set-aside.1")]
[JsonDerivedType(typeof(RepairStepTaken), "repair-step-taken.1")]
[JsonDerivedType(typeof(WitnessSeen), "witness-seen.1")]
[JsonDerivedType(typeof(RepairClaimed), "repair-claimed.1")]
[JsonDerivedType(typeof(RepairToldInTheRoom), "repair-told-in-the-room.1")]
[JsonDerivedType(typeof(CoupleAssessed), "couple-assessed.1")]
[JsonDerivedType(typeof(OwnChainSet), "own-chain-set.1")]
[JsonDerivedType(typeof(TherapyExpectationVoiced), "therapy-expectation-voiced.1")]
[JsonDerivedType(typeof(TherapyExpectationAnswered), "therapy-expectation-answered.1")]
[JsonDerivedType(typeof(SafetyScreened), "safety-screened.1")]
[JsonDerivedType(typeof(SafetyFlagRaised), "safety-flag-raised.1")]
[JsonDerivedType(typeof(SafetyFlagLowered), "safety-flag-lowered.1")]
[JsonDerivedType(typeof(SessionMissed), "session-missed.1")]
[JsonDerivedType(typeof(ContinuingDoubted), "continuing-doubted.1")]
[JsonDerivedType(typeof(HopeSeenFading), "hope-seen-fading.1")]
[JsonDerivedType(typeof(CoupleClosed), "couple-closed.1")]
[JsonDerivedType(typeof(PartnerSaidWhyClosed), "partner-said-why-closed.1")]
[JsonDerivedType(typeof(CoupleReopened), "couple-reopened.1")]
[JsonDerivedType(typeof(HomeTaskAgreed), "home-task-agreed.1")]
[JsonDerivedType(typeof(HomeTaskReviewed), "home-task-reviewed.1")]
[JsonDerivedType(typeof(PromiseKept), "promise-kept.1")]
[JsonDerivedType(typeof(OwnReactionNoted), "own-reaction-noted.1")]
[JsonDerivedType(typeof(FeelingGuessSettled), "feeling-guess-settled.1")]
[JsonDerivedType(typeof(ReactionTraced), "reaction-traced.1")]
[JsonDerivedType(typeof(MarkPlaced), "mark-placed.1")]
[JsonDerivedType(typeof(RepairClaimWithdrawn), "repair-claim-withdrawn.1")]
[JsonDerivedType(typeof(RuptureStoryWritten), "rupture-story-written.1")]
[JsonDerivedType(typeof(RuptureStoryAnswered), "rupture-story-answered.1")]
[JsonDerivedType(typeof(RepairReused), "repair-reused.1")]
[JsonDerivedType(typeof(MeasureScored), "measure-scored.1")]
[JsonDerivedType(typeof(TakenBack), "taken-back.1")]
[JsonDerivedType(typeof(CheckInSetAside), "check-in-set-aside.1")]
[JsonDerivedType(typeof(SessionNoteWritten), "session-note-written.1")]
[JsonDerivedType(typeof(TechniqueTakenUp), "technique-taken-up.1")]
[JsonDerivedType(typeof(CentreNoted), "centre-noted.1")]
[JsonDerivedType(typeof(DebriefPutOff), "debrief-put-off.1")]
[JsonDerivedType(typeof(SelfReportDrafted), "self-report-drafted.1")]
[JsonDerivedType(typeof(SelfReportGiven), "self-report-given.1")]
[JsonDerivedType(typeof(SelfReportSettled), "self-report-settled.1")]
[JsonDerivedType(typeof(PageLanguageChosen), "page-language-chosen.1")]
[JsonDerivedType(typeof(HomeQuestionsSwitched), "home-questions-switched.1")]
[JsonDerivedType(typeof(LiveSessionBegun), "live-session-begun.1")]
[JsonDerivedType(typeof(LiveSessionEnded), "live-session-ended.1")]
[JsonDerivedType(typeof(HeartHeard), "heart-heard.1")]
[JsonDerivedType(typeof(HeartShifted), "heart-shifted.1")]
[JsonDerivedType(typeof(OwnStateNoted), "own-state-noted.1")]
[JsonDerivedType(typeof(SteadyingPractised), "steadying-practised.1")]
[JsonDerivedType(typeof(PartnerHeartAgreed), "partner-heart-agreed.1")]
[JsonDerivedType(typeof(RestingRateTaken), "resting-rate-taken.1")]
[JsonDerivedType(typeof(OwnForecastMade), "own-forecast-made.1")]
[JsonDerivedType(typeof(TherapistIntroduced), "therapist-introduced.1")]
[JsonDerivedType(typeof(TherapistAssessed), "therapist-assessed.1")]
[JsonDerivedType(typeof(OwnCardWritten), "own-card-written.1")]
public abstract record CaseEvent
{
    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The number of the event that this one amends; null for a first statement.</summary>
    public long? Amends { get; init; }

    /// <summary>Whom it is about.</summary>
    [JsonIgnore]
    public abstract Subject Subject { get; }
}
