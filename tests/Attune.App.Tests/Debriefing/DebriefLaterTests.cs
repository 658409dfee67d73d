using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Asking;
using Attune.Practice.Assessing;
using Attune.Practice.Holding;
using Attune.Practice.Noting;
using Attune.Practice.Therapists;

namespace Attune.App.Tests.Debriefing;

public sealed class DebriefLaterTests(DemoHost demo)
{
    private readonly Browser _browser = demo.Host.TherapistsBrowser();

    [Fact]
    public async Task Later_WordsTyped_AreThereAgainAndTheBriefAndTheCaseloadSayThatItWaits()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        var path = couple.Page("/sessions/1/debrief");

        await _browser.SubmitAsync(await _browser.GetAsync(path), "debrief", ("B.Owed", "A call on Monday."), ("Note", "Slower."), ("Later", "yes"));
        await _browser.SubmitAsync(await _browser.GetAsync(couple.Page("/sessions/2/plan")), "plan", ("Aim", "Listen."));

        var link = $"a[href='{path}']";
        Assert.Contains("The debrief of session 1 waits.", (await _browser.GetAsync(couple.Page("/sessions/2/plan"))).Text, StringComparison.Ordinal);
        Assert.NotNull((await _browser.GetAsync(couple.Page("/sessions/2/plan"))).Document.QuerySelector($".brief {link}"));
        Assert.DoesNotContain("debrief of session", (await _browser.GetAsync(couple.Page("/sessions/2/plan"))).Printed, StringComparison.Ordinal);
        Assert.NotNull((await _browser.GetAsync("/couples")).Document.QuerySelector($".caseload {link}"));
        var page = await _browser.GetAsync(path);
        Assert.Equal(["A call on Monday."], page.Chosen("debrief", "B.Owed"));
        Assert.Equal(["Slower."], page.Chosen("debrief", "Note"));
        Assert.Contains("This debrief waits.", page.Text, StringComparison.Ordinal);

        await _browser.SubmitAsync(page, "debrief", ("A.Task", "5"));

