using System.Net;
using System.Text;
using Attune.App.Asking;
using Attune.App.SelfReports;
using Attune.App.Tests.Frame;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Asking;
using Attune.Practice.Assessing;
using Attune.Practice.Safety;
using Attune.Practice.SelfReports;

namespace Attune.App.Tests.SelfReports;

/// <summary>A partner's own pages, from taking the device to the therapist's assessment.</summary>
public sealed class SelfReportPageTests(DemoHost demo)
{
    private const string Word = "kaleidoscope";

    private static readonly SelfReportPages Pages = new(MethodCatalogue.BuiltIn);

    [Fact]
    public async Task HandOver_FromTheAssessment_EndsTheTherapistsSessionAndAsksWhoseItIs()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        var browser = demo.Host.TherapistsBrowser();
        var page = await browser.GetAsync(couple.Page("/assessment/b"));

        var handed = await browser.SubmitAsync(page, "hand-over", ("Lang", "nl"));
        Assert.Equal("/your-part?lang=nl", handed.Location);
        var cover = await browser.FollowAsync(handed);

        Assert.Contains("Is deze pagina voor u?", cover.Text, StringComparison.Ordinal);
        Assert.Contains("Bo", cover.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Alma", cover.Body, StringComparison.Ordinal);
        Assert.Equal("/your-part", (await browser.GetAsync(couple.Page("/assessment/b"))).Location);
        await browser.SubmitAsync(cover, "not-mine");
        Assert.Equal("/handed-back", (await browser.GetAsync("/your-part?mine=yes")).Location);
    }

    [Fact]
    public async Task HandOver_LanguageKeptByTheTherapist_IsTheOneItBeginsIn()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        var browser = demo.Host.TherapistsBrowser();
        var saved = await browser.DoAsync(couple.Page("/asking"), "language-A", ("language-A.Language", "de"));
        Assert.Equal("Saved.", saved.Document.QuerySelector("#language-A .saved")?.TextContent);

