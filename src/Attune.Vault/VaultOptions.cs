namespace Attune.Vault;
public sealed record VaultOptions;
