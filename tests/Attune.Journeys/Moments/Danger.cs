using Attune.Journeys.Stage;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Microsoft.Playwright;

namespace Attune.Journeys.Moments;

/// <summary>Moment 9: B, alone, tells of violence, and the therapist raises a flag. It keeps things off, and shows to nobody.</summary>
public sealed class Danger(BegunPractice practice) : IClassFixture<BegunPractice>
{
    private const string Note = "pomegranate", Hint = "Some ways of working are not offered at the moment. What happened in a session can always be noted.";

    // What could leave somebody undefended beside the other.
    private static readonly string[] KeptOff = [.. MethodCatalogue.BuiltIn.Techniques.Where(one => one.Safety != TechniqueSafety.Unaffected).Select(one => one.Code)];

    private static readonly PagePdfOptions OnPaper = new() { Format = "A4" };

    [Fact]
    public async Task Flag_RaisedAfterTimeAlone_KeepsThingsOffAndShowsToNobody()
    {
        var page = practice.Page;
        var story = await Story.OfAsync(page);
        var rupture = await PrepareAsync(story);
        var card = $"{rupture}/card?for=a";
        var (before, atFirst, printed) = (await story.SurfacesAsync(Partner.A, 1, card), await story.SurfacesAsync(Partner.A, 0), await PrintedAsync(story));
        await OfferedAsync(story, rupture);

        await TimeAloneAsync(story);

        Assert.Equal(before, await story.SurfacesAsync(Partner.A, 1, card));
        Assert.Equal(atFirst, await story.SurfacesAsync(Partner.A, 0));
        Assert.Equal(printed, await PrintedAsync(story));
        await PlanAsync(story);
        await SteppedAsideAsync(story);
        await AtHomeAsync(story);
        await CarriedOverAsync(page, rupture);
        await NamedNowhereAsync(story, rupture);
    }

    /// <summary>A first session with a rupture of A's whose repair is claimed in the second; the third is planned with chair work.</summary>
    private static async Task<string> PrepareAsync(Story story)
    {
        await story.AssessAsync(Partner.A, ("Schema.ei", "4.8"), ("Comfort.chair-work", "2"));
        await story.AssessAsync(Partner.B, ("Schema.ma", "4.5"));
        await story.HoldAsync(1);
        await story.AnswerAsync(1, Partner.B, new(5, 5, 5, "Yes", "Half"));
        var rupture = await story.NoteRuptureAsync(1, Partner.A, ("Schemas", "ei"), ("PrimarySchema", "ei"));
        await story.HoldAsync(2);
        foreach (var kind in (string[])["ThankedForTheRisk", "Validated", "Explored", "OwnedWithoutDefence", "MetTheNeed", "HeldTheWitness", "ToldTheStory"])
            await story.Page.SendWholeAsync(rupture, "step", ("Kind", kind), ("Taken", "Fitted"), ("Witness", "Stayed"));
        await story.Page.SendWholeAsync(rupture, "claim");
        await story.PlanAsync(3, "chair-work");
        return rupture;
    }

    // Without a flag, all of it is there: what is gone afterwards is gone because of it.
    private static async Task OfferedAsync(Story story, string rupture)
    {
        await story.LeaveForecastOpenAsync();
        var plan = await story.ReadAsync("/sessions/3/plan");
        Assert.DoesNotContain("not offered", plan, StringComparison.Ordinal);
        Assert.Contains("That at least one of the two tells of a strain", plan, StringComparison.Ordinal);
        Assert.Empty(KeptOff.Except(await TechniquesAsync(story.Page)));
        Assert.Contains("That at least one of the two tells of a strain", await story.ReadAsync("/map"), StringComparison.Ordinal);
        Assert.Contains("Agree a task", await story.ReadAsync("/continuing"), StringComparison.Ordinal);
        await story.Page.GotoAsync(rupture);
        Assert.Equal("CarriedOverToTheCouple", await story.Page.Locator("[data-suggested]").GetAttributeAsync("data-suggested"));
    }

    private static async Task TimeAloneAsync(Story story)
    {
        var page = story.Page;
        await page.GotoAsync($"{story.Couple}/assessment/b");
        await page.FollowAsync($"Time alone with {Story.B}");
        var words = await page.WordsAsync();
        Assert.Contains("Attune gives no verdict: follow your own protocol.", words, StringComparison.Ordinal);
        Assert.Contains("the emergency number of your country comes first", words, StringComparison.Ordinal);
        await page.ChooseAsync("screen.Alone", "yes");
        await page.ChooseAsync("screen.Concerns", "Violence");
        await page.EnterAsync("screen.Note", Note);
        await page.PressAsync("Note it");
        Assert.Equal("Saved.", await page.WordsAsync("form#screen .saved"));
        // What was said raises nothing by itself: the therapist does.
        Assert.DoesNotContain("not offered", await story.ReadAsync("/sessions/3/plan"), StringComparison.Ordinal);

        await page.GotoAsync($"{story.Couple}/safety/b");
        await page.GetByText("Flags", new() { Exact = true }).ClickAsync();
        await page.Locator("select[name='flag.Concern']").SelectOptionAsync("Violence");
        await page.EnterAsync("flag.Note", Note);
        await page.PressAsync("Raise the flag");
        var raised = await page.WordsAsync("details:has(> summary:text-is('Flags'))");
        Assert.Contains("Violence between the partners: up", raised, StringComparison.Ordinal);
        foreach (var verdict in (string[])["risk", "likely", "score", "perpetrator", "victim"])
            Assert.DoesNotContain(verdict, raised, StringComparison.OrdinalIgnoreCase);
    }

