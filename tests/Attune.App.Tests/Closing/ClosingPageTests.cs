using Attune.App.Tests.Asking;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Practice.Couples;

namespace Attune.App.Tests.Closing;

public sealed class ClosingPageTests(DemoHost demo)
{
    [Fact]
    public async Task Close_WithEachPartnersReason_IsNotedAndCanBeUndone()
    {
        var id = await new OtherHalf("Bo", []).LiveAsync(demo.Host);
        var couple = demo.Host.Grains.GetGrain<ICoupleGrain>(id.Value);
        var browser = demo.Host.TherapistsBrowser();
        var path = $"/couples/{id}/closing";

        await browser.SubmitAsync(await browser.GetAsync(path), "close", ("Reason", "TheCoupleParted"), ("Words", "Two ways."));
        await browser.SubmitAsync(await browser.GetAsync(path), "why-B", ("B.Reason", "SomethingBetweenUs"));
        var page = await browser.GetAsync(path);
        var view = await couple.See(demo.Host.Therapist, "test");

        Assert.Contains("Closed after session 2: the couple parted. Two ways.", page.Text, StringComparison.Ordinal);
        Assert.Equal((2, ClosingReason.SomethingBetweenUs), (view.Closed!.AfterSession, view.B.WhyClosed!.Reason));
        Assert.Null(view.A.WhyClosed);

        await browser.SubmitAsync(page, "reopen");
        Assert.Null((await couple.See(demo.Host.Therapist, "test")).Closed);
    }

    // Nothing chosen is an answer too.
    [Fact]
    public async Task Close_NoReasonChosen_IsNotKnown()
    {
        var id = await new OtherHalf("Bo", []).LiveAsync(demo.Host);
        var browser = demo.Host.TherapistsBrowser();

        await browser.SubmitAsync(await browser.GetAsync($"/couples/{id}/closing"), "close");

        Assert.Contains("not known", (await browser.GetAsync($"/couples/{id}/closing")).Document.QuerySelector(".state")!.TextContent, StringComparison.Ordinal);
    }
}
