namespace Attune.Method.Detection;

/// <summary>
/// A course in which nothing happens: AR(1) noise with the same spread at every session, from the first on. On the standard scale mean 0 and SD 1; on the
/// real scale the composite of <see cref="AreaNoise"/>, in steps of a third up to a ceiling of 7.
/// </summary>
/// <param name="Autocorrelation">Of neighbouring sessions, before rounding; above -1 and below 1. That of 8 to 16 sessions cannot be estimated: show a range.</param>
/// <param name="GrowthPerSession">Linear, in SD of the noise.</param>
public sealed record CourseNoise(double Autocorrelation, bool OnRealScale, double GrowthPerSession = 0)
{
    /// <summary>Above -1 and below 1.</summary>
    public double Autocorrelation { get; } = Autocorrelation is > -1 and < 1
        ? Autocorrelation
        : throw new ArgumentOutOfRangeException(nameof(Autocorrelation), Autocorrelation, "An autocorrelation lies in (-1, 1).");

    /// <summary>What is known of these scores before a person has answered.</summary>
    public DetectionReference Reference => OnRealScale ? DetectionReference.CheckIn : DetectionReference.Standard;

    /// <summary>Writes course <paramref name="number"/> of a seed. It depends on nothing else, so courses can be made in any order.</summary>
    public void Fill(uint seed, uint number, Span<double> course)
    {
        if (OnRealScale)
            FillRated(new RatedItems(seed, number, Autocorrelation, GrowthPerSession), course);
        else
            FillStandard(new SeededStream(seed, number), course);
    }

    private static void FillRated(RatedItems items, Span<double> course)
    {
        for (var i = 0; i < course.Length; i++)
        {
            items.Next();
            course[i] = items.Composite;
        }
    }

    private void FillStandard(SeededStream stream, Span<double> course)
    {
        var fresh = Math.Sqrt(1 - Autocorrelation * Autocorrelation);
        var noise = 0.0;
        for (var i = 0; i < course.Length; i++)
        {
            noise = i == 0 ? stream.Normal() : Autocorrelation * noise + fresh * stream.Normal();
            course[i] = noise + GrowthPerSession * i;
        }
    }
}
