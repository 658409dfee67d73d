using System.Net;
using Attune.App.Asking;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Practice.Assessing;
using Attune.Practice.Couples;
using Attune.Practice.Safety;

namespace Attune.App.Tests.Asking;

/// <summary>
/// Nothing of the other partner reaches a partner's surface: it is byte-identical whatever the other's data is, once the tokens against forged forms
/// are blanked; what is sent back when it is answered as well.
/// </summary>
public sealed class PartnersPageTests(DemoHost demo)
{
    private const int Samples = 24;

    [Fact]
    public async Task Surface_WhateverTheOtherSaidAndDid_IsTheSameToTheByte()
    {
        var silent = await SurfaceAsync(new OtherHalf("Bo", []));

        await OtherHalf.Any.SampleAsync(async other => AssertSame(silent, await SurfaceAsync(other), other), iter: Samples, threads: 1);
    }

    [Fact]
    public async Task Surface_OtherHasAnsweredThisVeryCheckIn_IsTheSameToTheByte()
    {
        var silent = await SurfaceAsync(new OtherHalf("Bo", []));
        var other = new OtherHalf("Quentin", [new(OtherHalf.DeedKind.AnswerWithTension, OtherHalf.AskedAfter, "Quarrelsome words", 5)]);

        AssertSame(silent, await SurfaceAsync(other), other);
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("es")]
    public async Task Surface_InAnotherLanguage_IsTheSameToTheByteWhateverTheOtherDid(string language)
    {
        var silent = await SurfaceAsync(new OtherHalf("Bo", []), language);
        var other = new OtherHalf("Quentin", [new(OtherHalf.DeedKind.AnswerWithTension, OtherHalf.AskedAfter, "Quarrelsome words", 5), new(OtherHalf.DeedKind.Flag, 1, "Quietly told", 1)]);

        AssertSame(silent, await SurfaceAsync(other, language), other);
    }

