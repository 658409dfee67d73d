namespace Attune.Method.Cases;

/// <summary>
/// A couple's record as the program works with it: the fold of its log. Owned by one reader at a time; not thread-safe. Holds what was said and
/// done, never what is inferred from it: inferences are computed from here each time, so that they go when their source goes.
/// </summary>
public sealed class CoupleCase
{
    private readonly SortedDictionary<int, TherapySession> _sessions = [];
    private readonly Dictionary<RuptureId, RuptureRecord> _ruptures = [];
    private readonly List<RuptureRecord> _rupturesInOrder = [];
    private readonly SortedDictionary<int, OwnReaction> _reactions = [];
    private readonly SortedDictionary<int, HomeTask> _tasks = [];
    private readonly List<SessionMissed> _missed = [];
    private readonly RecordedEvents _recorded = new();
    private PartnerRecord _a = new(Partner.A);
    private PartnerRecord _b = new(Partner.B);

    public CoupleId Id { get; private set; }

    /// <summary>The number of the last event folded in; 0 before the first.</summary>
    public long LastNumber { get; private set; }

    /// <summary>How many events could not be read because their subject was erased, or their compartment is closed.</summary>
    public int Withheld { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>In order of their numbers.</summary>
    public IReadOnlyCollection<TherapySession> Sessions => _sessions.Values;

    /// <summary>In the order in which they were noted; those set aside included.</summary>
    public IReadOnlyList<RuptureRecord> Ruptures => _rupturesInOrder;

    /// <summary>What belongs to the two together; null while nothing was assessed.</summary>
    public CoupleAssessed? Assessment { get; private set; }

    /// <summary>The event number of <see cref="Assessment"/>; 0 while there is none.</summary>
    public long AssessmentNumber { get; private set; }

    /// <summary>The therapist's own reactions, in the order of their numbers (compartment data).</summary>
    public IReadOnlyCollection<OwnReaction> Reactions => _reactions.Values;

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyCollection<HomeTask> HomeTasks => _tasks.Values;

    /// <summary>In the order in which they were noted.</summary>
    public IReadOnlyList<SessionMissed> Missed => _missed;

    /// <summary>Null while the work goes on.</summary>
    public CoupleClosed? Closed { get; private set; }

    /// <summary>Whether the check-in asks about home. A flag that is raised later leaves it as it is: what vanishes would tell.</summary>
    public bool AsksAboutHome { get; private set; }

    /// <summary>Whether a safety flag of either partner is up. It only keeps things off.</summary>
    public bool HasSafetyFlag => _a.FlagsRaised.Count + _b.FlagsRaised.Count > 0;

    public PartnerRecord this[Partner partner] => partner == Partner.A ? _a : _b;

    /// <summary>All events that can be read, in the order of their numbers; what was taken back is among them and says so.</summary>
    public IEnumerable<RecordedEvent> Recorded => _recorded.All();

    /// <summary>The number of the taking back that holds for an event; null when the event stands.</summary>
    public long? TakenBackBy(long number) => _recorded.TakenBackBy(number);

    /// <summary>
    /// The next number of something that is counted within the record: one more than was ever given. What was taken back keeps its number, so that it can be
    /// put back beside what came after it.
    /// </summary>
    public int NextOf<T>(Func<T, int> count) where T : CaseEvent => _recorded.Ever.OfType<T>().Select(count).DefaultIfEmpty(0).Max() + 1;

    public TherapySession? FindSession(int number) => _sessions.GetValueOrDefault(number);

    public RuptureRecord? FindRupture(RuptureId id) => _ruptures.GetValueOrDefault(id);

    public static CoupleCase Fold(IEnumerable<CaseEvent> events)
    {
        var folded = new CoupleCase();
        foreach (var happened in events)
            folded.Apply(folded.LastNumber + 1, happened);
        return folded;
    }

    /// <summary>Counts a row that cannot be read, so that the numbers stay in step.</summary>
    public void Withhold(long number)
    {
        StepTo(number);
        _recorded.Add(null);
        Withheld++;
    }

    /// <summary>Folds one more event in. <paramref name="number"/> must follow <see cref="LastNumber"/>.</summary>
    public void Apply(long number, CaseEvent happened)
    {
        StepTo(number);
        _recorded.Add(happened);
        if (happened is TakenBack)
            FoldAnew();
        else
            Place(number, happened);
    }

    // A slip is rare and a record is short: what stands is folded again from its beginning, by the one way there is.
    private void FoldAnew()
    {
        _sessions.Clear();
        _ruptures.Clear();
        _rupturesInOrder.Clear();
        _reactions.Clear();
        _tasks.Clear();
        _missed.Clear();
        (_a, _b) = (new PartnerRecord(Partner.A), new PartnerRecord(Partner.B));
        (Id, OpenedAt, AssessmentNumber, Assessment, Closed, AsksAboutHome) = (default, null, 0, null, null, false);
        foreach (var (number, happened) in _recorded.Standing())
            Place(number, happened);
    }

    private void Place(long number, CaseEvent happened)
    {
        switch (happened)
        {
            case CoupleOpened e: (Id, OpenedAt) = (e.Couple, e.At); break;
            case PartnerIntroduced e: this[e.Partner].Name = e.Name; break;
            case PartnerAssessed e: this[e.Partner].Assessed(number, e); break;
            case ExpectationStated e: this[e.Partner].FirstExpectation = e.Expectation; break;
            case SessionPlanned e: Session(e.Session).Planned(number, e); break;
            case SessionHeld e: Session(e.Session).Held = e; break;
            case RecordingAdded e: Session(e.Session).Recording = e; break;
            case ArousalNoted e: Session(e.Session).Arousal = e; break;
            case PartnerDebriefed e: Session(e.Session)[e.Partner].Debriefed(number, e); break;
            case TherapistDebriefed e: Session(e.Session).Debriefed(number, e); break;
            case CheckInAnswered e: Session(e.Session)[e.Partner].Answered(e); break;
            case CheckInSetAside e: Session(e.Session)[e.Partner].SetAside(e); break;
            case CheckInPutOff e: Session(e.Session)[e.Partner].PutOffAt = e.At; break;
            case RuptureNoted e: Note(number, e); break;
            case RuptureReformulated e: Known(e.Rupture)?.Reformulated(number, e); break;
            case RuptureSetAside e: Known(e.Rupture)?.SetAside(e); break;
            case RepairStepTaken e: Known(e.Rupture)?.Stepped(number, e); break;
            case WitnessSeen e: Known(e.Rupture)?.Witnessed(e); break;
            case RepairClaimed e: Known(e.Rupture)?.Claimed(e.Session); break;
            case RepairToldInTheRoom e: Known(e.Rupture)?.ToldInTheRoom(e.Session); break;
            case RepairClaimWithdrawn e: Known(e.Rupture)?.ClaimWithdrawn(); break;
            case RuptureStoryWritten e: Known(e.Rupture)?.StoryWritten(number, e); break;
            case RuptureStoryAnswered e: Known(e.Rupture)?.StoryAnswered(e); break;
            case RepairReused e: Known(e.Rupture)?.Reused(e); break;
            default: ApplyBesideTheSessions(number, happened); break;
        }
    }

    private void ApplyBesideTheSessions(long number, CaseEvent happened)
    {
        switch (happened)
        {
            case CoupleAssessed e: (AssessmentNumber, Assessment) = (number, e); break;
            case OwnChainSet e: this[e.Partner].ChainSet(e); break;
            case TherapyExpectationVoiced e: this[e.Partner].Voiced(e); break;
            case TherapyExpectationAnswered e: this[e.Partner].AnsweredExpectation(e); break;
            case SafetyScreened e: this[e.Partner].Screened(e); break;
            case SafetyFlagRaised e: this[e.Partner].Raised(e); break;
            case SafetyFlagLowered e: this[e.Partner].Lowered(e.Concern); break;
            case SessionMissed e: _missed.Add(e); break;
            case ContinuingDoubted e: this[e.Partner].Doubted(e); break;
            case HopeSeenFading e: this[e.Partner].HopeFaded(e.Session); break;
            case CoupleClosed e: Closed = e; break;
            case CoupleReopened: Closed = null; break;
            case PartnerSaidWhyClosed e: this[e.Partner].WhyClosed = e; break;
            case HomeTaskAgreed e: Agree(e); break;
            case HomeTaskReviewed e: _tasks.GetValueOrDefault(e.Task)?.Reviewed(e); break;
            case PromiseKept e: this[e.Partner].Kept(e); break;
            case MeasureScored e: this[e.Partner].Scored(e); break;
            case MarkPlaced e: Mark(number, e); break;
            case SessionNoteWritten e: Session(e.Session).Noted(e); break;
            case TechniqueTakenUp e: Session(e.Session).TookUp(e); break;
            case CentreNoted e: Session(e.Session).SawAtCentre(e); break;
            case DebriefPutOff e: Session(e.Session).DebriefPutOffAt = e.At; break;
            case OwnReactionNoted e: React(number, e); break;
            case FeelingGuessSettled e: Settle(e); break;
            case ReactionTraced e: _reactions.GetValueOrDefault(e.Reaction)?.Traced(e); break;
            case SelfReportDrafted e: this[e.Partner].SelfReport.Drafted(e); break;
            case SelfReportGiven e: this[e.Partner].SelfReport.GaveIn(number, e); break;
            case SelfReportSettled e: this[e.Partner].SelfReport.SettledBy(e); break;
            case PageLanguageChosen e: this[e.Partner].PageLanguage = e.Language; break;
            case HomeQuestionsSwitched e: AsksAboutHome = e.On; break;
            case LiveSessionBegun e: Session(e.Session).Live.Begun(number, e); break;
            case LiveSessionEnded e: Session(e.Session).Live.Ended(e); break;
            case HeartHeard e: Session(e.Session).Live.Heard(e); break;
            case HeartShifted e: Session(e.Session).Live.Shifted(e); break;
            case OwnStateNoted e: Session(e.Session).Live.Noted(e); break;
            case SteadyingPractised e: Session(e.Session).Live.Practised(e); break;
            case OwnForecastMade e: Session(e.Session)[e.Partner].OwnForecast = e; break;
            case PartnerHeartAgreed e: this[e.Partner].AgreedToHeart = e.Agreed; break;
            case TherapistIntroduced or TherapistAssessed or OwnCardWritten or RestingRateTaken:
                throw new InvalidOperationException($"Event {number} belongs to a therapist's own log, not to a couple's.");
            default: throw new InvalidOperationException($"Event {number} of kind {happened.GetType().Name} has no place in the fold.");
        }
    }

    private TherapySession Session(int number)
    {
        if (!_sessions.TryGetValue(number, out var session))
            _sessions.Add(number, session = new TherapySession(number));
        return session;
    }

    private void Note(long number, RuptureNoted e)
    {
        if (Known(e.Rupture) is { } known)
        {
            known.NotedAnew(number, e);
            return;
        }

        var rupture = new RuptureRecord(number, e);
        _ruptures[e.Rupture] = rupture;
        _rupturesInOrder.Add(rupture);
    }

    private void Agree(HomeTaskAgreed e)
    {
        if (_tasks.TryGetValue(e.Task, out var known))
            known.Agreed = e;
        else
            _tasks.Add(e.Task, new HomeTask(e));
    }

    private void React(long number, OwnReactionNoted e)
    {
        if (_reactions.TryGetValue(e.Reaction, out var known))
            known.NotedAnew(number, e);
        else
            _reactions.Add(e.Reaction, new OwnReaction(number, e));
    }

    private void Mark(long number, MarkPlaced e)
    {
        if (e.Amends is { } before)
            Session(e.Session)[e.Partner.Other()].Unmarked(before);
        Session(e.Session)[e.Partner].Marked(number, e);
    }

    private void Settle(FeelingGuessSettled e)
    {
        if (_reactions.TryGetValue(e.Reaction, out var known))
            known.GuessConfirmed = e.Confirmed;
    }

    // A step whose rupture was erased with its subject has nothing left to belong to.
    private RuptureRecord? Known(RuptureId id) => _ruptures.GetValueOrDefault(id);

    private void StepTo(long number)
    {
        if (number != LastNumber + 1)
            throw new InvalidOperationException($"Event {number} was folded after event {LastNumber}.");
        LastNumber = number;
    }
}
