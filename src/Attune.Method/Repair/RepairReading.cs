using System.Text.Json.Serialization;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Repair;

/// <summary>How far a repair has come, as far as it is known.</summary>
public enum RepairState
{
    Open = 1,
    /// <summary>The therapist holds it for repaired; the partner's answers have not confirmed it.</summary>
    Claimed = 2,
    /// <summary>The partner said so in the room: weaker than a private answer, and labelled.</summary>
    ToldInTheRoom = 3,
    Confirmed = 4,
    /// <summary>At least half of the drop is regained, or it is "partly cleared".</summary>
    Partial = 5,
    StrongerThanBefore = 6,
    /// <summary>Nobody answered; never "unrepaired".</summary>
    NotKnown = 7,
    /// <summary>The work was closed with it open; opening the work again undoes it. <see cref="RepairReading.EndedAs"/> says how far it had come.</summary>
    Ended = 8,
}

/// <summary>Why the state is no better.</summary>
public enum RepairReason
{
    /// <summary>"This person's answers rarely vary: ask in the room."</summary>
    AnswersRarelyVary = 1,
    NoAnswerYet = 2,
    /// <summary>No answer in three held sessions after the claim.</summary>
    SilentForThreeSessions = 3,
    /// <summary>The score of the area that broke is not back.</summary>
    NotBackYet = 4,
    /// <summary>The score is back and the partner says that it is not cleared, or has not been asked since.</summary>
    NotClearedYet = 5,
    /// <summary>Answered, but not what is needed here: the item of the area, or (without a drop) whether it is cleared.</summary>
    ItemNotAnswered = 6,
    /// <summary>Noted by mistake: not judged.</summary>
    SetAside = 7,
    /// <summary>The work was closed before an answer could confirm the claim.</summary>
    ClosedBeforeAnAnswer = 8,
}

/// <summary>
/// The state of one repair with the figures that it rests on, on the 1 to 7 scale of the judged area (<see cref="Area"/>; null: the composite).
/// <paramref name="Before"/>: usual level before the rupture; <paramref name="At"/>: in its session; <paramref name="Since"/>: the form that
/// decides, of <paramref name="SinceSession"/>; <paramref name="Clearing"/>: 1 to 5. Each is null where it was not answered or not needed.
/// <paramref name="Reason"/> is null when nothing stands in the way. Nothing of the watching partner is in it; advice is <see cref="RepairPlanning"/>'s.
/// </summary>
public sealed record RepairReading(
    RepairState State,
    double? Before,
    double? At,
    double? Since,
    int? SinceSession,
    int? Clearing,
    RepairReason? Reason)
{
    /// <summary>Whose answers decided; of a rupture of both, the one with the weaker state.</summary>
    public required Partner Partner { get; init; }

    public RuptureArea? Area { get; init; }

    /// <summary>Whether it still asks for something: not confirmed by the partner, in private or in the room, while the work goes on.</summary>
    [JsonIgnore]
    public bool IsStillOpen =>
        !IsWorkClosed && (State is RepairState.Open or RepairState.Claimed or RepairState.Partial or RepairState.NotKnown);

    /// <summary>Whether the work with the couple is closed, so that no further answer comes.</summary>
    public bool IsWorkClosed { get; init; }

    /// <summary>Of <see cref="RepairState.Ended"/>: the state in which the closing found it (open, claimed or partial); else null.</summary>
    public RepairState? EndedAs { get; init; }

    /// <summary>False: there was no drop in the judged score, so clearing alone decides.</summary>
    public bool HadDrop { get; init; }
}
