using Attune.Journeys.Stage;
using Microsoft.Playwright;

namespace Attune.Journeys.Moments;

/// <summary>Moment 6: a repair is noted as it happened. The page advises and refuses nothing.</summary>
public sealed class TheRepairConversation(BegunPractice practice) : IClassFixture<BegunPractice>
{
    private const string OwnWords = "You laughed before you asked me.";

    private const string Next = "section.card:has(> h2:text-is('What may help next'))";
    private const string Response = "section.card:has(> h2:text-is('What may fit now'))";
    private const string TheStory = "section.card:has(> h2:text-is('The story of it'))";

    [Fact]
    public async Task Steps_InTheOrderInWhichTheyHappened_AreAllKeptAndThePartnerPutsTheStoryRight()
    {
        var page = practice.Page;
        var story = await Story.OfAsync(page);
        await story.HoldAsync(1);
        await story.HoldAsync(2);

        var rupture = await NoteAsync(page, story.Couple);
        await StepAsync(page, "Validated", "Fitted", "Stayed");
        await StepAsync(page, "ThankedForTheRisk", "Fitted", "Stayed");
        await StepAsync(page, "OwnedWithoutDefence", "Fitted", "Stayed");
        await StepAsync(page, "LinkedToThePast", null, "Stayed", ("LinkFoundBy", "Partner"), ("LinkSpecific", "3"));
        Assert.DoesNotContain("more than one link", await page.WordsAsync(Next), StringComparison.Ordinal);
        Assert.NotEqual("HeldTheWitness", await page.Locator("[data-suggested]").GetAttributeAsync("data-suggested"));
        await StepAsync(page, "LinkedToThePast", null, "TurnedAway", ("LinkFoundBy", "Therapist"), ("LinkSpecific", "1"));
        await StepAsync(page, "DisclosedJudiciously", "NotSure", null, ("WhoseNeed", "OfA"), ("SaidTo", "Both"));

        Assert.Equal(
            [
                "Validated in session 2; it fitted",
                "Thanked for the risk in session 2; it fitted",
                "Owned my part, without defence in session 2; it fitted",
                "Linked to the past in session 2; they found it; one remembered moment",
                "Linked to the past in session 2; I did; a general pattern",
                $"Disclosed, judiciously in session 2; not sure; the need: {Story.A}; said to both",
            ],
            (await page.Locator("ol.steps > li").AllInnerTextsAsync()).Select(Step));
        Assert.Contains($"{Story.B} watched: stayed at “validated”; stayed at “thanked for the risk”; stayed at “owned my part, without defence”; stayed at “linked to the past”; turned away at “linked to the past”. Not held since.",
            await page.WordsAsync(".witness"), StringComparison.Ordinal);
        await AdvisedAsync(page);
        await HowTakenAsync(page);
        await CopingModeAsync(page);
        await ToldTogetherAsync(page, rupture);
    }

    // Without the control beside it.
    private static string Step(string line) => Steps.Plain(line.Split("Take it back")[0]);

    private static async Task<string> NoteAsync(IPage page, string couple)
    {
        await page.GotoAsync($"{couple}/ruptures/new?session=1&whose=A");
        await page.ChooseAsync("Areas", "Task");
        await page.ChooseAsync("Areas", "Bond");
        await page.ChooseAsync("Schemas", "ma");
        await page.ChooseAsync("Schemas", "ds");
        await page.ChooseAsync("PrimarySchema", "ma");
        await page.PressAsync("Note it");
        Assert.Equal($"Rupture in session 1: {Story.A}", await page.WordsAsync("h1"));
        Assert.StartsWith("What is seen not clear yet", await page.WordsAsync("dl.answers"), StringComparison.Ordinal);
        foreach (var (field, values) in new (string, string[])[] { ("Areas", ["Task", "Bond"]), ("Schemas", ["ma", "ds"]), ("PrimarySchema", ["ma"]), ("PrimaryArea", [""]) })
            Assert.Equal(values.Order(), (await page.Locator($"input[name='{field}']:checked").EvaluateAllAsync<string[]>("them => them.map(it => it.value)")).Order());
        return page.Path();
    }

    // Whatever is noted is taken; no step waits for another.
    private static async Task StepAsync(IPage page, string kind, string? taken, string? witness, params (string Field, string Value)[] more)
    {
        await page.Locator("select[name='Kind']").SelectOptionAsync(kind);
        if (taken is not null)
            await page.ChooseAsync("Taken", taken);
        if (witness is not null)
            await page.ChooseAsync("Witness", witness);
        if (more.Length > 0)
            await page.GetByText("A link to the past, or a word about yourself").ClickAsync();
        foreach (var (field, value) in more)
            await page.ChooseAsync(field, value);
        await page.PressAsync("Add this step");
        Assert.Equal(0, await page.Locator(".refused").CountAsync());
    }