    // Not offered any more; what stands in the plan stays, with the same neutral words, and can be kept on record.
    private static async Task PlanAsync(Story story)
    {
        var page = story.Page;
        var plan = await story.ReadAsync("/sessions/3/plan");
        Assert.Contains("Working with chairs is not offered at the moment. What happened can be noted all the same.", plan, StringComparison.Ordinal);
        Assert.Equal(["chair-work"], KeptOff.Intersect(await TechniquesAsync(page)));
        await page.GotoAsync($"{story.Couple}/sessions/4/plan");
        var offered = await TechniquesAsync(page);
        Assert.Contains(Hint, await page.WordsAsync(), StringComparison.Ordinal);
        Assert.Empty(KeptOff.Intersect(offered));
        Assert.Equal(MethodCatalogue.BuiltIn.Techniques.Length - KeptOff.Length, offered.Length);
        await page.GotoAsync($"{story.Couple}/sessions/3/plan");
        await page.PressAsync("Note session 3 as held");
        await page.ChooseAsync("A.Dose.chair-work", "TooMuch");
        await page.PressAsync("Save the debrief");
        Assert.Equal(story.Couple, page.Path());
        await page.GotoAsync($"{story.Couple}/sessions/3/debrief");
        Assert.True(await page.Locator("input[name='A.Dose.chair-work'][value='TooMuch']").IsCheckedAsync());
    }

    private static async Task SteppedAsideAsync(Story story)
    {
        var map = await story.ReadAsync("/map");
        Assert.Contains("No forecast is made at the moment. Your own protocol goes first.", map, StringComparison.Ordinal);
        Assert.DoesNotContain("by their own report", map, StringComparison.Ordinal);
        Assert.Equal(0, await story.Page.Locator("table").CountAsync());
        await story.PlanAsync(4, "mode-cards");
        Assert.DoesNotContain("tells of a strain", await story.ReadAsync("/sessions/4/plan", ".brief"), StringComparison.Ordinal);
    }

    private static async Task AtHomeAsync(Story story)
    {
        var page = story.Page;
        var tasks = await story.ReadAsync("/continuing");
        Assert.Contains("Not offered at the moment; what was agreed can be noted.", tasks, StringComparison.Ordinal);
        Assert.DoesNotContain("Agree a task", tasks, StringComparison.Ordinal);
        await page.GetByText("Note what was agreed", new() { Exact = true }).ClickAsync();
        await page.EnterAsync("agree.Words", "A walk, each alone.");
        await page.PressAsync("Note it");
        Assert.Contains("A walk, each alone. for Annelise and Bertrand, agreed in session 3", await page.WordsAsync(), StringComparison.Ordinal);
    }

    // The words of "too early"; and it is taken when it happened.
    private static async Task CarriedOverAsync(IPage page, string rupture)
    {
        await page.GotoAsync(rupture);
        Assert.Contains("Carrying a piece of it over to the two of them is not suggested now. What happens is noted all the same.", await page.WordsAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("[data-suggested='CarriedOverToTheCouple']").CountAsync());
        await page.Locator("select[name='Kind']").SelectOptionAsync("CarriedOverToTheCouple");
        await page.PressAsync("Add this step");
        Assert.StartsWith("Carried it over to the two of them in session 3", Steps.Plain(await page.Locator("ol.steps > li").Last.InnerTextAsync()), StringComparison.Ordinal);
    }

    private static async Task NamedNowhereAsync(Story story, string rupture)
    {
        foreach (var address in (string[])
            ["/couples", story.Couple, rupture, .. new[] { "/map", "/sessions/4/plan", "/sessions/3/debrief", "/assessment/a", "/assessment/b", "/assessment/together", "/safety/a", "/continuing", "/coming-back", "/trust" }.Select(rest => story.Couple + rest)])
        {
            var shown = await story.Page.AskAsync(address);
            Assert.Equal(200, shown.Status);
            Assert.DoesNotContain(Note, shown.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Violence between the partners: up", shown.Text, StringComparison.Ordinal);
        }

        await story.ReadAsync("/safety/b");
        var paper = PdfText.Of(await story.Page.PdfAsync(OnPaper));
        Assert.Contains("This page is not printed.", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("Violence", paper, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Note, paper, StringComparison.Ordinal);
    }

    private static Task<string[]> TechniquesAsync(IPage page) => page.Locator("input[name='Techniques']").EvaluateAllAsync<string[]>("them => them.map(it => it.value)");

    private static async Task<string> PrintedAsync(Story story)
    {
        await story.ReadAsync("/sessions/3/plan");
        var printed = PdfText.Of(await story.Page.PdfAsync(OnPaper));
        Assert.Contains("May be too much: working with chairs.", printed, StringComparison.Ordinal);
        return printed;
    }
}
