using Attune.Journeys.Stage;
using Attune.Method.Cases;
using Microsoft.Playwright;

namespace Attune.Journeys.Moments;

/// <summary>Moment 10: trust in three readings, worked out by hand; too early below four tested moments; and a whole course without a form.</summary>
public sealed class TrustHonestly(BegunPractice practice) : IClassFixture<BegunPractice>
{
    [Fact]
    public async Task Readings_OfTheFourWorkedPartners_AreTheWorkedNumbersAndWords()
    {
        var page = practice.Page;
        await TwelveAsync(page,
            // Three times yes, yes, no, yes. Came 9/12 = .75; expects .75; error (9 x .0625 + 3 x .5625) / 12 = .1875: fit 1 - .1875 / .25 = .25.
            new("Rather", ["Yes", "Yes", "No", "Yes"], "Cannot be relied on yet Care came unevenly. That is ours to mend.", "0.75", "0.75", "0.25"),
            // Twelve times yes: error .0025: fit .99.
            new("Surely", ["Yes"], "Trust Care came, they expect it, and the expectation fits.", "1.00", "0.95", "0.99"));
        await TwelveAsync(page,
            // Error .5625: 1 - 2.25 is below 0.
            new("RatherNot", ["Yes"], "Not believed yet Care came, and they do not count on it yet.", "1.00", "0.25", "0.00"),
            // Twelve times no: error .0025.
            new("Hardly", ["No"], "Predictable, not trust They expect little, and little came. That is ours to mend.", "0.00", "0.05", "0.99"));
    }

    [Fact]
    public async Task Readings_ThreeMomentsAndWhatWasKeptBack_AreTooEarlyAndUntested()
    {
        var page = practice.Page;
        var story = await Story.OfAsync(page);
        await story.ExpectAsync(Partner.A, "Rather");
        await story.ExpectAsync(Partner.B, "Rather");
        for (var session = 1; session <= 4; session++)
        {
            await story.HoldAsync(session);
            if (session <= 3)
                await story.AnswerAsync(session, Partner.A, With("Yes", "Rather"));
            await story.AnswerAsync(session, Partner.B, With("Yes", "Rather"));
        }

        await story.ReadAsync("/trust");
        // Beta(4, 1): sqrt(4 / (25 x 6)) = .16. Beta(5, 1): sqrt(5 / (36 x 7)) = .14; error .0625: fit .75.
        Assert.Equal(
            $"{Story.A} Too early Fewer than four tested moments, or no forecast yet. how care came 1.00 what they expect 0.75 how well it fits 0.75 From 3 tested moments: a little is known (± 0.16).",
            await CardAsync(page, 0));
        const string Counts = "how care came 1.00 what they expect 0.75 how well it fits 0.75 From 4 tested moments: a little is known (± 0.14).";
        Assert.Equal($"{Story.B} Trust Care came, they expect it, and the expectation fits. {Counts}", await CardAsync(page, 1));

        await story.HoldAsync(5);
        await story.AnswerAsync(5, Partner.B, With("KeptToMyself", "Rather"));
        await story.ReadAsync("/trust");
        Assert.Equal(
            $"{Story.B} Trust Care came, they expect it, and the expectation fits. {Counts} Once there was something and it was kept back: an untested moment, no success.",
            await CardAsync(page, 1));
    }

