using System.Net;
using Attune.App.Settings;
using Attune.App.Tests.Support;
using Attune.Practice.Settings;
using Microsoft.Extensions.Time.Testing;

namespace Attune.App.Tests.Settings;

public sealed class SettingsPageTests
{
    [Fact]
    public async Task Language_Chosen_IsWhereTheNextHandOverBegins()
    {
        await using var host = await RunningHost.DemoAsync();
        var browser = host.TherapistsBrowser();
        await browser.DoAsync("/settings", "language", ("Language", "de"));
        var ask = await browser.GetAsync(RunningHost.Demo("/sessions/6/ask"));

        Assert.Equal("/check-in?lang=de", (await browser.SubmitAsync(ask, "hand-over-B")).Location);
    }

    [Fact]
    public async Task Limit_NoNumberOrNoHearts_IsRefusedAndShownBack()
    {
        await using var host = await RunningHost.EmptyAsync();
        var browser = host.TherapistsBrowser();
        foreach (var typed in new[] { "fast", "20", "" })
        {
            var page = await browser.SubmitAsync(await browser.GetAsync("/settings"), "limit", ("Limit", typed));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Equal(typed, page.Document.QuerySelector("#f-Limit")!.GetAttribute("value") ?? "");
        }
    }

    // Initials are what a print has; first names are asked for each time, and only where the practice chose so.
    [Fact]
    public async Task FirstNames_Offered_AreOnOnePrintAlone()
    {
        await using var host = await RunningHost.DemoAsync();
        var browser = host.TherapistsBrowser();
        var plan = RunningHost.Demo("/sessions/7/plan");
        Assert.DoesNotContain("Alma", (await browser.GetAsync($"{plan}?names=once")).Printed, StringComparison.Ordinal);
        await browser.DoAsync("/settings", "paper", ("FirstNames", "yes"));

        Assert.DoesNotContain("Alma", (await browser.GetAsync(plan)).Printed, StringComparison.Ordinal);
        var once = (await browser.GetAsync(plan)).Document.QuerySelectorAll("a").Single(link => link.TextContent == "First names, this once").GetAttribute("href")!;
        Assert.Contains("Alma", (await browser.GetAsync(once)).Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Alma", (await browser.GetAsync(plan)).Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CopyReminder_AfterTwoWeeks_IsAQuietLineUntilACopyIsNoted()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var host = await RunningHost.OverAsync(RunningHost.NewFolder(), time);
        await host.Door.CreateAsync("Robin Quill", RunningHost.Passphrase, TestContext.Current.CancellationToken);
        Assert.Null(Line(await host.TherapistsBrowser().GetAsync("/couples")));

        time.Advance(TimeSpan.FromDays(15));
        var browser = host.TherapistsBrowser();
        Assert.StartsWith("No copy of the record has been noted in 15 days.", Line(await browser.GetAsync("/couples")), StringComparison.Ordinal);
        await browser.DoAsync("/settings", "copied");
        Assert.Null(Line(await browser.GetAsync("/couples")));

        time.Advance(TimeSpan.FromDays(15));
        browser = host.TherapistsBrowser();
        Assert.StartsWith("The last copy of the record was noted 15 days ago.", Line(await browser.GetAsync("/couples")), StringComparison.Ordinal);
        await browser.DoAsync("/settings", "remind", ("Days", ""));
        Assert.Null(Line(await browser.GetAsync("/couples")));
    }

    [Theory]
    [InlineData(0, "The last copy was noted today.")]
    [InlineData(1, "The last copy was noted a day ago.")]
    [InlineData(9, "The last copy was noted 9 days ago.")]
    public void Copied_DaysAgo_IsSaidInWords(int days, string words)
    {
        var at = new DateTimeOffset(2026, 3, 15, 9, 0, 0, TimeSpan.Zero);

        Assert.Equal(words, SettingsWords.Copied(new PracticeSettings { CopiedAt = at.AddDays(-days) }, at));
        Assert.Equal("No copy has been noted yet.", SettingsWords.Copied(new PracticeSettings(), at));
    }

    private static string? Line(Page page) => page.Document.QuerySelector("[data-copy-reminder]")?.TextContent;
}