    private static async Task AdvisedAsync(IPage page)
    {
        Assert.Equal("HeldTheWitness", await page.Locator("[data-suggested]").GetAttributeAsync("data-suggested"));
        var next = await page.WordsAsync(Next);
        Assert.StartsWith("What may help next Held the witness, because the one who watched turned away.", next, StringComparison.Ordinal);
        Assert.Contains("There is more than one link to the past now. One that fits is worth more than several.", next, StringComparison.Ordinal);
        Assert.Contains("How a link to the past was taken is not noted yet: ask, and note it at the step.", next, StringComparison.Ordinal);
        Assert.Contains("Not clear yet which coping mode was seen: the response that fits it waits until you choose one.", next, StringComparison.Ordinal);
        Assert.Equal("HeldTheWitness", await page.Locator("select[name='Kind']").InputValueAsync());
    }

    // Asked afterwards, each link for itself: the remark stays until the second one is answered too.
    private static async Task HowTakenAsync(IPage page)
    {
        await TakenAsync("4", "Fitted");
        Assert.Contains("How a link to the past was taken is not noted yet", await page.WordsAsync(Next), StringComparison.Ordinal);
        await TakenAsync("5", "FeltExplainedAway");
        Assert.DoesNotContain("How a link to the past was taken", await page.WordsAsync(Next), StringComparison.Ordinal);
        Assert.Equal("Linked to the past in session 2; felt explained away; I did; a general pattern", Step(await page.Locator("ol.steps > li").Nth(4).InnerTextAsync()));

        async Task TakenAsync(string step, string taken)
        {
            await page.GetByText("Asked later: how was a step taken?").ClickAsync();
            await page.Locator("select[name='AskedStep']").SelectOptionAsync(step);
            await page.ChooseAsync("AskedTaken", taken);
            await page.PressAsync("Note it");
        }
    }

    private static async Task CopingModeAsync(IPage page)
    {
        Assert.Equal(0, await page.Locator(Response).CountAsync());
        await page.GetByText("What it is understood to be", new() { Exact = true }).ClickAsync();
        await page.Locator("select[name='CopingMode']").SelectOptionAsync("suspicious-overcontroller");
        await page.PressAsync("Save this understanding");
        Assert.Contains("And the other partner meanwhile:", await page.WordsAsync(Response), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator($"{Response} .say").CountAsync());
        Assert.DoesNotContain("Not clear yet which coping mode", await page.WordsAsync(Next), StringComparison.Ordinal);
    }

    private static async Task ToldTogetherAsync(IPage page, string rupture)
    {
        await page.EnterAsync("Story.Happened", "I smiled at something while you were speaking.");
        await page.EnterAsync("Story.Touched", "It touched what you know: that people are not what they seem.");
        await page.EnterAsync("Story.Needed", "You needed to know what I was thinking.");
        await page.PressAsync("Keep this story");
        Assert.Equal("Your view only", await page.WordsAsync($"{TheStory} > .status"));
        Assert.Equal(0, await page.GetByText($"The card for {Story.B} alone").CountAsync());
        Assert.Equal(404, (await page.AskAsync($"{rupture}/card?for=b")).Status);

        await page.FollowAsync($"The card for {Story.A} alone");
        var card = await page.WordsAsync();
        foreach (var said in (string[])["I smiled at something while you were speaking.", "that people are not what they seem", "You needed to know what I was thinking.", "I thanked you for telling me."])
            Assert.Contains(said, card, StringComparison.Ordinal);
        foreach (var kept in (string[])[Story.B, "turned away", "Mistrust", "explained away", "suspicious", "coping", "Caseload"])
            Assert.DoesNotContain(kept, card, StringComparison.OrdinalIgnoreCase);
        await page.ChooseAsync("Fit", "Partly");
        await page.GetByText("In your own words").ClickAsync();
        await page.EnterAsync("Happened", OwnWords);
        await page.PressAsync("That is how I see it");
        Assert.Contains(OwnWords, await page.WordsAsync(".card"), StringComparison.Ordinal);

        await page.FollowAsync("Back");
        Assert.Equal(rupture, page.Path());
        var put = await page.WordsAsync(TheStory);
        Assert.StartsWith("The story of it Put right by them: their words stand", put, StringComparison.Ordinal);
        Assert.Contains(OwnWords, put, StringComparison.Ordinal);
        Assert.DoesNotContain("I smiled at something while you were speaking.", put, StringComparison.Ordinal);
    }
}
