namespace Attune.Signals.Arousal;

/// <summary>A straight trend at the moment of its last point, with what is not known about it.</summary>
/// <param name="LevelBpm">The line at the last point.</param>
/// <param name="SlopePerSecond">In bpm per s.</param>
/// <param name="LastErrorBpm">How far the last point lies above the line; it fades as errors do.</param>
/// <param name="Variance">Of an error, in bpm squared.</param>
/// <param name="LevelFactor">Variance of the level in units of <paramref name="Variance"/>.</param>
/// <param name="MixedFactor">Covariance of level and slope, likewise.</param>
/// <param name="SlopeFactor">Variance of the slope, likewise.</param>
internal readonly record struct TrendLine(
    double LevelBpm,
    double SlopePerSecond,
    double LastErrorBpm,
    double Variance,
    double LevelFactor,
    double MixedFactor,
    double SlopeFactor)
{
    /// <summary>Best linear prediction (Goldberger, 1962) of the rate some seconds ahead, where errors are still alike by so much.</summary>
    internal double At(double second, double likeness) => LevelBpm + (SlopePerSecond * second) + (LastErrorBpm * likeness);

    /// <summary>Its mean squared error.</summary>
    internal double VarianceAt(double second, double likeness, double slopeDrift)
    {
        var part = 1 - likeness;
        var line = (LevelFactor * part * part) + (2 * MixedFactor * part * second) + (SlopeFactor * second * second);
        return (Variance * (line + 1 - (likeness * likeness))) + (slopeDrift * second * second * second / 3);
    }
}

/// <summary>
/// Generalised least squares of a straight line on evenly spaced points whose errors are autoregressive of order 1 (Prais and Winsten,
/// 1954, with the autocorrelation given, not estimated: a minute of a wandering heart does not tell it).
/// </summary>
internal sealed class TrendFit
{
    private readonly ForecastSettings settings;
    private readonly double likeness;
    private readonly double first;
    private readonly (double One, double Time)[] design;
    private readonly double s11;
    private readonly double s12;
    private readonly double s22;
    private readonly double determinant;

    internal TrendFit(ForecastSettings settings)
    {
        this.settings = settings;
        likeness = settings.LikenessAfter(settings.StepSeconds);
        first = Math.Sqrt(1 - (likeness * likeness));
        design = new (double, double)[settings.Points];
        for (var i = 0; i < design.Length; i++)
        {
            var time = (i - design.Length + 1) * settings.StepSeconds;
            design[i] = i == 0 ? (first, first * time) : (1 - likeness, time - (likeness * (time - settings.StepSeconds)));
            s11 += design[i].One * design[i].One;
            s12 += design[i].One * design[i].Time;
            s22 += design[i].Time * design[i].Time;
        }

        determinant = (s11 * s22) - (s12 * s12);
    }

    /// <summary>The line through points that are as many as <see cref="ForecastSettings.Points"/>, oldest first, in bpm.</summary>
    internal TrendLine To(ReadOnlySpan<double> points)
    {
        var (t1, t2) = (0.0, 0.0);
        for (var i = 0; i < points.Length; i++)
        {
            var y = Whitened(points, i);
            t1 += design[i].One * y;
            t2 += design[i].Time * y;
        }

        var level = ((s22 * t1) - (s12 * t2)) / determinant;
        var slope = ((s11 * t2) - (s12 * t1)) / determinant;
        var squares = 0.0;
        for (var i = 0; i < points.Length; i++)
        {
            var error = Whitened(points, i) - (design[i].One * level) - (design[i].Time * slope);
            squares += error * error;
        }

        // A whitened error has the variance of the error itself times (1 - likeness^2).
        var unit = first * first;
        var usual = settings.UsualDeviationBpm * settings.UsualDeviationBpm;
        var freedom = points.Length - 2;
        var variance = ((settings.UsualWeight * usual) + (squares / unit)) / (settings.UsualWeight + freedom);
        return new(level, slope, points[^1] - level, variance, unit * s22 / determinant, -unit * s12 / determinant, unit * s11 / determinant);
    }

    private double Whitened(ReadOnlySpan<double> points, int i) =>
        i == 0 ? first * points[0] : points[i] - (likeness * points[i - 1]);
}
