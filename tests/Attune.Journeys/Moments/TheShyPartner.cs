using System.Globalization;
using System.Text.RegularExpressions;
using Attune.Journeys.Stage;
using Attune.Method.Cases;
using Microsoft.Playwright;

namespace Attune.Journeys.Moments;

/// <summary>Moment 2: chair work for somebody who keeps feelings in and expects no warmth; for whom and why, the ladder, another way, and the freedom to refuse it.</summary>
public sealed partial class TheShyPartner(BegunPractice practice) : IClassFixture<BegunPractice>
{
    private const string Why = "Working with chairs may be too much: it touches “keeping feelings in” and “going without warmth and understanding”. Start at step 2 of its ladder. Or, with the same aim: cards on the table.";
    private const string Again = "Working with chairs: the same technique three times, and the answer to “what we did suited me” fell twice running. Offer another way: cards on the table or a letter that need not be sent?";

    [Fact]
    public async Task ChairWork_ForTheShyPartner_IsExplainedRefusedAndRemarkedOn()
    {
        var page = practice.Page;
        var story = await Story.OfAsync(page);
        await AssessAsync(story);

        await page.GotoAsync($"{story.Couple}/sessions/1/plan");
        await page.ChooseAsync("Techniques", "chair-work");
        await page.PressAsync("Save the plan");
        Assert.Contains(Why, await page.WordsAsync(".brief .pair > div:nth-child(1)"), StringComparison.Ordinal);
        Assert.DoesNotContain("chairs", await page.WordsAsync(".brief .pair > div:nth-child(2)"), StringComparison.OrdinalIgnoreCase);
        var saved = await OfferAsync(page);

        var before = await TogetherAsync(story);
        await TakeTheOtherWayAsync(page, story.Couple);
        var after = await TogetherAsync(story);
        Assert.Equal(before[Partner.B], after[Partner.B]);
        foreach (var (was, then, shown) in before[Partner.A].Zip(after[Partner.A], saved))
        {
            // Three figures of two decimals each: half a hundredth of rounding apiece.
            Assert.Equal(shown, was - then, 0.0151);
        }

        await story.HoldAsync(1);
        await story.AnswerAsync(1, Partner.A, new(6, 6, 6, null, null));
        await RefuseAsync(story);
        await story.HoldAsync(2);
        await story.AnswerAsync(2, Partner.A, new(5, 6, 6, null, null));
        await story.PlanAsync(3, "chair-work");
        Assert.DoesNotContain("the same technique", await story.ReadAsync("/sessions/3/plan"), StringComparison.Ordinal);
        await story.HoldAsync(3);
        await story.AnswerAsync(3, Partner.A, new(4, 6, 6, null, null));
        await story.PlanAsync(4, "chair-work");

        await page.GotoAsync($"{story.Couple}/sessions/4/plan");
        Assert.Contains(Again, await page.WordsAsync(".brief .pair > div:nth-child(1)"), StringComparison.Ordinal);
        Assert.DoesNotContain("the same technique", await page.WordsAsync(".brief .pair > div:nth-child(2)"), StringComparison.Ordinal);
        Assert.Contains("the same technique three times", PdfText.Of(await page.PdfAsync(new PagePdfOptions { Format = "A4" })), StringComparison.Ordinal);
    }

    private static async Task AssessAsync(Story story)
    {
        await story.Page.FollowAsync("Assessment");
        await story.Page.EnterAsync("Schema.ei", "4.8");
        await story.Page.EnterAsync("Schema.ed", "4.6");
        await story.Page.EnterAsync("Comfort.chair-work", "2");
        await story.Page.PressAsync("Save the assessment");
        await story.AssessAsync(Partner.B, ("Schema.ei", "2.1"), ("Schema.ab", "4.2"));
    }

    /// <summary>The plan's own offer: for A alone, the ladder at its second step, and what the other way lowers, as task, goal and bond.</summary>
    private static async Task<double[]> OfferAsync(IPage page)
    {
        var offer = page.Locator("fieldset", new() { Has = page.Locator("legend", new() { HasTextString = "Working with chairs" }) });
        var said = Steps.Plain(await offer.InnerTextAsync());
        Assert.Contains($"{Story.A} {Why}", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Story.B, said, StringComparison.Ordinal);
        Assert.Equal("2", await offer.Locator("[name='LadderStep.chair-work']").InputValueAsync());
        Assert.Equal(7, await offer.Locator("ol > li").CountAsync());
        Assert.StartsWith("We stay in our seats and talk about that side of you", await offer.Locator("ol > li").Nth(1).InnerTextAsync(), StringComparison.Ordinal);
        var figures = Saving().Match(said);
        Assert.True(figures.Success, said);
        double[] saved = [.. figures.Groups.Values.Skip(1).Select(figure => Number(figure.Value))];
        Assert.True(saved is [> 0, _, > 0], said);
        return saved;
    }

    private static async Task TakeTheOtherWayAsync(IPage page, string couple)
    {
        await page.GotoAsync($"{couple}/sessions/1/plan");
        await page.Locator("input[name='Techniques'][value='chair-work']").UncheckAsync();
        await page.ChooseAsync("Techniques", "mode-cards");
        await page.PressAsync("Save the plan");
        Assert.DoesNotContain("Working with chairs", await page.WordsAsync(".brief"), StringComparison.Ordinal);
        Assert.DoesNotContain("may be too much", await page.WordsAsync(".brief .pair > div:nth-child(2)"), StringComparison.Ordinal);
    }

    // Nothing hinders it, and it is noted that it was seen.
    private static async Task RefuseAsync(Story story)
    {
        var page = story.Page;
        await page.GotoAsync($"{story.Couple}/sessions/2/plan");
        await page.ChooseAsync("Techniques", "chair-work");
        await page.PressAsync("Save the plan");
        Assert.Contains(Why, await page.WordsAsync(".brief"), StringComparison.Ordinal);
        await page.GetByLabel("I have seen this and keep it").CheckAsync();
        await page.PressAsync("Save the plan");
        Assert.Equal($"{story.Couple}/sessions/2/plan", page.Path());
        Assert.DoesNotContain("may be too much", await page.WordsAsync(".brief"), StringComparison.Ordinal);
        Assert.True(await page.Locator("input[name='Techniques'][value='chair-work']").IsCheckedAsync());
        Assert.True(await page.GetByLabel("I have seen this and keep it").IsCheckedAsync());
        Assert.Contains($"{Why} You kept it, knowing this.", await story.ReadAsync("/map", "section[aria-labelledby='side-A']"), StringComparison.Ordinal);
    }

    /// <summary>The last line of both tables of the map: the log-odds of task, goal and bond.</summary>
    private static async Task<Dictionary<Partner, double[]>> TogetherAsync(Story story)
    {
        await story.ReadAsync("/map");
        Dictionary<Partner, double[]> together = [];
        foreach (var partner in (Partner[])[Partner.A, Partner.B])
        {
            var table = story.Page.Locator("table", new() { Has = story.Page.Locator("caption", new() { HasTextString = story.NameOf(partner) }) });
            together[partner] = [.. (await table.Locator("tbody tr").Last.Locator("td").AllTextContentsAsync()).Select(Number)];
            Assert.Equal(3, together[partner].Length);
        }

        return together;
    }

    private static double Number(string shown) => double.Parse(shown.Trim().Replace('−', '-'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Taking cards on the table instead lowers, in log-odds \(our own weights, not measured\): what we do (-?\d\.\d\d), what we do it for (-?\d\.\d\d), how we are with each other (-?\d\.\d\d)\.")]
    private static partial Regex Saving();
}
