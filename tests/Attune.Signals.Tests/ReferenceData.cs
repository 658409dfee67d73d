namespace Attune.Signals.Tests;

/// <summary>Recordings made by others, outside the repository. Tests that want them are skipped, visibly, where they are absent.</summary>
internal static class ReferenceData
{
    internal static string PathOf(params string[] parts)
    {
        var root = Environment.GetEnvironmentVariable("ATTUNE_DATA");
        var path = Path.Combine([root ?? "", .. parts]);
        Assert.SkipWhen(string.IsNullOrEmpty(root), "The variable ATTUNE_DATA does not name the folder of real recordings.");
        Assert.SkipUnless(File.Exists(path), $"The folder of real recordings has no {Path.Combine(parts)}.");
        return path;
    }

    internal static byte[] Bytes(params string[] parts) => File.ReadAllBytes(PathOf(parts));
}
