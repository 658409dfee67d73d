namespace Attune.Method.Cases;

/// <summary>One session of a couple: planned, held, answered, debriefed; each part may be missing.</summary>
public sealed class TherapySession
{
    private readonly SessionOfPartner _a = new(Partner.A);
    private readonly SessionOfPartner _b = new(Partner.B);

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

    public SessionOfPartner this[Partner partner] => partner == Partner.A ? _a : _b;

    internal void Planned(long number, SessionPlanned e) => (PlanNumber, Plan) = (number, e);

    internal void Debriefed(long number, TherapistDebriefed e) => (TherapistDebriefNumber, TherapistDebrief) = (number, e);
}

/// <summary>One partner's side of a session.</summary>
public sealed class SessionOfPartner
{
    private readonly List<MarkPlaced> _marks = [];

    internal SessionOfPartner(Partner partner) => Partner = partner;

    public Partner Partner { get; }

    /// <summary>Null: no answer. That is not "fine".</summary>
    public CheckInAnswers? CheckIn { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When the partner said that they could not answer in private; null if never.</summary>
    public DateTimeOffset? PutOffAt { get; internal set; }

    public PartnerDebriefed? Debrief { get; private set; }

    public long DebriefNumber { get; private set; }

    /// <summary>What was seen in this partner, in the order noted.</summary>
    public IReadOnlyList<MarkPlaced> Marks => _marks;

    internal void Marked(MarkPlaced e) => _marks.Add(e);

    internal void Answered(CheckInAnswered e) => (CheckIn, AnsweredAt) = (e.Answers, e.At);

    internal void Debriefed(long number, PartnerDebriefed e) => (DebriefNumber, Debrief) = (number, e);
}
