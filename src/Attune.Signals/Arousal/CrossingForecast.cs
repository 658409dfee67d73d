namespace Attune.Signals.Arousal;

/// <summary>Whether a forecast could be made.</summary>
public enum CrossingStanding
{
    /// <summary>The window of the trend is not filled since the start or the last gap.</summary>
    TooLittleHeard = 1,

    /// <summary>The rate lies above the level already.</summary>
    AlreadyAbove = 2,

    /// <summary>Even the early end of the interval lies beyond the horizon.</summary>
    NotInSight = 3,

    /// <summary>The rate may pass the level within the horizon.</summary>
    InSight = 4,
}

/// <summary>
/// When the rate of the last 15 s will pass the level, by a local straight trend, with an interval of 80%. Times in s from
/// <paramref name="At"/>; infinity = beyond the horizon of 10 minutes, so an interval may be open. <c>default</c> means nothing.
/// </summary>
/// <param name="Standing">Whether there is one; times are infinite unless it is <see cref="CrossingStanding.InSight"/>.</param>
/// <param name="At">The moment it was made, in the heart's own time.</param>
/// <param name="EarliestSeconds">In 10 of 100 such cases it comes before this.</param>
/// <param name="MiddleSeconds">In half of them.</param>
/// <param name="LatestSeconds">In 90 of 100.</param>
/// <param name="SlopeBpmPerMinute">The trend; NaN when there is none.</param>
/// <param name="Provenance">What it was made with; null only in <c>default</c>.</param>
public readonly record struct CrossingForecast(
    CrossingStanding Standing,
    TimeSpan At,
    double EarliestSeconds,
    double MiddleSeconds,
    double LatestSeconds,
    double SlopeBpmPerMinute,
    ForecastProvenance Provenance)
{
    internal static CrossingForecast None(CrossingStanding standing, TimeSpan at, ForecastProvenance provenance) =>
        new(standing, at, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, double.NaN, provenance);
}
