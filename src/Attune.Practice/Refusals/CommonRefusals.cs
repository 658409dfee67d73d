using Attune.Vault;

namespace Attune.Practice.Refusals;

/// <summary>Refusals that any slice may give.</summary>
public static class CommonRefusals
{
    public const string SealedCode = "PRA001";

    public static readonly Refusal Sealed = new(SealedCode, "The record is sealed. Unseal it with the practice's passphrase.");

    public static readonly Refusal NotYours = new("PRA002", "This is not for you to see or change.");

    public static readonly Refusal NobodySaid = new("PRA003", "A call without a viewer is refused.");

    public static readonly Refusal NoSuchCouple = new("PRA004", "There is no couple under this address. Open the caseload and choose one.");

    public static readonly Refusal ChangedMeanwhile = new("PRA005",
        "This was changed in another window since you opened it. Your text is still here: open the page again beside it, compare, and save.");

    /// <summary>Somebody else wrote first, and nothing else is against it: it can be tried again.</summary>
    internal static bool IsChangedMeanwhile(Outcome outcome) => outcome is Outcome.Refused { Why: [{ Code: var code }] } && code == ChangedMeanwhile.Code;

    internal static Refusal NoKeyFor(string subject) =>
        new("PRA018", $"What is about this person ({subject}) was erased or is locked, so nothing can be added to it.");

    /// <summary>What the record's fault means for the person in front of it.</summary>
    internal static Refusal From(VaultException fault) => fault.Kind switch
    {
        VaultFaultKind.Sealed => Sealed,
        VaultFaultKind.DiskFull => new("PRA010", "The disk is full. What was saved before is safe; make room, then save again."),
        VaultFaultKind.ReadOnly => new("PRA011", "The folder of the record cannot be written. Check its permissions, then save again."),
        VaultFaultKind.Damaged => new("PRA012", $"The record does not prove true, so nothing of it is shown. {fault.Message}"),
        VaultFaultKind.NewerFormat => new("PRA013", "The record was written by a newer Attune. Nothing was changed; start that version."),
        VaultFaultKind.Busy => new("PRA014", "Another program holds the record. Close it, then try again."),
        VaultFaultKind.Missing => new("PRA015", "There is no record in this folder yet."),
        VaultFaultKind.AlreadyThere => new("PRA016", "There is a record in this folder already. Nothing was overwritten."),
        VaultFaultKind.UnknownKey => new("PRA017", "A key of this record is missing, so nothing of it is shown."),
        _ => new("PRA019", fault.Message),
    };
}
