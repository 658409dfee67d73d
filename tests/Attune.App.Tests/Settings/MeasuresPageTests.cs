using System.Net;
using Attune.App.Measuring;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Method.Measures;

namespace Attune.App.Tests.Settings;

/// <summary>A measure of the practice's own: defined, typed, shown beside the course, and never to a partner.</summary>
public sealed class MeasuresPageTests
{
    private static readonly (string, string)[] FourTaps =
    [
        ("Name", "Four Taps (short)"), ("Scoring", nameof(MeasureScoring.SumOfItems)), ("Items", "4"), ("Lowest", "0"), ("Highest", "5"),
        ("Direction", nameof(MeasureDirection.LowerIsBetter)), ("Mean", "8,5"), ("Sd", "4"), ("Source", "Invented for a test"),
    ];

    [Fact]
    public async Task Measure_DefinedAndTyped_StandsBesideTheCourseInWordsAndAsALine()
    {
        await using var host = await RunningHost.DemoAsync();
        var browser = host.TherapistsBrowser();
        var measures = await browser.DoAsync("/settings/measures", "define", FourTaps);
        Assert.Contains("sum of 4 items, 0 to 20; lower is better; reference mean 8.5, SD 4; after Invented for a test.", measures.Text, StringComparison.Ordinal);

        await TypeAsync(browser, 5, "scores-a", "3", "4", "5", "2");
        await TypeAsync(browser, 6, "scores-a", "1", "2", "2", "1");
        await TypeAsync(browser, 6, "scores-b", "0", "0", "1", "0");
        var course = (await browser.GetAsync(RunningHost.Demo(""))).Document.QuerySelector("#other-measures")!;

        Assert.Contains("14 in session 5, 6 in session 6: toward the better, by 2.0 SD of the reference group.", course.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 in session 6; one score says nothing about a change.", course.TextContent, StringComparison.Ordinal);
        Assert.Equal([["5", "14", "no score"], ["6", "6", "1"]], course.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToArray()));
        Assert.Equal(2, course.QuerySelectorAll("svg.spark[aria-hidden=true]").Length);
        Assert.Equal(2, course.QuerySelectorAll("svg.spark.a circle").Length);

        // Neither partner's own pages know of it, and it is on no paper.
        foreach (var partner in new[] { Partner.A, Partner.B })
            Assert.DoesNotContain("Four Taps", (await host.HandedOver(partner, 6).GetAsync("/check-in?mine=yes")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Four Taps", (await browser.GetAsync(Plan(6))).Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scores_OneItemLeftOut_AreShownBackAndThePlanIsUntouched()
    {
        await using var host = await RunningHost.DemoAsync();
        var browser = host.TherapistsBrowser();
        await browser.DoAsync("/settings/measures", "define", FourTaps);
        var before = (await browser.GetAsync(Plan(7))).Document.QuerySelector("#f-Aim")!.GetAttribute("value");
        var refused = await TypeAsync(browser, 7, "scores-b", "1", "2", "", "1");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("MEA002", refused.Refusal, StringComparison.Ordinal);
        Assert.Equal("2", refused.Document.QuerySelector("[name='scores-b.four-taps-short.2']")!.GetAttribute("value"));
        Assert.Equal(before, refused.Document.QuerySelector("#f-Aim")!.GetAttribute("value"));
        Assert.Single(refused.Document.QuerySelectorAll("[role=alert]"));
    }

    [Fact]
    public async Task Measure_AskedForNoLonger_LeavesWhatWasScored()
    {
        await using var host = await RunningHost.DemoAsync();
        var browser = host.TherapistsBrowser();
        await browser.DoAsync("/settings/measures", "define", FourTaps);
        await TypeAsync(browser, 6, "scores-a", "1", "2", "2", "1");
        var dropped = await browser.DoAsync("/settings/measures", "drop-four-taps-short");

        Assert.Contains("It is asked for no longer.", dropped.Text, StringComparison.Ordinal);
        Assert.Null((await browser.GetAsync(Plan(6))).Document.QuerySelector("#scores"));
        Assert.Contains("6 in session 6; one score", (await browser.GetAsync(RunningHost.Demo(""))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Definition_WithoutARangeOrADirection_IsNamedAndShownBack()
    {
        await using var host = await RunningHost.EmptyAsync();
        var browser = host.TherapistsBrowser();
        var refused = await browser.SubmitAsync(await browser.GetAsync("/settings/measures"), "define", ("Name", "Half a measure"), ("Source", "Nobody"));

        Assert.Contains("Which way is better: choose one.", refused.Refusal, StringComparison.Ordinal);
        Assert.Equal("Half a measure", refused.Document.QuerySelector("#f-Name")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("Four Taps (short)", "four-taps-short")]
    [InlineData("  The 2nd — Scale ", "the-2nd-scale")]
    [InlineData("über", "ber")]
    [InlineData("—", "")]
    public void CodeOf_AName_IsLettersAndDigits(string name, string code) => Assert.Equal(code, MeasureForm.CodeOf(name));

    private static string Plan(int session) => RunningHost.Demo($"/sessions/{session}/plan");

    private static async Task<Page> TypeAsync(Browser browser, int session, string form, params string[] typed) => await browser.SubmitAsync(
        await browser.GetAsync(Plan(session)), form, [.. typed.Select((value, index) => ($"{form}.four-taps-short.{index + 1}", value))]);
}
