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

    /// <summary>Lines of a table in <c>Reference/</c> of these tests, without its header.</summary>
    internal static List<string> Own(string file)
    {
        using var reader = new StreamReader(typeof(ReferenceData).Assembly.GetManifestResourceStream(file)!);
        return [.. reader.ReadToEnd().Split('\n').Skip(1).Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0)];
    }

    internal static byte[] Bytes(params string[] parts) => File.ReadAllBytes(PathOf(parts));
}
