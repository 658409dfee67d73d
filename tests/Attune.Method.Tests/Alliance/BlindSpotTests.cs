using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.Tests.Cases;

namespace Attune.Method.Tests.Alliance;

public class BlindSpotTests
{
    [Fact]
    public void Of_GuessesTooHigh_AreOffByTheMeanOfTheLastFour()
    {
        var spot = Read((7, 2), (6, 5), (6, 5), (6, 6), (6, 4));

        Assert.Equal([5, 1, 1, 0, 2], spot.Sessions.Select(session => session.Difference));
        Assert.Equal([5.0, 3, 7 / 3.0, 7 / 4.0, 1], spot.Sessions.Select(session => session.Mean));
        Assert.Equal([1, 2, 3, 4, 4], spot.Sessions.Select(session => session.Over));
        Assert.True(spot.Last!.IsOff);
    }

    [Theory]
    [InlineData(4, 5, true)]
    [InlineData(5, 5, false)]
    public void IsOff_EitherWay_FromOneSd(int guess, int answer, bool off) => Assert.Equal(off, Read((guess, answer)).Last!.IsOff);

    [Fact]
    public void Of_NoGuessOrNoAnswer_StaysMissing()
    {
        var spot = Read((6, 4), (null, 4), (6, null));

        Assert.Equal([2, null, null], spot.Sessions.Select(session => session.Difference));
        Assert.Equal((2.0, 1), (spot.Last!.Mean, spot.Last.Over));
        Assert.Null(Read((null, null)).Last!.Mean);
        Assert.False(Read((null, null)).Last!.IsOff);
        Assert.Null(Read().Last);
    }

    // A guess of 7 for somebody who always says 7 has not been tested.
    [Fact]
    public void Of_FlatAnswers_AreShownAndNotCounted()
    {
        var spot = Read((7, 7), (7, 7), (7, 7), (7, 7), (3, 7));

        Assert.Equal([false, false, false, true, true], spot.Sessions.Select(session => session.IsFlat));
        Assert.Equal(-4, spot.Last!.Difference);
        Assert.Equal((0.0, 3), (spot.Last.Mean, spot.Last.Over));
    }

    [Theory]
    [InlineData(true, true, TensionSeen.ByBoth)]
    [InlineData(true, false, TensionSeen.ByPartnerOnly)]
    [InlineData(false, true, TensionSeen.ByTherapistOnly)]
    [InlineData(false, false, TensionSeen.ByNeither)]
    [InlineData(true, null, TensionSeen.CannotTell)]
    [InlineData(null, true, TensionSeen.CannotTell)]
    public void Tension_ToldAndNoticed_SaysWhoSawIt(bool? told, bool? noticed, TensionSeen seen)
    {
        var form = new CheckInAnswers { Tension = told is { } any ? new TensionAnswer { Any = any } : null };
        var course = new ToldCourse().Session(null, form);
        course.Then(new PartnerDebriefed { At = course.Now, Session = 1, Partner = Partner.B, Tension = noticed });

        Assert.Equal(seen, BlindSpot.Of(course.Couple, Partner.B).Last!.Tension);
    }

    private static BlindSpot Read(params (int? Guess, int? Answer)[] sessions)
    {
        var course = new ToldCourse();
        for (var i = 0; i < sessions.Length; i++)
        {
            course.Session(sessions[i].Answer is { } bond ? new CheckInAnswers { Bond = bond } : null);
            course.Then(new PartnerDebriefed { At = course.Now, Session = i + 1, Partner = Partner.A, GuessedBond = sessions[i].Guess });
        }
        return BlindSpot.Of(course.Couple, Partner.A);
    }
}
