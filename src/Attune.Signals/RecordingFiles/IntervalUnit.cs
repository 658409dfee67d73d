namespace Attune.Signals.RecordingFiles;

/// <summary>The unit that a file's numbers were taken to be in. A series itself is always in ms.</summary>
public enum IntervalUnit
{
    Milliseconds = 1,
    Seconds = 2,
}
