using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Attune.Method.Alliance;
using Attune.Method.Anticipation;
using Attune.Method.Assessment;
using Attune.Method.Cases;
using Attune.Method.Measures;
using Attune.Method.Repair;
using Attune.Method.Trust;
using Attune.Practice.Forecasting;
using Attune.Practice.Live;
using Attune.Practice.Repairing;
using Attune.Practice.SelfReports;
using Attune.Practice.Therapists;

namespace Attune.Practice.Couples;

/// <summary>A couple's case as its therapist sees it, with what the method reads from it. No partner ever sees one.</summary>
/// <param name="Brief">For the next session.</param>
/// <param name="Alliance">The two alliances beside each other.</param>
/// <param name="Threats">To continuing, heaviest first.</param>
/// <param name="Number">The last event: what a command made from this view is based on.</param>
public sealed record CoupleView(
    CoupleId Id, long Number, PartnerView A, PartnerView B, ImmutableArray<SessionView> Sessions, ImmutableArray<RuptureView> Ruptures,
    CoupleAlliance Alliance, ImmutableArray<Threat> Threats, Brief Brief)
{
    /// <summary>For the next session.</summary>
    public required RuptureMap Map { get; init; }

    /// <summary>What belongs to the two together; null while nothing was assessed.</summary>
    public CoupleAssessed? Assessment { get; init; }

    public long AssessmentNumber { get; init; }

    /// <summary>A flag is up. It keeps offers off, and shows on the therapist's private page alone.</summary>
    public bool HasSafetyFlag { get; init; }

    /// <summary>Whether the check-in asks about home.</summary>
    public bool AsksAboutHome { get; init; }

    /// <summary>Whether asking about home can be switched on now.</summary>
    public bool OffersHomeQuestions { get; init; }

    public ImmutableArray<HomeTaskView> HomeTasks { get; init; } = [];

    public ImmutableArray<SessionMissed> Missed { get; init; } = [];

    /// <summary>Null while the work goes on.</summary>
    public CoupleClosed? Closed { get; init; }

    /// <summary>What is owed and was not kept, newest first.</summary>
    public ImmutableArray<OpenPromise> Promises { get; init; } = [];

    /// <summary>What to ask in the next session about using repairs at home.</summary>
    public ImmutableArray<ReuseQuestion> Reuse { get; init; } = [];

    /// <summary>How care came to the one beside the other: for the therapist alone.</summary>
    public CareBetween Care { get; init; } = new(null, null, null, null);

    /// <summary>The practice's own measures, for those that have a score.</summary>
    public ImmutableArray<MeasureCourse> Measures { get; init; } = [];

    /// <summary>What the therapist expects of the next session, and expected of those before.</summary>
    public required OwnForecastView OwnForecast { get; init; }

    /// <summary>The therapist's own side: compartment data.</summary>
    public required OwnSideView OwnSide { get; init; }

    /// <summary>The number that the next session would have.</summary>
    [JsonIgnore]
    public int NextSession => Brief.Session;

    /// <summary>The last session that took place; 0 when none did.</summary>
    [JsonIgnore]
    public int LastHeld => Sessions.LastOrDefault(session => session.Held is not null)?.Number ?? 0;

    public PartnerView Partner(Partner partner) => partner == Method.Cases.Partner.A ? A : B;

    public string NameOf(Partner partner) => Partner(partner).Name;

    public SessionView? Session(int number) => Sessions.FirstOrDefault(session => session.Number == number);

    public RuptureView? Rupture(Guid id) => Ruptures.FirstOrDefault(rupture => rupture.Id.Value == id);
}

