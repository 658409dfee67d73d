using System.Collections.Immutable;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Practice.Assessing;

namespace Attune.App.Tests.Assessing;

public sealed class TogetherPageTests(DemoHost demo)
{
    private readonly Browser _browser = demo.Host.TherapistsBrowser();

    [Fact]
    public async Task Together_Saved_IsThereAgainWithTheirClash()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);

        var page = await _browser.DoAsync(couple.Page("/assessment/together"), "together",
            ("ModeOfA", "detached-protector"), ("ModeOfB", "angry-child"), ("MovesFirst", "B"), ("YearsOfDistress", "8,5"), ("NotKnownYet.money", "Whose account?"));

        Assert.Equal(
            ["detached-protector", "angry-child", "B", "8.5", "Whose account?"],
            new[] { "ModeOfA", "ModeOfB", "MovesFirst", "YearsOfDistress", "NotKnownYet.money" }.SelectMany(name => page.Chosen("together", name)));
        var text = page.Text;
        Assert.Contains("longer than the six years", text, StringComparison.Ordinal);
        Assert.Contains("Bo usually moves first.", text, StringComparison.Ordinal);
        Assert.Contains("Alma, from “going away inside”", text, StringComparison.Ordinal);
        Assert.Contains("Yourself, from “", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Proposed from their mode scores", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Together_NothingSet_TheScoresProposeAndSaySo()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.DoAsync(new AssessPartner { Partner = Partner.A, SchemaModes = ImmutableSortedDictionary<string, double>.Empty.Add("detached-protector", 4) });
        Assert.Contains("How they set each other off is not clear yet.", (await _browser.GetAsync(couple.Page("/assessment/together"))).Text, StringComparison.Ordinal);
        await couple.DoAsync(new AssessPartner { Partner = Partner.B, SchemaModes = ImmutableSortedDictionary<string, double>.Empty.Add("angry-child", 4) });

        Assert.Contains("Proposed from their mode scores; set it above as you see it.", (await _browser.GetAsync(couple.Page("/assessment/together"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Together_YearsThatCannotBe_KeepsWhatWasTyped()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);

        var page = await _browser.SubmitAsync(await _browser.GetAsync(couple.Page("/assessment/together")), "together", ("YearsOfDistress", "a lot"), ("ModeOfA", "clown"), ("NotKnownYet.money", "all of it"));

        Assert.Contains("APP001", page.Refusal, StringComparison.Ordinal);
        Assert.Equal(["a lot", "clown", "all of it"], new[] { "YearsOfDistress", "ModeOfA", "NotKnownYet.money" }.SelectMany(name => page.Chosen("together", name)));
    }

    /// <summary>Safety is asked apart from this page, so nothing here leads to it.</summary>
    [Fact]
    public async Task Together_Always_LeadsNowhereThatIsAskedAlone()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);

        Assert.DoesNotContain("/safety/", (await _browser.GetAsync(couple.Page("/assessment/together"))).Body, StringComparison.Ordinal);
    }
}
