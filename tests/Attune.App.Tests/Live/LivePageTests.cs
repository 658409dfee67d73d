using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Asking;
using Attune.Practice.Assessing;
using Attune.Practice.Live;
using Attune.Practice.Planning;
using Attune.Practice.Safety;

namespace Attune.App.Tests.Live;

/// <summary>The page of a session, before it begins, while it goes on and after; as the server draws it.</summary>
public sealed class LivePageTests(DemoHost demo)
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    private readonly Browser _browser = demo.Host.TherapistsBrowser();

    [Fact]
    public async Task Begin_Pressed_ShowsTheRunningPageAndOnlyThen()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        var before = await _browser.GetAsync(couple.Page("/sessions/1/live"));
        Assert.Null(before.Document.GetElementById("live"));
        Assert.Contains("Before the first strap, to both", before.Text, StringComparison.Ordinal);

        var begun = await _browser.DoAsync(couple.Page("/sessions/1/live"), "begin");

        Assert.Equal($"/live/{couple.Id}/1", begun.Document.GetElementById("live")!.GetAttribute("data-base"));
        Assert.NotNull((await couple.SeeAsync()).Session(1)!.LiveNow);
        Assert.Equal(["/look/live.css"], begun.Document.QuerySelectorAll("head link[rel=stylesheet]").Select(link => link.GetAttribute("href")!).Where(href => href.Contains("live", StringComparison.Ordinal)));
        Assert.DoesNotContain("live.css", (await _browser.GetAsync(couple.Page("/map"))).Body, StringComparison.Ordinal);
        foreach (var from in (string[])["/sessions/1/plan", "/sessions/1/notes", "/map"])
            Assert.NotNull((await _browser.GetAsync(couple.Page(from))).Document.QuerySelector($"a[href$='{couple.Page("/sessions/1/live")}']"));
    }

    [Fact]
    public async Task Begin_OutOfTurn_SaysWhyNot()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        var path = couple.Page("/sessions/4/live");

        var refused = await _browser.SubmitAsync(await _browser.GetAsync(path), "begin");

        Assert.Contains("Session 4 would leave a gap: the next one is session 1.", refused.Refusal, StringComparison.Ordinal);
    }

    // A key that no server understands would stop the page from being heard.
    [Fact]
    public async Task EveryKey_WithATime_IsAnItemOfItsKind()
    {
        var page = await LiveAsync(await BegunAsync());

        var keys = page.Document.QuerySelectorAll("button[data-item]").Select(key => key.GetAttribute("data-item")!).ToList();
        var items = keys.Select(Item).ToList();

        Assert.All(keys, key => Assert.StartsWith("{\"kind\":", key, StringComparison.Ordinal));
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Equal(12, items.OfType<LiveItem.Feeling>().Count());
        var catalogue = MethodCatalogue.BuiltIn;
        Assert.Equal(
            2 * (catalogue.Channels.Length + catalogue.Markers.Count(one => one.By == MarkerBy.Partner) + catalogue.InventoryModes.Count()), items.OfType<LiveItem.Mark>().Count());
        Assert.Equal(catalogue.Senses.Length, items.OfType<LiveItem.OwnState>().Count(one => one.What == OwnStateKind.Sense));
        Assert.Equal(3 * catalogue.InventoryModes.Count(), items.OfType<LiveItem.OwnState>().Count(one => one.What == OwnStateKind.Mode));
        Assert.Equal(["reactive", "receptive"], items.OfType<LiveItem.OwnState>().Where(one => one.What == OwnStateKind.Check).Select(one => one.Code).Order(StringComparer.Ordinal));
        Assert.Equal(catalogue.Techniques.Length, items.OfType<LiveItem.Technique>().Count());
        Assert.Equal([true, false], items.OfType<LiveItem.Quiet>().Select(one => one.Begins));
        Assert.Equal(4, items.OfType<LiveItem.Missing>().Count());
        Assert.Equal(Enum.GetValues<FeelingOf>(), items.OfType<LiveItem.Whose>().Select(one => one.Of));
    }

    [Fact]
    public async Task Senses_AtHand_AreSixAndCoverAllFive()
    {
        var page = await LiveAsync(await BegunAsync());
        var fold = page.Document.QuerySelectorAll("#live details").First(one => one.QuerySelector("summary")!.TextContent == "In my body");

        var atHand = fold.QuerySelectorAll(":scope > .keys button").Select(key => ((LiveItem.OwnState)Item(key.GetAttribute("data-item")!)).Code).ToList();

        Assert.Equal(6, atHand.Count);
        Assert.Equal(Enum.GetValues<BodySense>(), atHand.Select(code => MethodCatalogue.BuiltIn.Senses.Single(one => one.Code == code).Sense).Distinct().Order());
    }

    // The screen may be seen: a state read aloud, a name, a heart or an alarm would be seen or heard by everybody.
    [Fact]
    public async Task RunningPage_Always_SaysNothingToTheRoom()
    {
        var couple = await BegunAsync();
        var live = (await LiveAsync(couple)).Document.GetElementById("live")!;

        Assert.Empty(live.QuerySelectorAll("[aria-live], [role=status], [role=alert], [role=log], output"));
        Assert.DoesNotContain("Alma", live.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\bBo\b", live.OuterHtml);
        Assert.DoesNotMatch("(?i)bpm|pulse|♥|heart rate|alarm|warning", live.TextContent);
        var shape = Assert.Single(live.QuerySelectorAll("[data-heart]"));
        Assert.Equal("true", shape.GetAttribute("aria-hidden"));
        Assert.Equal(5, shape.QuerySelectorAll("path[class^='of-']:not(.of-ahead)").Select(path => path.GetAttribute("d")).Distinct().Count());
        // Without its script no key does anything, so none can be pressed.
        Assert.True(live.QuerySelector("fieldset[data-keys]")!.HasAttribute("disabled"));
    }

    [Fact]
    public async Task PrivateWordsAndFlags_Planted_ChangeNoByteOfIt()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        foreach (var partner in (Partner[])[Partner.A, Partner.B])
            await couple.DoAsync(Assessed(partner, ("ma", partner == Partner.A ? 2 : 3), ("ed", 4.6)));
        await couple.DoAsync(new AgreeToHeart { Partner = Partner.A, Agreed = true });
        await couple.DoAsync(new PlanSession { Session = 2, Techniques = ["chair-work"] });
        await couple.DoAsync(new BeginLiveSession { Session = 2 });
        var before = (await LiveAsync(couple, 2)).Blanked;
        Assert.Contains("data-connect=\"A\"", before, StringComparison.Ordinal);
        Assert.Contains("chair-work", before, StringComparison.Ordinal);
        Assert.Contains("My card", before, StringComparison.Ordinal);

        await couple.SayAsync(Partner.B, 1, new AnswerCheckIn
        {
            Partner = Partner.B,
            Session = 1,
            Answers = new CheckInAnswers
            {
                Task = 2,
                Goal = 2,
                Bond = 1,
                Fairness = 1,
                Tension = new TensionAnswer { Any = true, Strength = 5, Words = "Wartebergkapelle.", MaySpeak = SpeakPermission.OnlyWithMeAlone },
            },
        });
        Assert.Equal(before, (await LiveAsync(couple, 2)).Blanked);

        foreach (var concern in Enum.GetValues<SafetyConcern>())
        {
            await couple.DoAsync(new RaiseSafetyFlag { Partner = Partner.B, Concern = concern, Note = "Wartebergkapelle." });
            Assert.Equal(before, (await LiveAsync(couple, 2)).Blanked);
        }

        // What would change it is noticed.
        await couple.DoAsync(Assessed(Partner.A, ("vh", 5.5), ("ed", 4.6)));
        Assert.NotEqual(before, (await LiveAsync(couple, 2)).Blanked);
    }

    [Theory, InlineData("yes", "They agreed, for themselves"), InlineData("no", "They would rather not.")]
    public async Task Agreement_Said_IsKeptAndShownToTheTherapist(string said, string words)
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        var path = couple.Page("/sessions/1/live");
        Assert.Contains("Nobody has asked them.", (await _browser.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.NotEmpty((await _browser.SubmitAsync(await _browser.GetAsync(path), "heart-B")).Refusal);

        var page = await _browser.DoAsync(path, "heart-B", ("heart-B.Agreed", said));

        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.Equal(said == "yes", (await couple.SeeAsync()).B.Heart.MayBeSwitchedOn);
        var live = await _browser.DoAsync(path, "begin");
        Assert.Equal(said == "yes" ? ["Therapist", "B"] : ["Therapist"], live.Document.QuerySelectorAll("button[data-connect]").Select(key => key.GetAttribute("data-connect")));
    }

    [Fact]
    public async Task Agreement_StrapThatWouldHurt_IsLeftOutInPlainWords()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.DoAsync(Assessed(Partner.A, ("ma", 5)));
        await couple.DoAsync(new AgreeToHeart { Partner = Partner.A, Agreed = true });
        var page = await _browser.GetAsync(couple.Page("/sessions/1/live"));

        Assert.Contains("Left out: a strap would touch what hurts (on guard against being hurt).", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasForm("heart-A"));
        Assert.True(page.HasForm("heart-B"));
        Assert.Null((await _browser.DoAsync(couple.Page("/sessions/1/live"), "begin")).Document.QuerySelector("button[data-connect=A]"));
    }

    [Fact]
    public async Task Agreement_UnderAFlag_IsNotOfferedInANeutralSentence()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.DoAsync(new RaiseSafetyFlag { Partner = Partner.B, Concern = SafetyConcern.Violence });

        var page = await _browser.GetAsync(couple.Page("/sessions/1/live"));

        Assert.Equal(2, page.Document.QuerySelectorAll("details p").Count(p => p.TextContent == "Partners' hearts are not offered at the moment. The session needs none."));
        Assert.False(page.HasForm("heart-A"));
        Assert.DoesNotMatch("(?i)flag|safety|violence", page.Document.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Lines_ForThisPartner_AreOfWhatIsScoredHighest()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.DoAsync(Assessed(Partner.A, ("fa", 4.2), ("ab", 5.1)));
        await couple.DoAsync(new BeginLiveSession { Session = 1 });
        var document = (await LiveAsync(couple)).Document;
        var catalogue = MethodCatalogue.BuiltIn;

        var lines = document.QuerySelectorAll(".coal-line p").Select(line => line.TextContent).ToList();

        Assert.EndsWith(catalogue.Schema("ab").Portrait!.Guidance.Coal.Curious, lines[0], StringComparison.Ordinal);
        Assert.EndsWith(catalogue.Coal[0].Line.Plain, lines[1], StringComparison.Ordinal);
        var repair = document.QuerySelector("details[data-repair]")!;
        Assert.False(repair.HasAttribute("open"));
        Assert.Contains(catalogue.Schema("ab").Portrait!.FirstSentence, repair.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_SessionHeld_LeadsToWhatThereIsOfIt()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);

        var page = await _browser.GetAsync(couple.Page("/sessions/1/live"));

        Assert.Null(page.Document.GetElementById("live"));
        foreach (var rest in (string[])["debrief", "timeline", "notes"])
            Assert.NotNull(page.Document.QuerySelector($"main a[href='{couple.Page($"/sessions/1/{rest}")}']"));
    }

    private static AssessPartner Assessed(Partner partner, params IEnumerable<(string Code, double Score)> schemas) => new()
    {
        Partner = partner,
        EarlySchemas = schemas.ToImmutableSortedDictionary(one => one.Code, one => one.Score, StringComparer.Ordinal),
    };

    private static LiveItem Item(string key)
    {
        var json = JsonNode.Parse(key)!.AsObject();
        json.Add("at", 1);
        return json.Deserialize<LiveItem>(Wire)!;
    }

    private async Task<NewCouple> BegunAsync()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.DoAsync(new BeginLiveSession { Session = 1 });
        return couple;
    }

    private Task<Page> LiveAsync(NewCouple couple, int session = 1) => _browser.GetAsync(couple.Page($"/sessions/{session}/live"));
}
