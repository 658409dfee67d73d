using Attune.Method.Cases;

namespace Attune.Method.Anticipation;

/// <summary>
/// What the words of an own forecast are as chances, so that it can be scored beside the program's: our proposal. More of them lie below a half than above,
/// because most sessions are told to have had no strain; none is 0 or 1, for nobody can be that sure.
/// </summary>
public static class StatedChances
{
    /// <summary>From the least to the most likely.</summary>
    public static ReadOnlySpan<StatedChance> All =>
        [StatedChance.Hardly, StatedChance.RatherNot, StatedChance.Possibly, StatedChance.AsLikelyAsNot, StatedChance.Probably];

    /// <summary>In (0, 1): .05, .1, .25, .5, .75.</summary>
    public static double Probability(this StatedChance chance) => chance switch
    {
        StatedChance.Hardly => 0.05,
        StatedChance.RatherNot => 0.1,
        StatedChance.Possibly => 0.25,
        StatedChance.AsLikelyAsNot => 0.5,
        StatedChance.Probably => 0.75,
        _ => throw new ArgumentOutOfRangeException(nameof(chance), chance, "No such word."),
    };

    /// <summary>The same as a natural frequency: about so many of so many sessions.</summary>
    public static (int Of, int Sessions) Frequency(this StatedChance chance) => chance switch
    {
        StatedChance.Hardly => (1, 20),
        StatedChance.RatherNot => (1, 10),
        StatedChance.Possibly => (1, 4),
        StatedChance.AsLikelyAsNot => (1, 2),
        StatedChance.Probably => (3, 4),
        _ => throw new ArgumentOutOfRangeException(nameof(chance), chance, "No such word."),
    };
}