    /// <summary>
    /// One couple, seen by A before and after: B alone tells of violence, the flag is raised, B is assessed. Nothing that A can ask for differs, and
    /// the same holds for what B is shown.
    /// </summary>
    [Theory]
    [InlineData(Partner.A)]
    [InlineData(Partner.B)]
    public async Task Surface_FlagRaisedAndTheOtherAssessed_IsTheSameBeforeAndAfter(Partner seenBy)
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: OtherHalf.AskedAfter);
        var before = await ShownAsync(couple, seenBy);

        await couple.DoAsync(new ScreenSafety { Partner = Partner.B, Alone = true, Concerns = [SafetyConcern.Violence], Note = "Quietly told." });
        await couple.DoAsync(new RaiseSafetyFlag { Partner = Partner.B, Concern = SafetyConcern.Violence, Note = "Quietly told." });
        await couple.DoAsync(new AssessPartner { Partner = seenBy.Other(), Leaning = Leaning.Out, Trauma = "Quietly told.", Blames = BlameKind.ReportsAbuse });

        Assert.True((await couple.SeeAsync()).HasSafetyFlag);
        Assert.Equal(before, await ShownAsync(couple, seenBy));
    }

    private async Task<string> ShownAsync(NewCouple couple, Partner seenBy)
    {
        var shown = new List<Page>();
        foreach (var session in Enumerable.Range(0, OtherHalf.AskedAfter + 1))
        {
            var browser = demo.Host.HandedOver(seenBy, session, couple.Id);
            shown.Add(await browser.GetAsync("/check-in"));
            var form = await browser.GetAsync("/check-in?mine=yes");
            shown.Add(form);
            // Refused on purpose: an answer that is taken would be a change of its own.
            shown.Add(await browser.SubmitAsync(form, "answer", ("Expectation", "never"), ("Task", "9")));
            foreach (var rest in new[] { "/assessment/a", "/assessment/b", "/assessment/together", "/safety/a", "/safety/b", "/continuing" })
                shown.Add(await browser.GetAsync(couple.Page(rest)));
        }

        return string.Join('\n', shown.Select(Shown));
    }

    /// <summary>The specimen: a surface that shows by one word whether the other has answered. The property above must tell it.</summary>
    [Fact]
    public async Task Specimen_SurfaceThatTellsThatTheOtherAnswered_IsCaught()
    {
        var silent = await LeakySurfaceAsync(new OtherHalf("Bo", []));

        await Assert.ThrowsAnyAsync<Exception>(() =>
            OtherHalf.Any.SampleAsync(async other => AssertSame(silent, await LeakySurfaceAsync(other), other), iter: Samples, threads: 1));
    }

    /// <summary>The specimen: a surface that names the other to everybody alike is the same to the byte, and still told by the name.</summary>
    [Fact]
    public void Specimen_SurfaceThatNamesTheOther_IsCaught()
    {
        var other = new OtherHalf("Quentin", []);

        Assert.ThrowsAny<Exception>(() => AssertSame("For Alma and Quentin", "For Alma and Quentin", other));
    }

    [Fact]
    public async Task Refused_AnswerOutOfRange_KeepsEverythingTyped()
    {
        var id = await new OtherHalf("Bo", []).LiveAsync(demo.Host);
        var browser = demo.Host.HandedOver(Partner.A, OtherHalf.AskedAfter, id);

        var page = await browser.SubmitAsync(await browser.GetAsync("/check-in?mine=yes"), "answer", ("Task", "9"), ("Goal", "6"), ("TensionWords", "Too fast <for> me"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("from 1 to 7", page.Refusal, StringComparison.Ordinal);
        var (_, fields) = page.Form("answer");
        Assert.Equal(("6", "Too fast <for> me"), (fields["Goal"], fields["TensionWords"]));
    }

    [Fact]
    public async Task Sent_Twice_ReadsAsSentOnce()
    {
        var id = await new OtherHalf("Bo", []).LiveAsync(demo.Host);
        var first = demo.Host.HandedOver(Partner.A, OtherHalf.AskedAfter, id);
        var again = demo.Host.HandedOver(Partner.A, OtherHalf.AskedAfter, id);
        var form = await again.GetAsync("/check-in?mine=yes");

        await first.SubmitAsync(await first.GetAsync("/check-in?mine=yes"), "answer", ("Task", "5"));
        var second = await again.SubmitAsync(form, "answer", ("Task", "1"));

        Assert.Equal("/handed-back?lang=en", second.Location);
        Assert.Equal(5, (await demo.Host.Grains.GetGrain<ICoupleGrain>(id.Value).See(demo.Host.Therapist, "test")).Session(OtherHalf.AskedAfter)!.A.CheckIn!.Task);
    }

    private static void AssertSame(string expected, string surface, OtherHalf other)
    {
        Assert.Equal(expected, surface);
        foreach (var secret in other.Secrets)
            Assert.DoesNotContain(secret, surface, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Everything that A's browser is sent in one language, from taking the device to handing it back.</summary>
    private async Task<string> SurfaceAsync(OtherHalf other, string language = "en")
    {
        var id = await other.LiveAsync(demo.Host);
        var browser = demo.Host.HandedOver(Partner.A, OtherHalf.AskedAfter, id);
        var first = demo.Host.HandedOver(Partner.A, 0, id);

        var cover = await browser.GetAsync($"/check-in?lang={language}");
        var form = await browser.GetAsync($"/check-in?mine=yes&lang={language}");
        var switched = await browser.SubmitAsync(form, "answer", ("Goal", "6"), (PartnerLanguage.Switch, language));
        var refused = await browser.SubmitAsync(form, "answer", ("Task", "9"));
        var sent = await browser.SubmitAsync(form, "answer", ("Task", "6"), ("Goal", "5"), ("Bond", "5"), ("Expectation", nameof(ExpectationAnswer.Rather)));
        var thanks = await browser.FollowAsync(sent);
        var expectation = await first.GetAsync($"/check-in?mine=yes&lang={language}");
        return string.Join('\n', new[] { cover, form, switched, refused, sent, thanks, expectation }.Select(Shown));
    }

    private async Task<string> LeakySurfaceAsync(OtherHalf other)
    {
        var id = await other.LiveAsync(demo.Host);
        var browser = demo.Host.HandedOver(Partner.A, OtherHalf.AskedAfter, id);
        var seen = await demo.Host.Grains.GetGrain<ICoupleGrain>(id.Value).See(demo.Host.Therapist, "specimen");
        return Shown(await browser.GetAsync("/check-in")) + (seen.Session(OtherHalf.AskedAfter)?.B.CheckIn is null ? "" : " One answer is in.");
    }

    private static string Shown(Page page) => $"{(int)page.Status}\n{page.BlankedHeaders}\n\n{page.Blanked}";
}
