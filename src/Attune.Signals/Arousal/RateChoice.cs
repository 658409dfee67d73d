namespace Attune.Signals.Arousal;

/// <summary>
/// What "the heart rate" is, moment by moment. The choice decides what is found: one recording has one episode of 184 s by
/// <see cref="EveryBeat"/> and five of 1,304 s together by <see cref="CentredMean15"/>. Stored with every result.
/// </summary>
public enum RateChoice
{
    /// <summary>D1: every single beat, from the first beat's start to the last beat's end.</summary>
    EveryBeat = 1,

    /// <summary>D2: at each whole second, the rate of the beat that covers it.</summary>
    EverySecond = 2,

    /// <summary>D3: <see cref="EverySecond"/> after a centred mean over 15 s.</summary>
    CentredMean15 = 3,

    /// <summary>D4: <see cref="EverySecond"/>, where dips of at most 5 s do not end an episode.</summary>
    DipsBridged5 = 4,
}
