using Attune.Journeys.Stage;
using Attune.Method.Cases;
using Microsoft.Playwright;

namespace Attune.Journeys.Moments;

/// <summary>Moment 7: a repair that the therapist claims is confirmed by the partner's own answers, or by nobody.</summary>
public sealed class ClaimedIsNotConfirmed(BegunPractice practice) : IClassFixture<BegunPractice>
{
    private const string RarelyVary = "This person's answers rarely vary";

    private static readonly Answers Seven = new(7, 7, 7, "DidNotComeUp", "Surely") { OnFairness = 7 };

    // Task, goal and bond of Bertrand: 17/3 = 5.67 five times, each time another way; then 12/3 = 4.00, cleared 4 of 5; then 5.67 again.
    private static readonly Answers[] OfB =
    [
        new(6, 6, 5, "Yes", "Half"), new(5, 6, 6, "Yes", "Half"), new(6, 5, 6, "Yes", "Half"), new(6, 6, 5, "Yes", "Half"), new(5, 6, 6, "Yes", "Half"),
        new(4, 4, 4, "No", "Half") { Tension = new TensionTold(4, 4, "WhenWeAreThree", null) },
        new(6, 5, 6, "Yes", "Half"),
    ];

    [Fact]
    public async Task Claim_FlatAnswersAndVaryingOnes_AreJudgedByWhatTheyCanTell()
    {
        var page = practice.Page;
        var story = await Story.OfAsync(page);
        await story.AssessAsync(Partner.A, ("Schema.sb", "5"));
        for (var session = 1; session <= 6; session++)
            await AnswersAsync(story, session);
        var ofA = await story.NoteRuptureAsync(6, Partner.A);
        var ofB = await story.NoteRuptureAsync(6, Partner.B, ("Source", "ReportedByPartner"));
        await story.HoldAsync(7);
        await ClaimAsync(page, ofA);
        await ClaimAsync(page, ofB);
        await AnswersAsync(story, 7);

        await page.GotoAsync(ofA);
        Assert.Equal("Its repair is claimed, not confirmed yet.", await page.WordsAsync(".state"));
        Assert.Equal($"{RarelyVary}, so they confirm nothing: ask in the room.", await page.WordsAsync(".reason"));
        Assert.Contains($"{RarelyVary}: ask in the room.", await page.Locator(".advice").AllInnerTextsAsync());
        Assert.Contains($"Session 6, {Story.A}: claimed, not confirmed yet", await story.ReadAsync(), StringComparison.Ordinal);

        await page.GotoAsync(ofB);
        Assert.Equal("Its repair is confirmed by their own answers.", await page.WordsAsync(".state"));
        Assert.Equal("before 5.7 in that session 4.0 since, in session 7 5.7", await page.WordsAsync(".readings"));
        Assert.Contains("Cleared up: 4 of 5.", await page.WordsAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(RarelyVary, await page.WordsAsync(), StringComparison.Ordinal);
        Assert.Contains("there is nothing to claim", await page.WordsAsync(), StringComparison.Ordinal);

        await page.GotoAsync(ofA);
        await page.PressAsync("They told me so in the room");
        Assert.Equal("Its repair is told in the room (a weaker confirmation).", await page.WordsAsync(".state"));
        Assert.Contains($"Session 6, {Story.A}: told in the room (a weaker confirmation)", await story.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claim_ThreeSessionsWithoutAForm_IsNotKnown()
    {
        var page = practice.Page;
        var story = await Story.OfAsync(page);
        await story.HoldAsync(1);
        await story.AnswerAsync(1, Partner.A, OfB[5]);
        var rupture = await story.NoteRuptureAsync(1, Partner.A);
        await ClaimAsync(page, rupture);

        foreach (var session in (int[])[2, 3])
        {
            await story.HoldAsync(session);
            await page.GotoAsync(rupture);
            Assert.Equal("Its repair is claimed, not confirmed yet.", await page.WordsAsync(".state"));
            Assert.Equal("Their answers after it are still to come.", await page.WordsAsync(".reason"));
        }

        await story.HoldAsync(4);
        await page.GotoAsync(rupture);
        Assert.Equal("Its repair is not known.", await page.WordsAsync(".state"));
        Assert.Equal("Three sessions without an answer: it is not known. That does not mean that nothing was mended.", await page.WordsAsync(".reason"));
        foreach (var address in (string[])[rupture, story.Couple, "/couples", $"{story.Couple}/sessions/5/plan", $"/between?next={story.Couple["/couples/".Length..]}"])
        {
            await page.GotoAsync(address);
            Assert.DoesNotContain("unrepaired", await page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains($"Session 1, {Story.A}: not known", await story.ReadAsync(), StringComparison.Ordinal);
    }

    private static async Task AnswersAsync(Story story, int session)
    {
        if (session < 7)
            await story.HoldAsync(session);
        await story.AnswerAsync(session, Partner.A, Seven);
        await story.AnswerAsync(session, Partner.B, OfB[session - 1]);
    }

    private static async Task ClaimAsync(IPage page, string rupture)
    {
        await page.GotoAsync(rupture);
        await page.PressAsync("I hold it for repaired");
        Assert.Equal("Its repair is claimed, not confirmed yet.", await page.WordsAsync(".state"));
        Assert.Equal("Their answers after it are still to come.", await page.WordsAsync(".reason"));
    }
}
