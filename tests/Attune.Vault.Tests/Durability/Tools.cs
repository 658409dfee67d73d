namespace Attune.Vault.Tests;

internal static class Tools
{
    /// <summary>Where a tool of the system is absent: a visible skip, or a failure where the checks must be complete.</summary>
    public static void Require(string tool)
    {
        bool found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));
        if (found) return;
        Assert.SkipUnless(Environment.GetEnvironmentVariable("ATTUNE_REQUIRE_TOOLS") == "1", $"{tool} is not installed: the syncs cannot be counted here.");
        Assert.Fail($"{tool} is not installed, and ATTUNE_REQUIRE_TOOLS=1 asks for it: install it (apt-get install {tool}).");
    }
}
