namespace Attune.Vault;

/// <summary>Why the record could not be opened, read or written. The number is stable: Practice maps it to its own refusals.</summary>
public enum VaultFaultKind
{
    /// <summary>There is no record in the folder.</summary>
    Missing = 1,
    /// <summary>There is one already; nothing was overwritten.</summary>
    AlreadyThere = 2,
    /// <summary>A row, a chain, a head or a file does not prove true. Nothing of it is shown.</summary>
    Damaged = 3,
    /// <summary>The record was written by a newer program. Nothing was changed.</summary>
    NewerFormat = 4,
    /// <summary>The disk took no more bytes. What was acknowledged before is safe.</summary>
    DiskFull = 5,
    /// <summary>The folder or the file may not be written.</summary>
    ReadOnly = 6,
    /// <summary>The record is sealed, or the compartment is not open.</summary>
    Sealed = 7,
    /// <summary>The key named is not in the record.</summary>
    UnknownKey = 8,
    /// <summary>Another process holds the file for longer than we wait.</summary>
    Busy = 9,
}

/// <summary>A fault of the outside world: the disk, the file, a tampered byte. Expected answers (a wrong passphrase, a taken number) are results, not exceptions.</summary>
/// <param name="kind">Which kind of fault.</param>
/// <param name="message">What, where, and what to do; holds no content of the record.</param>
/// <param name="inner">What the outside world said.</param>
public sealed class VaultException(VaultFaultKind kind, string message, Exception? inner = null) : Exception(message, inner)
{
    public VaultFaultKind Kind { get; } = kind;
}
