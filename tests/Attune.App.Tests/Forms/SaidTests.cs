using System.Net;
using Attune.App.Tests.Support;
using Attune.Method.Cases;

namespace Attune.App.Tests.Forms;

/// <summary>After a form was sent, what became of it takes the focus: without a script, that is how it is heard.</summary>
public sealed class SaidTests(DemoHost demo)
{
    // The browser goes to the place that the address names, if it can be focused.
    [Fact]
    public async Task OneOfSeveralForms_Saved_LeadsToWhatItSays()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        var browser = demo.Host.TherapistsBrowser();
        var path = couple.Page("/assessment/a");
        var sent = await browser.SubmitAsync(await browser.GetAsync(path), "assess", ("Hope", "6"));

        var place = sent.Location!.Split('#')[1];
        var said = (await browser.FollowAsync(sent)).Document.GetElementById(place)!;
        Assert.Equal(("status", "-1", "Saved."), (said.GetAttribute("role"), said.GetAttribute("tabindex"), said.TextContent));
    }

    [Fact]
    public async Task OneOfSeveralForms_Refused_LeadsToWhyNot()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        var browser = demo.Host.TherapistsBrowser();
        var page = await browser.GetAsync(couple.Page("/assessment/a"));
        var action = page.Document.QuerySelector("form#assess")!.GetAttribute("action")!;
        var refused = await browser.SubmitAsync(page, "assess", ("Schema.ma", "much"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var said = refused.Document.GetElementById(action.Split('#')[1])!;
        Assert.Equal(("alert", "-1"), (said.GetAttribute("role"), said.GetAttribute("tabindex")));
        Assert.Single(refused.Document.QuerySelectorAll("[role=alert]"));
    }

    // A page with one form names no place: what it says takes the focus by itself.
    [Theory]
    [InlineData("/couples", "begin", "NameOfA", "")]
    [InlineData("/me", "me", "UsualRestingRate", "900")]
    public async Task OnlyForm_Refused_TakesTheFocus(string path, string form, string field, string typed)
    {
        var browser = demo.Host.TherapistsBrowser();
        var refused = await browser.SubmitAsync(await browser.GetAsync(path), form, (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True(Assert.Single(refused.Document.QuerySelectorAll("[autofocus]")).ClassList.Contains("refused"));
    }

    [Fact]
    public async Task PlanAndDebrief_Saved_SayWhatWasDone()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        var browser = demo.Host.TherapistsBrowser();
        var planned = await browser.DoAsync(couple.Page("/sessions/2/plan"), "plan", ("Techniques", "mode-cards"));
        var debriefed = await browser.DoAsync(couple.Page("/sessions/1/debrief"), "debrief", ("A.GuessedBond", "5"));

        Assert.Equal("The plan is saved.", Assert.Single(planned.Document.QuerySelectorAll("[role=status][autofocus]")).TextContent);
        Assert.Equal("The debrief is saved.", Assert.Single(debriefed.Document.QuerySelectorAll("[role=status][autofocus]")).TextContent);
        Assert.DoesNotContain("saved", planned.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PartnersForm_Refused_TakesTheFocus()
    {
        var browser = demo.Host.HandedOver(Partner.A, 6);
        var refused = await browser.SubmitAsync(await browser.GetAsync("/check-in?mine=yes"), "answer", ("Task", "nine"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("alert", Assert.Single(refused.Document.QuerySelectorAll("[autofocus][tabindex='-1']")).GetAttribute("role"));
    }

    // An address can be made up: it says nothing that is not ours.
    [Fact]
    public async Task Address_WithWordsOfAnother_SaysNothing()
    {
        var page = await demo.Host.TherapistsBrowser().GetAsync("/couples?done=All%20is%20lost&saved=begin");

        Assert.Empty(page.Document.QuerySelectorAll("[role=status]"));
        Assert.DoesNotContain("All is lost", page.Text, StringComparison.Ordinal);
    }
}
