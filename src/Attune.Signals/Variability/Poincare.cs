namespace Attune.Signals.Variability;

/// <summary>
/// The plot of each interval against the next (Brennan et al., 2001; indices by Toichi et al., 1997, and Jeppesen et al., 2014), from the
/// spreads of the time domain. All are NaN below two differences.
/// </summary>
/// <param name="Sd1Ms">Across the line of identity, in ms: SDSD / sqrt 2, divisor the number of differences less one.</param>
/// <param name="Sd2Ms">Along it, in ms: sqrt(2 SDNN^2 - SDSD^2 / 2), divisors less one. NaN where a series swings so fast that the difference is negative.</param>
public readonly record struct Poincare(double Sd1Ms, double Sd2Ms)
{
    /// <summary>Cardiac sympathetic index: SD2 / SD1. NaN without any difference in size.</summary>
    public double Csi => Sd1Ms > 0 ? Sd2Ms / Sd1Ms : double.NaN;

    /// <summary>Cardiac vagal index: log10(16 SD1 SD2), both in ms. Minus infinity where one is 0.</summary>
    public double Cvi => Math.Log10(16 * Sd1Ms * Sd2Ms);

    /// <summary>Modified cardiac sympathetic index: (4 SD2)^2 / (4 SD1), in ms. NaN as <see cref="Csi"/>.</summary>
    public double ModifiedCsi => Sd1Ms > 0 ? 4 * Sd2Ms * Sd2Ms / Sd1Ms : double.NaN;

    /// <summary>SD1 / SD2. NaN where SD2 is 0.</summary>
    public double Ratio => Sd2Ms > 0 ? Sd1Ms / Sd2Ms : double.NaN;

    /// <summary>From the time domain of the same intervals.</summary>
    public static Poincare Of(TimeDomain time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var half = time.SdsdMs * time.SdsdMs / 2;
        return new(Math.Sqrt(half), Math.Sqrt((2 * time.SdnnMs * time.SdnnMs) - half));
    }
}
