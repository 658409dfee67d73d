using System.Reflection;
using System.Text.RegularExpressions;
using Attune.Method.Catalogue;
using Microsoft.AspNetCore.Components;

namespace Attune.House.Tests;

/// <summary>Reads docs/method.md: one row for each of the article's points, and what each row names.</summary>
internal static partial class MethodTable
{
    public const int Points = 83;

    /// <summary>Issues that a row may point to for what is still missing.</summary>
    private static readonly string[] Issues = ["the pages", "hearts, recorded", "hearts, live", "numbers", "self-insight", "supervision"];

    private static readonly string[] Assemblies = ["Attune.Method", "Attune.Signals", "Attune.Practice", "attune"];

    private static readonly Lazy<HashSet<string>> Types = new(() =>
        [.. Assemblies.SelectMany(name => Assembly.Load(name).GetTypes()).Select(type => type.Name)]);

    private static readonly Lazy<HashSet<string>> Pages = new(() =>
        [.. Assembly.Load("attune").GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template)]);

    private static readonly Lazy<HashSet<string>> Entries = new(() => [.. NamesOf(MethodCatalogue.BuiltIn)]);

    /// <summary>What is wrong with the table; empty when every point has its row and every name is there.</summary>
    public static IEnumerable<string> Faults(string text)
    {
        var rows = Row().Matches(text).Select(row => (Number: int.Parse(row.Groups[1].Value, null), Where: row.Groups[2].Value)).ToArray();
        foreach (var missing in Enumerable.Range(1, Points).Except(rows.Select(row => row.Number)))
            yield return $"point {missing} has no row";
        foreach (var twice in rows.GroupBy(row => row.Number).Where(group => group.Count() > 1))
            yield return $"point {twice.Key} has {twice.Count()} rows";
        foreach (var (number, where) in rows)
        {
            var names = Name().Matches(where).Select(name => name.Groups[1].Value).ToArray();
            var issues = Issue().Matches(where).Select(issue => issue.Groups[1].Value).ToArray();
            if (names.Length == 0 && issues.Length == 0)
                yield return $"point {number} names nothing";
            foreach (var unknown in names.Where(name => !IsThere(name)))
                yield return $"point {number} names '{unknown}', which is not there";
            foreach (var unknown in issues.Except(Issues))
                yield return $"point {number} waits for '{unknown}', which is no issue";
        }
    }

    private static bool IsThere(string name) => name.StartsWith('/') ? Pages.Value.Contains(name) : name.Contains(' ') ? Entries.Value.Contains(name) : Types.Value.Contains(name);

    private static IEnumerable<string> NamesOf(MethodCatalogue catalogue) =>
    [
        .. Of("schema", catalogue.Schemas), .. Of("mode", catalogue.Modes), .. Of("technique", catalogue.Techniques), .. Of("occasion", catalogue.Occasions),
        .. Of("transparency", catalogue.Transparency), .. Of("pull", catalogue.Pulls), .. Of("channel", catalogue.Channels), .. Of("marker", catalogue.Markers),
        .. Of("sense", catalogue.Senses), .. Of("feeling", catalogue.Feelings), .. Of("exercise", catalogue.Exercises), .. Of("coal", catalogue.Coal),
        .. Of("family", catalogue.Families), .. Of("clash", catalogue.Clashes), .. Of("blame", catalogue.Blames), .. Of("repair-step", catalogue.RepairSteps),
        .. Of("making-room", catalogue.RoomMakers), .. Of("anger", catalogue.Angers), .. Of("curiosity", catalogue.Curiosities),
        .. Of("safety-prompt", catalogue.SafetyPrompts), .. Of("forecast-term", catalogue.Forecast.Terms),
    ];

    private static IEnumerable<string> Of<T>(string kind, IEnumerable<T> entries) where T : ICatalogueEntry => entries.Select(entry => $"{kind} {entry.Code}");

    [GeneratedRegex(@"^\| (\d+) \| [^|]+ \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"\*([^*]+)\*")]
    private static partial Regex Issue();
}
