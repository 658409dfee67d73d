namespace Attune.Signals.Variability;

/// <summary>
/// Power of the intervals' variation in the usual bands (Task Force, 1996): the trapezoid over the bins inside, lower border inside, upper
/// outside. Everything is NaN where the series is too short for a segment or for the interpolation.
/// </summary>
/// <param name="VlfMs2">[.003, .04) Hz, in ms^2. Segments shorter than some minutes do not resolve it.</param>
/// <param name="LfMs2">[.04, .15) Hz, in ms^2. Breathing slower than 9 times a minute moves its power here.</param>
/// <param name="HfMs2">[.15, .40) Hz, in ms^2.</param>
/// <param name="Segments">Number of segments averaged; 0 where nothing could be computed.</param>
public sealed record Spectrum(double VlfMs2, double LfMs2, double HfMs2, int Segments)
{
    internal const double VlfFromHz = 0.003;
    internal const double LfFromHz = 0.04;
    internal const double HfFromHz = 0.15;
    internal const double HfToHz = 0.40;

    internal static readonly Spectrum Unknown = new(double.NaN, double.NaN, double.NaN, 0);

    /// <summary>Sum of the three bands, in ms^2.</summary>
    public double TotalMs2 => VlfMs2 + LfMs2 + HfMs2;

    /// <summary>LF / HF. No measure of stress: slow breathing alone raises it. NaN where HF is 0.</summary>
    public double LfToHf => HfMs2 > 0 ? LfMs2 / HfMs2 : double.NaN;

    /// <summary>LF in percent of LF + HF. NaN where both are 0.</summary>
    public double LfNormalised => LfMs2 + HfMs2 > 0 ? 100 * LfMs2 / (LfMs2 + HfMs2) : double.NaN;

    /// <summary>HF in percent of LF + HF. NaN where both are 0.</summary>
    public double HfNormalised => LfMs2 + HfMs2 > 0 ? 100 * HfMs2 / (LfMs2 + HfMs2) : double.NaN;
}
