namespace Attune.Signals.Artefacts;

/// <summary>How beats that the heart cannot have made are found; stored with every result, so numbers are never reused.</summary>
public enum ArtefactRule
{
    /// <summary>Beats are taken as recorded.</summary>
    None = 1,

    /// <summary>A beat outside 300-2000 ms is missing (the hrv-analysis package's bounds: 200 to 30 bpm).</summary>
    Range = 2,

    /// <summary>
    /// <see cref="Range"/>, then a beat is missing when it differs from the mean of its two neighbours by 20% or more of that mean
    /// (Karlsson et al., 2012, as coded in hrv-analysis).
    /// </summary>
    RangeThenKarlsson = 3,

    /// <summary><see cref="Range"/>, then a beat is missing when it differs from the one before by more than 20% of it (Malik, as coded in hrv-analysis).</summary>
    RangeThenMalik = 4,

    /// <summary>
    /// <see cref="Range"/>, then a beat is missing when it is longer than the one before by more than 32.5% or shorter by more than 24.5%
    /// (Kamath, as coded in hrv-analysis).
    /// </summary>
    RangeThenKamath = 5,

    /// <summary><see cref="Range"/>, then a beat is missing when it differs from the mean of the last nine kept by 20% of it or more (Acar, as coded in hrv-analysis).</summary>
    RangeThenAcar = 6,

    /// <summary>
    /// Beats are classified by thresholds that follow the recording's own variability, and moved, removed or inserted (Lipponen &amp;
    /// Tarvainen, 2019); what still lies outside <see cref="Range"/> is missing. The rule of whole recordings: it looks 45 beats ahead and
    /// goes over them several times.
    /// </summary>
    LipponenTarvainen = 7,

    /// <summary>
    /// The live rule: as <see cref="RangeThenKarlsson"/>, but the neighbours are the recorded ones, a beat beside a missing one is kept,
    /// and nothing is filled. It needs one beat of delay and no more, so it gives the same while a heart is heard and afterwards.
    /// </summary>
    RangeThenKarlssonLive = 20,
}
