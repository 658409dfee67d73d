using System.Collections.Immutable;
using System.Net;
using Attune.App.Tests.Support;
using Attune.Method.Anticipation;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Asking;
using Attune.Practice.Assessing;
using Attune.Practice.Debriefing;
using Attune.Practice.Planning;
using Attune.Practice.Safety;

namespace Attune.App.Tests.Between;

/// <summary>The page that closes one couple and opens the next.</summary>
public sealed class BetweenPageTests(DemoHost demo)
{
    private static readonly string Demo = RunningHost.DemoCouple.ToString();

    [Fact]
    public async Task Between_OfTheDemo_ClosesTheLastAndOpensTheNext()
    {
        var page = await GetAsync($"?last={Demo}&next={Demo}");

        Assert.Contains("No answer from Bo", Words(page, "#last-title ~ p, .two-sides"), StringComparison.Ordinal);
        Assert.Contains("The written summary that I promised.", Words(page, ".two-sides .card"), StringComparison.Ordinal);
        Assert.Contains("Breathe slowly, and longer out than in.", page.Text, StringComparison.Ordinal);
        Assert.Equal(4, page.Document.QuerySelectorAll(".back li").Length);
        Assert.StartsWith("Brief for session 7", Words(page, ".brief"), StringComparison.Ordinal);
        Assert.Equal([Demo, Demo], page.Document.QuerySelectorAll("option[selected]").Select(option => option.GetAttribute("value")));
        Assert.Empty(page.Document.QuerySelectorAll(".between form[method=post]"));
    }

    [Fact]
    public async Task Between_NobodyChosen_AsksForBothAndShowsNoBrief()
    {
        var page = await GetAsync("");

        Assert.Contains("Choose whom you have just left", page.Text, StringComparison.Ordinal);
        Assert.Contains("Choose who is up next", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector(".brief"));
    }

    [Theory]
    [InlineData("?next=nobody")]
    [InlineData("?last=0192f0aa00007000800000000000dead&next=0192f0aa00007000800000000000dead")]
    public async Task Between_AddressOfNobody_AsksAgain(string query)
    {
        var page = await GetAsync(query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Choose who is up next", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Between_EmptyPractice_LeadsToTheCaseload()
    {
        await using var host = await RunningHost.EmptyAsync();
        var page = await host.TherapistsBrowser().GetAsync("/between");

        Assert.Contains("No couple yet, so there is nothing to close and nothing to open.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(".between a[href='/couples']"));
        Assert.Null(page.Document.QuerySelector(".between select"));
        Assert.Contains("Am I back?", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Last_WithoutADebrief_LinksToIt()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        var page = await GetAsync($"?last={couple.Id}");

        Assert.Contains("What happened is not written down yet.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($".between a[href='{couple.Page("/sessions/1/debrief")}']"));
        Assert.NotNull(page.Document.QuerySelector($".between a[href='{couple.Page("/sessions/1/ask")}']"));
    }

    // What happened is the therapist's own: what a partner told in private has no line here.
    [Fact]
    public async Task Last_WithADebrief_SaysItInALineWithoutTheAnswers()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        await couple.DoAsync(new WriteDebrief { Session = 1, A = new PartnerPart { Tension = true }, Own = new OwnPart { AtCentre = Centre.TheMethod } });
        await couple.SayAsync(Partner.B, 1, new AnswerCheckIn
        {
            Partner = Partner.B,
            Session = 1,
            Answers = new CheckInAnswers { Task = 2, Tension = new TensionAnswer { Any = true, Strength = 5, Words = "Zanzibar", MaySpeak = SpeakPermission.OnlyWithMeAlone } },
        });
        var page = await GetAsync($"?last={couple.Id}");

        Assert.Contains("You noticed tension with Alma. At the centre: the method.", page.Text, StringComparison.Ordinal);
        Assert.Contains("No answer from", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zanzibar", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tension with Alma and Bo", page.Text, StringComparison.Ordinal);
    }

    // The paper is the brief of the plan page, word for word, whoever was here before, and whatever flag is up.
    [Fact]
    public async Task Printed_WithAndWithoutAFlag_IsTheNextBriefAlone()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.DoAsync(new AssessPartner { Partner = Partner.A, EarlySchemas = ImmutableSortedDictionary<string, double>.Empty.Add("ei", 4.8).Add("ma", 4.2).Add("ed", 4.4) });
        await couple.DoAsync(new AssessPartner { Partner = Partner.B, EarlySchemas = ImmutableSortedDictionary<string, double>.Empty.Add("ei", 5.8).Add("si", 4.2).Add("ds", 4.4) });
        await couple.DoAsync(new PlanSession { Session = 1, Techniques = ["chair-work"], Occasions = ["absence-ahead"] });
        var before = (await GetAsync($"?last={Demo}&next={couple.Id}")).Printed;
        var plan = (await demo.Host.TherapistsBrowser().GetAsync(couple.Page("/sessions/1/plan"))).Printed;
        await couple.DoAsync(new RaiseSafetyFlag { Partner = Partner.B, Concern = SafetyConcern.CoerciveControl });
        var after = (await GetAsync($"?last={couple.Id}&next={couple.Id}")).Printed;

        Assert.Equal(before, after);
        Assert.StartsWith("Brief for session 1", before, StringComparison.Ordinal);
        Assert.EndsWith(before, plan, StringComparison.Ordinal);
        Assert.Contains("more on the map.", before, StringComparison.Ordinal);
    }

    /// <summary>The budget is counted in the method, the words are put round it here: the count is never below the print, and hardly above it.</summary>
    [Fact]
    public async Task Printed_WordByWord_IsNoLongerThanTheMethodCounts()
    {
        var full = await NewCouple.OpenAsync(demo.Host, held: 3);
        await full.DoAsync(new AssessPartner { Partner = Partner.A, EarlySchemas = ImmutableSortedDictionary<string, double>.Empty.Add("ei", 4.8).Add("ma", 4.2) });
        await full.DoAsync(new WriteDebrief { Session = 1, A = new PartnerPart { Owed = "A call." }, B = new PartnerPart { Owed = "The list of two." } });
        await full.DoAsync(new PlanSession { Session = 4, Techniques = ["chair-work"], Occasions = ["absence-ahead"] });
        foreach (var (path, brief) in ((string, Brief)[])
            [(full.Page("/sessions/4/plan"), (await full.SeeAsync()).Brief), (RunningHost.Demo("/sessions/7/plan"), (await new NewCouple(demo.Host, RunningHost.DemoCouple).SeeAsync()).Brief)])
        {
            var page = await demo.Host.TherapistsBrowser().GetAsync(path);
            var counted = BriefLength.Of(brief, MethodCatalogue.BuiltIn);
            Assert.True(page.PrintedWords <= counted && page.PrintedWords >= counted - 16, $"{page.PrintedWords} words are printed, {counted} are counted: {page.Printed}");
        }
    }

    private Task<Page> GetAsync(string query) => demo.Host.TherapistsBrowser().GetAsync("/between" + query);

    private static string Words(Page page, string selector) =>
        string.Join(' ', page.Document.QuerySelectorAll(selector).SelectMany(element => element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
