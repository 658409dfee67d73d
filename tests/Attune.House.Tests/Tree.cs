using System.Reflection;

namespace Attune.House.Tests;

/// <summary>The source tree that these tests were built from: the files that belong to it, without what a build makes.</summary>
internal static class Tree
{
    private static readonly string[] Made = ["bin", "obj", "artifacts", "TestResults", ".git", ".vs", ".idea", "node_modules"];

    /// <summary>The folder of Attune.slnx, with a separator at its end.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file with one of the extensions (all when none is given), as a path from the root with forward slashes, in order.</summary>
    public static IReadOnlyList<string> Files(params string[] extensions) => FilesUnder(Root, extensions);

    public static IReadOnlyList<string> FilesUnder(string folder, params string[] extensions) =>
    [
        .. Walk(folder)
            .Where(file => extensions.Length == 0 || extensions.Contains(Path.GetExtension(file), StringComparer.Ordinal))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Concat(
            Directory.EnumerateDirectories(folder).Where(child => !Made.Contains(Path.GetFileName(child), StringComparer.Ordinal)).SelectMany(Walk));

    private static string FindRoot()
    {
        var folder = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Attune.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder is null
            ? throw new InvalidOperationException("These tests read the source tree, and there is no Attune.slnx above the folder that they run in.")
            : folder + Path.DirectorySeparatorChar;
    }
}
