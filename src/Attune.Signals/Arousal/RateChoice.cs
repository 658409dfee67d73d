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

    /// <summary>
    /// The live default: at the end of each believed beat, 60000 n by the sum of the n intervals that ended in the last 15 s. It looks
    /// back only, so it is the same while a heart is heard and afterwards. Missing beats are passed over up to 5 s together.
    /// </summary>
    MeanOfLast15 = 5,
}
