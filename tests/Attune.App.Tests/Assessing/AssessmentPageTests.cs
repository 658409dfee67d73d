using System.Collections.Immutable;
using System.Net;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Practice.Assessing;

namespace Attune.App.Tests.Assessing;

public sealed class AssessmentPageTests(DemoHost demo)
{
    /// <summary>One of everything that the form asks.</summary>
    private static readonly (string, string)[] Typed =
    [
        ("ReasonToCome", "To be heard without shouting."), ("Leaning", "Undecided"), ("Injury.0", "The funeral."), ("Injury.2", "The move."),
        ("Motivation", "7"), ("Hope", "4"), ("SharedView", "2"), ("AsksForVerdict", "yes"), ("Blames", "ForCause"),
        ("With.0", "EarlierTherapist"), ("Ended.0", "I stopped going."), ("Mended.0", "A call."), ("Ended.3", "Nobody spoke of it."),
        ("Trauma", "As a child."), ("SlowBond", "yes"), ("DiffersFromTherapist", "The farm."), ("NotKnownYet.faith", "Which, and whether."),
        ("Schema.ma", "4,5"), ("Mode.angry-child", "3.2"), ("Comfort.chair-work", "6"), ("Comfort.taking-turns", "9"),
        ("WouldRatherNot", "Trauma"), ("WouldRatherNot", "Hope"),
    ];

    private readonly Browser _browser = demo.Host.TherapistsBrowser();

