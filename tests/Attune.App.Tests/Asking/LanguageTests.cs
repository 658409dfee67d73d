using System.Collections;
using System.Net;
using System.Text;
using Attune.App.Asking;
using Attune.App.Repairing;
using Attune.App.SelfReports;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Practice.Couples;

namespace Attune.App.Tests.Asking;

/// <summary>A partner's pages in each of the four languages: whole, light, and nothing typed is lost on the way from one to another.</summary>
public sealed class LanguageTests(DemoHost demo)
{
    private const int HeaviestPage = 50_000;

    /// <summary>For longer than this nobody's minute lasts.</summary>
    private const int MostAnswers = 10;

    public static TheoryData<string> Languages => [.. PartnerLanguage.All.Select(language => language.Code)];

    [Theory, MemberData(nameof(Languages))]
    public async Task CheckIn_InEachLanguage_IsWholeAndHoldsNoOther(string code)
    {
        var language = PartnerLanguage.Find(code)!;
        foreach (var session in new[] { 0, 1, OtherHalf.AskedAfter })
        {
            var browser = await HandedOverAsync(session);
            var cover = await browser.GetAsync($"/check-in?lang={code}");
            var form = await browser.GetAsync(cover.Document.QuerySelector("a.main")!.GetAttribute("href")!);
            var thanks = await browser.FollowAsync(await browser.SubmitAsync(form, "put-off"));

            Assert.All(new[] { cover, form, thanks }, page => AssertIs(language, page));
            Assert.Contains(CheckInText.Of(language, "IsItYours"), cover.Text, StringComparison.Ordinal);
            Assert.Contains(CheckInText.Of(language, "Expectation.Surely"), form.Text, StringComparison.Ordinal);
            Assert.Contains(CheckInText.Of(language, "ThanksText"), thanks.Text, StringComparison.Ordinal);
            Assert.InRange(form.Document.QuerySelectorAll("#answers fieldset").Count(set => set.Closest(".if-yes") is null), 1, MostAnswers);
        }
    }

    [Fact]
    public async Task Specimen_OneSentenceLeftInEnglish_IsFound()
    {
        var page = await (await HandedOverAsync(1)).GetAsync("/check-in?mine=yes&lang=de");

        Assert.ThrowsAny<Exception>(() => AssertIs(PartnerLanguage.Find("de")!, page with { Body = page.Body.Replace("</main>", "<p>That is a full answer too.</p></main>", StringComparison.Ordinal) }));
    }

