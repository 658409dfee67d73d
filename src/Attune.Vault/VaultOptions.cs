namespace Attune.Vault;

/// <summary>How a new record is made. Opening reads what was chosen from the record itself.</summary>
public sealed record VaultOptions
{
    /// <summary>For the passphrase and for the secrets of compartments.</summary>
    public KeyDerivation KeyDerivation { get; init; } = KeyDerivation.Production;
}
