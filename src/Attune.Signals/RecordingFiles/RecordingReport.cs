using System.Collections.Immutable;
using Attune.Signals.Beats;

namespace Attune.Signals.RecordingFiles;

/// <summary>A sentence for the person who chose the file, with its place where there is one.</summary>
/// <param name="Text">A whole sentence.</param>
/// <param name="Line">Line of the file, counted from 1.</param>
/// <param name="Byte">Byte of the file, counted from 0.</param>
public sealed record RecordingRemark(string Text, int? Line = null, long? Byte = null);

/// <summary>The first sample by the recorder's clock.</summary>
/// <param name="Clock">Date and time as the recorder showed them, of unspecified kind.</param>
/// <param name="UtcOffset">Offset of that clock from UTC; zero = UTC; null = the file does not say.</param>
public sealed record RecordingStart(DateTime Clock, TimeSpan? UtcOffset)
{
    /// <summary>The moment itself; null when the zone is not known.</summary>
    public DateTimeOffset? Instant => UtcOffset is { } offset && IsInRange(offset) ? new DateTimeOffset(Clock, offset) : null;

    private bool IsInRange(TimeSpan offset) =>
        offset.Duration() <= TimeSpan.FromHours(14) && offset.Seconds == 0 && offset.Ticks % TimeSpan.TicksPerSecond == 0
        && Clock.Ticks - offset.Ticks >= 0 && Clock.Ticks - offset.Ticks <= DateTime.MaxValue.Ticks;
}

/// <summary>What was understood of a file, to be shown before anything is kept.</summary>
public sealed record RecordingReport
{
    public required RecordingFormat Format { get; init; }

    /// <summary>Unit of the file's beat intervals; null when it holds none.</summary>
    public IntervalUnit? Unit { get; init; }

    /// <summary>Why that unit: fixed by the format, by a header, by the median, or by choice.</summary>
    public string UnitReason { get; init; } = "";

    /// <summary>Null when the file does not say when it began.</summary>
    public RecordingStart? Start { get; init; }

    /// <summary>From the first sample to the end of the last, gaps included.</summary>
    public TimeSpan Length { get; init; }

    /// <summary>The time that the file's own clock shows to have passed; null when it has none. Compare with the beats: a pause may leave no mark.</summary>
    public TimeSpan? WallTime { get; init; }

    /// <summary>What the recorder's clock gained on the beats beyond the gaps; null without a clock.</summary>
    public TimeSpan? Drift { get; init; }

    /// <summary>Stretches without beats or samples, giant intervals (above 5 s) included, in order.</summary>
    public ImmutableArray<SessionSpan> Gaps { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Numbers, rows or records that were in the file and were left out.</summary>
    public int Dropped { get; init; }

    /// <summary>Share of <see cref="Length"/> with beats of 300-2000 ms, rates at most 5 s old, or samples; 0 when nothing was recorded.</summary>
    public double Coverage { get; init; }

    /// <summary>Whether the file ends before it should, or is damaged from somewhere on; what came before was read.</summary>
    public bool WasCut { get; init; }

    /// <summary>Guesses made, lines passed over, gaps seen.</summary>
    public ImmutableArray<RecordingRemark> Remarks { get; init => field = value.IsDefault ? [] : value; } = [];
}
