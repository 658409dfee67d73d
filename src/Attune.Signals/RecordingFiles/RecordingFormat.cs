namespace Attune.Signals.RecordingFiles;

/// <summary>The file formats read so far; stored with what was read, so numbers are never reused.</summary>
public enum RecordingFormat
{
    /// <summary>Text with one beat interval per line, or one named column of a simple table. Elite HRV and many others.</summary>
    PlainIntervals = 1,

    /// <summary>Polar HRM with beat intervals in its <c>[HRData]</c> section.</summary>
    PolarHrm = 2,
}