        Assert.Equal("de", (await browser.GetAsync(couple.Page("/assessment/a"))).Form("hand-over").Fields["Lang"]);
        Assert.Equal("en", (await browser.GetAsync(couple.Page("/assessment/b"))).Form("hand-over").Fields["Lang"]);
        var ask = await browser.GetAsync(couple.Page("/sessions/1/ask"));
        Assert.Equal(("de", "en"), (ask.Form("hand-over-A").Fields["Lang-A"], ask.Form("hand-over-B").Fields["Lang-B"]));
    }

    [Fact]
    public async Task Pages_FromFirstToLast_AreHandedInAndTakenOver()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.DoAsync(new AssessPartner { Partner = Partner.A, Hope = 5 });
        var browser = demo.Host.HandedOverToTell(Partner.A, couple.Id);

        var two = await browser.DoAsync("/your-part?mine=yes&lang=en", "tell", ("Coming", "OwnWish"), ("Coming", "WithDoubts"), ("ComingWords", Word), ("Hopes", "Quieter evenings"), ("Fears", "Blame"));
        var three = await browser.FollowAsync(await browser.SubmitAsync(two, "tell", ("EarlierTherapyEnded", "It stopped"), ("WhatHelps", "A pause"), ("Expectation", "RatherNot")));
        var last = await browser.FollowAsync(await browser.SubmitAsync(three, "tell", ("Comfort.chair-work", "2"), ("Comfort.imagery", "unknown"), ("Step", "enough")));
        Assert.Contains($"Page {Pages.Last} of {Pages.Last}", last.Text, StringComparison.Ordinal);
        var sent = await browser.SubmitAsync(last, "tell", ("MaySpeak", "WhenWeAreThree"));

        Assert.Equal("/handed-back?lang=en", sent.Location);
        var therapist = demo.Host.TherapistsBrowser();
        var page = await therapist.GetAsync(couple.Page("/assessment/a"));
        var section = page.Document.QuerySelector("#own-report")!.TextContent;
        foreach (var said in new[] { "Answered by Alma alone", "May be spoken about when you are three.", Word, "Blame", "2 of 10", "Does not know", "rather not" })
            Assert.Contains(said, section, StringComparison.Ordinal);
        Assert.Null((await couple.SeeAsync()).A.Assessment!.ReasonToCome);

        var taken = await therapist.FollowAsync(await therapist.SubmitAsync(page, "settle", ("TakeOver", "yes")));

        Assert.Contains("taken over", taken.Document.QuerySelector("#own-report")!.TextContent, StringComparison.Ordinal);
        var known = (await couple.SeeAsync()).A;
        Assert.Equal((Word, 5, 2), (known.Assessment!.ReasonToCome, known.Assessment.Hope, known.Assessment.Comfort["chair-work"]));
        Assert.Equal(("Quieter evenings", ExpectationAnswer.RatherNot, true), (Assert.Single(known.Expectations).Words, known.FirstExpectation, known.SelfReport!.TakenOver));
        Assert.Null((await couple.SeeAsync()).B.SelfReport);
    }

    /// <summary>Whoever holds the device next sees that there was something, and after "yes, mine" alone; no word of it.</summary>
    [Fact]
    public async Task Later_HandedOverAgain_GoesOnWithoutAWordOfIt()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        var first = demo.Host.HandedOverToTell(Partner.A, couple.Id);
        var two = await first.DoAsync("/your-part?mine=yes", "tell", ("ComingWords", Word));
        var kept = await first.SubmitAsync(two, "tell", ("WhatHelps", Word), ("Step", "later"));
        Assert.Equal("/handed-back?lang=en", kept.Location);
        var begun = (await demo.Host.TherapistsBrowser().GetAsync(couple.Page("/assessment/a")));
        Assert.Contains("Begun, ", begun.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Word, begun.Body, StringComparison.Ordinal);

        var again = demo.Host.HandedOverToTell(Partner.A, couple.Id);
        var cover = await again.GetAsync("/your-part");
        Assert.Equal(Shown(await demo.Host.HandedOverToTell(Partner.A, (await NewCouple.OpenAsync(demo.Host)).Id).GetAsync("/your-part")), Shown(cover));
        var fork = await again.GetAsync("/your-part?mine=yes");
        Assert.Contains("You were here already", fork.Text, StringComparison.Ordinal);
        var on = await again.GetAsync(fork.Document.QuerySelector("a.main")!.GetAttribute("href")!);
        Assert.Contains($"Page 2 of {Pages.Last}", on.Text, StringComparison.Ordinal);
        for (var page = 1; page <= Pages.Last; page++)
            Assert.DoesNotContain(Word, (await again.GetAsync($"/your-part?mine=yes&page={page}")).Body, StringComparison.Ordinal);

        await again.SubmitAsync(await again.GetAsync($"/your-part?mine=yes&page={Pages.Last}"), "tell", ("MaySpeak", "OnlyWithMeAlone"));
        var told = (await couple.SeeAsync()).A.SelfReport!.Report;
        Assert.Equal((Word, Word, SpeakPermission.OnlyWithMeAlone), (told.ComingWords, told.WhatHelps, told.MaySpeak));
    }

    [Fact]
    public async Task Afresh_WhatWasKept_IsNotHandedIn()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        var browser = demo.Host.HandedOverToTell(Partner.A, couple.Id);
        await browser.DoAsync("/your-part?mine=yes", "tell", ("ComingWords", Word));

        var first = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/your-part?mine=yes"), "afresh"));
        Assert.Contains($"Page 1 of {Pages.Last}", first.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(await browser.GetAsync($"/your-part?mine=yes&page={Pages.Last}"), "tell");

        Assert.Null((await couple.SeeAsync()).A.SelfReport);
    }

    [Fact]
    public async Task Refused_AnswerThatIsNotOffered_KeepsWhatWasTypedAndSaysItInTheLanguage()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        var browser = demo.Host.HandedOverToTell(Partner.A, couple.Id);

        var ways = await browser.SubmitAsync(await browser.GetAsync("/your-part?mine=yes&page=3&lang=es"), "tell", ("Comfort.chair-work", "11"), ("Comfort.imagery", "4"));
        var words = await browser.SubmitAsync(await browser.GetAsync("/your-part?mine=yes&page=1&lang=nl"), "tell", ("ComingWords", new string('x', 1_001)), ("Fears", "Iets <eigens>"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (ways.Status, words.Status));
        Assert.Contains("«Trabajar con sillas»", ways.Refusal, StringComparison.Ordinal);
        Assert.Equal("4", ways.Form("tell").Fields["Comfort.imagery"]);
        Assert.Contains("mag tot 1000 tekens", words.Refusal, StringComparison.Ordinal);
        Assert.Equal("Iets <eigens>", words.Form("tell").Fields["Fears"]);
        Assert.Null((await couple.SeeAsync()).A.SelfReportBegunAt);
    }

    /// <summary>Everything that A's browser is sent is the same to the byte, whether B began, handed in, was taken over, or a flag was raised; and whatever was noted of A.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("es")]
    public async Task Surface_WhateverTheOtherToldAndTheTherapistNoted_IsTheSameToTheByte(string language)
    {
        var alone = await SurfaceAsync(language, _ => Task.CompletedTask);

        Assert.Equal(alone, await SurfaceAsync(language, BegunByB));
        Assert.Equal(alone, await SurfaceAsync(language, GivenByBAndTakenOver));
        Assert.Equal(alone, await SurfaceAsync(language, async couple =>
        {
            await couple.DoAsync(new AssessPartner { Partner = Partner.A, ReasonToCome = "Quietly noted" });
            await couple.DoAsync(new RaiseSafetyFlag { Partner = Partner.B, Concern = SafetyConcern.Violence });
            await couple.DoAsync(new ChoosePageLanguage { Partner = Partner.B, Language = PageLanguage.Spanish });
        }));
        Assert.DoesNotContain("Bo", alone.Split('\n').Where(line => line.Contains("who ", StringComparison.Ordinal)).SelectMany(line => line.Split('<', '>')));
        Assert.DoesNotContain("Quietly", alone, StringComparison.Ordinal);
    }

    /// <summary>The check-in of A as well: nothing of the own part of either reaches it.</summary>
    [Fact]
    public async Task CheckIn_OfA_IsTheSameToTheByteWhetherBTold()
    {
        async Task<string> CheckInAsync(Func<NewCouple, Task> deed)
        {
            var couple = await NewCouple.OpenAsync(demo.Host);
            await deed(couple);
            var browser = demo.Host.HandedOver(Partner.A, 0, couple.Id);
            return Shown(await browser.GetAsync("/check-in")) + Shown(await browser.GetAsync("/check-in?mine=yes"));
        }

        var alone = await CheckInAsync(_ => Task.CompletedTask);
        Assert.Equal(alone, await CheckInAsync(BegunByB));
        Assert.Equal(alone, await CheckInAsync(GivenByBAndTakenOver));
    }

    public static TheoryData<string> Languages => [.. PartnerLanguage.All.Select(language => language.Code)];

    [Theory, MemberData(nameof(Languages))]
    public async Task Pages_InEachLanguage_AreWholeLightAndProtected(string code)
    {
        var language = PartnerLanguage.Find(code)!;
        var couple = await NewCouple.OpenAsync(demo.Host);
        var browser = demo.Host.HandedOverToTell(Partner.A, couple.Id);
        await browser.DoAsync("/your-part?mine=yes", "tell", ("Hopes", "x"));
        var pages = new List<Page> { await browser.GetAsync($"/your-part?lang={code}"), await browser.GetAsync($"/your-part?mine=yes&lang={code}") };
        for (var number = 1; number <= Pages.Last; number++)
            pages.Add(await browser.GetAsync($"/your-part?mine=yes&page={number}&lang={code}"));

        foreach (var page in pages)
        {
            Assert.Equal(code, page.Document.DocumentElement.GetAttribute("lang"));
            Assert.InRange(Encoding.UTF8.GetByteCount(page.Body), 1, 50_000);
            Asking.LanguageTests.AssertHoldsNoOther(language, page);
            EveryPageTests.AssertProtected(page);
            EveryPageTests.AssertNothingInline(page);
        }

        var all = string.Concat(pages.Select(page => page.Text));
        foreach (var way in MethodCatalogue.BuiltIn.Techniques)
            Assert.Contains(SelfReportText.Way(language, way).Name, all, StringComparison.Ordinal);
    }

    /// <summary>By it a translation is known to be still of the same sentence: a wording that is changed in the catalogue has to be translated anew.</summary>
    [Fact]
    public void Ways_InEnglish_AreTheCataloguesWordForWord() => Assert.All(MethodCatalogue.BuiltIn.Techniques, way => Assert.Equal(
        (way.PlainName, way.Summary.Plain),
        (SelfReportText.Ways.Of(PartnerLanguage.English, $"{way.Code}.Name"), SelfReportText.Ways.Of(PartnerLanguage.English, $"{way.Code}.Line"))));

    [Fact]
    public void Way_OfAPracticesOwn_IsReadAsItWasWritten()
    {
        var way = MethodCatalogue.BuiltIn.Techniques[0];
        var dutch = PartnerLanguage.Find("nl")!;

        Assert.NotEqual(way.PlainName, SelfReportText.Way(dutch, way).Name);
        Assert.Equal("Our own", SelfReportText.Way(dutch, way with { PlainName = "Our own" }).Name);
        Assert.Equal(way.PlainName, SelfReportText.Way(dutch, way with { Code = "of-our-own" }).Name);
    }

    [Fact]
    public void Pages_Together_AskEachWayOnce() => Assert.Equal(
        MethodCatalogue.BuiltIn.Techniques.Select(way => way.Code).Order(StringComparer.Ordinal),
        Enumerable.Range(0, Pages.Last + 2).SelectMany(page => Pages.WaysOn(page)).Select(way => way.Code).Order(StringComparer.Ordinal));

    private static async Task BegunByB(NewCouple couple) =>
        await couple.TellAsync(new KeepSelfReport { Partner = Partner.B, GoOnWith = 3, Answers = new SelfReport { Fears = "Quietly told" } });

    private static async Task GivenByBAndTakenOver(NewCouple couple)
    {
        await couple.TellAsync(new GiveSelfReport { Partner = Partner.B, Answers = new SelfReport { Hopes = "Quietly told", Expectation = ExpectationAnswer.Hardly, MaySpeak = SpeakPermission.WhenWeAreThree } });
        await couple.DoAsync(new SettleSelfReport { Partner = Partner.B, Given = (await couple.SeeAsync()).B.SelfReport!.Number, TakeOver = true });
    }

    private async Task<string> SurfaceAsync(string language, Func<NewCouple, Task> deed)
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await deed(couple);
        var browser = demo.Host.HandedOverToTell(Partner.A, couple.Id);
        var shown = new List<Page> { await browser.GetAsync($"/your-part?lang={language}") };
        for (var number = 1; number < Pages.Last; number++)
        {
            var page = await browser.GetAsync($"/your-part?mine=yes&page={number}&lang={language}");
            shown.Add(page);
            shown.Add(await browser.SubmitAsync(page, "tell", ("Hopes", "Rust"), (PartnerLanguage.Switch, language)));
            shown.Add(await browser.SubmitAsync(page, "tell", ("Hopes", "Rust")));
        }

        shown.Add(await browser.GetAsync($"/your-part?mine=yes&lang={language}"));
        shown.Add(await browser.GetAsync(couple.Page("/assessment/b").Replace(couple.Id.ToString(), Guid.Empty.ToString("N"), StringComparison.Ordinal)));
        var sent = await browser.SubmitAsync(await browser.GetAsync($"/your-part?mine=yes&page={Pages.Last}&lang={language}"), "tell");
        shown.Add(sent);
        shown.Add(await browser.FollowAsync(sent));
        return string.Join('\n', shown.Select(Shown));
    }

    private static string Shown(Page page) => $"{(int)page.Status}\n{page.BlankedHeaders}\n\n{page.Blanked}";
}
