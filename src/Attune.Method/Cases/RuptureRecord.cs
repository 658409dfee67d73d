using System.Collections.Immutable;

namespace Attune.Method.Cases;

/// <summary>One rupture as noted, with the steps of its repair in the order in which they happened.</summary>
public sealed class RuptureRecord
{
    private readonly List<RepairStep> _steps = [];
    private readonly SortedDictionary<Partner, RuptureStoryAnswered> _storyAnswers = [];
    private readonly List<RepairReused> _reuses = [];

    internal RuptureRecord(long number, RuptureNoted e)
    {
        (Id, Owner, Session, Source, NotedAt) = (e.Rupture, e.Owner, e.Session, e.Source, e.At);
        (Formulation, FormulationNumber) = (e.Formulation, number);
    }

    public RuptureId Id { get; }

    public RuptureOwner Owner { get; private set; }

    /// <summary>The session in which it happened.</summary>
    public int Session { get; private set; }

    public RuptureSource Source { get; private set; }

    public DateTimeOffset NotedAt { get; }

    public RuptureFormulation Formulation { get; private set; }

    /// <summary>The event number of <see cref="Formulation"/>.</summary>
    public long FormulationNumber { get; private set; }

    public bool IsSetAside { get; private set; }

    public IReadOnlyList<RepairStep> Steps => _steps;

    /// <summary>The session after which the repair was last claimed; null while it was not.</summary>
    public int? ClaimedInSession { get; private set; }

    /// <summary>The session in which the partner last said that it is cleared.</summary>
    public int? ToldInRoomInSession { get; private set; }

    /// <summary>The story in the therapist's words; null while none was written.</summary>
    public RuptureStory? Story { get; private set; }

    /// <summary>The event number of <see cref="Story"/>; 0 while there is none.</summary>
    public long StoryNumber { get; private set; }

    /// <summary>What this partner said to the latest story; null while they were not asked about it.</summary>
    public RuptureStoryAnswered? StoryAnswerOf(Partner partner) => _storyAnswers.GetValueOrDefault(partner);

    /// <summary>What was said about using a piece of it at home, in the order noted.</summary>
    public IReadOnlyList<RepairReused> Reuses => _reuses;

    /// <summary>Noted anew, as an amendment: the steps and the first time stay.</summary>
    internal void NotedAnew(long number, RuptureNoted e)
    {
        (Owner, Session, Source) = (e.Owner, e.Session, e.Source);
        (Formulation, FormulationNumber) = (e.Formulation, number);
    }

    internal void Reformulated(long number, RuptureReformulated e) => (Formulation, FormulationNumber) = (e.Formulation, number);

    internal void SetAside(RuptureSetAside _) => IsSetAside = true;

    internal void Stepped(long number, RepairStepTaken e)
    {
        // An amended step keeps its place, its first time and what was seen of the witness.
        var at = e.Amends is null ? -1 : _steps.FindIndex(step => step.Number == e.Step);
        if (at >= 0)
        {
            _steps[at] = _steps[at] with
            {
                Session = e.Session,
                Kind = e.Kind,
                Taken = e.Taken,
                Note = e.Note,
                Detail = StepDetail.Of(e),
                EventNumber = number,
            };
        }
        else
        {
            _steps.Add(new RepairStep(e.Step, e.Session, e.Kind, e.Taken, e.Note, e.At) { Detail = StepDetail.Of(e), EventNumber = number });
        }
    }

    internal void Witnessed(WitnessSeen e)
    {
        var at = _steps.FindIndex(step => step.Number == e.Step);
        if (at >= 0)
            _steps[at] = _steps[at] with { Witness = e.Reaction };
    }

    internal void Claimed(int session) => ClaimedInSession = session;

    internal void ToldInTheRoom(int session) => ToldInRoomInSession = session;

    internal void ClaimWithdrawn() => (ClaimedInSession, ToldInRoomInSession) = (null, null);

    // A story written anew has not been answered by anybody.
    internal void StoryWritten(long number, RuptureStoryWritten e)
    {
        (Story, StoryNumber) = (e.Story, number);
        _storyAnswers.Clear();
    }

    internal void StoryAnswered(RuptureStoryAnswered e) => _storyAnswers[e.Partner] = e;

    internal void Reused(RepairReused e) => _reuses.Add(e);
}

/// <summary>A step of a repair as it happened. <paramref name="Number"/> counts from 1 within its rupture.</summary>
public sealed record RepairStep(int Number, int Session, RepairStepKind Kind, Reception? Taken, string? Note, DateTimeOffset At)
{
    /// <summary>How the watching partner took it; null when nobody noted it.</summary>
    public WitnessReaction? Witness { get; init; }

    public StepDetail Detail { get; init; } = StepDetail.None;

    /// <summary>The number of the event that last stated it: what an amendment names.</summary>
    public long EventNumber { get; init; }
}

/// <summary>What is kept of a link to the past, of a disclosure, and of the partner's own part.</summary>
public sealed record StepDetail(LinkFinder? LinkFoundBy, int? LinkSpecific, DisclosureNeed? WhoseNeed, RuptureOwner? SaidTo, ImmutableArray<RepairContribution> Contributions)
{
    public static StepDetail None { get; } = new(null, null, null, null, []);

    internal static StepDetail Of(RepairStepTaken e) => new(e.LinkFoundBy, e.LinkSpecific, e.WhoseNeed, e.SaidTo, e.Contributions);
}
