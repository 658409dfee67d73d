namespace Attune.Vault;

/// <summary>The sentences of the faults: what, where, what to do. Never a content, only places and plain ids.</summary>
internal static class Faults
{
    public static VaultException Damaged(string place, string what, Exception? inner = null) => new(VaultFaultKind.Damaged,
        $"The record in {place} is damaged: {what}. Nothing of it is shown and nothing was changed. "
            + "Keep the folder as it is for examination, and restore a backup into another.", inner);

    public static VaultException Missing(string place) => new(VaultFaultKind.Missing,
        $"There is no record at {place}. Check the folder, or make a new record there.");

    public static VaultException AlreadyThere(string place) => new(VaultFaultKind.AlreadyThere,
        $"There is a record at {place} already; it was left as it is. Open it, or choose another folder.");

    public static VaultException NewerFormat(string place, long format, long ours) => new(VaultFaultKind.NewerFormat,
        $"The record in {place} has format {format}; this program knows up to {ours}. Nothing was changed. Use the newer program that wrote it.");

    public static VaultException Sealed() => new(VaultFaultKind.Sealed, "The record is sealed. Unseal it with the passphrase or the recovery code first.");

    public static VaultException CompartmentClosed(Guid compartment) => new(VaultFaultKind.Sealed,
        $"The compartment {compartment} is not open. Open it with its own secret first.");

    public static VaultException UnknownKey(Guid id) => new(VaultFaultKind.UnknownKey,
        $"There is no key {id} in this record. Make one for the case first.");

    public static VaultException ErasedKey(Guid id) => new(VaultFaultKind.UnknownKey, $"The key {id} was erased for good; nothing more can be written under it.");
}
