using Attune.App.Couples;
using Attune.App.Tests.Support;
using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Practice.Therapists;

namespace Attune.App.Tests.Couples;

public sealed class CaseloadWordsTests(DemoHost demo)
{
    private static readonly CaseloadLine Bare = new(new CoupleId(Guid.Empty), "Alma", "Bo", 3, 0, null, [], 0);

    [Fact]
    public void Reason_OfEachKind_IsWhatDecidesThePlace()
    {
        var threatened = Bare with { Threat = new Threat(ThreatKind.NotSureToComeBack, RuptureOwner.B, 2, 1, 1, null) };
        var missing = threatened with { MissingAnswers = 2 };
        var owed = missing with { Owed = ["Bo: a call"] };
        var open = owed with { OpenRuptures = 1, OldestOpenSessions = 2 };

        Assert.Equal("Nothing is waiting.", CaseloadWords.Reason(Bare));
        Assert.Equal("Bo was not sure of coming back, in session 2.", CaseloadWords.Reason(threatened));
        Assert.Equal("2 answers missing.", CaseloadWords.Reason(missing));
        Assert.Equal("1 promise of yours not given yet.", CaseloadWords.Reason(owed));
        Assert.Equal("1 rupture not confirmed as repaired, from 2 sessions ago.", CaseloadWords.Reason(open));
        Assert.Equal("The work with them is closed.", CaseloadWords.Reason(open with { IsClosed = true }));
        Assert.Equal("3 sessions; 1 promise of yours not given yet; 2 answers missing; Bo was not sure of coming back, in session 2.", CaseloadWords.Also(open));
        Assert.Equal("3 sessions.", CaseloadWords.Also(Bare));
    }

    [Fact]
    public void Reason_EveryThreatBesidesAnOpenRupture_HasWords()
    {
        foreach (var kind in Enum.GetValues<ThreatKind>().Where(kind => kind != ThreatKind.OpenRupture))
            Assert.NotEqual("Nothing is waiting.", CaseloadWords.Reason(Bare with { Threat = new Threat(kind, RuptureOwner.Both, 0, 1, 1, null) }));
    }

    [Fact]
    public async Task Caseload_OfTheDemo_LeadsToBetweenWithItsReason()
    {
        var page = await demo.Host.TherapistsBrowser().GetAsync("/couples");

        var card = Assert.Single(page.Document.QuerySelectorAll(".caseload li"), line => line.QuerySelector($"a[href='/between?next={RunningHost.DemoCouple}']") is not null);
        Assert.NotNull(card.QuerySelector($"a[href='/between?last={RunningHost.DemoCouple}']"));
        Assert.False(string.IsNullOrWhiteSpace(card.QuerySelector(".state")?.TextContent));
        Assert.NotNull(page.Document.QuerySelector(".bar a[href='/between']"));
    }
}
