using Attune.Journeys.Stage;
using Attune.Method.Cases;
using Microsoft.Playwright;

namespace Attune.Journeys.Moments;

/// <summary>Moment 3: what B told alone stays with the therapist. Two couples of the same names differ by that one answer and by nothing else.</summary>
public sealed class ToldInPrivate(BegunPractice practice) : IClassFixture<BegunPractice>
{
    private const string Told = "kaleidoscope", Known = "marzipan";

    private static readonly Answers Ordinary = new(5, 6, 5, "Yes", "Half");
    private static readonly PagePdfOptions OnPaper = new() { Format = "A4" };

    [Fact]
    public async Task Tension_OnlyWithMeAlone_ReachesNothingButTheTherapistsOwnPages()
    {
        var page = practice.Page;
        var (without, ruptureWithout) = await PrepareAsync(page);
        var (with, rupture) = await PrepareAsync(page);
        var card = $"{rupture}/card?for=a";
        var before = await with.SurfacesAsync(Partner.A, 1, card);
        Assert.Contains("Shall we look at it together?", before, StringComparison.Ordinal);

        await without.AnswerAsync(1, Partner.B, Ordinary);
        await with.AnswerAsync(1, Partner.B, Ordinary with { Tension = new TensionTold(4, 2, "OnlyWithMeAlone", $"A {Told} of words, all at me.") });

        var seen = await with.SurfacesAsync(Partner.A, 1, card);
        Assert.Equal(before, seen);
        Assert.Equal(await without.SurfacesAsync(Partner.A, 1, $"{ruptureWithout}/card?for=a"), seen);
        Assert.Equal(await without.SurfacesAsync(Partner.A, 0), await with.SurfacesAsync(Partner.A, 0));

        await SentencesAsync(with);
        await OnPaperAsync(with, without);
        await MakeRoomAsync(with);
    }

