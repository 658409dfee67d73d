using System.Text.RegularExpressions;

namespace Attune.House.Tests;

/// <summary>The house rules as functions: each gives what breaks it, so a specimen can be held against the same function as the tree.</summary>
internal static partial class Rules
{
    public const int LongestFile = 400;

    // A slash before these tells a folder of somebody's machine from a word in a sentence. Built up, so that this file does not hold them itself.
    private static readonly string[] ForeignWords =
    [
        "/ho" + "me/", "/Us" + "ers/", "/wo" + "rk/", "/ro" + "ot/", @"C:\Us" + @"ers\", "pypi" + ".org", "nuget" + ".org", "npmjs" + ".org", "art" + "ifactory",
    ];

    private static readonly string[] ShippedCatalogueIsMeant = ["src/Attune.App/Cli/DemoVerb.cs", "src/Attune.App/Cli/Study/SimulateVerb.cs", "src/Attune.App/Hosting/OwnCatalogue.cs"];

    /// <summary>Rooms of ours that the assembly refers to and may not.</summary>
    public static IReadOnlyList<string> ForbiddenRooms(References assembly, IReadOnlyCollection<string> mayUse) =>
    [
        .. assembly.Assemblies.Where(name => IsOurs(name) && !mayUse.Contains(name, StringComparer.Ordinal)).Select(name => $"{assembly.Assembly} refers to {name}"),
        .. assembly.Types.Where(type => RoomOf(type) is { } room && room != assembly.Assembly && !mayUse.Contains(room, StringComparer.Ordinal)).Select(type => $"{assembly.Assembly} uses {type}"),
    ];

    /// <summary>What a pure room may not touch: files, network, processes, the machine's clock and its own chance.</summary>
    public static IReadOnlyList<string> Impurities(References assembly) =>
    [
        .. assembly.Types.Where(type => ImpureType().IsMatch(type)).Select(type => $"{assembly.Assembly} uses {type}"),
        .. assembly.Members.Where(member => ImpureMember().IsMatch(member)).Select(member => $"{assembly.Assembly} calls {member}"),
    ];

    /// <summary>Files longer than a reader can hold.</summary>
    public static IReadOnlyList<string> TooLong(string file, string text)
    {
        var lines = text.AsSpan().TrimEnd('\n').Count('\n') + 1;
        return lines > LongestFile ? [$"{file} has {lines} lines"] : [];
    }

    public static IReadOnlyList<string> SilencedWarnings(string file, string text) => Matches(file, text, SilencedWarning());

    /// <summary>Tests whose name does not say method, state and outcome.</summary>
    public static IReadOnlyList<string> UnnamedTests(string file, string text) =>
        [.. TestMethod().Matches(text).Select(match => match.Groups["name"].Value).Where(name => name.Count(c => c == '_') < 2).Select(name => $"{file}: {name}")];

    /// <summary>Folders of somebody's machine and hosts of package registries.</summary>
    public static IReadOnlyList<string> ForeignTraces(string file, string text) =>
        [.. ForeignWords.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"{file}: {word}")];

    /// <summary>References to other hosts in what a browser is given. Comments and the names of XML vocabularies load nothing.</summary>
    public static IReadOnlyList<string> OutsideHosts(string file, string text)
    {
        var loaded = Comment(Path.GetExtension(file)).Replace(text, " ");
        return [.. OutsideHost().Matches(loaded).Select(match => $"{file}: {match.Value}")];
    }

    /// <summary>What would show the shipped words in a practice that has its own. The demo is meant to, and who reads the own files falls back on them.</summary>
    public static IReadOnlyList<string> PastTheOwnCatalogue(string file, string text) =>
        ShippedCatalogueIsMeant.Contains(file) || !text.Contains("MethodCatalogue.BuiltIn", StringComparison.Ordinal) ? [] : [$"{file} takes the shipped catalogue: have it handed in"];

    private static IReadOnlyList<string> Matches(string file, string text, Regex rule) => [.. rule.Matches(text).Select(match => $"{file}: {match.Value.Trim()}")];

    private static bool IsOurs(string assembly) => Room.All.Any(room => room.Assembly == assembly);

    private static string? RoomOf(string type) =>
        Room.All.FirstOrDefault(room => type.StartsWith($"Attune.{room.Name}.", StringComparison.Ordinal))?.Assembly;

    private static Regex Comment(string extension) => extension switch
    {
        ".css" => CssComment(),
        ".html" => HtmlComment(),
        ".razor" => RazorComment(),
        _ => ScriptComment(),
    };

    [GeneratedRegex(@"^System\.(IO\.(File|FileStream|FileInfo|Directory|DirectoryInfo|FileSystemWatcher|RandomAccess)$|IO\.Pipes\.|Net\.|Diagnostics\.(Stopwatch|Process)$|Threading\.(Timer|PeriodicTimer)$)|^System\.Console$|^Microsoft\.(Data|AspNetCore|EntityFrameworkCore)\.|^Orleans\.")]
    private static partial Regex ImpureType();

    // Every method with a yield asks for its thread's number: the compiler writes that call.
    [GeneratedRegex(@"^System\.Environment\.(?!get_CurrentManagedThreadId$)|^System\.(DateTime|DateTimeOffset)\.get_(Now|UtcNow|Today)$|^System\.TimeProvider\.get_System$|^System\.Random\.get_Shared$|^System\.Threading\.Thread\.Sleep$|^System\.Security\.Cryptography\.RandomNumberGenerator\.")]
    private static partial Regex ImpureMember();

    [GeneratedRegex(@"^\s*#pragma\s+warning\s+disable[^\n]*|\[(assembly:\s*)?(\w+\.)*SuppressMessage\b|^\s*#nullable\s+disable", RegexOptions.Multiline)]
    private static partial Regex SilencedWarning();

    // An attribute list that begins a line and holds Fact or Theory, further attributes, and the method that they stand on.
    [GeneratedRegex(@"^[ \t]*\[(?:[^\]\n]*,\s*)?(?:Fact|Theory)\b(?:[^\]""]|""[^""]*"")*\](?:\s*\[(?:[^\]""]|""[^""]*"")*\])*\s*public\s[^(;{]*?(?<name>\w+)\s*\(", RegexOptions.Multiline)]
    private static partial Regex TestMethod();

    [GeneratedRegex(@"(?:(?:https?|wss?):)?//(?!(?:www\.w3\.org|localhost|127\.0\.0\.1)(?=[/:""'\s]|$))[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s""'<>)]*", RegexOptions.IgnoreCase)]
    private static partial Regex OutsideHost();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex CssComment();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex HtmlComment();

    // Block comments, and line comments that begin a line or follow a blank: "https://" has no blank before its slashes.
    [GeneratedRegex(@"/\*.*?\*/|(?<=^|\s)//[^\n]*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex ScriptComment();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|/\*.*?\*/|(?<=^|\s)//[^\n]*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex RazorComment();
}
