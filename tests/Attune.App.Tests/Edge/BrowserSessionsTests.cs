using Attune.App.Edge;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Practice.Viewing;
using Microsoft.Extensions.Time.Testing;

namespace Attune.App.Tests.Edge;

public sealed class BrowserSessionsTests
{
    private static readonly BrowserSession Therapist = new BrowserSession.SignedIn(new TherapistId(new Guid("0192f0aa-0000-7000-8000-0000000000aa")));

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly BrowserSessions _sessions;

    public BrowserSessionsTests() => _sessions = new BrowserSessions(_time);

    [Fact]
    public void Find_TherapistIdleForTooLong_IsSignedOutAndStaysSo()
    {
        var name = _sessions.Begin(Therapist);

        _time.Advance(BrowserSessions.Idle + TimeSpan.FromSeconds(1));

        Assert.IsType<BrowserSession.Trusted>(_sessions.Find(name));
        Assert.IsType<BrowserSession.Trusted>(_sessions.Find(name));
    }

    [Fact]
    public void Find_TherapistWhoKeepsWorking_StaysSignedIn()
    {
        var name = _sessions.Begin(Therapist);

        for (var i = 0; i < 5; i++)
        {
            _time.Advance(BrowserSessions.Idle - TimeSpan.FromSeconds(1));
            Assert.Equal(Therapist, _sessions.Find(name));
        }
    }

    /// <summary>A partner who takes their time must not fall back to something that can sign in.</summary>
    [Fact]
    public void Find_HandedOverForADay_IsStillOnlyHandedOver()
    {
        var name = _sessions.Begin(new BrowserSession.HandedOver(new Viewer.PartnerWithCheckIn(RunningHost.DemoCouple, Partner.A, 3)));

        _time.Advance(2 * BrowserSessions.Idle);

        Assert.IsType<BrowserSession.HandedOver>(_sessions.Find(name));
    }

    [Fact]
    public void Replace_OldName_IsForgotten()
    {
        var first = _sessions.Begin(new BrowserSession.Trusted());

        var second = _sessions.Replace(first, Therapist);

        Assert.NotEqual(first, second);
        Assert.Null(_sessions.Find(first));
        Assert.Equal(Therapist, _sessions.Find(second));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public void Find_NoSuchName_IsNobody(string? name) => Assert.Null(_sessions.Find(name));

    [Fact]
    public void SignEverybodyOut_EveryKind_IsOnlyTrustedAfterwards()
    {
        string[] names =
        [
            _sessions.Begin(Therapist), _sessions.Begin(new BrowserSession.HandedOver(new Viewer.PartnerWithCheckIn(RunningHost.DemoCouple, Partner.B, 1))),
            _sessions.Begin(RunningHost.HandedBack), _sessions.Begin(new BrowserSession.Trusted()),
        ];

        _sessions.SignEverybodyOut();

        Assert.All(names, name => Assert.IsType<BrowserSession.Trusted>(_sessions.Find(name)));
    }

    [Fact]
    public async Task Page_AfterTheIdleTime_AsksForThePassphraseAgain()
    {
        var folder = RunningHost.NewFolder();
        await using var host = await RunningHost.OverAsync(folder, _time);
        await host.Door.CreateAsync("Robin", RunningHost.Passphrase, TestContext.Current.CancellationToken);
        var browser = host.TherapistsBrowser();
        Assert.Null((await browser.GetAsync("/couples")).Location);

        _time.Advance(BrowserSessions.Idle + TimeSpan.FromMinutes(1));

        Assert.Equal("/sign-in", (await browser.GetAsync("/couples")).Location);
    }
}
