namespace Attune.Signals.Arousal;

/// <summary>Whether a recording can show that there was no episode.</summary>
public enum ArousalStanding
{
    /// <summary>Enough believable beats over a long enough time.</summary>
    Judgeable = 1,

    /// <summary>Coverage lies below <see cref="ArousalFinding.CoverageFloor"/>: what was not heard may have been an episode.</summary>
    TooFewBelievableBeats = 2,

    /// <summary>The recording is not longer than an episode has to be, so it could not have held one.</summary>
    RecordingTooShort = 3,
}
