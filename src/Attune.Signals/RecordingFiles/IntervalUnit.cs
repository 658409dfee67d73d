namespace Attune.Signals.RecordingFiles;

/// <summary>The unit that a file's numbers were taken to be in. A series itself is always in ms.</summary>
public enum IntervalUnit
{
    Milliseconds = 1,
    Seconds = 2,

    /// <summary>1/1024 s, the raw unit of Bluetooth straps: 1 = .9765625 ms.</summary>
    Ticks1024 = 3,

    /// <summary>Sample numbers of a signal whose rate is given in <see cref="RecordingOptions.SamplingRateHz"/>.</summary>
    Samples = 4,
}
