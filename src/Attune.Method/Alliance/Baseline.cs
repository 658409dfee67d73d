namespace Attune.Method.Alliance;

/// <summary>
/// What is usual for one partner before a session, in points of the 1 to 7 scale. <paramref name="Count"/>: sessions in the baseline;
/// <paramref name="Mean"/>: null when there are none; <paramref name="OwnSd"/>: SD (n - 1), 0 below two; <paramref name="MeanMovingRange"/>: mean
/// size of the step between neighbours that are both in the baseline, 0 without such a pair.
/// </summary>
internal readonly record struct Baseline(int Count, double? Mean, double OwnSd, double MeanMovingRange)
{
    /// <summary>Within-person reference SD (our proposal).</summary>
    public const double ReferenceSd = 0.5;

    /// <summary>Ratings move in steps of 1/3 or 1: this only takes up what binary fractions leave over.</summary>
    public const double Rounding = 1e-9;

    /// <summary>Flagged sessions in a row that are the new usual (our proposal: a lasting shift is flagged until then).</summary>
    public const int FlaggedRunThatBecomesUsual = 4;

    /// <summary>The loose drop's: their own SD or the reference, whichever is larger (Gumz et al., 2012: the stricter of the two).</summary>
    public double LooseThreshold => LooseThresholdAgainst(ReferenceSd);

    /// <summary>The strict drop's: twice the loose one.</summary>
    public double Threshold => 2 * LooseThreshold;

    /// <summary>The same against another reference SD, in the unit of the series.</summary>
    public double LooseThresholdAgainst(double referenceSd) => Math.Max(OwnSd, referenceSd);

    /// <summary>Whether it fell by at least the threshold. NaN on either side: no.</summary>
    public static bool IsFall(double from, double to, double threshold) => to - from <= -threshold + Rounding;

    /// <summary>From earlier answered sessions only (oldest first): those not flagged, or the last four flagged in a row and what came after.</summary>
    public static Baseline Of(IEnumerable<(double Value, bool IsFlagged)> earlier)
    {
        var running = new RunningBaseline(ChartBaseline.FlaggedKeptOut);
        foreach (var (value, isFlagged) in earlier)
            running.Add(value, isFlagged);
        return running.Current;
    }
}
