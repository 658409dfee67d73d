using System.Net;
using Attune.App.Tests.Support;
using Attune.Practice.Couples;
using Attune.Practice.Therapists;

namespace Attune.App.Tests.Frame;

/// <summary>Every page of every couple of the demo and of each of its ruptures: what a page shows of one couple, it must be able to show of any.</summary>
public sealed class EveryCoupleTests(EveryCoupleTests.Caseload caseload) : IClassFixture<EveryCoupleTests.Caseload>
{
    public static TheoryData<string> Templates => [.. Routes.OfACouple()];

    [Theory, MemberData(nameof(Templates))]
    public async Task Page_OfEveryCouple_RendersWithEveryProtection(string template)
    {
        var browser = caseload.Host.TherapistsBrowser();
        foreach (var couple in caseload.Couples)
        {
            foreach (var path in Routes.Filled(template, couple))
            {
                var page = await browser.GetAsync(path);

                Assert.True(page.Status == HttpStatusCode.OK, $"{path} of {couple.A.Name} and {couple.B.Name} answered {page.Status}.");
                Assert.NotNull(page.Document.QuerySelector("h1"));
                EveryPageTests.AssertProtected(page);
                EveryPageTests.AssertNothingInline(page);
            }
        }

        Assert.Empty(caseload.Host.Log.Errors);
    }

    [Fact]
    public void Couples_Always_AreSixWithTheirRuptures()
    {
        Assert.Equal(["Alma", "Ines", "Marit", "Nilo", "Ruth", "Sanna"], caseload.Couples.Select(couple => couple.A.Name).Order(StringComparer.Ordinal));
        Assert.Equal(7, caseload.Couples.Sum(couple => couple.Ruptures.Length));
    }

    [Fact]
    public async Task Caseload_SixCouples_NamesEach()
    {
        var text = (await caseload.Host.TherapistsBrowser().GetAsync("/couples")).Text;

        Assert.All(caseload.Couples, couple => Assert.Contains(couple.A.Name, text, StringComparison.Ordinal));
        Assert.All(caseload.Couples, couple => Assert.Contains(couple.B.Name, text, StringComparison.Ordinal));
    }

    /// <summary>The demo as the verb tells it, with every couple's view.</summary>
    public sealed class Caseload : IAsyncLifetime
    {
        internal RunningHost Host { get; private set; } = null!;

        internal IReadOnlyList<CoupleView> Couples { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            Host = await RunningHost.CaseloadAsync();
            var lines = (await Host.Grains.GetGrain<ITherapistGrain>(Host.Therapist.Id.Value).SeeCaseload(Host.Therapist)).Couples;
            Couples = await Task.WhenAll(lines.Select(line => Host.Grains.GetGrain<ICoupleGrain>(line.Id.Value).See(Host.Therapist, "test")));
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
