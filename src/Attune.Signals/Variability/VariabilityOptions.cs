using Attune.Signals.Artefacts;

namespace Attune.Signals.Variability;

/// <summary>How variability is computed from a recording; stored with every report.</summary>
public sealed record VariabilityOptions
{
    /// <summary>Which beats are believed. The default is the rule of whole recordings.</summary>
    public ArtefactRule Artefacts { get; init; } = ArtefactRule.LipponenTarvainen;

    /// <summary>Most of the recorded beats that the rule may have touched, inside: .05 (the usual limit for variability).</summary>
    public double MostTouched { get; init; } = 0.05;

    /// <summary>Least time in usable beats, inside: 60 s. One clean minute is enough for rate, SDNN and RMSSD at rest (Shaffer &amp; Ginsberg, 2017).</summary>
    public TimeSpan LeastUsable { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How the spectrum is taken.</summary>
    public SpectrumOptions Spectrum { get; init; } = SpectrumOptions.Default;

    /// <summary>What pNN50 and pNN20 are a share of.</summary>
    public PnnDivisor PnnDivisor { get; init; } = PnnDivisor.Differences;

    /// <summary>Most intervals that sample entropy is computed for, inside: 10,000 (it takes the time of n squared; our proposal).</summary>
    public int MostForEntropy { get; init; } = 10_000;

    internal void Require()
    {
        Spectrum.Require();
        if (!(MostTouched is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(MostTouched), MostTouched, "A share lies in [0, 1].");
        if (!Enum.IsDefined(PnnDivisor))
            throw new ArgumentOutOfRangeException(nameof(PnnDivisor), PnnDivisor, "Not a divisor of pNN.");
    }
}
