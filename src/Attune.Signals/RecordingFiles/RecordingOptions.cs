namespace Attune.Signals.RecordingFiles;

/// <summary>In which order a date of numbers stands.</summary>
public enum DateOrder
{
    DayMonth = 1,
    MonthDay = 2,
}

/// <summary>How a comma between two numbers is meant where nothing else separates them.</summary>
public enum CommaMeaning
{
    Decimal = 1,
    Columns = 2,
}

/// <summary>What the person who chose the file knows about it. Everything left out is told by the file, or asked.</summary>
public sealed record RecordingOptions
{
    /// <summary>Nothing known.</summary>
    public static RecordingOptions None { get; } = new();

    /// <summary>Unit of the intervals; null = told by header or median.</summary>
    public IntervalUnit? Unit { get; init; }

    /// <summary>Order of day and month in dates of numbers; null = told by a number above 12, or asked.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>What commas mean in a file of unnamed numbers; null = told by what is plausible, or asked.</summary>
    public CommaMeaning? Comma { get; init; }

    /// <summary>The column of beat intervals, counted from 1; null = told by name.</summary>
    public int? Column { get; init; }

    /// <summary>Offset from UTC of the recorder's clock where the file does not say; null = not known.</summary>
    public TimeSpan? UtcOffset { get; init; }

    /// <summary>Samples a second of a plain signal or of sample numbers, in Hz; null = not known.</summary>
    public double? SamplingRateHz { get; init; }

    /// <summary>First moment that is read of an export of many days (inside); null = from its beginning.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>First moment after what is read of an export of many days; null = to its end.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Name of the entry to read in a zip of several recordings; null = the only one.</summary>
    public string? Entry { get; init; }
}