    [Fact]
    public async Task Switch_AnswersTyped_AreKeptAndNothingIsRecorded()
    {
        var id = await new OtherHalf("Bo", []).LiveAsync(demo.Host);
        var browser = demo.Host.HandedOver(Partner.A, OtherHalf.AskedAfter, id);
        var form = await browser.GetAsync("/check-in?mine=yes");
        var dutch = form.Document.QuerySelector($"button[name={PartnerLanguage.Switch}][value=nl]")!;
        Assert.Equal("answers", dutch.GetAttribute("form"));
        // Enter in a field presses the first button of its form.
        Assert.Null(form.Document.QuerySelectorAll("button[form=answers]")[0].GetAttribute("name"));

        var (_, fields) = form.Form("answer");
        fields["Goal"] = "6";
        fields["TensionWords"] = "Too fast <for> me";
        fields["Care"] = nameof(CareAnswer.KeptToMyself);
        fields[PartnerLanguage.Switch] = "nl";
        var switched = await browser.PostAsync(dutch.GetAttribute("formaction")!, new FormUrlEncodedContent(fields));

        Assert.Equal(HttpStatusCode.OK, switched.Status);
        AssertIs(PartnerLanguage.Find("nl")!, switched);
        var kept = switched.Form("answer").Fields;
        Assert.Equal(("6", "Too fast <for> me", nameof(CareAnswer.KeptToMyself)), (kept["Goal"], kept["TensionWords"], kept["Care"]));
        Assert.Null((await demo.Host.Grains.GetGrain<ICoupleGrain>(id.Value).See(demo.Host.Therapist, "test")).Session(OtherHalf.AskedAfter)!.A.AnsweredAt);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task Refused_InEachLanguage_KeepsAnswersAndLanguage(string code)
    {
        var language = PartnerLanguage.Find(code)!;
        var browser = await HandedOverAsync(1);

        var refused = await browser.SubmitAsync(
            await browser.GetAsync($"/check-in?mine=yes&lang={code}"), "answer", ("Task", "9"), ("Bond", "4"), ("TensionWords", "Eigenes"), ("Care", "never"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        AssertIs(language, refused);
        Assert.Contains(CheckInText.Words.Of(language, "Error.Choice", CheckInText.Of(language, "Care")), refused.Refusal, StringComparison.Ordinal);
        Assert.Equal(("4", "Eigenes"), (refused.Form("answer").Fields["Bond"], refused.Form("answer").Fields["TensionWords"]));
        Assert.EndsWith($"lang={code}", refused.Form("answer").Action, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task Card_InEachLanguage_IsWholeAndKeepsTheLanguage(string code)
    {
        var language = PartnerLanguage.Find(code)!;
        var browser = demo.Host.TherapistsBrowser();
        var card = await browser.GetAsync(RunningHost.Demo($"/ruptures/{RunningHost.DemoRupture}/card?for=a&lang={code}"));
        var refused = await browser.SubmitAsync(card, "answer", ("Fit", ""), ("Needed", "Tiempo"));

        Assert.All(new[] { card, refused }, page => AssertIs(language, page));
        Assert.Contains(CardText.Of(language, "Did.ThankedForTheRisk"), card.Text, StringComparison.Ordinal);
        Assert.Contains(CardText.Of(language, "Error.Fit"), refused.Refusal, StringComparison.Ordinal);
        Assert.Equal("Tiempo", refused.Form("answer").Fields["Needed"]);
    }

    // The therapist's choice is for this one hand-over: the next begins in English again.
    [Fact]
    public async Task HandOver_LanguageChosen_BeginsInItAndIsNotRemembered()
    {
        var id = await new OtherHalf("Bo", []).LiveAsync(demo.Host);
        var browser = demo.Host.TherapistsBrowser();
        var ask = await browser.GetAsync($"/couples/{id}/sessions/1/ask");

        var handed = await browser.SubmitAsync(ask, "hand-over-A", ("Lang-A", "es"));

        Assert.Equal("/check-in?lang=es", handed.Location);
        Assert.Equal("en", (await demo.Host.TherapistsBrowser().GetAsync($"/couples/{id}/sessions/1/ask")).Form("hand-over-B").Fields["Lang-B"]);
    }

    /// <summary>Where there is nothing to answer: a browser that nobody knows, a link that is not good, the device handed back.</summary>
    [Theory, MemberData(nameof(Languages))]
    public async Task NothingToAnswer_InEachLanguage_IsWholeAndOffersTheOthers(string code)
    {
        var language = PartnerLanguage.Find(code)!;
        Page[] pages =
        [
            await demo.Host.NewBrowser().GetAsync($"/not-known?lang={code}"), await demo.Host.NewBrowser().GetAsync($"/c/{Routes.AnyLink}?lang={code}"),
            await demo.Host.BrowserAs(RunningHost.HandedBack).GetAsync($"/handed-back?lang={code}"),
        ];

        Assert.All(pages, page => AssertIs(language, page));
        Assert.Equal(
            [CheckInText.Of(language, "NotKnown"), CheckInText.Of(language, "NoLink"), CheckInText.Of(language, "Thanks")],
            pages.Select(page => page.Document.QuerySelector("h1")!.TextContent));
        Assert.All(pages, page => Assert.Equal(3, page.Document.QuerySelectorAll("nav.languages a").Length));
    }

    private async Task<Browser> HandedOverAsync(int session) =>
        demo.Host.HandedOver(Partner.A, session, await new OtherHalf("Bo", []).LiveAsync(demo.Host));

    // Whole: its own lang, light, and no sentence of another language. Short words occur by chance in any of them.
    private static void AssertIs(PartnerLanguage language, Page page)
    {
        Assert.Equal(language.Code, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.InRange(Encoding.UTF8.GetByteCount(page.Body), 1, HeaviestPage);
        AssertHoldsNoOther(language, page);
    }

    internal static void AssertHoldsNoOther(PartnerLanguage language, Page page)
    {
        foreach (var other in PartnerLanguage.All.Where(other => other != language))
        {
            foreach (var text in Sentences(other).Except(Sentences(language)))
                Assert.DoesNotContain(text, page.Text, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Sentences(PartnerLanguage language) =>
        new[] { CheckInText.Words, CardText.Words, SelfReportText.Words, SelfReportText.Ways }.SelectMany(words => words.All(language).Cast<DictionaryEntry>())
            .Select(entry => (string)entry.Value!)
            .Where(text => text.Length > 7 && !text.Contains("{0}", StringComparison.Ordinal));
}
