using System.Collections.Immutable;
using Attune.Method.Catalogue;

namespace Attune.Method.Repair;

/// <summary>How far a rupture is repaired, from the least to the most, by the partner's own answers.</summary>
public enum RepairState
{
    Open = 1,
    /// <summary>Claimed, and three held sessions since without an answer. Never "unrepaired".</summary>
    NotKnown = 2,
    /// <summary>The therapist holds it for repaired; no answer has confirmed it.</summary>
    Claimed = 3,
    /// <summary>Regained at least half of what was lost, or partly cleared.</summary>
    Partial = 4,
    /// <summary>The partner said so in the room: weaker than an answer in private, and labelled as such.</summary>
    ToldInTheRoom = 5,
    /// <summary>The partner's own answers say so.</summary>
    Confirmed = 6,
    /// <summary>Confirmed, and the bond above where it was before, for two sessions.</summary>
    StrongerThanBefore = 7,
}

/// <summary>Why the state is what it is.</summary>
public enum RepairReason
{
    /// <summary>No step that says otherwise has been noted, and no later answer.</summary>
    NothingYet = 1,
    /// <summary>Answers after the claim are awaited.</summary>
    AwaitingAnswers = 2,
    /// <summary>This person's answers rarely vary: ask in the room.</summary>
    AnswersRarelyVary = 3,
    /// <summary>Three sessions without an answer.</summary>
    Silent = 4,
    /// <summary>The level came back, and nothing speaks against it being cleared.</summary>
    LevelBack = 5,
    /// <summary>There was no fall in the ratings; the partner says that it is cleared.</summary>
    SaidCleared = 6,
    /// <summary>Some of it came back.</summary>
    PartlyBack = 7,
    /// <summary>Later answers did not bring it back.</summary>
    NotBack = 8,
    /// <summary>Said when the three were together.</summary>
    SaidInTheRoom = 9,
}

/// <summary>What could be done next: advice on planning, never a condition of recording.</summary>
public enum RepairAdvice
{
    /// <summary>The partner told it: thank them for the risk.</summary>
    ThankForTheRisk = 1,
    /// <summary>The watching partner turned away or took it as siding.</summary>
    HoldTheWitness = 2,
    /// <summary>There is more than one link to the past: ask how each was taken.</summary>
    AskHowLinksWereTaken = 3,
    /// <summary>The fitting response waits until it is clear which coping mode was seen.</summary>
    ChooseTheCopingMode = 4,
    /// <summary>Answers that rarely vary confirm nothing.</summary>
    AskInTheRoom = 5,
}

/// <summary>A rupture's repair as the answers tell it, with the figures it rests on. What is not known is null.</summary>
/// <param name="JudgedIn">The area whose item was judged; null: the composite, or clearing alone.</param>
/// <param name="Before">Level before the rupture: mean of the earlier forms that were not flagged.</param>
/// <param name="At">Value in the session of the rupture.</param>
/// <param name="Since">Value that decided.</param>
/// <param name="SinceSession">The session of the answer that decided.</param>
/// <param name="Clearing">1 to 5 on the one scale of clearing (engineering 7); clear from 4.</param>
public sealed record RepairReading(
    RepairState State,
    RepairReason Reason,
    RuptureArea? JudgedIn = null,
    double? Before = null,
    double? At = null,
    double? Since = null,
    int? SinceSession = null,
    int? Clearing = null)
{
    public ImmutableArray<RepairAdvice> Advice { get; init; } = [];
}
