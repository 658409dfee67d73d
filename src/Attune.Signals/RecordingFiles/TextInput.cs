using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles;

/// <summary>What a reader of text is given: the name, the first lines for a look ahead, and all lines from the first.</summary>
internal sealed record TextInput(string FileName, string[] First, Utf8Lines Lines, RecordingOptions Options)
{
    /// <summary>First line that is not blank, trimmed; empty when there is none.</summary>
    internal string Title => First.Length > 0 ? First[0] : "";

    /// <summary>Bytes of the text where they are known, else 0: a hint alone.</summary>
    internal long Bytes { get; init; }

    /// <summary>Second line that is not blank.</summary>
    internal string Second => First.Length > 1 ? First[1] : "";

    internal ReadOnlySpan<char> Stem => Path.GetFileNameWithoutExtension(BaseName(FileName));

    /// <summary>The name without folders of either kind.</summary>
    internal static ReadOnlySpan<char> BaseName(string fileName) => fileName.AsSpan()[(fileName.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
}
