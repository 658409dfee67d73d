using System.Net;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Asking;
using Attune.Practice.Assessing;
using Attune.Practice.Closing;
using Attune.Practice.Continuing;
using Attune.Practice.Couples;
using Attune.Practice.Debriefing;
using Attune.Practice.Noting;
using Attune.Practice.Planning;
using Attune.Practice.Repairing;
using Attune.Practice.Safety;
using Attune.Practice.Therapists;

namespace Attune.App.Tests.Amending;

public sealed class NotedPageTests(DemoHost demo)
{
    private static readonly RuptureId Rupture = new(new Guid("0192f0aa-0000-7000-8000-0000000000bb"));

    private readonly Browser _browser = demo.Host.TherapistsBrowser();

    // Each is shown somewhere, and from there one press takes it back.
    public static TheoryData<string, string, string> Things => new()
    {
        { "/sessions/2/plan", "The plan of session 2", "plan" },
        { "/sessions/1/debrief", "The debrief: you", "debrief" },
        { "/sessions/1/notes", "At the centre: me", "centre" },
        { "/continuing", "A task for home, for Alma and Bo: Walk.", "task" },
        { "/continuing", "Bo cancelled", "missed" },
        { "/continuing", "Alma was not sure of coming back", "doubt" },
        { "/continuing", "Bo seemed to be running out of hope", "hope" },
        { "/assessment/a", "The assessment of Alma", "assessment" },
        { "/assessment/a", "Alma expects: “Peace.”", "expectation" },
        { "/assessment/together", "The assessment of the two together", "together" },
        { "/closing", "The work was closed: a pause", "closing" },
        { "/own-side", "You: too close to Alma", "reaction" },
        { "/coming-back", "What you owed Alma from session 1 was given", "promise" },
        { "/safety/b", "A flag was raised: ", "flag" },
        { "/safety/b", "Asked alone: ", "screen" },
    };

    [Theory, MemberData(nameof(Things))]
    public async Task TakeBack_FromWhereItIsShown_SaysSoThereAndCanBePutBack(string page, string words, string what)
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        await couple.DoAsync(new WriteDebrief { Session = 1, A = new PartnerPart { Owed = "A call." } });
        await couple.DoAsync(Command(what));

        var back = await PressAsync(couple.Page(page), words, "take-back");
        Assert.EndsWith(couple.Page(page) + "?amended=taken-back", back.Path, StringComparison.Ordinal);
        Assert.Contains(back.Document.QuerySelectorAll(".noted li"), line => line.QuerySelector("s")?.TextContent.StartsWith(words, StringComparison.Ordinal) == true && line.TextContent.Contains("taken back on", StringComparison.Ordinal));

