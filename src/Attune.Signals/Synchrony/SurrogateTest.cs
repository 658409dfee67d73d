namespace Attune.Signals.Synchrony;

/// <summary>What a pair is compared with: pairings that cannot have gone together.</summary>
public enum SurrogateMethod
{
    /// <summary>
    /// The second series' windows in another order, none with its own (SUSY; Tschacher and Meier, 2020). Windows keep their inner course.
    /// Where windows overlap, neighbours share time: prefer windows one after the other.
    /// </summary>
    ShuffledSegments = 1,

    /// <summary>Each of the two with people of other pairs (pseudo-dyads): what a like situation alone makes alike stays in.</summary>
    Strangers = 2,

    /// <summary>The second series turned round its end, by at least a window with its lags. Keeps the whole course but for one seam.</summary>
    CircularShift = 3,
}

/// <summary>A number beside its surrogates. NaN where there are none; the effect size also with fewer than two and where all are the same.</summary>
/// <param name="Real">Of the pair itself.</param>
/// <param name="Mean">Mean over the surrogates.</param>
/// <param name="Sd">Their SD, divisor count - 1.</param>
/// <param name="EffectSize">(<paramref name="Real"/> - <paramref name="Mean"/>) / <paramref name="Sd"/> (Tschacher and Meier, 2020).</param>
/// <param name="ShareAtLeast">(1 + surrogates of at least <paramref name="Real"/>) / (1 + surrogates): a one-sided p value.</param>
public readonly record struct SurrogateScore(double Real, double Mean, double Sd, double EffectSize, double ShareAtLeast)
{
    // Values of the surrogates; those that could not be computed are NaN and left out.
    internal static SurrogateScore Of(double real, ReadOnlySpan<double> values)
    {
        var (sum, count, atLeast) = (0.0, 0, 0);
        foreach (var value in values)
        {
            if (double.IsNaN(value))
                continue;
            sum += value;
            count++;
            atLeast += value >= real ? 1 : 0;
        }

        if (count == 0 || double.IsNaN(real))
            return new(real, double.NaN, double.NaN, double.NaN, double.NaN);
        var (mean, squares) = (sum / count, 0.0);
        foreach (var value in values)
            squares += double.IsNaN(value) ? 0 : (value - mean) * (value - mean);
        var sd = count < 2 ? double.NaN : Math.Sqrt(squares / (count - 1));
        return new(real, mean, sd, sd > 0 ? (real - mean) / sd : double.NaN, (1.0 + atLeast) / (1.0 + count));
    }
}

/// <summary>A pair beside its surrogates. The same series, options, count and seed give the same bits on any number of cores.</summary>
/// <param name="Method">How surrogates were made.</param>
/// <param name="Count">How many could be computed.</param>
/// <param name="Seed">Of shuffles and shifts; 0 for strangers, where nothing is drawn.</param>
/// <param name="Signed">Of the mean z over lags and windows.</param>
/// <param name="Absolute">Of the mean size of z.</param>
/// <param name="LagZero">Of the mean z without lag.</param>
/// <param name="BestLag">Of the highest mean z of any lag: each surrogate picks its own best.</param>
public sealed record SurrogateTest(
    SurrogateMethod Method,
    int Count,
    ulong Seed,
    SurrogateScore Signed,
    SurrogateScore Absolute,
    SurrogateScore LagZero,
    SurrogateScore BestLag);
