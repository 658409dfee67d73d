using Attune.Signals.Artefacts;
using Attune.Signals.Beats;
using Attune.Signals.Simulation;

namespace Attune.Signals.Tests.Simulation;

public sealed class SensorFaultsTests
{
    private static readonly SensorFaults Faults = new()
    {
        EctopicShare = 0.01,
        MissedShare = 0.02,
        ExtraShare = 0.01,
        Dropouts = [new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6))],
    };

    private static readonly BeatSeries Heart = SimulatedHeart.Record(new(TimeSpan.FromMinutes(30), 72), 5).Beats;

    [Fact]
    public void Recorded_SameSeed_GivesTheSameBeats()
    {
        Assert.Equal(Faults.Recorded(Heart, 1).IntervalsMs.ToArray(), Faults.Recorded(Heart, 1).IntervalsMs.ToArray());
        Assert.NotEqual(Faults.Recorded(Heart, 1).IntervalsMs.ToArray(), Faults.Recorded(Heart, 2).IntervalsMs.ToArray());
    }

    [Fact]
    public void Recorded_NoFaults_IsTheHeart() =>
        Assert.Equal(Heart.IntervalsMs.ToArray(), new SensorFaults().Recorded(Heart, 1).IntervalsMs.ToArray());

    [Fact]
    public void Recorded_BadBeats_KeepsTime() =>
        Assert.Equal(Heart.Duration, (Faults with { Dropouts = [] }).Recorded(Heart, 1).Duration);

    [Fact]
    public void Recorded_Dropout_IsOneLongInterval()
    {
        var recorded = (new SensorFaults { Dropouts = Faults.Dropouts }).Recorded(Heart, 1);

        Assert.Equal(1, recorded.IntervalsMs.ToArray().Count(ms => ms > 2_000));
        Assert.Equal(60_500, recorded.IntervalsMs.ToArray().Max(), 1_000.0);
        Assert.Equal(Heart.Duration, recorded.Duration);
    }

    [Fact]
    public void Recorded_BadBeats_AreMostlyFoundByTheLiveRule()
    {
        var recorded = (Faults with { Dropouts = [] }).Recorded(Heart, 1);

        // Each fault makes one or two intervals, and the rule takes their neighbours with them at times.
        Assert.InRange(ArtefactRules.Correct(recorded, ArtefactRule.RangeThenKarlssonLive).ShareTouched, 0.03, 0.12);
        Assert.Equal(0, ArtefactRules.Correct(Heart, ArtefactRule.RangeThenKarlssonLive).ShareTouched, 0.002);
    }

    [Fact]
    public void Recorded_ShareThatIsNone_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SensorFaults { MissedShare = 1.1 }.Recorded(Heart, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SensorFaults { ExtraShare = double.NaN }.Recorded(Heart, 1));
    }

    [Fact]
    public void RateAt_Trends_AddUpAndStay()
    {
        var course = new HeartCourse(TimeSpan.FromMinutes(30), 84)
        {
            Trends = [new(TimeSpan.FromMinutes(5), 4, TimeSpan.FromMinutes(4)), new(TimeSpan.FromMinutes(7), -1, TimeSpan.FromMinutes(10))],
        };

        Assert.Equal(84, course.RateAt(TimeSpan.FromMinutes(5)));
        Assert.Equal(88, course.RateAt(TimeSpan.FromMinutes(6)), 1e-9);
        Assert.Equal(98, course.RateAt(TimeSpan.FromMinutes(9)), 1e-9);
        Assert.Equal(90, course.RateAt(TimeSpan.FromMinutes(25)), 1e-9);
        Assert.Equal(40, (course with { Trends = [new(TimeSpan.Zero, -50, TimeSpan.FromMinutes(5))] }).RateAt(TimeSpan.FromMinutes(9)));
        Assert.Throws<ArgumentOutOfRangeException>(() => SimulatedHeart.Record(
            course with { Trends = [new(TimeSpan.Zero, double.NaN, TimeSpan.Zero)] }, 1));
    }
}
