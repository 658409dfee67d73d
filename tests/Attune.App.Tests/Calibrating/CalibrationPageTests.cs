using Attune.App.Calibrating;
using Attune.App.Tests.Support;
using Attune.Method.Simulation;

namespace Attune.App.Tests.Calibrating;

/// <summary>How far the forecast can be believed, and learnt chances on a couple's own pages, as a person reads them.</summary>
public sealed class CalibrationPageTests(DemoHost demo)
{
    [Fact]
    public async Task Page_OneCouple_SaysThatItIsTooFewAndFromWhenItCanBeTold()
    {
        var page = await LookAsync(demo.Host);

        Assert.Contains("too few to tell whether the forecast says more than the base rate does", page.Text, StringComparison.Ordinal);
        Assert.Contains("It can be told from 10 couples on, with 10 sessions after which a strain was told and 10 after which none was (our proposal).", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_NoCouple_IsAWarmBeginning()
    {
        await using var host = await RunningHost.EmptyAsync();
        var page = await LookAsync(host);

        Assert.Contains("Nothing to learn from yet.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("main a[href='/couples']"));
        Assert.Empty(page.Document.QuerySelectorAll("table, figure"));
    }

    [Fact]
    public async Task MySide_Always_LeadsToIt() =>
        Assert.NotNull((await demo.Host.TherapistsBrowser().GetAsync("/me")).Document.QuerySelector($"a[href='{CalibrationPage.Address}']"));

    /// <summary>The whole way: simulated answers in the record, the couples' rows, both fits, each couple left out, the page; and the couple's map.</summary>
    [Fact]
    public async Task Page_ManyCouplesWithASignal_SaysBetterAndShowsPlotTableScoresAndWeights()
    {
        await using var host = await RunningHost.SimulatedAsync(30, new SimulationOptions { SignalSpread = 1.1, Dropout = 0, DropoutWhenOpen = 1 });
        var page = await LookAsync(host);

        var told = page.Document.QuerySelector("section[aria-labelledby=of-Partner]")!;
        Assert.Contains("the forecast says more than the base rate does.", told.TextContent, StringComparison.Ordinal);
        // The plot has a twin: as many lines in the table as points.
        var points = told.QuerySelectorAll("tbody")[0].QuerySelectorAll("tr").Length;
        Assert.InRange(points, 2, 10);
        Assert.Contains($"Calibration plot of the forecast, {points} groups of sessions", told.QuerySelector("figure")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal(["Said beforehand", "Sessions", "It came in", "That is", "May be"], told.QuerySelectorAll("table")[0].QuerySelectorAll("th[scope=col]").Select(head => head.TextContent));
        // The base rate is one number for all sessions of a couple: it has no order and no slope.
        Assert.Equal("–", told.QuerySelectorAll("table")[1].QuerySelectorAll("tr").Single(row => row.TextContent.StartsWith("Discrimination", StringComparison.Ordinal)).QuerySelectorAll("td")[1].TextContent);
        Assert.Equal(1 + Attune.Method.Catalogue.MethodCatalogue.BuiltIn.Forecast.Terms.Length, told.QuerySelectorAll("table")[2].QuerySelectorAll("tbody tr").Length);
        Assert.Contains("never counted as “all was well”", told.TextContent, StringComparison.Ordinal);
        Assert.Contains("for which you had said what you expect", page.Document.QuerySelector("section[aria-labelledby=own-guess]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page.Body, StringComparison.Ordinal);

        // On paper: the numbers, nobody's name, and not the therapist's own guess.
        Assert.Contains("What partners tell", page.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Your own guess", page.Printed, StringComparison.Ordinal);
        foreach (var name in (string[])["Alma", "Bo ", "Simulated"])
            Assert.DoesNotContain(name, page.Printed, StringComparison.Ordinal);

        var map = await host.TherapistsBrowser().GetAsync(RunningHost.Demo("/map"));
        Assert.Matches(@"About \d+ in \d+ \(\d+ in \d+ to \d+ in \d+\) by their own report, from \d+ of your sessions; about \d+ in \d+", map.Text);
        Assert.Contains("With couples it had not seen, it said more than your base rate does.", map.Text, StringComparison.Ordinal);
        Assert.Equal(6, map.Document.QuerySelectorAll("table").Length);
        Assert.Equal(Page.NotPrinted, map.Printed);
        // The brief has it on the screen alone.
        var plan = await host.TherapistsBrowser().GetAsync(RunningHost.Demo("/sessions/7/plan"));
        Assert.DoesNotContain("of your sessions", plan.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ManyCouplesWithTheSignalOff_SaysNoBetter_OnTheMapToo()
    {
        await using var host = await RunningHost.SimulatedAsync(20, new SimulationOptions { SignalSpread = 0, Dropout = 0, DropoutWhenOpen = 1 });
        var page = await LookAsync(host);

        var told = page.Document.QuerySelector("section[aria-labelledby=of-Partner]")!;
        Assert.Contains("the forecast says no more than the base rate does.", told.TextContent, StringComparison.Ordinal);
        Assert.Contains("says something about the forecast and nothing about your work", told.TextContent, StringComparison.Ordinal);
        Assert.Contains("it said no more than your base rate does: take the number lightly", (await host.TherapistsBrowser().GetAsync(RunningHost.Demo("/map"))).Text, StringComparison.Ordinal);
    }

    // A person looks again until it was worked out.
    private static async Task<Page> LookAsync(RunningHost host)
    {
        var browser = host.TherapistsBrowser();
        for (var look = 0; look < 100; look++)
        {
            var page = await browser.GetAsync(CalibrationPage.Address);
            if (!page.Text.Contains("being worked out", StringComparison.Ordinal))
                return page;
            Assert.NotNull(page.Document.QuerySelector($"main a[href='{CalibrationPage.Address}']"));
        }

        throw new InvalidOperationException("Never worked out.");
    }
}
