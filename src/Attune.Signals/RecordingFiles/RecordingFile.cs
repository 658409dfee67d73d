namespace Attune.Signals.RecordingFiles;

/// <summary>The one door for heart recordings from files. The format is told by the content; the name only helps.</summary>
public static class RecordingFile
{
    /// <summary>Largest file read, inside: 16 MiB (our proposal; some two million beats).</summary>
    public const int LargestBytes = 16 * 1024 * 1024;

    /// <summary>
    /// Reads a recording. <paramref name="fileName"/> may carry folders; it serves to know macOS companions and, for Elite HRV, the
    /// start. Whatever the bytes are, the answer is an outcome and not an exception.
    /// </summary>
    public static RecordingOutcome Read(string fileName, ReadOnlySpan<byte> content)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        if (content.Length > LargestBytes)
            return Refusals.TooLarge();
        if (RecordingText.IsMacCompanion(fileName, content))
            return Refusals.MacCompanion();
        if (RecordingText.Decode(content) is not { } text)
            return Refusals.NotText();
        if (string.IsNullOrWhiteSpace(text))
            return Refusals.Empty();
        return PolarHrmReader.Recognises(text) ? PolarHrmReader.Read(text) : PlainIntervalsReader.Read(fileName, text);
    }
}
