using Attune.Vault;

namespace Attune.House.Tests;

/// <summary>Code that breaks the rules on purpose: each rule is held against this assembly too, and must find it.</summary>
internal static class Specimens
{
    /// <summary>What a page may not do: know the record.</summary>
    public static bool UsesVault(AppendOutcome outcome) => outcome is AppendOutcome.Appended;

    /// <summary>What a pure room may not do: read a file, ask a network, time itself.</summary>
    public static async Task<string> IsImpureAsync(string file)
    {
        using var client = new HttpClient();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var text = await File.ReadAllTextAsync(file) + await client.GetStringAsync(new Uri("http://localhost"));
        return $"{text} {watch.Elapsed} {TimeProvider.System.GetUtcNow()} {Environment.MachineName}";
    }
}
