namespace Attune.Signals.Artefacts;

/// <summary>
/// A series after an artefact rule: one value per recorded beat, in the same order. Times do not move: beat i still covers the time
/// that it covers in the recorded series.
/// </summary>
public sealed class CorrectedBeats
{
    private readonly double[] values;
    private readonly bool[] believed;

    internal CorrectedBeats(double[] values, bool[] believed, int touched) =>
        (this.values, this.believed, TouchedCount) = (values, believed, touched);

    /// <summary>Interval of every beat in ms: as recorded, filled in, or NaN where it is missing and was not filled.</summary>
    public ReadOnlySpan<double> IntervalsMs => values;

    /// <summary>Per beat, whether it was measured, lies in the range and was not touched. Filled beats are not believed.</summary>
    public ReadOnlySpan<bool> Believed => believed;

    /// <summary>Number of beats that the rule removed, filled again or not.</summary>
    public int TouchedCount { get; }

    /// <summary><see cref="TouchedCount"/> by the number of beats, in [0, 1]; 0 for an empty series.</summary>
    public double ShareTouched => values.Length == 0 ? 0 : (double)TouchedCount / values.Length;
}
