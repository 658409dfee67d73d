namespace Attune.Method.Detection;

/// <summary>
/// A course in which nothing happens: AR(1) noise with the same spread at every session, from the first on. On the standard scale mean 0 and SD 1.
/// On the real scale (our proposal) each course has a level of its own, mean 5.5 and SD 1, and SD .5 round it; then the answer is rounded to a third
/// and kept within 1 to 7, as the composite is.
/// </summary>
/// <param name="Autocorrelation">Of neighbouring sessions, before rounding; above -1 and below 1. That of 8 to 16 sessions cannot be estimated: show a range.</param>
/// <param name="GrowthPerSession">Linear, in SD of the noise.</param>
public sealed record CourseNoise(double Autocorrelation, bool OnRealScale, double GrowthPerSession = 0)
{
    private const double Level = 5.5;
    private const double Least = 1;
    private const double Most = 7;
    private const double StepsPerPoint = 3;

    /// <summary>Above -1 and below 1.</summary>
    public double Autocorrelation { get; } = Autocorrelation is > -1 and < 1
        ? Autocorrelation
        : throw new ArgumentOutOfRangeException(nameof(Autocorrelation), Autocorrelation, "An autocorrelation lies in (-1, 1).");

    /// <summary>What is known of these scores before a person has answered.</summary>
    public DetectionReference Reference => OnRealScale ? DetectionReference.CheckIn : DetectionReference.Standard;

    /// <summary>Writes course <paramref name="number"/> of a seed. It depends on nothing else, so courses can be made in any order.</summary>
    public void Fill(uint seed, uint number, Span<double> course)
    {
        var stream = new SeededStream(seed, number);
        var level = OnRealScale ? Level + Reference.BetweenSd * stream.Normal() : 0;
        var fresh = Math.Sqrt(1 - Autocorrelation * Autocorrelation);
        var noise = 0.0;
        for (var i = 0; i < course.Length; i++)
        {
            noise = i == 0 ? stream.Normal() : Autocorrelation * noise + fresh * stream.Normal();
            var standard = noise + GrowthPerSession * i;
            course[i] = OnRealScale ? Rated(level + Reference.WithinSd * standard) : standard;
        }
    }

    private static double Rated(double felt) => Math.Clamp(Math.Round(felt * StepsPerPoint) / StepsPerPoint, Least, Most);
}