public sealed record PartnerView(
    Partner Partner,
    string Name,
    PartnerAssessed? Assessment,
    long AssessmentNumber,
    ExpectationAnswer? FirstExpectation,
    PartnerCourse Course,
    ImmutableArray<PersonLevel> Levels,
    BlindSpot BlindSpot,
    TrustReading Trust)
{
    /// <summary>Null when it was never asked, and when it is kept off.</summary>
    public TrustReading? TrustAtHome { get; init; }

    public PartnerSaidWhyClosed? WhyClosed { get; init; }

    /// <summary>What they told alone, on a device that was handed over; null while they did not.</summary>
    public SelfReportView? SelfReport { get; init; }

    /// <summary>They are half-way through and have not handed it in; nothing of it is to be seen.</summary>
    public DateTimeOffset? SelfReportBegunAt { get; init; }

    /// <summary>In which a page that is handed to them begins.</summary>
    public PageLanguage? PageLanguage { get; init; }

    /// <summary>The course by every criterion, side by side.</summary>
    public required CriteriaView Criteria { get; init; }

    /// <summary>Whether their heart may be put on in a session.</summary>
    public required HeartOffer Heart { get; init; }

    /// <summary>How far each part of the assessment has come.</summary>
    public ImmutableArray<ProgressView> Progress { get; init; } = [];

    /// <summary>The own chains for the schemas that are scored as relevant or were set.</summary>
    public ImmutableArray<ReadChain> Chains { get; init; } = [];

    public ImmutableArray<ExpectationView> Expectations { get; init; } = [];

    public ImmutableArray<SafetyScreened> SafetyScreens { get; init; } = [];

    public ImmutableArray<SafetyConcern> SafetyFlags { get; init; } = [];

    /// <summary>When and why each flag that is up was raised, in that order; for the private page alone.</summary>
    public ImmutableArray<SafetyFlagRaised> FlagsRaised { get; init; } = [];

    /// <summary>When they said that they were not sure they would come back.</summary>
    public ImmutableArray<ContinuingDoubted> Doubts { get; init; } = [];

    /// <summary>The sessions in which they seemed to be running out of hope.</summary>
    public ImmutableArray<int> HopeFadedIn { get; init; } = [];
}

public sealed record ProgressView(AssessmentPart Part, AssessmentState State);

/// <summary>An expectation and the latest answer to it; <paramref name="Reply"/> is null while there is none.</summary>
public sealed record ExpectationView(int Number, ExpectationOf Of, string Words, string? ByWhen, ExpectationReply? Reply, int? LastSpokenIn, bool IsContradicted)
{
    /// <summary>What the therapist said to it, in the words kept; in the order given.</summary>
    public ImmutableArray<TherapyExpectationAnswered> Answers { get; init; } = [];
}

/// <summary>A task for home; an outcome is null while nobody asked.</summary>
public sealed record HomeTaskView(int Number, int Session, RuptureOwner For, string Words, HomeTaskOutcome? OutcomeOfA, HomeTaskOutcome? OutcomeOfB)
{
    public HomeTaskOutcome? OutcomeOf(Partner partner) => partner == Partner.A ? OutcomeOfA : OutcomeOfB;
}

public sealed record SessionView(
    int Number,
    SessionPlanned? Plan,
    SessionHeld? Held,
    RecordingAdded? Recording,
    ArousalNoted? Arousal,
    TherapistDebriefed? OwnDebrief,
    SideView A,
    SideView B)
{
    /// <summary>The debrief was put off: it waits, with or without a part of it.</summary>
    public bool DebriefWaits { get; init; }

    /// <summary>It goes on now; null otherwise.</summary>
    public LiveSessionBegun? LiveNow { get; init; }

    /// <summary>What was heard and noted while it went on; empty with the lid closed.</summary>
    public LiveView Live { get; init; } = LiveView.Empty;

    /// <summary>Since the session began, the first beat of what <see cref="Arousal"/> is told of; null when the clock is not known.</summary>
    public TimeSpan? ArousalStartsInto { get; init; }

    public ImmutableArray<SessionNoteWritten> Notes { get; init; } = [];

    public ImmutableArray<TechniqueTakenUp> TakenUp { get; init; } = [];

    public SideView Side(Partner partner) => partner == Partner.A ? A : B;
}

/// <summary>One partner's side of a session.</summary>
public sealed record SideView(CheckInAnswers? CheckIn, DateTimeOffset? AnsweredAt, DateTimeOffset? PutOffAt, PartnerDebriefed? Debrief)
{
    /// <summary>What was seen in this partner, in the order noted.</summary>
    public ImmutableArray<MarkPlaced> Marks { get; init; } = [];

    /// <summary>Answered by somebody else in this partner's name: never counted.</summary>
    public ImmutableArray<SetAsideCheckIn> SetAside { get; init; } = [];
}

public sealed record RuptureView(
    RuptureId Id,
    RuptureOwner Owner,
    int Session,
    RuptureSource Source,
    RuptureFormulation Formulation,
    bool IsSetAside,
    ImmutableArray<RepairStep> Steps,
    int? ClaimedInSession,
    int? ToldInRoomInSession,
    RepairReading Reading)
{
    public required RepairView Repair { get; init; }
}
