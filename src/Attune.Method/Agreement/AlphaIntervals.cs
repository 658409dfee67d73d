namespace Attune.Method.Agreement;

/// <summary>Intervals of Krippendorff's alpha by a seeded bootstrap over targets.</summary>
public static class AlphaIntervals
{
    /// <summary>Bootstrap samples where nothing else is said [our proposal].</summary>
    public const int UsualResamples = 2_000;

    /// <summary>
    /// Percentiles (linear between neighbours, Hyndman and Fan's type 7) of alpha over samples of whole targets with replacement; the same seed gives the same
    /// interval. Null where alpha does not exist, or in no sample. Throws for a measure that is no alpha, fewer than 100 samples, and a confidence outside 0 to 1.
    /// </summary>
    public static AgreementInterval? Bootstrap(RatingTable table, AgreementMeasure measure, uint seed, int resamples = UsualResamples, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(table);
        AgreementInterval.RequireConfidence(confidence);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);
        if (measure is not (AgreementMeasure.NominalAlpha or AgreementMeasure.OrdinalAlpha or AgreementMeasure.IntervalAlpha))
            throw new ArgumentOutOfRangeException(nameof(measure), measure, "An alpha.");
        var targets = table.Pairable();
        if (AgreementFinding.WhyNot(measure, targets, 0) is not null)
            return null;
        var values = new List<double>(resamples);
        for (var sample = 0u; sample < resamples; sample++)
        {
            var drawn = Drawn(targets, seed, sample);
            if (AgreementFinding.AllEqual(drawn))
                continue;
            var (observed, expected) = KrippendorffAlpha.Disagreements(drawn, measure);
            values.Add(1 - observed / expected);
        }

        if (values.Count == 0)
            return null;
        values.Sort();
        var mean = values.Average();
        var error = values.Count < 2 ? 0 : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
        return new AgreementInterval(
            AgreementIntervalVariant.BootstrapOverTargets, error, At(values, (1 - confidence) / 2), At(values, (1 + confidence) / 2), confidence, values.Count, resamples - values.Count);
    }

    private static List<double[]> Drawn(List<double[]> targets, uint seed, uint sample)
    {
        var stream = new SeededStream(seed, sample);
        var drawn = new List<double[]>(targets.Count);
        for (var i = 0; i < targets.Count; i++)
            drawn.Add(targets[(int)(stream.Uniform() * targets.Count)]);
        return drawn;
    }

    private static double At(List<double> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        return below + 1 >= sorted.Count ? sorted[^1] : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
}
