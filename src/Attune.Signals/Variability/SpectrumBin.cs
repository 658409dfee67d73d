namespace Attune.Signals.Variability;

/// <summary>One bin of a spectrum.</summary>
/// <param name="Hz">Its frequency.</param>
/// <param name="Ms2PerHz">One-sided density, in ms^2 / Hz.</param>
public readonly record struct SpectrumBin(double Hz, double Ms2PerHz);
