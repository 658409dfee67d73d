using Attune.Method.Cases;

namespace Attune.Method.Repair;

/// <summary>How far something is cleared up, on one scale from 1 to 5 (engineering 7). Clear from 4.</summary>
public static class Clearing
{
    public const int Clear = 4;

    /// <summary>From a later form: nothing open = 5, partly = 3, still open = 1; null when not answered.</summary>
    public static int? Of(StillOpenAnswer? answer) => answer switch
    {
        StillOpenAnswer.Nothing => 5,
        StillOpenAnswer.PartlyCleared => 3,
        StillOpenAnswer.StillOpen => 1,
        _ => null,
    };
}