    [Fact]
    public async Task Assess_EverythingTyped_IsThereAgain()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);

        var page = await _browser.DoAsync(couple.Page("/assessment/b"), "assess", Typed);

        Assert.Equal("Saved.", page.Document.QuerySelector("form#assess .saved")?.TextContent);
        foreach (var (name, value) in Typed.Where(one => one.Item1 is not ("Schema.ma" or "Injury.2" or "Ended.3")))
            Assert.Contains(value, page.Chosen("assess", name));
        var known = (await couple.SeeAsync()).B.Assessment!;
        Assert.Equal(["The funeral.", "The move."], known.Injuries);
        Assert.Equal(4.5, known.EarlySchemas["ma"]);
        Assert.Equal([new PastRupture(PastRelation.EarlierTherapist, "I stopped going.", "A call."), new PastRupture(PastRelation.SomebodyElse, "Nobody spoke of it.", null)], known.PastRuptures);
        Assert.Equal([AssessmentTopic.Trauma, AssessmentTopic.Hope], known.WouldRatherNot);
        Assert.Null((await couple.SeeAsync()).A.Assessment);
    }

    /// <summary>An assessment replaces the one before it whole: what the form did not bring along would be gone.</summary>
    [Fact]
    public async Task Assess_SavedAgainUntouched_LosesNothing()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.DoAsync(new AssessPartner
        {
            Partner = Partner.A,
            EarlySchemas = ImmutableSortedDictionary<string, double>.Empty.Add("own-schema", 3.5),
            SchemaModes = ImmutableSortedDictionary<string, double>.Empty.Add("own-mode", 2.5),
            Comfort = ImmutableSortedDictionary<string, int>.Empty.Add("own-technique", 4),
            NotKnownYet = ImmutableSortedDictionary<string, string>.Empty.Add("own-topic", "something"),
            Injuries = ["one", "two", "three", "four"],
            PastRuptures = [.. Enumerable.Range(1, 6).Select(one => new PastRupture(PastRelation.Caregiver, $"ended {one}", null))],
            ExpectsOfTherapy = "To be asked.",
            AsksForVerdict = false,
        });
        var before = (await couple.SeeAsync()).A.Assessment!;

        await _browser.DoAsync(couple.Page("/assessment/a"), "assess");

        var after = (await couple.SeeAsync()).A.Assessment!;
        Assert.NotEqual(before.At, after.At);
        Assert.Equal((before.ExpectsOfTherapy, before.AsksForVerdict), (after.ExpectsOfTherapy, after.AsksForVerdict));
        Assert.Equal(before.EarlySchemas, after.EarlySchemas);
        Assert.Equal(before.SchemaModes, after.SchemaModes);
        Assert.Equal(before.Comfort, after.Comfort);
        Assert.Equal(before.NotKnownYet, after.NotKnownYet);
        Assert.Equal(before.Injuries, after.Injuries);
        Assert.Equal(before.PastRuptures, after.PastRuptures);
    }

    [Theory]
    [InlineData("Schema.ed", "9", "PRA020")]
    [InlineData("Comfort.imagery", "3.5", "APP001")]
    [InlineData("Leaning", "Away", "APP001")]
    [InlineData("WouldRatherNot", "Everything", "APP001")]
    public async Task Assess_Refused_KeepsEveryWordTickAndChoice(string field, string value, string code)
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        var typed = Typed.Where(one => one.Item1 != field).Append((field, value)).ToArray();

        var page = await _browser.SubmitAsync(await _browser.GetAsync(couple.Page("/assessment/a")), "assess", typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(code, page.Refusal, StringComparison.Ordinal);
        foreach (var (name, kept) in typed.Where(one => one.Item1 != field || one.Item1.Contains('.', StringComparison.Ordinal)))
            Assert.Contains(kept, page.Chosen("assess", name));
        Assert.Null((await couple.SeeAsync()).A.Assessment);
    }

    /// <summary>In a form of sixty fields a reason has to lead to its field, and the field may not be folded away.</summary>
    [Fact]
    public async Task Assess_Refused_LeadsToTheFieldWithEveryFoldOpen()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);

        var page = await _browser.SubmitAsync(await _browser.GetAsync(couple.Page("/assessment/a")), "assess", ("Mode.healthy-adult", "7"), ("Comfort.flash-card", "11"));

        foreach (var name in new[] { "Mode.healthy-adult", "Comfort.flash-card" })
        {
            var input = page.Document.QuerySelector($"input[name='{name}']")!;
            Assert.NotNull(page.Document.QuerySelector($".refused a[href='#{input.Id}']"));
            Assert.Equal("true", input.GetAttribute("aria-invalid"));
            for (var fold = input.Closest("details"); fold is not null; fold = fold.ParentElement?.Closest("details"))
                Assert.True(fold.HasAttribute("open"));
        }
    }

    [Fact]
    public async Task Assess_ChangedInAnotherWindow_IsRefusedWithWhatWasTyped()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        var stale = await _browser.GetAsync(couple.Page("/assessment/a"));
        await _browser.DoAsync(couple.Page("/assessment/a"), "assess", ("Hope", "3"));

        var page = await _browser.SubmitAsync(stale, "assess", ("ReasonToCome", "Mine."));

        Assert.Contains("PRA005", page.Refusal, StringComparison.Ordinal);
        Assert.Equal(["Mine."], page.Chosen("assess", "ReasonToCome"));
    }

    /// <summary>A small form that is refused must not empty the long one: saving it then would empty the record.</summary>
    [Fact]
    public async Task Answer_Refused_LeavesTheLongFormAsItIs()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.DoAsync(new AssessPartner { Partner = Partner.A, ReasonToCome = "To be heard.", Hope = 4 });
        await couple.DoAsync(new VoiceExpectation { Partner = Partner.A, Of = ExpectationOf.Therapist, Words = "To be asked." });

        var page = await _browser.SubmitAsync(await _browser.GetAsync(couple.Page("/assessment/a")), "answer-1", ("answer-1.Words", "Let me think."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Your answer: choose one. APP002", page.Document.QuerySelector("form#answer-1 .refused li")?.TextContent.Trim());
        Assert.Null(page.Document.QuerySelector("form#assess .refused"));
        Assert.Equal(["To be heard.", "4"], [.. page.Chosen("assess", "ReasonToCome"), .. page.Chosen("assess", "Hope")]);
        Assert.Equal(["Let me think."], page.Chosen("answer-1", "answer-1.Words"));
    }

    [Fact]
    public async Task Progress_AsPartsAreDone_SaysSoAndLeadsThere()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        var path = couple.Page("/assessment/a");
        Assert.All(States(await _browser.GetAsync(path)).Values, state => Assert.Equal("not yet", state));

        await _browser.DoAsync(path, "assess", ("Schema.ma", "4.5"), ("WouldRatherNot", "PastRuptures"));
        await _browser.DoAsync(path, "expectation", ("expectation.Words", "To be heard."));
        await _browser.DoAsync(couple.Page("/safety/a"), "screen", ("screen.Alone", "no"));

        var page = await _browser.GetAsync(path);
        var states = States(page);
        Assert.Equal(
            ("begun", "done", "begun", "ask again, alone", "not yet"),
            (states["Scores"], states["Earlier ruptures"], states["What they expect"], states["Time alone"], states["The two together"]));
        foreach (var link in page.Document.QuerySelectorAll(".progress a").Select(link => link.GetAttribute("href")!).Where(link => link.Contains('#', StringComparison.Ordinal)))
            Assert.NotNull(page.Document.GetElementById(link.Split('#')[1]));
    }

    /// <summary>What one of the two said is on no page that is opened to talk with the other.</summary>
    [Fact]
    public async Task Page_OfOnePartner_HasNoWordOfTheOther()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        await _browser.DoAsync(couple.Page("/assessment/b"), "assess", [.. Typed.Where(one => one.Item2.Contains(' ', StringComparison.Ordinal))]);
        await _browser.DoAsync(couple.Page("/assessment/b"), "expectation", ("expectation.Words", "That he stops."));
        await _browser.DoAsync(couple.Page("/safety/b"), "screen", ("screen.Alone", "yes"), ("screen.Concerns", "Violence"), ("screen.Note", "Told quietly."));
        await _browser.DoAsync(couple.Page("/safety/b"), "flag", ("flag.Concern", "Violence"), ("flag.Note", "Told quietly."));

        foreach (var rest in new[] { "/assessment/a", "/safety/a" })
        {
            var page = await _browser.GetAsync(couple.Page(rest));
            foreach (var (_, words) in Typed.Where(one => one.Item2.Contains(' ', StringComparison.Ordinal)))
                Assert.DoesNotContain(words, page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("That he stops.", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Told quietly.", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Violence between the partners: up", page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("That he stops.", (await _browser.GetAsync(couple.Page("/assessment/b"))).Text, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> States(Page page) => page.Document.QuerySelectorAll(".progress li")
        .ToDictionary(part => part.QuerySelector("a")!.TextContent, part => part.QuerySelector("span")!.TextContent);
}
