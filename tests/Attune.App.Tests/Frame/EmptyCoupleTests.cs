using System.Net;
using Attune.App.Tests.Support;

namespace Attune.App.Tests.Frame;

/// <summary>Every page of a couple of whom nothing is known: it is there, and says what it does not know.</summary>
public sealed class EmptyCoupleTests(DemoHost demo)
{
    /// <summary>A rupture that is not there is told as that.</summary>
    private static readonly string Missing = "/ruptures/" + RunningHost.DemoRupture;

    [Fact]
    public async Task Pages_NothingKnownYet_Render()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        var browser = demo.Host.TherapistsBrowser();
        var own = RunningHost.Demo("/");

        var paths = Routes.Pages().Where(path => path.StartsWith(own, StringComparison.Ordinal)).Select(path => path[(own.Length - 1)..]).ToList();

        Assert.Contains("/assessment/together", paths);
        Assert.Contains("/safety/b", paths);
        foreach (var rest in paths)
        {
            var page = await browser.GetAsync(couple.Page(rest));
            Assert.Equal((rest, rest.StartsWith(Missing, StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK), (rest, page.Status));
            Assert.NotNull(page.Document.QuerySelector("h1"));
        }

        Assert.Empty(demo.Host.Log.Errors);
    }

    /// <summary>Two things with one id: a label or a reason would lead to the wrong one.</summary>
    [Fact]
    public async Task Pages_OfTheDemo_HaveNoIdTwice()
    {
        var browser = demo.Host.TherapistsBrowser();
        foreach (var path in Routes.Pages().Where(path => path.StartsWith(RunningHost.Demo(""), StringComparison.Ordinal)))
        {
            var page = await browser.GetAsync(path);
            var twice = page.Document.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1).Select(group => $"{path}: {group.Key}");
            Assert.Empty(twice);
        }
    }
}
