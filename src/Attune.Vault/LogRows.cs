namespace Attune.Vault;

/// <summary>One payload to append, under the key of the person (or couple, or compartment) whom it is about.</summary>
public sealed record LogEntry(Guid KeyId, ReadOnlyMemory<byte> Payload);

/// <summary>One row of a case's log, as far as it can be opened. Numbers start at 1 and have no gaps.</summary>
public abstract record LogRow(long Number, Guid KeyId)
{
    /// <summary>Decrypted and proven.</summary>
    public sealed record Opened(long Number, Guid KeyId, ReadOnlyMemory<byte> Payload) : LogRow(Number, KeyId);

    /// <summary>Its compartment is not open for this process.</summary>
    public sealed record Locked(long Number, Guid KeyId) : LogRow(Number, KeyId);

    /// <summary>Its key was destroyed on purpose; the chain over the ciphertext still holds.</summary>
    public sealed record Erased(long Number, Guid KeyId) : LogRow(Number, KeyId);
}

/// <summary>Where a log ends: two ends are equal when the logs are.</summary>
/// <param name="Last">The number of the last row; 0 when there is none.</param>
/// <param name="Hash">Of the whole chain, in hexadecimal digits.</param>
public readonly record struct LogEnd(long Last, string Hash);

/// <summary>What became of an append.</summary>
public abstract record AppendOutcome
{
    private AppendOutcome() { }

    /// <summary>Durable: synced to the disk. <paramref name="Last"/> is the number of the last row written.</summary>
    public sealed record Appended(long Last) : AppendOutcome;

    /// <summary>Another writer was first; nothing was written. <paramref name="Last"/> is the number that the case now ends at.</summary>
    public sealed record NumberTaken(long Last) : AppendOutcome;
}

/// <summary>What became of an attempt to unseal or to open a compartment.</summary>
public enum UnsealOutcome
{
    Opened = 1,
    /// <summary>Not the passphrase, recovery code or secret of this record. Nothing was opened.</summary>
    WrongSecret = 2,
}
