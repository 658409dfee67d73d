using Attune.App.Door;
using Attune.App.Edge;
using Attune.App.Tests.Support;

namespace Attune.App.Tests.Door;

/// <summary>A short number in place of the passphrase: what it opens, and how soon it is forgotten.</summary>
public sealed class QuickUnlockTests
{
    private const string Number = "493817";

    [Theory]
    [InlineData("49381", "49381", "DOR006")]
    [InlineData("4938171234567", "4938171234567", "DOR006")]
    [InlineData("49381a", "49381a", "DOR006")]
    [InlineData("", "", "DOR006")]
    [InlineData("777777", "777777", "DOR007")]
    [InlineData("123456", "123456", "DOR007")]
    [InlineData("987654", "987654", "DOR007")]
    [InlineData("493817", "493818", "DOR008")]
    public void Set_NotGood_SaysWhyAndKeepsWhatWasSet(string number, string again, string code)
    {
        var quick = new QuickUnlock();
        Assert.Empty(quick.Set(Number, Number));

        Assert.Equal(code, Assert.Single(quick.Set(number, again)).Code);

        Assert.True(quick.Opens(Number));
    }

    [Fact]
    public void Opens_NothingSet_IsNever() => Assert.False(new QuickUnlock().Opens(""));

    [Fact]
    public void Tried_FiveWrongInARow_ForgetsIt()
    {
        var quick = new QuickUnlock();
        quick.Set(Number, Number);
        foreach (var right in new[] { false, false, false, false, true, false, false, false, false })
            quick.Tried(right);
        Assert.True(quick.Opens(Number));

        quick.Tried(false);

        Assert.Equal((false, false), (quick.IsSet, quick.Opens(Number)));
    }

    [Fact]
    public async Task Number_SetOnTheSettings_UnlocksAfterAHandOver_AndNotASealedRecord()
    {
        await using var host = await RunningHost.DemoAsync(signsInAtOnce: false);
        var therapist = host.TherapistsBrowser();
        var refused = await therapist.SubmitAsync(await therapist.GetAsync("/settings"), "quick", ("Number", "12"), ("NumberAgain", "12"));
        Assert.Contains("DOR006", refused.Refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"12\"", refused.Body, StringComparison.Ordinal);
        await therapist.SubmitAsync(await therapist.GetAsync("/settings"), "quick", ("Number", Number), ("NumberAgain", Number));
        Assert.Contains("a number is set", (await therapist.GetAsync("/settings")).Text, StringComparison.Ordinal);

        var handedBack = host.BrowserAs(RunningHost.HandedBack);
        var locked = await handedBack.GetAsync("/handed-back");
        Assert.Contains("DOR004", (await handedBack.SubmitAsync(locked, "unlock", ("Passphrase", "493818"))).Refusal, StringComparison.Ordinal);
        Assert.Equal(RunningHost.Demo("/sessions/6/ask"), (await handedBack.SubmitAsync(locked, "unlock", ("Passphrase", Number))).Location);

        host.Door.Seal();
        var trusted = host.BrowserAs(new BrowserSession.Trusted());
        var unseal = await trusted.GetAsync("/unseal");
        Assert.Contains("DOR004", (await trusted.SubmitAsync(unseal, "unseal", ("Passphrase", Number))).Refusal, StringComparison.Ordinal);
        await trusted.SubmitAsync(unseal, "unseal", ("Passphrase", RunningHost.Passphrase));
        Assert.Contains("none is set", (await trusted.GetAsync("/settings")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_Forgotten_OpensNothingAndThePassphraseDoes()
    {
        await using var host = await RunningHost.DemoAsync(signsInAtOnce: false);
        var therapist = host.TherapistsBrowser();
        await therapist.SubmitAsync(await therapist.GetAsync("/settings"), "quick", ("Number", Number), ("NumberAgain", Number));
        Assert.Contains("Your number, or the passphrase", (await host.BrowserAs(new BrowserSession.Trusted()).GetAsync("/sign-in")).Text, StringComparison.Ordinal);

        await therapist.SubmitAsync(await therapist.GetAsync("/settings"), "forget");

        var trusted = host.BrowserAs(new BrowserSession.Trusted());
        var page = await trusted.GetAsync("/sign-in");
        Assert.DoesNotContain("Your number", page.Text, StringComparison.Ordinal);
        Assert.Contains("DOR004", (await trusted.SubmitAsync(page, "sign-in", ("Passphrase", Number))).Refusal, StringComparison.Ordinal);
        Assert.Equal("/couples", (await trusted.SubmitAsync(page, "sign-in", ("Passphrase", RunningHost.Passphrase))).Location);
    }
}
