namespace Attune.Signals.Arousal;

/// <summary>What is shown of one heart, live.</summary>
public enum ArousalState
{
    /// <summary>It cannot be told; <see cref="ArousalDoubt"/> says why.</summary>
    Unknown = 1,

    /// <summary>Shown as "quiet". Says nothing good about the person, only that the rate is not raised.</summary>
    Calm = 2,

    /// <summary>Raised for 30 s, and not yet quiet again for 60 s.</summary>
    Rising = 3,

    /// <summary>Above the level for longer than the minimum, and not yet down for 30 s.</summary>
    Aroused = 4,

    /// <summary>Was aroused, is down, and has not been at rest for 60 s.</summary>
    Recovering = 5,
}

/// <summary>Why a state is unknown.</summary>
public enum ArousalDoubt
{
    /// <summary>It is known.</summary>
    None = 1,

    /// <summary>Less than 15 s were heard since the start or a gap, or a raised rate has not lasted 30 s.</summary>
    NotLongEnough = 2,

    /// <summary>More than 5 s without a believable beat.</summary>
    Gap = 3,

    /// <summary>Less than 80% of the last minute lies in believable beats.</summary>
    TooFewBelievableBeats = 4,
}

/// <summary>A change of what is shown.</summary>
/// <param name="At">End of the beat that brought it, in the machine's own time; it is known one beat later.</param>
/// <param name="State">The new state.</param>
/// <param name="Doubt">Why it is unknown; <see cref="ArousalDoubt.None"/> otherwise.</param>
/// <param name="Before">The state until then.</param>
/// <param name="RateBpm">The rate of the last 15 s at that moment; NaN after a gap.</param>
public readonly record struct ArousalChange(TimeSpan At, ArousalState State, ArousalDoubt Doubt, ArousalState Before, double RateBpm);
