namespace Attune.Practice.Holding;

/// <summary>A file of the therapist's own heart beats from a session.</summary>
[GenerateSerializer, Alias("attune.add-recording.v1")]
public sealed record AddRecording
{
    [Id(0)]
    public required int Session { get; init; }

    [Id(1)]
    public required string FileName { get; init; }

    /// <summary>The file as it is.</summary>
    [Id(2)]
    public required byte[] Content { get; init; }

    /// <summary>Which reading of an ambiguous file is meant, by its place in <see cref="RecordingPreview.Readings"/>; null: the only one.</summary>
    [Id(3)]
    public int? Reading { get; init; }
}
