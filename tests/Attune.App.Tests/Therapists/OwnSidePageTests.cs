using Attune.App.Tests.Asking;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Debriefing;

namespace Attune.App.Tests.Therapists;

/// <summary>The therapist's own side with one couple, and the own cards.</summary>
public sealed class OwnSidePageTests(DemoHost demo)
{
    // Moment 5: after a calm hour.
    [Fact]
    public async Task OwnSide_FarFromOneAndCloseToTheOther_AsksWhoseFeelingItMayBe()
    {
        var (id, couple) = await LiveAsync();
        await couple.Do(demo.Host.Therapist, new WriteDebrief { Session = 1, Own = new OwnPart { WithA = Presence.FarFrom, WithB = Presence.TooClose } });
        var browser = demo.Host.TherapistsBrowser();
        var path = $"/couples/{id}/own-side";
        var page = await browser.GetAsync(path);
        Assert.Contains("too far from Alma, subtle, far away or bored", page.Text, StringComparison.Ordinal);
        Assert.Contains("too close to Bo, subtle", page.Text, StringComparison.Ordinal);

        await browser.SubmitAsync(page, "whose-1", ("Whose.1", "AUnspoken"));
        await browser.SubmitAsync(await browser.GetAsync(path), "so-1");
        await browser.SubmitAsync(await browser.GetAsync(path), "trace-1", ("A.1", "She looked at the door."));

        var after = await browser.GetAsync(path);
        Assert.Contains("Alma's, unspoken; it was so", after.Text, StringComparison.Ordinal);
        Assert.Contains("She looked at the door.", after.Text, StringComparison.Ordinal);
        Assert.Contains("guessed 1, it was so 1, struck 0", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnSide_NotedByHand_NeedsADirection()
    {
        var (id, _) = await LiveAsync();
        var browser = demo.Host.TherapistsBrowser();
        var page = await browser.GetAsync($"/couples/{id}/own-side");

        Assert.Contains("OWN002", (await browser.SubmitAsync(page, "note", ("Toward", "B"))).Refusal, StringComparison.Ordinal);
        await browser.SubmitAsync(page, "note", ("Toward", "B"), ("Direction", "Over"), ("Strength", "Strong"), ("Feeling", "angry"));
        Assert.Contains("too close to Bo, strong, angry", (await browser.GetAsync($"/couples/{id}/own-side")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnSide_TwoSessionsOffTheCouple_SaysSoGently()
    {
        var (id, couple) = await LiveAsync();
        foreach (var session in new[] { 1, 2 })
            await couple.Do(demo.Host.Therapist, new WriteDebrief { Session = session, Own = new OwnPart { AtCentre = Centre.TheMethod } });

        Assert.Contains("In sessions 1, 2 the method or you were at the centre.", (await demo.Host.TherapistsBrowser().GetAsync($"/couples/{id}/own-side")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cards_OfTheDemo_AreTheTherapistsOwnWords()
    {
        var browser = demo.Host.TherapistsBrowser();
        var page = await browser.GetAsync("/me/cards");
        Assert.Contains("They do not need more method.", page.Body, StringComparison.Ordinal);

        await browser.SubmitAsync(page, "card-si", ("si.Soothes", "Warm hands."));
        Assert.Equal("Warm hands.", (await browser.GetAsync("/me/cards")).Form("card-si").Fields["si.Soothes"]);
    }

    // On no print: the print style sheet takes out what is marked so.
    [Theory]
    [InlineData("/own-side")]
    [InlineData("/me/cards")]
    public async Task OwnPages_Always_AreOnNoPrint(string rest)
    {
        var page = await demo.Host.TherapistsBrowser().GetAsync(rest.StartsWith("/me", StringComparison.Ordinal) ? rest : RunningHost.Demo(rest));

        Assert.NotNull(page.Document.QuerySelector("h1")!.Closest(".no-print"));
    }

    private async Task<(CoupleId Id, ICoupleGrain Couple)> LiveAsync()
    {
        var id = await new OtherHalf("Bo", []).LiveAsync(demo.Host);
        return (id, demo.Host.Grains.GetGrain<ICoupleGrain>(id.Value));
    }
}
