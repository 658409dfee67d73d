namespace Attune.Signals.BeatDetection;

/// <summary>What a wave shows of the heart.</summary>
public enum WaveKind
{
    /// <summary>The heart's voltage on the skin (ECG): steep, of either sign. At least 100 samples a second.</summary>
    Electrocardiogram = 1,

    /// <summary>Blood in a finger or wrist (PPG), rising with each beat. At least 20 samples a second.</summary>
    PulseWave = 2,
}

/// <summary>How beats are found in a wave; stored with every result.</summary>
public enum BeatDetectionMethod
{
    /// <summary>
    /// Two moving averages of the band-passed, squared wave mark blocks (Elgendi, 2013: 97 or 111 ms, and about one beat, and a share of the mean as offset); among
    /// them beats are chosen by a threshold that follows the last beats, with a refractory time and a search back (Pan and Tompkins, 1985).
    /// </summary>
    TwoMovingAverages = 1,
}

/// <summary>Times in s and shares. Band by differences of moving averages, which move no peak. Those of Elgendi are named; the others are our proposal.</summary>
internal readonly record struct WaveRules(
    double LeastRateHz, double SmoothSeconds, double BaseSeconds, double PeakSeconds, double BeatSeconds, double Offset,
    double RefractorySeconds, double EarlyShare, double LateShare, double EarlyUntil, double LateFrom, double AtBeatSeconds)
{
    /// <summary>Where the offset's mean is taken over.</summary>
    internal const double OffsetSeconds = 10;

    /// <summary>A beat that a search back may find has this share of the level (Pan and Tompkins use a quarter of the power).</summary>
    internal const double BackShare = 0.2;

    /// <summary>A silence of so many usual intervals is searched.</summary>
    internal const double SilenceIntervals = 1.5;

    /// <summary>The weaker of three beats within so many usual intervals is none.</summary>
    internal const double CrowdIntervals = 1.3;

    // Elgendi, 2013 (ECG): 97 ms, 611 ms, 8%.
    private static WaveRules Electrocardiogram => new(100, 0.02, 0.08, 0.097, 0.611, 0.08, 0.25, 0.8, 0.4, 0.5, 0.9, 0.06);

    // Elgendi et al., 2013 (PPG): 111 ms, 667 ms, 2%.
    private static WaveRules PulseWave => new(20, 0.06, 0.6, 0.111, 0.667, 0.02, 0.3, 0.9, 0.35, 0.4, 0.8, 0.15);

    internal static WaveRules Of(WaveKind kind) => kind switch
    {
        WaveKind.Electrocardiogram => Electrocardiogram,
        WaveKind.PulseWave => PulseWave,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of wave."),
    };
}
