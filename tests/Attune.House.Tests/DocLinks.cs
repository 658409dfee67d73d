using System.Text.RegularExpressions;

namespace Attune.House.Tests;

/// <summary>The links and pictures of a page in Markdown, and what is wrong with them.</summary>
internal static partial class DocLinks
{
    public const int MostBytes = 150_000, MostPictures = 18;

    /// <summary>Links that lead nowhere, and pictures that are not there, too large, or say nothing to who does not see them.</summary>
    /// <param name="file">As a path from the root, with forward slashes.</param>
    /// <param name="lengthOf">How long the file at a path is; null when there is none. A folder has length 0.</param>
    public static IEnumerable<string> Faults(string file, string text, Func<string, long?> lengthOf, Func<string, string> read)
    {
        var prose = Code().Replace(text, "");
        foreach (Match link in Link().Matches(prose))
        {
            var (isPicture, words, target) = (link.Groups["picture"].Length > 0, link.Groups["words"].Value, link.Groups["target"].Value);
            if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
                continue;
            var parts = target.Split('#', 2);
            var at = parts[0].Length == 0 ? file : Resolve(file, parts[0]);
            if (lengthOf(at) is not { } length)
                yield return $"{file}: {target} is not there";
            else if (parts.Length == 2 && !Anchors(read(at)).Contains(parts[1]))
                yield return $"{file}: {at} has no heading #{parts[1]}";
            else if (isPicture && length > MostBytes)
                yield return $"{file}: {at} has {length} bytes, more than {MostBytes}";
            if (isPicture && words.Length < 20)
                yield return $"{file}: {target} is not told to who does not see it";
        }
    }

    /// <summary>The pictures that a page shows, as paths from the root.</summary>
    public static IEnumerable<string> Pictures(string file, string text) =>
        Link().Matches(Code().Replace(text, "")).Where(link => link.Groups["picture"].Length > 0).Select(link => Resolve(file, link.Groups["target"].Value));

    /// <summary>The places of a page that a link can name: its headings, in small letters, with hyphens for spaces.</summary>
    public static IReadOnlySet<string> Anchors(string text) => Heading().Matches(Code().Replace(text, ""))
        .Select(heading => NotOfAnAnchor().Replace(heading.Groups["words"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-')).ToHashSet(StringComparer.Ordinal);

    private static string Resolve(string file, string target) =>
        Path.GetRelativePath(Tree.Root, Path.GetFullPath(Path.Combine(Tree.Root, Path.GetDirectoryName(file) ?? "", target))).Replace('\\', '/');

    [GeneratedRegex(@"(?<picture>!?)\[(?<words>[^\]]*)\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#{1,6} +(?<words>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^```.*?^```|`[^`\n]*`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotOfAnAnchor();
}
