namespace Attune.Method.Simulation;

/// <summary>
/// How a simulated rupture runs through the sessions after its onset, after the five forms of crises of Gumz et al. (2012), of which the V is the most
/// frequent and the slow decline with a sudden return the second. Which exact line belongs to a name is our proposal.
/// </summary>
public enum RuptureShape
{
    /// <summary>A V: down at once, back at once.</summary>
    SuddenFallSuddenReturn = 1,

    /// <summary>Down in equal steps, deepest in its last session, back at once.</summary>
    SlowFallSuddenReturn = 2,

    /// <summary>Down at once, back in equal steps.</summary>
    SuddenFallSlowReturn = 3,

    /// <summary>Down and back in equal steps, deepest in the middle.</summary>
    SlowFallSlowReturn = 4,

    /// <summary>Down at once, and it stays: not repaired.</summary>
    StepThatStays = 5,
}

/// <summary>What became of a simulated rupture.</summary>
public enum TrueRepair
{
    /// <summary>Back to the level from before.</summary>
    Full = 1,

    /// <summary>Back by half of the fall.</summary>
    Partial = 2,

    /// <summary>Not back at all.</summary>
    None = 3,
}
