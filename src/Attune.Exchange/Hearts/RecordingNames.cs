using Attune.Signals.RecordingFiles;

namespace Attune.Exchange.Hearts;

/// <summary>Stable names of what a recording holds.</summary>
public static class RecordingNames
{
    /// <summary>beats, rate or signals.</summary>
    public static string Of(RecordingContent content) => content switch
    {
        RecordingContent.Beats => "beats",
        RecordingContent.Rate => "rate",
        RecordingContent.Signals => "signals",
        _ => throw new ArgumentOutOfRangeException(nameof(content), content, "Not a kind of content."),
    };
}