        var again = await PressAsync(couple.Page(page), words, "put-back");
        Assert.Contains("It stands again.", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(again.Document.QuerySelectorAll(".noted s"), line => line.TextContent.StartsWith(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Step_TakenBackFromItsList_LeavesTheListAndStandsInAllThatWasNoted()
    {
        var couple = await RupturedAsync();
        var path = couple.Page($"/ruptures/{Rupture}");

        var saved = await _browser.DoAsync(path, "step", ("StepSession", "1"), ("Kind", "Validated"));
        Assert.Contains("Undo", saved.Document.QuerySelector(".undo")!.TextContent, StringComparison.Ordinal);
        var page = await PressAsync(path, "Validated", "take-back", ".steps li");

        Assert.Empty(page.Document.QuerySelectorAll(".steps li"));
        Assert.Contains("1. Validated", page.Document.QuerySelector(".noted s")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rupture_WhoseItIs_CanBePutRightAndTheWholeBeSetAsideAndBroughtBack()
    {
        var couple = await RupturedAsync();
        var path = couple.Page($"/ruptures/{Rupture}");

        await _browser.DoAsync(path, "place", ("PlaceOwner", "Both"));
        Assert.Equal(RuptureOwner.Both, (await couple.SeeAsync()).Ruptures.Single().Owner);
        await _browser.DoAsync(path, "aside", ("Aside", "A slip."));
        Assert.True((await couple.SeeAsync()).Ruptures.Single().IsSetAside);
        await PressAsync(path, "The rupture was set aside", "take-back");
        Assert.False((await couple.SeeAsync()).Ruptures.Single().IsSetAside);
    }

    [Fact]
    public async Task CheckIn_OfTheWrongPerson_IsSetAsideKeptAndAskedAnew()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        await couple.SayAsync(Partner.B, 1, new AnswerCheckIn { Partner = Partner.B, Session = 1, Answers = new CheckInAnswers { Task = 7, Tension = new TensionAnswer { Any = true, Words = "The kettle." } } });
        var path = couple.Page("/sessions/1/ask");

        var none = await _browser.SubmitAsync(await _browser.GetAsync(path), "set-aside", ("SetAside.B", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        var page = await _browser.DoAsync(path, "set-aside", ("SetAside.B", "Alma had the tablet."));

        Assert.Contains("Set aside. You can ask again.", page.Text, StringComparison.Ordinal);
        Assert.Contains("An earlier form was set aside: Alma had the tablet.", page.Text, StringComparison.Ordinal);
        Assert.Contains("No answer yet.", page.Text, StringComparison.Ordinal);
        Assert.Null((await couple.SeeAsync()).Session(1)!.B.CheckIn);
        await couple.SayAsync(Partner.B, 1, new AnswerCheckIn { Partner = Partner.B, Session = 1, Answers = new CheckInAnswers { Task = 3 } });
        await couple.DoAsync(new WriteDebrief { Session = 1 });
        var debrief = await _browser.GetAsync(couple.Page("/sessions/1/debrief"));
        Assert.Contains("3 of 7", debrief.Text, StringComparison.Ordinal);
        Assert.Contains("Set aside: somebody else had answered", debrief.Text, StringComparison.Ordinal);
        Assert.Contains("“The kettle.”", debrief.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_ASafetyFlagAndWhatPartnersWrote_AreNotOnThePage()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        await couple.SayAsync(Partner.B, 1, new AnswerCheckIn { Partner = Partner.B, Session = 1, Answers = new CheckInAnswers { Task = 7 } });
        var before = Words(await _browser.GetAsync(couple.Page("/noted")));
        await couple.DoAsync(Command("flag"));
        await couple.DoAsync(Command("screen"));

        Assert.Equal(before, Words(await _browser.GetAsync(couple.Page("/noted"))));
        Assert.Equal(["Session 1 took place, 50 minutes", "The name of partner B: Bo", "The name of partner A: Alma"], before);
    }

    [Fact]
    public async Task Flag_ItsNote_StandsOnTheSafetyPageAlone()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        await couple.DoAsync(new RaiseSafetyFlag { Partner = Partner.B, Concern = SafetyConcern.Violence, Note = "Wartebergkapelle." });

        Assert.Contains(": Wartebergkapelle.", (await _browser.GetAsync(couple.Page("/safety/b"))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wartebergkapelle", (await _browser.GetAsync(couple.Page("/safety/b"))).Printed, StringComparison.Ordinal);
        foreach (var page in new[] { "", "/safety/a", "/noted", "/map", "/sessions/1/debrief", "/sessions/1/notes", "/sessions/2/plan", "/assessment/b", "/continuing" })
            Assert.DoesNotContain("Wartebergkapelle", (await _browser.GetAsync(couple.Page(page))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expectation_WordsOfTheAnswer_AreShown()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.DoAsync(Command("expectation"));
        await couple.DoAsync(new AnswerExpectation { Partner = Partner.A, Expectation = 1, Reply = ExpectationReply.WillNot, Session = 0, Words = "I cannot promise peace." });

        Assert.Contains("before the first session: “I cannot promise peace.”", (await _browser.GetAsync(couple.Page("/assessment/a"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_Changed_AreEverywhereAndCanBeTakenBack()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);

        var page = await _browser.DoAsync(couple.Page(""), "names", ("NameOfA", "Alva"));
        Assert.Equal("Alva", (await couple.SeeAsync()).A.Name);
        Assert.Contains("Alva", page.Text, StringComparison.Ordinal);
        await PressAsync(couple.Page("/assessment/a"), "The name of partner A: Alva", "take-back");
        Assert.Equal("Alma", (await couple.SeeAsync()).A.Name);

        var refused = await _browser.SubmitAsync(await _browser.GetAsync(couple.Page("")), "names", ("NameOfA", " "), ("NameOfB", "Bob"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Bo", (await couple.SeeAsync()).B.Name);
    }

    // A form that was made elsewhere leads to no other place.
    [Theory, InlineData("https://elsewhere.example/"), InlineData("//elsewhere.example"), InlineData("/couples/other")]
    public async Task Return_ToAnotherPlace_LeadsToAllThatWasNoted(string elsewhere)
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        await couple.DoAsync(Command("hope"));

        var back = await PressAsync(couple.Page("/noted"), "running out of hope", "take-back", back: elsewhere);

        Assert.EndsWith(couple.Page("/noted?amended=taken-back"), back.Path, StringComparison.Ordinal);
    }

    private async Task<NewCouple> RupturedAsync()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        await couple.DoAsync(new NoteRupture { Rupture = Rupture, Session = 1, Owner = RuptureOwner.A, Source = RuptureSource.NoticedByTherapist });
        return couple;
    }

    private static CoupleCommand Command(string what) => what switch
    {
        "plan" => new PlanSession { Session = 2, Aim = "Listen." },
        "debrief" => new WriteDebrief { Session = 1, Own = new OwnPart { Note = "Slower." } },
        "centre" => new NoteCentre { Session = 1, Centre = Centre.Me },
        "task" => new AgreeHomeTask { Session = 1, For = RuptureOwner.Both, Words = "Walk." },
        "missed" => new MissSession { How = MissedHow.Cancelled, Whose = RuptureOwner.B },
        "doubt" => new DoubtContinuing { Partner = Partner.A, Session = 1 },
        "hope" => new SeeHopeFading { Partner = Partner.B, Session = 1 },
        "assessment" => new AssessPartner { Partner = Partner.A, Hope = 5 },
        "expectation" => new VoiceExpectation { Partner = Partner.A, Of = ExpectationOf.Therapy, Words = "Peace." },
        "together" => new AssessCouple { YearsOfDistress = 7 },
        "closing" => new CloseCouple { Reason = ClosingReason.Pause },
        "reaction" => new NoteOwnReaction { Session = 1, Toward = ReactionToward.A, Direction = Involvement.Over },
        "promise" => new KeepPromise { Partner = Partner.A, PromisedInSession = 1, Session = 1 },
        "flag" => new RaiseSafetyFlag { Partner = Partner.B, Concern = SafetyConcern.Violence },
        "screen" => new ScreenSafety { Partner = Partner.B, Alone = true },
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such thing."),
    };

    private static string[] Words(Page page) => [.. page.Document.QuerySelectorAll(".noted li > span:first-child").Select(line => line.TextContent)];

    /// <summary>Presses the one control of the line that begins with these words.</summary>
    private async Task<Page> PressAsync(string path, string words, string press, string lines = ".noted > li", string? back = null)
    {
        var page = await _browser.GetAsync(path);
        var line = page.Document.QuerySelectorAll(lines).First(one => one.TextContent.Contains(words, StringComparison.Ordinal) && one.QuerySelector($"input[value={press}]") is not null);
        var form = line.QuerySelectorAll("form").Single(one => one.QuerySelector($"input[value={press}]") is not null);
        return await _browser.FollowAsync(await _browser.PostAsync(form.GetAttribute("action")!, new FormUrlEncodedContent(form.QuerySelectorAll("input")
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, (input.GetAttribute("name") == "Return" ? back : null) ?? input.GetAttribute("value") ?? "")))));
    }
}
