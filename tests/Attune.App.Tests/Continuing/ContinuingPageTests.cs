using System.Net;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Practice.Continuing;
using Attune.Practice.Safety;

namespace Attune.App.Tests.Continuing;

public sealed class ContinuingPageTests(DemoHost demo)
{
    private readonly Browser _browser = demo.Host.TherapistsBrowser();

    [Fact]
    public async Task Missed_Noted_IsReadWithoutReproach()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);

        var page = await _browser.DoAsync(couple.Page("/continuing"), "missed",
            ("missed.How", "DidNotCome"), ("missed.Whose", "B"), ("missed.On", "2026-11-02"), ("missed.Reason", "The train."));

        Assert.Contains("Bo did not come, after session 1, 2 November 2026. The train.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missed_DayThatIsNone_IsRefusedAndKept()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);

        var page = await _browser.SubmitAsync(await _browser.GetAsync(couple.Page("/continuing")), "missed", ("missed.On", "tomorrow"), ("missed.Whose", "A"), ("missed.Reason", "The train."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["tomorrow", "A", "The train."], new[] { "missed.On", "missed.Whose", "missed.Reason" }.SelectMany(name => page.Chosen("missed", name)));
    }

    [Fact]
    public async Task Task_AgreedAndLookedAt_SaysWhatBecameOfItForEach()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 2);
        var path = couple.Page("/continuing");

        await _browser.DoAsync(path, "agree", ("agree.Words", "Ten minutes each."), ("agree.For", "Both"), ("agree.Session", "1"));
        await _browser.DoAsync(path, "agree", ("agree.Words", "A letter."), ("agree.For", "A"));
        var page = await _browser.DoAsync(path, "task-1-B", ("task-1-B.Outcome", "NeverReallyAgreed"));

        Assert.Equal(["NeverReallyAgreed"], page.Chosen("task-1-B", "task-1-B.Outcome"));
        Assert.False(page.HasForm("task-2-B"));
        var tasks = (await couple.SeeAsync()).HomeTasks;
        Assert.Equal([(1, 1, (HomeTaskOutcome?)null, HomeTaskOutcome.NeverReallyAgreed), (2, 2, null, null)], tasks.Select(task => (task.Number, task.Session, task.OutcomeOfA, task.OutcomeOfB)));
    }

    [Fact]
    public async Task Task_WithoutWordsOrOutcome_IsRefusedAndKept()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        var path = couple.Page("/continuing");
        await couple.DoAsync(new AgreeHomeTask { Session = 1, For = RuptureOwner.A, Words = "A letter." });

        var agreed = await _browser.SubmitAsync(await _browser.GetAsync(path), "agree", ("agree.For", "B"));
        Assert.Contains("PRA023", agreed.Refusal, StringComparison.Ordinal);
        Assert.Equal(["B"], agreed.Chosen("agree", "agree.For"));

        var looked = await _browser.SubmitAsync(await _browser.GetAsync(path), "task-1-A");
        Assert.Contains("What became of it: choose one.", looked.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Task_BeforeTheFirstSession_IsNotOffered()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);

        var page = await _browser.GetAsync(couple.Page("/continuing"));

        Assert.False(page.HasForm("agree"));
        Assert.Contains("A task can be agreed once a session has taken place.", page.Text, StringComparison.Ordinal);
    }

    /// <summary>Not offered, and not refused either: what was agreed was agreed.</summary>
    [Fact]
    public async Task Task_WithAFlagUp_CanStillBeNoted()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        await couple.DoAsync(new RaiseSafetyFlag { Partner = Partner.B, Concern = SafetyConcern.Violence });
        var path = couple.Page("/continuing");

        var page = await _browser.GetAsync(path);
        Assert.Contains("Not offered at the moment", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Agree a task", page.Text, StringComparison.Ordinal);

        await _browser.DoAsync(path, "agree", ("agree.Words", "A letter."));
        Assert.Equal("A letter.", Assert.Single((await couple.SeeAsync()).HomeTasks).Words);
    }

    [Fact]
    public async Task Heard_DoubtAndFadingHope_AreThereInTheOrderOfTheSessions()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 2);
        await couple.DoAsync(new DoubtContinuing { Partner = Partner.A, Session = 2, Words = "Perhaps not." });
        await couple.DoAsync(new SeeHopeFading { Partner = Partner.B, Session = 1 });

        var page = await _browser.GetAsync(couple.Page("/continuing"));

        Assert.Equal(
            ["seemed to be running out of hope, in session 1", "not sure of coming back, in session 2: “Perhaps not.”"],
            page.Document.QuerySelectorAll("section.card:first-of-type li").Select(line => line.LastChild!.TextContent.Trim()));
    }
}
