namespace Attune.Method.Alliance;

/// <summary>
/// What is usual for one partner before a session. <paramref name="Mean"/>: mean of the sessions in the baseline, null when there is none;
/// <paramref name="Threshold"/>: twice their own SD (n - 1), the SD never below <see cref="ReferenceSd"/>; points of the 1 to 7 scale.
/// </summary>
internal readonly record struct Baseline(double? Mean, double Threshold)
{
    /// <summary>Within-person reference SD (our proposal).</summary>
    public const double ReferenceSd = 0.5;

    /// <summary>Ratings move in steps of 1/3 or 1: this only takes up what binary fractions leave over.</summary>
    public const double Rounding = 1e-9;

    private const int FlaggedRunThatBecomesUsual = 4;

    /// <summary>
    /// From earlier sessions only (oldest first): those not flagged. Four flagged in a row are the new usual, and what came before them is dropped
    /// (our proposal: a lasting shift is flagged until then).
    /// </summary>
    public static Baseline Of(IEnumerable<(double Value, bool IsFlagged)> earlier)
    {
        List<double> kept = [];
        List<double> flagged = [];
        foreach (var (value, isFlagged) in earlier)
        {
            if (!isFlagged)
            {
                flagged.Clear();
                kept.Add(value);
                continue;
            }
            flagged.Add(value);
            if (flagged.Count == FlaggedRunThatBecomesUsual)
            {
                (kept, flagged) = (flagged, []);
            }
        }
        return new Baseline(kept.Count == 0 ? null : kept.Average(), 2 * Math.Max(Sd(kept), ReferenceSd));
    }

    private static double Sd(List<double> values)
    {
        if (values.Count < 2)
            return 0;
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }
}
