using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Attune.Method.Cases;
using Attune.Practice.Amending;
using Attune.Practice.Asking;
using Attune.Practice.Assessing;
using Attune.Practice.Closing;
using Attune.Practice.Continuing;
using Attune.Practice.Debriefing;
using Attune.Practice.Forecasting;
using Attune.Practice.Holding;
using Attune.Practice.Live;
using Attune.Practice.Measuring;
using Attune.Practice.Noting;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;
using Attune.Practice.Repairing;
using Attune.Practice.Safety;
using Attune.Practice.SelfReports;
using Attune.Practice.Therapists;

namespace Attune.Practice.Couples;

/// <summary>Something that a person asks to be recorded in a couple's case. A closed set; each lies in its slice with the rule that decides it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(AssessPartner), "assess-partner")]
[JsonDerivedType(typeof(AssessCouple), "assess-couple")]
[JsonDerivedType(typeof(SetOwnChain), "set-own-chain")]
[JsonDerivedType(typeof(VoiceExpectation), "voice-expectation")]
[JsonDerivedType(typeof(AnswerExpectation), "answer-expectation")]
[JsonDerivedType(typeof(ScreenSafety), "screen-safety")]
[JsonDerivedType(typeof(RaiseSafetyFlag), "raise-safety-flag")]
[JsonDerivedType(typeof(LowerSafetyFlag), "lower-safety-flag")]
[JsonDerivedType(typeof(MissSession), "miss-session")]
[JsonDerivedType(typeof(DoubtContinuing), "doubt-continuing")]
[JsonDerivedType(typeof(SeeHopeFading), "see-hope-fading")]
[JsonDerivedType(typeof(AgreeHomeTask), "agree-home-task")]
[JsonDerivedType(typeof(ReviewHomeTask), "review-home-task")]
[JsonDerivedType(typeof(PlaceMark), "place-mark")]
[JsonDerivedType(typeof(BeginLiveSession), "begin-live-session")]
[JsonDerivedType(typeof(AgreeToHeart), "agree-to-heart")]
[JsonDerivedType(typeof(ShiftHeart), "shift-heart")]
[JsonDerivedType(typeof(PlanSession), "plan-session")]
[JsonDerivedType(typeof(StateOwnForecast), "state-own-forecast")]
[JsonDerivedType(typeof(HoldSession), "hold-session")]
[JsonDerivedType(typeof(WriteDebrief), "write-debrief")]
[JsonDerivedType(typeof(StateExpectation), "state-expectation")]
[JsonDerivedType(typeof(AnswerCheckIn), "answer-check-in")]
[JsonDerivedType(typeof(PutOffCheckIn), "put-off-check-in")]
[JsonDerivedType(typeof(ChoosePageLanguage), "choose-page-language")]
[JsonDerivedType(typeof(SwitchHomeQuestions), "switch-home-questions")]
[JsonDerivedType(typeof(KeepSelfReport), "keep-self-report")]
[JsonDerivedType(typeof(BeginSelfReportAfresh), "begin-self-report-afresh")]
[JsonDerivedType(typeof(GiveSelfReport), "give-self-report")]
[JsonDerivedType(typeof(SettleSelfReport), "settle-self-report")]
[JsonDerivedType(typeof(NoteRupture), "note-rupture")]
[JsonDerivedType(typeof(ReformulateRupture), "reformulate-rupture")]
[JsonDerivedType(typeof(SetRuptureAside), "set-rupture-aside")]
[JsonDerivedType(typeof(TakeRepairStep), "take-repair-step")]
[JsonDerivedType(typeof(ClaimRepair), "claim-repair")]
[JsonDerivedType(typeof(TellInTheRoom), "tell-in-the-room")]
[JsonDerivedType(typeof(SayHowStepWasTaken), "say-how-step-was-taken")]
[JsonDerivedType(typeof(WithdrawRepairClaim), "withdraw-repair-claim")]
[JsonDerivedType(typeof(WriteRuptureStory), "write-rupture-story")]
[JsonDerivedType(typeof(AnswerRuptureStory), "answer-rupture-story")]
[JsonDerivedType(typeof(NoteReuse), "note-reuse")]
[JsonDerivedType(typeof(KeepPromise), "keep-promise")]
[JsonDerivedType(typeof(CloseCouple), "close-couple")]
[JsonDerivedType(typeof(SayWhyClosed), "say-why-closed")]
[JsonDerivedType(typeof(ReopenCouple), "reopen-couple")]
[JsonDerivedType(typeof(ScoreMeasures), "score-measures")]
[JsonDerivedType(typeof(NoteOwnReaction), "note-own-reaction")]
[JsonDerivedType(typeof(SettleFeelingGuess), "settle-feeling-guess")]
[JsonDerivedType(typeof(TraceReaction), "trace-reaction")]
[JsonDerivedType(typeof(RenamePartner), "rename-partner")]
[JsonDerivedType(typeof(PlaceRupture), "place-rupture")]
[JsonDerivedType(typeof(TakeBack), "take-back")]
[JsonDerivedType(typeof(PutItBack), "put-it-back")]
[JsonDerivedType(typeof(SetCheckInAside), "set-check-in-aside")]
[JsonDerivedType(typeof(WriteSessionNote), "write-session-note")]
[JsonDerivedType(typeof(TakeUpTechnique), "take-up-technique")]
[JsonDerivedType(typeof(NoteCentre), "note-centre")]
public abstract record CoupleCommand
{
    /// <summary>
    /// The case number that the person saw when they began. The command is refused only when a later event touched the same thing; null: no such check.
    /// </summary>
    public long? BasedOn { get; init; }

    /// <summary>What happens to the case, or why nothing does. Pure.</summary>
    internal abstract Decision Decide(CoupleCase couple, DateTimeOffset at);

    /// <summary>Whether the thing that this command replaces was written after the person looked.</summary>
    private protected bool Stale(long written) => BasedOn is { } seen && written > seen;
}

/// <summary>The events that follow from a command, or the reasons why none do.</summary>
internal sealed record Decision(ImmutableArray<CaseEvent> Events, ImmutableArray<Refusal> Why)
{
    public static Decision Record(params ReadOnlySpan<CaseEvent> events) => new([.. events], []);

    public static Decision No(params ReadOnlySpan<Refusal> why) => new([], [.. why]);
}
