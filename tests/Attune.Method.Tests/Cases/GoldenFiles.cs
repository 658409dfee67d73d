using System.Reflection;
using System.Text.Json.Serialization;
using Attune.Method.Cases;

namespace Attune.Method.Tests.Cases;

/// <summary>One event of each kind and version, with every field filled, as it lies in records that exist.</summary>
internal static class GoldenFiles
{
    private const string Folder = "Golden/";
    private const string FolderBefore = "Before/";
    private static readonly Assembly Here = typeof(GoldenFiles).Assembly;

    /// <summary>The stable names of all kinds of event.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        [.. typeof(CaseEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => (string)kind.TypeDiscriminator!)];

    public static IReadOnlyList<string> Names { get; } = NamesIn(Folder);

    /// <summary>Kinds that have gained a field since they were first written.</summary>
    public static IReadOnlyList<string> NamesBefore { get; } = NamesIn(FolderBefore);

    /// <summary>The bytes of the event, without the file's last line break.</summary>
    public static byte[] Bytes(string kind) => Bytes(Folder, kind);

    public static CaseEvent Event(string kind) => CaseJson.Read(Bytes(kind));

    /// <summary>The event as it was written before its latest fields.</summary>
    public static CaseEvent EventBefore(string kind) => CaseJson.Read(Bytes(FolderBefore, kind));

    private static IReadOnlyList<string> NamesIn(string folder) =>
        [.. Here.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Select(name => name[folder.Length..^".json".Length])];

    private static byte[] Bytes(string folder, string kind)
    {
        using var file = Here.GetManifestResourceStream($"{folder}{kind}.json") ?? throw new ArgumentException($"No golden file for {kind}.", nameof(kind));
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes[^1] == '\n' ? bytes[..^1] : bytes;
    }

    /// <summary>Kinds that have no golden file, and golden files that belong to no kind.</summary>
    public static IEnumerable<string> Mismatches(IEnumerable<string> kinds, IEnumerable<string> names)
    {
        var (wanted, there) = (kinds.ToHashSet(), names.ToHashSet());
        return wanted.Except(there).Select(kind => $"{kind} has no golden file")
            .Concat(there.Except(wanted).Select(name => $"{name}.json belongs to no kind of event"));
    }
}
