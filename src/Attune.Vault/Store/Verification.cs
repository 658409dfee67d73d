namespace Attune.Vault;

/// <summary>Proves the whole record, chain by chain, so that one damaged case does not hide the state of the others.</summary>
internal sealed class Verification(RecordCore core)
{
    private static readonly ChainKind[] Kinds = Enum.GetValues<ChainKind>();

    /// <summary>What does not prove true, in words; empty when all does.</summary>
    public IReadOnlyList<string> Run(CaseLogs logs, Recordings recordings, AuditTrail audit, Journals journals)
    {
        var faults = new List<string>();
        foreach (var chain in Chains(ChainKind.Log)) Prove(faults, () => logs.Read(chain));
        foreach (var chain in Chains(ChainKind.Recording)) Prove(faults, () => recordings.Read(chain));
        foreach (var chain in Chains(ChainKind.Audit)) Prove(faults, () => audit.Read(chain));
        foreach (var journal in journals.Open()) Prove(faults, () => journals.Read(journal));
        Prove(faults, ProveHeads);
        return faults;
    }

    private IReadOnlyList<Guid> Chains(ChainKind kind) => core.Read((reader, _) => reader.Chains(kind));

    private object ProveHeads() => core.Read((reader, keys) =>
    {
        var heads = Kinds.SelectMany(kind => new Chain(kind, core.Store.Place, core.Practice).Heads(reader, keys).Select(end => (kind, end.Chain, end.Head)));
        return new HeadOfHeads(core.Store.Place, core.Practice).Holds(reader, keys, heads)
            ? true
            : throw Faults.Damaged(core.Store.Place, "a case, recording or audit was taken out whole or put back to an older state");
    });

    private static void Prove(List<string> faults, Func<object> look)
    {
        try
        {
            look();
        }
        catch (VaultException fault) when (fault.Kind is VaultFaultKind.Damaged)
        {
            faults.Add(fault.Message);
        }
    }
}
