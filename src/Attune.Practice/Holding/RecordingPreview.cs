using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Practice.Holding;

/// <summary>What was understood of a file, before anything of it is kept.</summary>
[GenerateSerializer, Immutable, Alias("attune.recording-preview.v1")]
public sealed record RecordingPreview
{
    /// <summary>Without its folder.</summary>
    [Id(0)]
    public required string FileName { get; init; }

    /// <summary>What nothing in the file decides; null when there is one reading.</summary>
    [Id(1)]
    public string? Question { get; init; }

    /// <summary>One, or every reading of an ambiguous file, in the order by which <see cref="AddRecording.Reading"/> chooses.</summary>
    [Id(2)]
    public required ImmutableArray<PreviewedReading> Readings { get; init; }
}

/// <summary>One way to read a file.</summary>
[GenerateSerializer, Immutable, Alias("attune.previewed-reading.v1")]
public sealed record PreviewedReading
{
    /// <summary>How many parts the small picture of the rate has.</summary>
    public const int Parts = 240;

    /// <summary>What this reading means; empty for the only one.</summary>
    [Id(0)]
    public string Words { get; init; } = "";

    [Id(1)]
    public required string Format { get; init; }

    /// <summary>Of the intervals, as it is named, and why.</summary>
    [Id(2)]
    public string? Unit { get; init; }

    [Id(3)]
    public string UnitReason { get; init; } = "";

    /// <summary>By the recorder's clock; null when the file does not say.</summary>
    [Id(4)]
    public DateTime? Start { get; init; }

    /// <summary>Of that clock from UTC; null when the file does not say.</summary>
    [Id(5)]
    public TimeSpan? UtcOffset { get; init; }

    [Id(6)]
    public required int Beats { get; init; }

    [Id(7)]
    public required TimeSpan Length { get; init; }

    /// <summary>How many stretches without beats, and how long they are together.</summary>
    [Id(8)]
    public required int Gaps { get; init; }

    [Id(9)]
    public required TimeSpan InGaps { get; init; }

    /// <summary>Share of the length with beats, 0 to 1.</summary>
    [Id(10)]
    public required double Coverage { get; init; }

    /// <summary>Share of the beats that the artefact rule touched, 0 to 1.</summary>
    [Id(11)]
    public required double Touched { get; init; }

    [Id(12)]
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>What would be noted with it.</summary>
    [Id(13)]
    public required ArousalNoted Arousal { get; init; }

    /// <summary>bpm; mean rate in each of <see cref="Parts"/> equal parts of the length, null where none is known.</summary>
    [Id(14)]
    public required ImmutableArray<double?> Rates { get; init; }
}

/// <summary>What a preview says: what was understood, or why the file cannot be taken.</summary>
[GenerateSerializer, Immutable, Alias("attune.preview-outcome.v1")]
public sealed record PreviewOutcome
{
    /// <summary>Null when it was refused.</summary>
    [Id(0)]
    public RecordingPreview? Preview { get; init; }

    [Id(1)]
    public ImmutableArray<Refusals.Refusal> Why { get; init; } = [];
}
