using Attune.Journeys.Stage;
using Attune.Method.Cases;
using Microsoft.Playwright;

namespace Attune.Journeys.Moments;

/// <summary>Moment 8: a therapist who seeks one partner's liking loses both; what tells of it is the answer of the other one alone.</summary>
public sealed class TheCourtedPartner(BegunPractice practice) : IClassFixture<BegunPractice>
{
    private const string Siding = $"{Story.B} answered 3 of 7 for fairness in session 5, after 6: they may have felt that you took a side. How often this rule of ours is wrong is not known. A prompt to ask, never a verdict.";
    private const string Both = $"Both are moving away: {Story.A}, feeling felt 6, 5, 4; {Story.B}, fairness 6, 3. A prompt to ask, never a verdict.";

    // What of all this must stand nowhere that was not asked for it.
    private static readonly string[] Words = ["siding", "took a side", "moving away", "too close to", "feeling felt", "fairness 6", "Social isolation", "may pull on you"];

    [Fact]
    public async Task Course_FairnessAloneFalls_ShowsSidingAndTheOthersFallAndTellsNobodyElse()
    {
        var page = practice.Page;
        await page.SendWholeAsync("/me", "me", ("Schema.si", "4.5"));
        var story = await Story.OfAsync(page);
        await PlayAsync(story);

        var course = await story.ReadAsync();
        Assert.Contains(Siding, course, StringComparison.Ordinal);
        Assert.Contains(Both, course, StringComparison.Ordinal);
        Assert.True(course.IndexOf(Both, StringComparison.Ordinal) - course.IndexOf(Siding, StringComparison.Ordinal) - Siding.Length <= 1, "They stand beside each other.");
        // The mean of task, goal and bond did not move: 17/3 before and after.
        var row = Steps.Plain(await page.Locator("table tbody tr").Nth(4).InnerTextAsync());
        Assert.Matches("^5 5[.]3.* 5[.]7; possible siding 0[.]3 ", row);
        Assert.Matches("^4 5[.]7.* 5[.]7 0[.]0 ", Steps.Plain(await page.Locator("table tbody tr").Nth(3).InnerTextAsync()));
        await page.GetByText("What this rests on").ClickAsync();
        var rests = await page.WordsAsync("details:has(> summary:text-is('What this rests on'))");
        Assert.Contains("Possible siding rests on the fairness answer alone", rests, StringComparison.Ordinal);
        Assert.Contains("for possible siding it is not known.", rests, StringComparison.Ordinal);

        // The therapist's own marks stand on the page that is for them alone.
        var own = await story.ReadAsync("/own-side");
        foreach (var session in (int[])[3, 4, 5])
            Assert.Contains($"Session {session}: too close to {Story.A}, subtle", own, StringComparison.Ordinal);

        await NobodyElseAsync(story);
    }

    // A was courted from the third session on; then B's fairness falls from 6 to 3 and A feels felt 6, 5, 4. Task and goal keep the means level.
    private static async Task PlayAsync(Story story)
    {
        Answers[] ofA = [new(6, 6, 5, null, null), new(5, 6, 6, null, null), new(6, 5, 6, null, null), new(6, 6, 5, null, null), new(6, 6, 4, null, null)];
        Answers[] ofB =
        [
            new(6, 6, 5, null, null) { OnFairness = 6 }, new(5, 6, 6, null, null) { OnFairness = 6 }, new(6, 5, 6, null, null) { OnFairness = 6 },
            new(6, 6, 5, null, null) { OnFairness = 6 }, new(5, 6, 6, null, null) { OnFairness = 3 },
        ];
        for (var session = 1; session <= 5; session++)
        {
            await story.HoldAsync(session);
            await story.AnswerAsync(session, Partner.A, ofA[session - 1]);
            await story.AnswerAsync(session, Partner.B, ofB[session - 1]);
            if (session >= 3)
                await story.SendAsync("/own-side", "note", ("Session", $"{session}"), ("Toward", "A"), ("Direction", "Over"));
            if (session == 4)
                Assert.DoesNotContain("took a side", await story.ReadAsync(), StringComparison.Ordinal);
        }

        await story.PlanAsync(6, "mode-cards");
    }

    private static async Task NobodyElseAsync(Story story)
    {
        var page = story.Page;
        var couple = story.Couple["/couples/".Length..];
        foreach (var address in (string[])
            ["/couples", $"/between?last={couple}&next={couple}", $"{story.Couple}/sessions/6/plan", $"{story.Couple}/trust", $"{story.Couple}/coming-back", $"{story.Couple}/continuing"])
        {
            Assert.Equal(200, (await page.GotoAsync(address))!.Status);
            await page.UnfoldAsync();
            var said = await page.WordsAsync();
            Assert.Contains(Story.B, said, StringComparison.Ordinal);
            foreach (var word in Words)
                Assert.DoesNotContain(word, said, StringComparison.OrdinalIgnoreCase);
        }

        // On paper: the brief without a word of it, and of the course and the own side nothing at all.
        await story.ReadAsync("/sessions/6/plan");
        var printed = PdfText.Of(await page.PdfAsync(new PagePdfOptions { Format = "A4" }));
        Assert.StartsWith("Brief for session 6", printed, StringComparison.Ordinal);
        foreach (var word in Words)
            Assert.DoesNotContain(word, printed, StringComparison.OrdinalIgnoreCase);
        foreach (var rest in (string[])["", "/map", "/own-side"])
        {
            await story.ReadAsync(rest);
            var paper = PdfText.Of(await page.PdfAsync(new PagePdfOptions { Format = "A4" }));
            Assert.Contains("This page is not printed.", paper, StringComparison.Ordinal);
            foreach (var word in Words)
                Assert.DoesNotContain(word, paper, StringComparison.OrdinalIgnoreCase);
        }

        foreach (var partner in (Partner[])[Partner.A, Partner.B])
        {
            var shown = await story.SurfacesAsync(partner, 5);
            foreach (var word in Words)
                Assert.DoesNotContain(word, shown, StringComparison.OrdinalIgnoreCase);
        }
    }
}
