namespace Attune.Signals.Arousal;

/// <summary>
/// Sizes that the forecast rests on; stored with every forecast. All are our proposal, chosen on simulated hearts (docs/hearts.md says how).
/// </summary>
public sealed record ForecastSettings
{
    internal static readonly ForecastSettings Chosen = new();

    internal ForecastSettings()
    {
    }

    /// <summary>Values of the rate in the window: 13.</summary>
    public int Points { get; internal init; } = 13;

    /// <summary>Time between two of them, in s: 5.</summary>
    public double StepSeconds { get; internal init; } = 5;

    /// <summary>Time in which the likeness of errors falls to 1/e, in s: 25.</summary>
    public double MemorySeconds { get; internal init; } = 25;

    /// <summary>Deviation of the rate about its trend that is expected before anything is seen, in bpm: 1.6.</summary>
    public double UsualDeviationBpm { get; internal init; } = 1.6;

    /// <summary>Weight of <see cref="UsualDeviationBpm"/>, in points: 12.</summary>
    public double UsualWeight { get; internal init; } = 12;

    /// <summary>How the slope may change: variance of it per s, in (bpm/s)^2 / s.</summary>
    public double SlopeDrift { get; internal init; } = 1e-5;

    /// <summary>Deviations on each side of the middle that hold 80%: 1.2816.</summary>
    public double Spread { get; internal init; } = 1.2816;

    /// <summary>A warning begins when the middle of the forecast lies at most so far ahead, in s: 90.</summary>
    public double WarningSeconds { get; internal init; } = 90;

    /// <summary>And its end at most so far, in s: 300.</summary>
    public double WarningLatestSeconds { get; internal init; } = 300;

    /// <summary>A warning ends when the middle lies farther ahead than this, in s: 180.</summary>
    public double WarningEndsSeconds { get; internal init; } = 180;

    internal double LikenessAfter(double seconds) => Math.Exp(-seconds / MemorySeconds);

    /// <summary>The same for the whole seconds 0, 1, ..., the last included.</summary>
    internal double[] LikenessByTheSecond(int last) => [.. Enumerable.Range(0, last + 1).Select(second => LikenessAfter(second))];
}

/// <summary>What a forecast was made with. One object for all forecasts of a <see cref="CrossingForecaster"/>.</summary>
/// <param name="Algorithm">Name of the computation.</param>
/// <param name="Version">Raised when the same rates would give another forecast.</param>
/// <param name="LevelBpm">The level to be passed, in bpm; the whole of what a forecast takes from <see cref="ArousalLevels"/>.</param>
/// <param name="Settings">The sizes.</param>
public sealed record ForecastProvenance(string Algorithm, int Version, double LevelBpm, ForecastSettings Settings);
