namespace Attune.Method.Detection;

/// <summary>
/// How a course fell and came back. Gumz et al. (2012) tell five shapes of which only the first two are at hand (a simple V; a decline over more sessions
/// with a sudden repair); the others are named by us. A fall or a return is sudden when it takes one answered session.
/// </summary>
public enum EpisodeShape
{
    /// <summary>Sudden fall, sudden return.</summary>
    V = 1,

    /// <summary>A decline over more sessions with a sudden return.</summary>
    SlowDeclineSuddenReturn = 2,

    /// <summary>Sudden fall, return over more sessions.</summary>
    SuddenFallSlowReturn = 3,

    /// <summary>Down and back over more sessions each.</summary>
    SlowBothWays = 4,

    /// <summary>Four answered sessions after the last flag it is not back: a step that stays.</summary>
    StepThatStays = 5,

    /// <summary>The series ends before it is back or has stayed: which shape cannot be told.</summary>
    NotOver = 6,
}

/// <summary>Whether the ratings came back (method-facts 1.4); what a partner said of it is not in a series.</summary>
public enum EpisodeRepair
{
    /// <summary>Back within three answered sessions of the deepest one: at least the level before less a quarter of the threshold.</summary>
    Full = 1,

    /// <summary>In these three at least half of the way back.</summary>
    Partial = 2,

    /// <summary>Neither; also while the sessions to come back in have not all been held.</summary>
    Open = 3,
}

/// <summary>One fall in a series, made of the flags of one criterion. Sessions are places in the series, from 1; figures are in its unit.</summary>
/// <param name="Onset">The first flagged session.</param>
/// <param name="Deepest">The lowest up to the end; of equals the first.</param>
/// <param name="Last">The last session of it: the one before it was back, the one at which it had stayed, or the last answered one.</param>
/// <param name="Before">The pre-rupture level: mean of what was not flagged before the onset (four flagged in a row are the new usual); at the first answered session, of all that is not flagged.</param>
/// <param name="Threshold">The strict drop's at the onset: twice the larger of own SD and within-person reference.</param>
/// <param name="Length">Answered sessions from onset to last.</param>
/// <param name="BackAt">Null: not back.</param>
public sealed record RuptureEpisode(
    int Onset, int Deepest, int Last, double Before, double Lowest, double Threshold, int Length, int? BackAt, EpisodeShape Shape, EpisodeRepair Repair)
{
    /// <summary>How far below the level before. 0 or less where a flag marks the way from a peak down to the usual.</summary>
    public double Depth => Before - Lowest;
}
