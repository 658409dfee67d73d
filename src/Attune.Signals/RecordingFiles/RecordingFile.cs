namespace Attune.Signals.RecordingFiles;

public static class RecordingFile
{
    public static RecordingOutcome Read(string fileName, ReadOnlySpan<byte> content) =>
        throw new NotImplementedException();
}
