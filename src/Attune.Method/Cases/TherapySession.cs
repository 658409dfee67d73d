namespace Attune.Method.Cases;

/// <summary>One session of a couple: planned, held, answered, debriefed; each part may be missing.</summary>
public sealed class TherapySession
{
    private readonly SessionOfPartner _a = new(Partner.A);
    private readonly SessionOfPartner _b = new(Partner.B);
    private readonly SortedDictionary<int, SessionNoteWritten> _notes = [];
    private readonly List<TechniqueTakenUp> _techniques = [];
    private readonly List<CentreNoted> _centres = [];

    internal TherapySession(int number) => Number = number;

    /// <summary>From 1 within a couple's record.</summary>
    public int Number { get; }

    public SessionPlanned? Plan { get; private set; }

    /// <summary>The event number of <see cref="Plan"/>; 0 while there is none.</summary>
    public long PlanNumber { get; private set; }

    public SessionHeld? Held { get; internal set; }

    public RecordingAdded? Recording { get; internal set; }

    public ArousalNoted? Arousal { get; internal set; }

    /// <summary>The therapist's view of themselves in it (compartment data).</summary>
    public TherapistDebriefed? TherapistDebrief { get; private set; }

    public long TherapistDebriefNumber { get; private set; }

    /// <summary>When the debrief was put off; null when it was not, or was written since.</summary>
    public DateTimeOffset? DebriefPutOffAt { get; internal set; }

    /// <summary>The free notes, in the order of their numbers; each as it was last said.</summary>
    public IReadOnlyCollection<SessionNoteWritten> Notes => _notes.Values;

    /// <summary>The techniques that were in hand, in the order noted.</summary>
    public IReadOnlyList<TechniqueTakenUp> TakenUp => _techniques;

    /// <summary>Who was at the centre, in the order noted (compartment data).</summary>
    public IReadOnlyList<CentreNoted> Centres => _centres;

    /// <summary>What was heard and noted while it went on.</summary>
    public LiveRecord Live { get; } = new();

    public SessionOfPartner this[Partner partner] => partner == Partner.A ? _a : _b;

    internal void Planned(long number, SessionPlanned e) => (PlanNumber, Plan) = (number, e);

    // A debrief that was written does not wait any more.
    internal void Debriefed(long number, TherapistDebriefed e) => (TherapistDebriefNumber, TherapistDebrief, DebriefPutOffAt) = (number, e, null);

    internal void Noted(SessionNoteWritten e) => _notes[e.Note] = e;

    internal void TookUp(TechniqueTakenUp e) => _techniques.Add(e);

    internal void SawAtCentre(CentreNoted e) => _centres.Add(e);
}

/// <summary>One partner's side of a session.</summary>
public sealed class SessionOfPartner
{
    private readonly List<MarkPlaced> _marks = [];
    private readonly List<long> _markNumbers = [];
    private readonly List<SetAsideCheckIn> _setAside = [];

    internal SessionOfPartner(Partner partner) => Partner = partner;

    public Partner Partner { get; }

    /// <summary>Null: no answer. That is not "fine".</summary>
    public CheckInAnswers? CheckIn { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When the partner said that they could not answer in private; null if never.</summary>
    public DateTimeOffset? PutOffAt { get; internal set; }

    public PartnerDebriefed? Debrief { get; private set; }

    /// <summary>What the therapist expected of this partner before it; null when that was not asked, or was taken back.</summary>
    public OwnForecastMade? OwnForecast { get; internal set; }

    public long DebriefNumber { get; private set; }

    /// <summary>Answers that somebody else had given in this partner's name: for the therapist alone, and counted nowhere.</summary>
    public IReadOnlyList<SetAsideCheckIn> CheckInsSetAside => _setAside;

    /// <summary>What was seen in this partner, in the order noted.</summary>
    public IReadOnlyList<MarkPlaced> Marks => _marks;

    // A mark that is said anew keeps its place, also when it turns out to have been seen in the other: then it leaves this one.
    internal void Marked(long number, MarkPlaced e)
    {
        var at = e.Amends is { } before ? _markNumbers.IndexOf(before) : -1;
        if (at >= 0)
        {
            (_markNumbers[at], _marks[at]) = (number, e);
            return;
        }

        _markNumbers.Add(number);
        _marks.Add(e);
    }

    internal void Unmarked(long number)
    {
        if (_markNumbers.IndexOf(number) is var at and >= 0)
        {
            _markNumbers.RemoveAt(at);
            _marks.RemoveAt(at);
        }
    }

    internal void SetAside(CheckInSetAside e)
    {
        if (CheckIn is { } answers && AnsweredAt is { } at)
            _setAside.Add(new SetAsideCheckIn(answers, at, e.Why));
        (CheckIn, AnsweredAt) = (null, null);
    }

    internal void Answered(CheckInAnswered e) => (CheckIn, AnsweredAt) = (e.Answers, e.At);

    internal void Debriefed(long number, PartnerDebriefed e) => (DebriefNumber, Debrief) = (number, e);
}

/// <summary>A check-in that was set aside, and why.</summary>
public sealed record SetAsideCheckIn(CheckInAnswers Answers, DateTimeOffset AnsweredAt, string Why);
