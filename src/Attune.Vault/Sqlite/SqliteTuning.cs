namespace Attune.Vault;

/// <summary>What every connection is opened with. Only tests choose anything but <see cref="Default"/>.</summary>
internal sealed record SqliteTuning
{
    public static SqliteTuning Default { get; } = new();

    public string Synchronous { get; init; } = "FULL";

    /// <summary>A disk that is full at this many pages; null for the real one.</summary>
    public int? MostPages { get; init; }

    /// <summary>A folder that may not be written.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>
    /// Pages in the write-ahead log after which it is copied into the file; 0 never; null as SQLite has it (1,000). 16 MB: many sessions at once touch a page each,
    /// again and again, and it is copied once for all of them; at 64 MB the copy itself was long enough to be felt (measured: bench, live).
    /// </summary>
    public int? CheckpointPages { get; init; } = 4_000;

    /// <summary>How long to wait for another process that is writing.</summary>
    public TimeSpan BusyWait { get; init; } = TimeSpan.FromSeconds(10);
}
