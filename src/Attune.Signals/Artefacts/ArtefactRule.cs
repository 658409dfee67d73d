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

    /// <summary>
    /// The live rule: as <see cref="RangeThenKarlsson"/>, but the neighbours are the recorded ones, a beat beside a missing one is kept,
    /// and nothing is filled. It needs one beat of delay and no more, so it gives the same while a heart is heard and afterwards.
    /// </summary>
    RangeThenKarlssonLive = 20,
}
