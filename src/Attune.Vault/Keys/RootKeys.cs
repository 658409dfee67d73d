namespace Attune.Vault;

/// <summary>The sub-keys of the root, one per use. The root itself is not kept in memory.</summary>
internal sealed class RootKeys(SecretBytes root, Guid practice) : IDisposable
{
    public SecretBytes Heads { get; } = Derive(root, practice, "attune 1 heads"u8);
    public SecretBytes HeadOfHeads { get; } = Derive(root, practice, "attune 1 head of heads"u8);
    public SecretBytes Audit { get; } = Derive(root, practice, "attune 1 audit entries"u8);
    public SecretBytes AuditProof { get; } = Derive(root, practice, "attune 1 audit proof"u8);
    public SecretBytes Drawer { get; } = Derive(root, practice, "attune 1 drawer"u8);
    public SecretBytes DrawerNames { get; } = Derive(root, practice, "attune 1 drawer names"u8);
    public SecretBytes Links { get; } = Derive(root, practice, "attune 1 links"u8);
    public SecretBytes SubjectKeys { get; } = Derive(root, practice, "attune 1 subject keys"u8);
    public SecretBytes Erasures { get; } = Derive(root, practice, "attune 1 erasures"u8);
    public SecretBytes Journals { get; } = Derive(root, practice, "attune 1 journals"u8);

    public void Dispose()
    {
        foreach (var key in (SecretBytes[])[Heads, HeadOfHeads, Audit, AuditProof, Drawer, DrawerNames, Links, SubjectKeys, Erasures, Journals]) key.Dispose();
    }

    private static SecretBytes Derive(SecretBytes root, Guid practice, ReadOnlySpan<byte> label) =>
        SecretBytes.Derive(root.Span, practice.ToByteArray(bigEndian: true), label);
}
