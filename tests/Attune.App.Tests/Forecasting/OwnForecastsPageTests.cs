using System.Collections.Immutable;
using System.Net;
using Attune.App.Forecasting;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Practice.Asking;
using Attune.Practice.Assessing;
using Attune.Practice.Forecasting;
using Attune.Practice.Holding;
using Attune.Practice.Planning;
using Attune.Practice.Safety;

namespace Attune.App.Tests.Forecasting;

/// <summary>The therapist's own forecast: asked once, before the program's words, and kept from everybody else.</summary>
public sealed class OwnForecastsPageTests(DemoHost demo)
{
    private static readonly string[] ProgramsWords = ["more than usual", "about usual", "less than usual"];

    private Browser Therapist => demo.Host.TherapistsBrowser();

    [Fact]
    public async Task Asked_OnEachPageThatForecasts_ComesBeforeTheProgramsWords()
    {
        var couple = await KnownAsync();

        foreach (var path in new[] { couple.Page("/sessions/1/plan"), $"/between?last={couple.Id}&next={couple.Id}" })
        {
            var page = await Therapist.GetAsync(path);
            Assert.Contains("First, what do you expect of session 1?", page.Text, StringComparison.Ordinal);
            Assert.All(ProgramsWords, words => Assert.DoesNotContain(words, page.Text, StringComparison.Ordinal));
        }

        var map = await Therapist.GetAsync(couple.Page("/map"));
        Assert.NotNull(map.Document.QuerySelector("#own-forecast"));
        var folded = map.Document.QuerySelectorAll("main > details:not([open])").Single(one => one.QuerySelector("summary")!.TextContent.StartsWith("The map", StringComparison.Ordinal));
        Assert.Contains("That at least one of the two tells of a strain", folded.TextContent, StringComparison.Ordinal);
        folded.Remove();
        Assert.All(ProgramsWords, words => Assert.DoesNotContain(words, folded.Owner!.Body!.TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/map")]
    [InlineData("/sessions/1/plan")]
    [InlineData("/own-forecasts")]
    public async Task Saved_FromAnyPage_LeadsBackThereAndIsNotAskedAgain(string from)
    {
        var couple = await KnownAsync();
        var after = await Therapist.DoAsync(couple.Page(from), "own-forecast", ("OfA", "Possibly"), ("OfB", "Hardly"));

        Assert.Equal($"/couples/{couple.Id.Value:N}{from}", new Uri(after.Path).AbsolutePath);
        Assert.Contains("What you expect is kept.", after.Text, StringComparison.Ordinal);
        foreach (var path in new[] { "/map", "/sessions/1/plan", "/own-forecasts" })
            Assert.Null((await Therapist.GetAsync(couple.Page(path))).Document.QuerySelector("#own-forecast"));
        Assert.Contains("You expect of session 1: Alma, possibly, about 1 in 4; Bo, hardly, about 1 in 20.", (await Therapist.GetAsync(couple.Page("/sessions/1/plan"))).Text, StringComparison.Ordinal);
        Assert.Contains("That at least one of the two tells of a strain: ", (await Therapist.GetAsync(couple.Page("/sessions/1/plan"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saved_NotToday_IsRememberedAndNotAskedAgain()
    {
        var couple = await KnownAsync();
        var after = await Therapist.DoAsync(couple.Page("/map"), "own-forecast", ("OfA", "Probably"), ("NotToday", "yes"));

        Assert.Contains("Left open. It is not asked again for this session.", after.Text, StringComparison.Ordinal);
        Assert.Null(after.Document.QuerySelector("#own-forecast"));
        Assert.Contains("You left open what you expect of session 1.", (await Therapist.GetAsync(couple.Page("/own-forecasts"))).Text, StringComparison.Ordinal);
        Assert.Null((await couple.SeeAsync()).OwnForecast.OfA);
    }

    [Fact]
    public async Task Saved_NothingChosen_StaysWithTheReason()
    {
        var couple = await KnownAsync();
        var browser = Therapist;
        var refused = await browser.SubmitAsync(await browser.GetAsync(couple.Page("/map")), "own-forecast");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Choose for at least one of the two, or press Not today.", refused.Refusal, StringComparison.Ordinal);
        // The way back is not lost by it.
        Assert.EndsWith("/map", refused.Form("own-forecast").Fields["Return"], StringComparison.Ordinal);
    }

    // Two windows: the second finds the question gone, and says why.
    [Fact]
    public async Task Saved_AfterItWasAnsweredElsewhere_IsRefusedInWords()
    {
        var couple = await KnownAsync();
        var browser = Therapist;
        var open = await browser.GetAsync(couple.Page("/map"));
        await couple.DoAsync(new StateOwnForecast { Session = 1, OfA = StatedChance.Hardly });

        var refused = await browser.SubmitAsync(open, "own-forecast", ("OfA", "Probably"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("FOR002", refused.Refusal, StringComparison.Ordinal);
        Assert.Contains("Alma, hardly, about 1 in 20; Bo, left open.", refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org")]
    [InlineData("/couples/0192f0aa000070008000000000000001/map")]
    [InlineData("/between")]
    [InlineData("/settings")]
    public async Task Saved_AWayBackThatIsNotTheirs_StaysOnTheOwnPage(string elsewhere)
    {
        var couple = await KnownAsync();
        var after = await Therapist.DoAsync(couple.Page("/map"), "own-forecast", ("OfA", "Hardly"), ("Return", elsewhere));

        Assert.Equal($"/couples/{couple.Id.Value:N}/own-forecasts", new Uri(after.Path).AbsolutePath);
    }

    [Fact]
    public async Task Past_Answered_HasWhatCameBesideIt()
    {
        var couple = await KnownAsync();
        await couple.DoAsync(new StateOwnForecast { Session = 1, OfA = StatedChance.Probably, OfB = StatedChance.Hardly });
        await couple.DoAsync(new HoldSession { Session = 1 });
        await couple.SayAsync(Partner.B, 1, new AnswerCheckIn { Partner = Partner.B, Session = 1, Answers = new CheckInAnswers { Task = 5, Tension = new TensionAnswer { Any = true } } });

        var page = await Therapist.GetAsync(couple.Page("/own-forecasts"));

        Assert.Equal(["probably, about 3 in 4", "no answer", "hardly, about 1 in 20", "told"], page.Document.QuerySelectorAll("tbody td").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("First, what do you expect of session 2?", page.Text, StringComparison.Ordinal);
        Assert.Contains("You expected of session 1: Alma, probably, about 3 in 4; Bo, hardly, about 1 in 20.", (await Therapist.GetAsync(couple.Page("/sessions/1/plan"))).Text, StringComparison.Ordinal);
        Assert.Contains("You expected of Alma in session 1, a tension told: probably, about 3 in 4", (await Therapist.GetAsync(couple.Page("/noted"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_FlagUp_IsNothingAnywhere()
    {
        var couple = await KnownAsync();
        await couple.DoAsync(new RaiseSafetyFlag { Partner = Partner.A, Concern = SafetyConcern.Violence });

        foreach (var path in new[] { couple.Page("/map"), couple.Page("/sessions/1/plan"), couple.Page("/own-forecasts"), $"/between?next={couple.Id}" })
            Assert.Null((await Therapist.GetAsync(path)).Document.QuerySelector("#own-forecast"));
    }

    /// <summary>Paper is the same whether it is asked, answered, left open, or kept off by a flag.</summary>
    [Fact]
    public async Task Printed_AskedAnsweredOrFlagged_IsTheSame()
    {
        var couple = await KnownAsync();
        var plan = couple.Page("/sessions/1/plan");
        var asked = (await Therapist.GetAsync(plan)).Printed;
        await couple.DoAsync(new StateOwnForecast { Session = 1, OfA = StatedChance.Probably });
        var answered = (await Therapist.GetAsync(plan)).Printed;
        await couple.DoAsync(new RaiseSafetyFlag { Partner = Partner.A, Concern = SafetyConcern.Violence });

        Assert.Equal(asked, answered);
        Assert.Equal(asked, (await Therapist.GetAsync(plan)).Printed);
        Assert.DoesNotContain("expect", asked, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_EveryWord_SaysAboutHowMany() => Assert.Equal(
        [
            ("Hardly", "hardly: about 1 in 20"), ("RatherNot", "rather not: about 1 in 10"), ("Possibly", "possibly: about 1 in 4"),
            ("AsLikelyAsNot", "as likely as not: about 1 in 2"), ("Probably", "probably: about 3 in 4"),
        ],
        ForecastWords.Options);

    private async Task<NewCouple> KnownAsync()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.DoAsync(new AssessPartner { Partner = Partner.A, EarlySchemas = ImmutableSortedDictionary<string, double>.Empty.Add("ei", 5.8).Add("ma", 5.2) });
        await couple.DoAsync(new PlanSession { Session = 1, Techniques = ["chair-work"] });
        return couple;
    }
}
