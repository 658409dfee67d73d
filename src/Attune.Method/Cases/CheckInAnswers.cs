namespace Attune.Method.Cases;

/// <summary>
/// One partner's private answers after a session. Own wording, not a validated measure. Every item may be left out: a missing answer stays
/// missing. Ratings are whole numbers from 1 (not at all) to 7 (fully).
/// </summary>
public sealed record CheckInAnswers
{
    /// <summary>What we did suited me.</summary>
    public int? Task { get; init; }

    /// <summary>We worked on what matters to me.</summary>
    public int? Goal { get; init; }

    /// <summary>My therapist got what it is like to be me ("feels felt").</summary>
    public int? Bond { get; init; }

    /// <summary>My therapist was fair to both of us. Has a rule of its own; not part of the composite.</summary>
    public int? Fairness { get; init; }

    /// <summary>I could say what I needed to say, and be myself.</summary>
    public int? Safety { get; init; }

    /// <summary>My partner and I pulled in one direction. Asked on odd sessions.</summary>
    public int? WithinCouple { get; init; }

    /// <summary>Null: not answered.</summary>
    public TensionAnswer? Tension { get; init; }

    public CareAnswer? Care { get; init; }

    /// <summary>What this partner expects next time: a forecast that the next tested moment is held against.</summary>
    public ExpectationAnswer? Expectation { get; init; }

    public StillOpenAnswer? StillOpen { get; init; }

    /// <summary>Asked on even sessions.</summary>
    public SinceLastTimeAnswer? SinceLastTime { get; init; }

    /// <summary>When I showed something difficult at home, my partner responded with care. Off by default, and off under a safety flag.</summary>
    public CareAnswer? CareAtHome { get; init; }

    /// <summary>If I bring up something hard at home, I expect a caring answer. Off by default, and off under a safety flag.</summary>
    public ExpectationAnswer? ExpectationAtHome { get; init; }
}

/// <summary>Whether there was a moment of tension, hurt or distance with the therapist or about the way of working.</summary>
public sealed record TensionAnswer
{
    public required bool Any { get; init; }

    /// <summary>How strong, 1 to 5; null when there was none or it was not said.</summary>
    public int? Strength { get; init; }

    /// <summary>How far cleared up, 1 (not at all) to 5 (fully).</summary>
    public int? Cleared { get; init; }

    /// <summary>Own words, if wanted.</summary>
    public string? Words { get; init; }

    /// <summary>What the therapist may do with it; null counts as <see cref="SpeakPermission.PleaseJustKnowIt"/>, the most careful reading.</summary>
    public SpeakPermission? MaySpeak { get; init; }
}

/// <summary>Where the therapist may speak about what was told in private.</summary>
public enum SpeakPermission
{
    WhenWeAreThree = 1,
    OnlyWithMeAlone = 2,
    PleaseJustKnowIt = 3,
}

/// <summary>When I showed something difficult, my therapist responded with care.</summary>
public enum CareAnswer
{
    Yes = 1,
    Partly = 2,
    No = 3,
    DidNotComeUp = 4,
    /// <summary>There was something and I kept it to myself: an untested moment, never a success.</summary>
    KeptToMyself = 5,
}

/// <summary>If I bring up something hard next time, I expect a caring answer.</summary>
public enum ExpectationAnswer
{
    Hardly = 1,
    RatherNot = 2,
    Half = 3,
    Rather = 4,
    Surely = 5,
}

/// <summary>Anything from before still open between you and your therapist.</summary>
public enum StillOpenAnswer
{
    Nothing = 1,
    PartlyCleared = 2,
    StillOpen = 3,
}

/// <summary>Since last time, what we did here ...</summary>
public enum SinceLastTimeAnswer
{
    Helped = 1,
    MadeNoDifference = 2,
    MadeThingsHarder = 3,
    RatherSayItAlone = 4,
}
