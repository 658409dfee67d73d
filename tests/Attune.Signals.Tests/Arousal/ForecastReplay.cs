using Attune.Signals.Arousal;
using Attune.Signals.Artefacts;
using Attune.Signals.Beats;
using Attune.Signals.Simulation;

namespace Attune.Signals.Tests.Arousal;

/// <summary>How forecasts and warnings did on a recording, looked at afterwards.</summary>
internal static class ForecastReplay
{
    internal const double LevelBpm = 100;

    /// <summary>A warning is false when the level is not passed while it is on, nor within this time after its start.</summary>
    private const double KeptWithinSeconds = 180;

    // A rate that dips below the level for less than this has not been down: passing it again is not another crossing.
    private const double DownForSeconds = 60;

    internal sealed record Made(CrossingForecast Forecast, double CrossedAfterSeconds)
    {
        internal bool IsBounded => double.IsFinite(Forecast.LatestSeconds);

        internal bool Holds => CrossedAfterSeconds >= Forecast.EarliestSeconds && CrossedAfterSeconds <= Forecast.LatestSeconds;
    }

    internal sealed record Verdict(int Crossings, List<double> LeadsSeconds, int Warnings, int FalseWarnings, double HoursBelow)
    {
        internal static Verdict Sum(IEnumerable<Verdict> all) => all.Aggregate(
            new Verdict(0, [], 0, 0, 0),
            (sum, one) => new(
                sum.Crossings + one.Crossings,
                [.. sum.LeadsSeconds, .. one.LeadsSeconds],
                sum.Warnings + one.Warnings,
                sum.FalseWarnings + one.FalseWarnings,
                sum.HoursBelow + one.HoursBelow));

        internal double ShareWarned30 => (double)LeadsSeconds.Count(lead => lead >= 30) / Crossings;

        internal double FalsePerHour => FalseWarnings / HoursBelow;

        internal double MedianLead => LeadsSeconds.Count == 0 ? double.NaN : LeadsSeconds.Order().ElementAt(LeadsSeconds.Count / 2);

        internal string Said() => FormattableString.Invariant(
            $"{Crossings} crossings, {ShareWarned30:0.00} of them warned 30 s before, {(double)LeadsSeconds.Count / Crossings:0.00} at all, median lead {MedianLead:0} s; {Warnings} warnings, {FalseWarnings} false, {FalsePerHour:0.00} an hour over {HoursBelow:0.0} h");
    }

    /// <summary>A course with one straight climb through the level and far enough above it.</summary>
    internal static HeartCourse Climb(ulong seed)
    {
        var resting = 60 + (30 * SplitMix64.UnitAt(~seed, 1));
        var slope = 2 + (10 * SplitMix64.UnitAt(~seed, 2));
        var lasting = TimeSpan.FromMinutes((118 - resting) / slope);
        return new(TimeSpan.FromMinutes(5) + lasting, resting) { Trends = [new(TimeSpan.FromMinutes(3), slope, lasting)] };
    }

    /// <summary>An hour with four rises; about half reach the level.</summary>
    internal static HeartCourse Hour(ulong seed)
    {
        var resting = 62 + (22 * SplitMix64.UnitAt(~seed, 1));
        var rises = Enumerable.Range(0, 4).Select(i => new HeartRise(
            TimeSpan.FromMinutes(3 + (14 * i) + (3 * SplitMix64.UnitAt(~seed, (ulong)(10 + (4 * i))))),
            84 + (34 * SplitMix64.UnitAt(~seed, (ulong)(11 + (4 * i)))),
            TimeSpan.FromMinutes(0.5 + (3 * SplitMix64.UnitAt(~seed, (ulong)(12 + (4 * i))))))
        {
            Rising = TimeSpan.FromMinutes(1 + (4 * SplitMix64.UnitAt(~seed, (ulong)(13 + (4 * i))))),
            Falling = TimeSpan.FromMinutes(3),
        });
        return new(TimeSpan.FromMinutes(60), resting) { Rises = [.. rises] };
    }

    /// <summary>The forecasts made on a climb while the line had held for a whole window and the level was not reached.</summary>
    internal static List<Made> OnClimb(ulong seed, ForecastSettings settings)
    {
        var course = Climb(seed);
        var beats = SimulatedHeart.Record(course, seed).Beats;
        var earliest = 180 + ((settings.Points - 1) * settings.StepSeconds) + 15;
        var made = new List<CrossingForecast>();
        var crossed = double.NaN;
        Replay(beats, settings, LevelBpm, (second, rate, forecaster, isNew) =>
        {
            if (double.IsNaN(crossed) && rate > LevelBpm)
                crossed = second;
            if (isNew && double.IsNaN(crossed) && second >= earliest && forecaster.Forecast.Standing is CrossingStanding.InSight)
                made.Add(forecaster.Forecast);
        });
        return [.. made.Where(forecast => crossed > forecast.At.TotalSeconds).Select(forecast => new Made(forecast, crossed - forecast.At.TotalSeconds))];
    }

    internal static Verdict OfWarnings(BeatSeries beats, ForecastSettings settings, double levelBpm = LevelBpm)
    {
        var (crossings, warnings, falseOnes, secondsBelow) = (0, 0, 0, 0.0);
        var leads = new List<double>();
        var (warnedAt, downSince, before, isDown) = (double.NaN, double.NaN, 0.0, false);
        var open = double.NaN;
        Replay(beats, settings, levelBpm, (second, rate, forecaster, _) =>
        {
            if (rate <= levelBpm)
            {
                secondsBelow += second - before;
                downSince = double.IsNaN(downSince) ? second : downSince;
                isDown |= second - downSince >= DownForSeconds;
            }
            else
            {
                if (isDown)
                {
                    crossings++;
                    if (!double.IsNaN(warnedAt))
                        leads.Add(second - warnedAt);
                }

                open = warnedAt = double.NaN;
                (downSince, isDown) = (double.NaN, false);
            }

            before = second;
            if (forecaster.IsWarning && double.IsNaN(warnedAt))
            {
                warnings++;
                open = warnedAt = second;
            }
            else if (!forecaster.IsWarning)
            {
                warnedAt = double.NaN;
            }

            if (double.IsNaN(open) || second - open <= KeptWithinSeconds || forecaster.IsWarning)
                return;
            falseOnes++;
            open = double.NaN;
        });
        return new(crossings, leads, warnings, falseOnes, secondsBelow / 3_600);
    }

    private static void Replay(BeatSeries beats, ForecastSettings settings, double level, Action<double, double, CrossingForecaster, bool> look)
    {
        var corrected = ArtefactRules.Correct(beats, ArtefactRule.RangeThenKarlssonLive);
        var rates = RateTrack.Trailing(beats.EndsMs, corrected.IntervalsMs).RatesBpm;
        var forecaster = new CrossingForecaster(level, settings);
        for (var i = 0; i < rates.Length; i++)
        {
            if (rates[i] == RateTrack.Break)
                forecaster.Restart();
            if (!double.IsFinite(rates[i]))
                continue;
            var isNew = forecaster.Take(beats.EndsMs[i], rates[i]);
            look(beats.EndsMs[i] / 1_000, rates[i], forecaster, isNew);
        }
    }
}
