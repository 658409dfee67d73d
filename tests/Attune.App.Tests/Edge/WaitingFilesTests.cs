using Attune.App.Edge;
using Attune.Practice.Viewing;
using Microsoft.Extensions.Time.Testing;

namespace Attune.App.Tests.Edge;

/// <summary>A recording that is looked at lies in memory, in one browser, for a while.</summary>
public sealed class WaitingFilesTests
{
    private static readonly BrowserSession Therapist = new BrowserSession.SignedIn(new TherapistId(new Guid("0192f0aa-0000-7000-8000-0000000000aa")));
    private static readonly Guid Couple = new("0192f0aa-0000-7000-8000-0000000000cc");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly BrowserSessions _sessions;
    private readonly string _name;

    public WaitingFilesTests()
    {
        _sessions = new BrowserSessions(_time);
        _name = _sessions.Begin(Therapist);
        _sessions.Keep(_name, File("a"));
    }

    [Fact]
    public void Find_ThatBrowserCoupleAndSession_HasIt()
    {
        Assert.Equal("a", _sessions.FindWaiting(_name, Couple, 3)?.Id);
        Assert.Null(_sessions.FindWaiting(_name, Couple, 4));
        Assert.Null(_sessions.FindWaiting(_name, Guid.Empty, 3));
        Assert.Null(_sessions.FindWaiting(_sessions.Begin(Therapist), Couple, 3));
        Assert.Null(_sessions.FindWaiting(null, Couple, 3));
    }

    [Fact]
    public void Find_AfterItsTime_HasNothing()
    {
        _time.Advance(WaitingFiles.KeptFor - TimeSpan.FromSeconds(1));
        Assert.NotNull(_sessions.FindWaiting(_name, Couple, 3));

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(_sessions.FindWaiting(_name, Couple, 3));
    }

    /// <summary>The clock of an earlier file does not take a later one away.</summary>
    [Fact]
    public void Keep_Another_TakesItsPlaceForTheWholeTime()
    {
        _time.Advance(WaitingFiles.KeptFor / 2);
        _sessions.Keep(_name, File("b"));
        _time.Advance(WaitingFiles.KeptFor / 2 + TimeSpan.FromSeconds(1));

        Assert.Equal("b", _sessions.FindWaiting(_name, Couple, 3)?.Id);
    }

    [Fact]
    public void Sealed_HandedOverOrDropped_HasNothing()
    {
        var other = _sessions.Begin(Therapist);
        _sessions.Keep(other, File("b"));
        var again = _sessions.Replace(_name, Therapist);
        Assert.Null(_sessions.FindWaiting(again, Couple, 3));
        Assert.Null(_sessions.FindWaiting(_name, Couple, 3));

        _sessions.SignEverybodyOut();
        Assert.Null(_sessions.FindWaiting(other, Couple, 3));

        var third = _sessions.Begin(Therapist);
        _sessions.Keep(third, File("c"));
        _sessions.Drop(third);
        Assert.Null(_sessions.FindWaiting(third, Couple, 3));
    }

    [Fact]
    public void Keep_NotSignedIn_IsNotKept()
    {
        var stranger = _sessions.Begin(new BrowserSession.Trusted());

        _sessions.Keep(stranger, File("b"));
        _sessions.Keep("made up", File("b"));

        Assert.Null(_sessions.FindWaiting(stranger, Couple, 3));
    }

    [Fact]
    public void Keep_MoreThanTheBound_TheOldestGoes()
    {
        var waiting = new WaitingFiles(_time);
        for (var i = 0; i < 5; i++)
        {
            waiting.Keep($"browser-{i}", File("x") with { Content = new byte[WaitingFiles.MostBytes / 4] });
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([false, true, true, true, true], Enumerable.Range(0, 5).Select(i => waiting.Find($"browser-{i}", Couple, 3) is not null));
    }

    private static WaitingFile File(string id) => new(id, Couple, 3, "heart.txt", [1, 2, 3]);
}