    [Fact]
    public async Task Pages_NoFormForAWholeCourse_AllWorkAndSayWhatTheyDoNotKnow()
    {
        var page = practice.Page;
        var story = await Story.OfAsync(page);
        for (var session = 1; session <= 4; session++)
            await story.HoldAsync(session);
        await story.PlanAsync(5, "chair-work");
        var rupture = await story.NoteRuptureAsync(2, Partner.A);
        await page.SendWholeAsync(rupture, "claim");

        foreach (var (address, says) in Silence(story.Couple, rupture))
        {
            var answer = await page.GotoAsync(address);
            Assert.True(answer!.Status == 200, $"{address} answered {answer.Status}.");
            await page.UnfoldAsync();
            var words = await page.WordsAsync();
            foreach (var said in says)
                Assert.Contains(said, words, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\bNaN\b|\bwent well\b|\bfine\b", words);
        }

        Assert.Equal("2 no answer; a rupture no answer cannot be told debrief · ask", Steps.Plain(await TableRowAsync(story, 2)));
        await story.ReadAsync("/trust");
        foreach (var (card, name) in ((int, string)[])[(0, Story.A), (1, Story.B)])
        {
            Assert.StartsWith(
                $"{name} Too early Fewer than four tested moments, or no forecast yet. how care came not known what they expect not known how well it fits not known From no tested moment: hardly anything is known yet",
                await CardAsync(page, card), StringComparison.Ordinal);
        }
    }

    // Every page of the couple, and what each says of what it does not know.
    private static IEnumerable<(string Address, string[] Says)> Silence(string couple, string rupture) =>
    [
        ("/couples", ["not confirmed as repaired", "answers missing"]),
        ($"/between?last={couple["/couples/".Length..]}&next={couple["/couples/".Length..]}", [$"No answer from {Story.B} after session 4. That does not mean that all was well."]),
        (couple, ["The rupture with Annelise in session 2 is claimed, not confirmed yet.", "“No answer” does not mean that all was well.", "How far apart they are in session 4 cannot be told: neither answered."]),
        ($"{couple}/map", ["Not assessed yet.", "Not known, and adding nothing:", "an answer to a check-in", "How they set each other off is not clear yet."]),
        ($"{couple}/sessions/5/plan", [$"No answer from {Story.A} after the last session. That does not mean that all was well.", "Not assessed yet."]),
        ($"{couple}/sessions/4/plan", []),
        ($"{couple}/sessions/4/debrief", []),
        ($"{couple}/sessions/4/ask", ["No answer yet."]),
        ($"{couple}/sessions/0/ask", ["Has not said yet what they expect."]),
        ($"{couple}/assessment/a", []),
        ($"{couple}/assessment/b", []),
        ($"{couple}/assessment/together", ["How they set each other off is not clear yet."]),
        ($"{couple}/safety/a", ["Not asked yet."]),
        ($"{couple}/safety/b", ["Not asked yet."]),
        ($"{couple}/continuing", ["None agreed yet."]),
        ($"{couple}/coming-back", ["Nothing that you noted."]),
        ($"{couple}/own-side", ["Nothing noted. A calm hour may be one in which you were far away."]),
        ($"{couple}/closing", []),
        ($"{couple}/trust", ["Too early to compare: it takes four tested moments with each."]),
        ($"{couple}/ruptures/new?session=4", []),
        (rupture, ["Its repair is claimed, not confirmed yet.", "Their answers after it are still to come."]),
        ($"{rupture}/card?for=a", ["Shall we look at it together?"]),
    ];

    private static async Task TwelveAsync(IPage page, Worked a, Worked b)
    {
        var story = await Story.OfAsync(page);
        await story.ExpectAsync(Partner.A, a.Expects);
        await story.ExpectAsync(Partner.B, b.Expects);
        for (var session = 1; session <= 12; session++)
        {
            await story.HoldAsync(session);
            await story.AnswerAsync(session, Partner.A, With(a.CareIn(session), a.Expects));
            await story.AnswerAsync(session, Partner.B, With(b.CareIn(session), b.Expects));
        }

        await story.ReadAsync("/trust");
        Assert.StartsWith($"{Story.A} {a.Says}", await CardAsync(page, 0), StringComparison.Ordinal);
        Assert.StartsWith($"{Story.B} {b.Says}", await CardAsync(page, 1), StringComparison.Ordinal);
    }

    private static Answers With(string care, string expects) => new(5, 6, 5, care, expects);

    private static async Task<string> CardAsync(IPage page, int number) => Steps.Plain(await page.Locator("section.card").Nth(number).InnerTextAsync());

    private static async Task<string> TableRowAsync(Story story, int session)
    {
        await story.ReadAsync();
        return await story.Page.Locator("table tbody tr").Nth(session - 1).InnerTextAsync();
    }

    /// <summary>A worked partner: what they expect each time, how care came in turn, and what the page says after twelve sessions.</summary>
    private sealed record Worked(string Expects, string[] Care, string Word, string Came, string Expected, string Fit)
    {
        public string Says => $"{Word} how care came {Came} what they expect {Expected} how well it fits {Fit} From 12 tested moments:";

        public string CareIn(int session) => Care[(session - 1) % Care.Length];
    }
}
