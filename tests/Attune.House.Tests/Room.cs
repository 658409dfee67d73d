namespace Attune.House.Tests;

/// <summary>A room of the house, and the rooms whose types it may use.</summary>
internal sealed record Room(string Name, string Assembly, params string[] MayUse)
{
    public static IReadOnlyList<Room> All { get; } =
    [
        new("Method", "Attune.Method"),
        new("Signals", "Attune.Signals"),
        new("Vault", "Attune.Vault"),
        new("Exchange", "Attune.Exchange", "Attune.Method", "Attune.Signals"),
        new("Practice", "Attune.Practice", "Attune.Method", "Attune.Signals", "Attune.Vault", "Attune.Exchange"),
        // Vault is left out on purpose: the pages know the practice, not the record.
        new("App", "attune", "Attune.Practice", "Attune.Method", "Attune.Signals", "Attune.Exchange"),
    ];

    public static Room Named(string name) => All.Single(room => room.Name == name);
}