        Assert.DoesNotContain("The debrief of session 1 waits", (await _browser.GetAsync(couple.Page("/sessions/2/plan"))).Text, StringComparison.Ordinal);
        Assert.Null((await _browser.GetAsync("/couples")).Document.QuerySelector($".caseload {link}"));
        Assert.Equal(["A call on Monday."], (await _browser.GetAsync(path)).Chosen("debrief", "B.Owed"));
    }

    // Enter in any field presses the first button of its form.
    [Fact]
    public async Task Buttons_Always_SaveIsTheFirstAndHasTheFocus()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);

        var page = await _browser.GetAsync(couple.Page("/sessions/1/debrief"));

        var buttons = page.Document.QuerySelectorAll("form#debrief button");
        Assert.Equal(["Save the debrief", "Later"], buttons.Take(2).Select(button => button.TextContent));
        Assert.True(buttons[0].HasAttribute("autofocus"));
        Assert.Single(page.Document.QuerySelectorAll("[autofocus]"));
    }

    [Fact]
    public async Task Scale_LeftOutAgain_IsNotGiven()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        var path = couple.Page("/sessions/1/debrief");
        await _browser.SubmitAsync(await _browser.GetAsync(path), "debrief", ("A.Task", "5"), ("A.Goal", "4"));

        var page = await _browser.GetAsync(path);
        Assert.Equal(["5"], page.Chosen("debrief", "A.Task"));
        Assert.Equal([""], page.Chosen("debrief", "B.Task"));
        await _browser.SubmitAsync(page, "debrief", ("A.Task", ""));

        Assert.Equal((null, 4), ((await couple.SeeAsync()).Session(1)!.A.Debrief!.Task, (await couple.SeeAsync()).Session(1)!.A.Debrief!.Goal));
    }

    [Fact]
    public async Task Proposals_FromMarksAndReactions_StandThereWithWhereTheyComeFrom()
    {
        var couple = await MarkedAsync();

        var page = await _browser.GetAsync(couple.Page("/sessions/1/debrief"));

        Assert.Equal(["yes"], page.Chosen("debrief", "B.Tension"));
        Assert.Equal([""], page.Chosen("debrief", "A.Tension"));
        Assert.Equal(["FarFrom"], page.Chosen("debrief", "WithA"));
        Assert.Equal(["TheMethod"], page.Chosen("debrief", "AtCentre"));
        Assert.Equal([""], page.Chosen("debrief", "B.Dose.chair-work"));
        Assert.Contains("Proposed, from what you marked: Saying it is nothing, subtle, touching Mistrust / Abuse, about 20 min in.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Proposed, from your own reactions in this session.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Proposed, from your notes of this session.", page.Text, StringComparison.Ordinal);
    }

    // What only stood there was said by nobody.
    [Fact]
    public async Task Later_ProposalsUntouched_AreNotKeptAsSaid()
    {
        var couple = await MarkedAsync();
        var path = couple.Page("/sessions/1/debrief");

        await _browser.SubmitAsync(await _browser.GetAsync(path), "debrief", ("A.Task", "6"), ("Later", "yes"));

        var session = (await couple.SeeAsync()).Session(1)!;
        Assert.True(session.DebriefWaits);
        Assert.Equal(6, session.A.Debrief!.Task);
        Assert.Null(session.B.Debrief);
        Assert.Null(session.OwnDebrief);
        Assert.Equal(["yes"], (await _browser.GetAsync(path)).Chosen("debrief", "B.Tension"));

        await _browser.SubmitAsync(await _browser.GetAsync(path), "debrief", ("B.Tension", ""));
        Assert.Null((await couple.SeeAsync()).Session(1)!.B.Debrief!.Tension);
        Assert.Equal([""], (await _browser.GetAsync(path)).Chosen("debrief", "B.Tension"));
    }

    [Fact]
    public async Task Rupture_OnePress_IsNotedAsProposedAndNothingTypedIsLost()
    {
        var couple = await MarkedAsync();
        await couple.DoAsync(new AssessPartner { Partner = Partner.B, EarlySchemas = System.Collections.Immutable.ImmutableSortedDictionary<string, double>.Empty.Add("ma", 5) });
        var path = couple.Page("/sessions/1/debrief");

        var sent = await _browser.SubmitAsync(await _browser.GetAsync(path), "debrief", ("A.Owed", "The list."), ("Rupture", "B"));

        Assert.Equal(path, sent.Location);
        var rupture = Assert.Single((await couple.SeeAsync()).Ruptures);
        Assert.Equal((RuptureOwner.B, 1, "ma"), (rupture.Owner, rupture.Session, rupture.Formulation.PrimarySchema));
        Assert.NotNull(rupture.Formulation.PrimaryArea);
        var page = await _browser.GetAsync(path);
        Assert.Equal(["The list."], page.Chosen("debrief", "A.Owed"));
        Assert.NotNull(page.Document.QuerySelector($"a[href='{couple.Page($"/ruptures/{rupture.Id}")}']"));
        Assert.Equal(["A"], page.Document.QuerySelectorAll("button[name=Rupture]").Select(button => button.GetAttribute("value")));
    }

    [Fact]
    public async Task Answers_BeforeTheDebriefIsSaved_AreNowhereOnThePage()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        await couple.SayAsync(Partner.B, 1, new AnswerCheckIn
        {
            Partner = Partner.B,
            Session = 1,
            Answers = new CheckInAnswers { Bond = 2, Tension = new TensionAnswer { Any = true, Words = "Nobody heard the kettle." } },
        });
        var path = couple.Page("/sessions/1/debrief");

        var before = await _browser.GetAsync(path);
        Assert.Contains("Bo has answered.", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kettle", before.Body, StringComparison.Ordinal);
        Assert.Equal([""], before.Chosen("debrief", "B.Tension"));
        await _browser.SubmitAsync(before, "debrief", ("B.GuessedBond", "5"), ("Later", "yes"));
        Assert.DoesNotContain("kettle", (await _browser.GetAsync(path)).Body, StringComparison.Ordinal);

        await _browser.SubmitAsync(await _browser.GetAsync(path), "debrief");
        Assert.Contains("Nobody heard the kettle.", (await _browser.GetAsync(path)).Text, StringComparison.Ordinal);
    }

    private async Task<NewCouple> MarkedAsync()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        await couple.DoAsync(new PlaceMark { Session = 1, Partner = Partner.B, Kind = MarkKind.Marker, Code = "withdrawal-denial", EarlySchema = "ma", Into = TimeSpan.FromMinutes(20) });
        await couple.DoAsync(new NoteOwnReaction { Session = 1, Toward = ReactionToward.A, Direction = Involvement.Under, Feeling = "far-away" });
        await couple.DoAsync(new NoteCentre { Session = 1, Centre = Centre.TheMethod });
        await couple.DoAsync(new TakeUpTechnique { Session = 1, Technique = "chair-work" });
        return couple;
    }
}
