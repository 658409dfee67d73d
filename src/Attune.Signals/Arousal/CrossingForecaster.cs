using Attune.Signals.Arousal.Live;
using Attune.Signals.Beats;

namespace Attune.Signals.Arousal;

/// <summary>
/// Forecasts when the rate of the last 15 s passes a level. The rate is taken every 5 s; over the last minute a straight line is fitted by
/// generalised least squares for errors that fade with time (autoregressive of order 1), because neighbouring values of a 15 s mean share
/// most of their beats and a heart wanders. The interval follows from the line's own error, the wandering to come, and a slope that may
/// change; how large those are was chosen on simulated hearts (docs/hearts.md) and is our proposal. Nothing is allocated once it is made.
/// </summary>
public sealed class CrossingForecaster
{
    /// <summary>Name stored with every forecast.</summary>
    public const string Algorithm = "level-crossing-by-local-trend";

    /// <summary>Version stored with every forecast.</summary>
    public const int Version = 1;

    private const double StepMs = 5_000;
    private const int HorizonSeconds = 600;

    private const int Look = 5;

    // Whoever was above the level a moment ago needs no warning of it.
    private const int DownForSteps = 12;

    private readonly double levelBpm;
    private readonly ForecastSettings settings;
    private readonly ForecastProvenance provenance;
    private readonly TrendFit fit;
    private readonly double[] likeness;
    private readonly double[] recent;
    private int known;
    private double nextMs = double.NaN;
    private double lastRate;
    private int belowSteps;

    /// <summary>For a level in bpm. Throws unless it is a finite number.</summary>
    public CrossingForecaster(double levelBpm)
        : this(levelBpm, ForecastSettings.Chosen)
    {
    }

    internal CrossingForecaster(double levelBpm, ForecastSettings settings)
    {
        if (!double.IsFinite(levelBpm))
            throw new ArgumentOutOfRangeException(nameof(levelBpm), levelBpm, "A level is a rate.");
        (this.levelBpm, this.settings) = (levelBpm, settings);
        provenance = new(Algorithm, Version, levelBpm, settings);
        fit = new(settings);
        likeness = settings.LikenessByTheSecond(HorizonSeconds);
        recent = new double[settings.Points];
        Forecast = CrossingForecast.None(CrossingStanding.TooLittleHeard, TimeSpan.Zero, provenance);
    }

    /// <summary>The latest forecast.</summary>
    public CrossingForecast Forecast { get; private set; }

    /// <summary>
    /// Whether to signal now, before the level is reached: the middle of the forecast lies within 90 s and its end within sight. Once on
    /// it stays until the middle has moved beyond 3 minutes, so that it does not flicker; above the level, and for a minute after, it is off: the state says it then.
    /// </summary>
    public bool IsWarning { get; private set; }

    /// <summary>Forgets everything, as after a gap.</summary>
    public void Restart()
    {
        (known, belowSteps, nextMs, IsWarning) = (0, 0, double.NaN, false);
        Forecast = CrossingForecast.None(CrossingStanding.TooLittleHeard, Forecast.At, provenance);
    }

    /// <summary>Takes the rate at a moment. Moments must not fall; throws for a rate that is not finite.</summary>
    /// <returns>Whether the forecast is a new one.</returns>
    public bool Take(double ms, double rateBpm)
    {
        if (!double.IsFinite(rateBpm))
            throw new ArgumentOutOfRangeException(nameof(rateBpm), rateBpm, "A rate that is known is a finite number.");
        if (double.IsNaN(nextMs))
            (nextMs, lastRate) = (ms + ShownState.WarmMs, rateBpm);
        var isNew = false;
        for (; nextMs <= ms; nextMs += StepMs)
        {
            Add(nextMs == ms ? rateBpm : lastRate);
            Renew(BeatSeries.FromMs(nextMs));
            isNew = true;
        }

        lastRate = rateBpm;
        IsWarning &= !IsAbove(rateBpm);
        return isNew;
    }

    private void Add(double rate)
    {
        if (known == recent.Length)
            recent.AsSpan(1).CopyTo(recent);
        else
            known++;
        recent[known - 1] = rate;
    }

    private void Renew(TimeSpan at)
    {
        Forecast = Made(at);
        belowSteps = Forecast.Standing is CrossingStanding.AlreadyAbove ? 0 : belowSteps + 1;
        IsWarning = Forecast.Standing is CrossingStanding.InSight
            && belowSteps > DownForSteps
            && (IsWarning
                ? Forecast.MiddleSeconds <= settings.WarningEndsSeconds
                : Forecast.MiddleSeconds <= settings.WarningSeconds && Forecast.LatestSeconds <= settings.WarningLatestSeconds);
    }

    private CrossingForecast Made(TimeSpan at)
    {
        if (known < recent.Length)
            return CrossingForecast.None(CrossingStanding.TooLittleHeard, at, provenance);
        if (IsAbove(recent[^1]))
            return CrossingForecast.None(CrossingStanding.AlreadyAbove, at, provenance);

        var line = fit.To(recent);
        var slope = 60 * line.SlopePerSecond;
        var earliest = SecondsUntil(line, -settings.Spread);
        return double.IsPositiveInfinity(earliest)
            ? CrossingForecast.None(CrossingStanding.NotInSight, at, provenance) with { SlopeBpmPerMinute = slope }
            : new(CrossingStanding.InSight, at, earliest, SecondsUntil(line, 0), SecondsUntil(line, settings.Spread), slope, provenance);
    }

    private bool IsAbove(double rateBpm) => rateBpm > levelBpm + ArousalLevels.Tolerance;

    /// <summary>
    /// First moment at which the line stands so many deviations above the level: looked for every 5 s, then every second, then on the
    /// straight line between.
    /// </summary>
    private double SecondsUntil(in TrendLine line, double deviations)
    {
        if (Height(line, 0, deviations) >= 0)
            return 0;
        var found = Look;
        while (found <= HorizonSeconds && Height(line, found, deviations) < 0)
            found += Look;
        if (found > HorizonSeconds)
            return double.PositiveInfinity;

        var second = found - Look + 1;
        while (second < found && Height(line, second, deviations) < 0)
            second++;
        var height = Height(line, second, deviations);
        return second - (height / (height - Height(line, second - 1, deviations)));
    }

    private double Height(in TrendLine line, int second, double deviations)
    {
        var height = line.At(second, likeness[second]) - levelBpm;
        return deviations == 0 ? height : height - (deviations * Math.Sqrt(line.VarianceAt(second, likeness[second], settings.SlopeDrift)));
    }
}
