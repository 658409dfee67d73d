using System.Globalization;
using Attune.Method.Learning;

namespace Attune.App.Calibrating;

/// <summary>A chance as a natural frequency.</summary>
internal static class ChanceWords
{
    // Steps that a person tells apart; between two of them the nearer in odds is said.
    private static readonly (int Of, int Sessions)[] Steps =
    [
        (1, 100), (1, 70), (1, 50), (1, 40), (1, 30), (1, 25), (1, 20), (1, 15), (1, 12), (1, 10), (1, 9), (1, 8), (1, 7), (1, 6), (1, 5), (1, 4), (1, 3), (2, 5),
        (1, 2), (3, 5), (2, 3), (3, 4), (4, 5), (9, 10), (19, 20), (99, 100),
    ];

    /// <summary>Such as "1 in 8".</summary>
    public static string Of(double chance)
    {
        if (chance < .0075)
            return "fewer than 1 in 100";
        if (chance > .9925)
            return "more than 99 in 100";
        var (of, sessions) = Steps.MinBy(step => Math.Abs(LogOdds((double)step.Of / step.Sessions) - LogOdds(chance)));
        return string.Create(CultureInfo.InvariantCulture, $"{of} in {sessions}");
    }

    /// <summary>Such as "about 1 in 8 (1 in 15 to 1 in 4)"; the middle 90% of what it may be.</summary>
    public static string Of(PredictedChance chance)
    {
        var (least, most) = (Of(chance.Lower), Of(chance.Upper));
        return least == most ? $"about {Of(chance.Probability)}" : $"about {Of(chance.Probability)} ({least} to {most})";
    }

    private static double LogOdds(double chance) => Math.Log(chance / (1 - chance));
}
