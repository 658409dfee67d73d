using Microsoft.Playwright;

namespace Attune.Journeys.Stage;

/// <summary>A person without a pointer: Tab to what is wanted, and the keys that a browser gives it. Whatever has the focus must show it.</summary>
internal static class Keys
{
    private const int MostTabs = 250;

    // Tag, name, value, words, whether the focus shows, and whether it is what the selector names.
    private const string Focused = """
        selector => {
            const it = document.activeElement, box = it.closest('label') ?? it;
            const shows = [it, it.nextElementSibling, box].filter(one => one).some(one => getComputedStyle(one).outlineStyle !== 'none');
            return [it.tagName, it.name ?? '', it.value ?? '', (it.labels?.[0] ?? it).innerText?.trim() ?? '', shows ? 'shown' : 'unseen', it.matches(selector) ? 'there' : ''];
        }
        """;

    /// <summary>Tabs to the link, button or fold of these words.</summary>
    public static Task TabToAsync(this IPage page, string words) => page.TabUntilAsync($"“{words}”", at => at is ["A" or "BUTTON" or "SUMMARY", _, _, var said, ..] && said == words);

    /// <summary>Tabs to the field of this name; of several, to the first or to the chosen one.</summary>
    public static Task TabToFieldAsync(this IPage page, string name) => page.TabUntilAsync($"the field {name}", at => at is ["INPUT" or "TEXTAREA" or "SELECT", var named, ..] && named == name);

    /// <summary>Tabs to one box of several.</summary>
    public static Task TabToBoxAsync(this IPage page, string name, string value) => page.TabUntilAsync($"{name} {value}", at => at is ["INPUT", var named, var valued, ..] && named == name && valued == value);

    /// <summary>Tabs to what the selector names.</summary>
    public static Task TabToMatchAsync(this IPage page, string selector) => page.TabUntilAsync(selector, at => at is [.., "there"], selector);

    public static async Task PressOnAsync(this IPage page, string words)
    {
        await page.TabToAsync(words);
        await page.ArriveAsync(() => page.Keyboard.PressAsync("Enter"));
    }

    /// <summary>Chooses in a group of single answers: to the group by Tab, then along it by arrows.</summary>
    public static async Task ChooseByKeysAsync(this IPage page, string name, string value)
    {
        await page.TabToFieldAsync(name);
        await page.Keyboard.PressAsync("Space");
        for (var i = 0; i < 12 && await page.Locator($"input[name='{name}'][value='{value}']").IsCheckedAsync() is false; i++)
            await page.Keyboard.PressAsync("ArrowRight");
        Assert.True(await page.Locator($"input[name='{name}'][value='{value}']").IsCheckedAsync(), $"{name} has no {value} along the arrows.");
    }

    private static async Task TabUntilAsync(this IPage page, string wanted, Func<string[], bool> isThere, string selector = "*")
    {
        for (var i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var at = await page.EvaluateAsync<string[]>(Focused, selector);
            if (!isThere(at))
                continue;
            Assert.True(at[4] == "shown", $"{wanted} has the focus on {page.Path()} and does not show it.");
            return;
        }

        Assert.Fail($"{wanted} is not reached by {MostTabs} tabs on {page.Path()}.");
    }
}
