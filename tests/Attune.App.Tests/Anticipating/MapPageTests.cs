using System.Collections.Immutable;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Practice.Assessing;
using Attune.Practice.Planning;
using Attune.Practice.Safety;

namespace Attune.App.Tests.Anticipating;

/// <summary>The rupture map, and what of it may lie on paper.</summary>
public sealed class MapPageTests(DemoHost demo)
{
    [Fact]
    public async Task Map_OfTheDemo_SaysWhoWhatAndWhyAndWhatPullsOnTheTherapist()
    {
        var page = await demo.Host.TherapistsBrowser().GetAsync(RunningHost.Demo("/map"));

        Assert.Contains("That at least one of the two tells of a strain: about usual", page.Text, StringComparison.Ordinal);
        Assert.Contains("Keeping feelings in", page.Text, StringComparison.Ordinal);
        Assert.Contains("“To know what you write down about me, and who reads it.” not answered yet", page.Text, StringComparison.Ordinal);
        Assert.Contains("A hand that is not taken yet", page.Text, StringComparison.Ordinal);
        Assert.Contains("For you alone: on no print and in no export.", page.Text, StringComparison.Ordinal);
        // Two of the program's own weights; two more where what was learnt is there in time.
        Assert.Contains(page.Document.QuerySelectorAll("table").Length, (int[])[2, 4]);
    }

    [Fact]
    public async Task Map_NothingKnown_LeadsToWhatIsMissing()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        var page = await demo.Host.TherapistsBrowser().GetAsync(couple.Page("/map"));

        Assert.Contains("How they set each other off is not clear yet.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"a[href='{couple.Page("/assessment/together")}']"));
    }

    [Fact]
    public async Task SafetyFlag_StepsAsideOnTheScreen_AndNothingOnPaperChanges()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.DoAsync(new AssessPartner { Partner = Partner.A, EarlySchemas = ImmutableSortedDictionary<string, double>.Empty.Add("ei", 4.8).Add("ma", 4.2) });
        await couple.DoAsync(new PlanSession { Session = 1, Techniques = ["chair-work"], Occasions = ["absence-ahead"] });
        var browser = demo.Host.TherapistsBrowser();
        var before = await PrintedAsync();

        await couple.DoAsync(new RaiseSafetyFlag { Partner = Partner.B, Concern = SafetyConcern.CoerciveControl });

        Assert.Contains("No forecast is made at the moment.", (await browser.GetAsync(couple.Page("/map"))).Text, StringComparison.Ordinal);
        var after = await PrintedAsync();
        Assert.Equal(before, after);
        Assert.Contains("Keeping feelings in", after[0], StringComparison.Ordinal);
        Assert.Equal(Page.NotPrinted, after[1]);

        async Task<string[]> PrintedAsync() => [(await browser.GetAsync(couple.Page("/sessions/1/plan"))).Printed, (await browser.GetAsync(couple.Page("/map"))).Printed];
    }
}