    [Fact]
    public async Task Tension_PleaseJustKnowIt_AsksForNothing()
    {
        var page = practice.Page;
        var (story, _) = await PrepareAsync(page);
        await story.AnswerAsync(1, Partner.B, Ordinary with { Tension = new TensionTold(4, 2, "PleaseJustKnowIt", $"The {Known} on your desk.") });

        var brief = await story.ReadAsync("/sessions/2/plan", ".brief");
        Assert.Contains($"{Story.B} told you something and asks you only to know it.", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("make room", brief, StringComparison.Ordinal);
        await story.ReadAsync("/sessions/1/debrief");
        await page.UnfoldAsync();
        var debrief = await page.WordsAsync();
        Assert.Contains($"Just to know: not to be raised. Tension, strength 4 of 5, cleared up 2 of 5. “The {Known} on your desk.”", debrief, StringComparison.Ordinal);
        Assert.DoesNotContain("make room", debrief, StringComparison.Ordinal);

        // Noted as a rupture it counts like any other, and still nothing asks to come back to it.
        var rupture = await story.NoteRuptureAsync(1, Partner.B, ("Source", "ReportedByPartner"));
        await page.GotoAsync(rupture);
        Assert.StartsWith("What may help next Nothing is suggested now.", await page.WordsAsync("section.card:has(> h2:text-is('What may help next'))"), StringComparison.Ordinal);
        var words = await page.WordsAsync();
        Assert.Contains($"{Story.B} told it in private and asked that you just know it: there is no card, and nothing here asks you to come back to it.", words, StringComparison.Ordinal);
        Assert.DoesNotContain(Known, words, StringComparison.Ordinal);
        Assert.Equal(404, (await page.AskAsync($"{rupture}/card?for=b")).Status);
        var back = await story.ReadAsync("/coming-back");
        Assert.Contains("Nothing that you noted.", back, StringComparison.Ordinal);
        Assert.Contains("Nothing to ask about now.", back, StringComparison.Ordinal);

        // A step that B began by themselves lifts it.
        await page.SendWholeAsync(rupture, "step", ("Kind", "ThankedForTheRisk"), ("Contributions", "RaisedIt"));
        await page.GotoAsync(rupture);
        Assert.Equal("Validated", await page.Locator("[data-suggested]").GetAttributeAsync("data-suggested"));
    }

    /// <summary>After a first session: both assessed, A has answered, a rupture of A's is noted, session 2 is planned.</summary>
    private static async Task<(Story Story, string Rupture)> PrepareAsync(IPage page)
    {
        var story = await Story.OfAsync(page);
        await story.AssessAsync(Partner.A, ("Schema.ei", "4.8"), ("Schema.ed", "4.6"), ("Comfort.chair-work", "2"));
        await story.AssessAsync(Partner.B, ("Schema.ma", "4.5"), ("Schema.us", "4.1"));
        await story.HoldAsync(1);
        await story.AnswerAsync(1, Partner.A, Ordinary);
        var rupture = await story.NoteRuptureAsync(1, Partner.A, ("Areas", "Task"), ("Schemas", "ei"), ("PrimarySchema", "ei"), ("Need", "To be asked first."));
        await page.SendWholeAsync(rupture, "story",
            ("Story.Happened", "I began without asking you."), ("Story.Touched", "You know that from before."), ("Story.Needed", "You needed to be asked."));
        await story.PlanAsync(2, "chair-work");
        return (story, rupture);
    }

    // What the therapist could read aloud, wherever it stands.
    private static async Task SentencesAsync(Story story)
    {
        foreach (var address in (string[])[$"{story.Couple}/sessions/2/plan", $"{story.Couple}/map", $"/between?next={story.Couple["/couples/".Length..]}"])
        {
            await story.Page.GotoAsync(address);
            var sentences = await story.Page.Locator(".say").AllTextContentsAsync();
            Assert.NotEmpty(sentences);
            foreach (var sentence in sentences)
            {
                Assert.DoesNotContain(Told, sentence, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("tension", sentence, StringComparison.OrdinalIgnoreCase);
            }

            foreach (var about in await story.Page.Locator(".brief, section[aria-labelledby='side-B']").AllTextContentsAsync())
            {
                Assert.DoesNotContain(Told, about, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("tension", about, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    // From the bytes of the paper: the brief is the same to the word, and no other page prints more than that it does not.
    private static async Task OnPaperAsync(Story with, Story without)
    {
        await with.Page.GotoAsync($"{with.Couple}/sessions/2/plan");
        var printed = PdfText.Of(await with.Page.PdfAsync(OnPaper));
        await with.Page.GotoAsync($"{without.Couple}/sessions/2/plan");
        Assert.Equal(PdfText.Of(await with.Page.PdfAsync(OnPaper)), printed);
        Assert.StartsWith("Brief for session 2", printed, StringComparison.Ordinal);
        Assert.Contains("B. On guard against being hurt", printed, StringComparison.Ordinal);
        foreach (var kept in (string[])[Told, "tension", "alone", "room", Story.B])
            Assert.DoesNotContain(kept, printed, StringComparison.OrdinalIgnoreCase);
        foreach (var rest in (string[])["", "/map", "/sessions/1/debrief"])
        {
            await with.ReadAsync(rest);
            var paper = PdfText.Of(await with.Page.PdfAsync(OnPaper));
            Assert.Contains("This page is not printed.", paper, StringComparison.Ordinal);
            Assert.DoesNotContain(Told, paper, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Story.B, paper, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static async Task MakeRoomAsync(Story story)
    {
        await story.ReadAsync("/sessions/2/plan");
        var word = story.Page.Locator(".brief > div.no-print");
        Assert.StartsWith($"{Story.B} told alone. Two ways to make room, to both and without a sign:", Steps.Plain(await word.InnerTextAsync()), StringComparison.Ordinal);
        var ways = await word.Locator(".say").AllTextContentsAsync();
        Assert.Equal(2, ways.Distinct().Count());
        Assert.Equal(2, ways.Count);
        Assert.All(ways, way => Assert.DoesNotContain(Story.B, way, StringComparison.Ordinal));
        Assert.Contains("Told alone (session 1).", await story.ReadAsync("/map", "section[aria-labelledby='side-B']"), StringComparison.Ordinal);
        await story.ReadAsync("/sessions/1/debrief");
        await story.Page.UnfoldAsync();
        var answers = await story.Page.WordsAsync("section[aria-label='What they answered']");
        Assert.Contains($"Told alone: only with them alone. Tension, strength 4 of 5, cleared up 2 of 5. “A {Told} of words, all at me.” Two ways to make room", answers, StringComparison.Ordinal);
    }
}
