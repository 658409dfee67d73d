using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Attune.Journeys.Stage;

/// <summary>What axe finds against WCAG 2.2 AA, each as one line with the rule and the node.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Rules = new()
    {
        // What passed is not told: it is most of the work.
        ResultTypes = [ResultType.Violations],
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] },
    };

    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, string name, ColorScheme scheme)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        var found = await page.RunAxe(Rules);
        return [.. found.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{name}, {scheme}: {rule.Id} ({rule.Help}) at {node.Html}"))];
    }
}
