namespace Attune.Signals.Arousal;

/// <summary>
/// Intervals as whole numbers of 2^-20 ms, in which ms and 1/1024 s are exact: a running sum in them forgets what it gave up, whatever
/// the order, so the streaming and the whole form agree to the last bit.
/// </summary>
internal static class TrailingSum
{
    /// <summary>How far back <see cref="RateChoice.MeanOfLast15"/> looks, in ms: a beat that ended exactly so long ago is outside.</summary>
    internal const double WindowMs = 15_000;

    private const double UnitsPerMs = 1 << 20;
    private const double UnitsPerMinute = 60_000 * UnitsPerMs;

    /// <summary>Nearest number of units, 1 at least, so that a rate is finite whatever was recorded.</summary>
    internal static long Units(double ms) => Math.Max(1, (long)((ms * UnitsPerMs) + 0.5));

    internal static double Ms(long units) => units / UnitsPerMs;

    internal static double Bpm(int beats, long units) => beats * UnitsPerMinute / units;
}
