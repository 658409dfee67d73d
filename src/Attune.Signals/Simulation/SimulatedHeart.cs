using System.Globalization;
using System.Text;
using Attune.Signals.Beats;

namespace Attune.Signals.Simulation;

/// <summary>
/// A made-up heart for demos and tests: the same course and seed give the same beats, bit for bit, on every platform (only additions,
/// multiplications and divisions are used). Intervals are whole ms, as sensors write them.
/// </summary>
/// <remarks>
/// Beat-to-beat noise has three parts: breathing (a wave of about 4 s), slow wandering and white noise. All shrink with the square
/// of the interval, as variability does when a heart beats faster. Their sizes are our proposal, chosen for a plausible look
/// (an RMSSD of some 30 ms at 65 bpm); no statement about hearts should be drawn from them.
/// </remarks>
public sealed class SimulatedHeart
{
    private const double BreathMs = 26;
    private const double WanderMs = 22;
    private const double WhiteMs = 9;
    private const double BreathSeconds = 4.2;
    private const double WanderMemory = 0.97;
    private const double UnitIntervalMs = 900;

    private SimulatedHeart(ulong seed, HeartCourse course, BeatSeries beats) => (Seed, Course, Beats) = (seed, course, beats);

    /// <summary>The seed it was made with.</summary>
    public ulong Seed { get; }

    /// <summary>The course it was made from.</summary>
    public HeartCourse Course { get; }

    /// <summary>The beats, in whole ms between 300 and 2000.</summary>
    public BeatSeries Beats { get; }

    /// <summary>Makes the beats. Throws for a course outside its stated bounds.</summary>
    public static SimulatedHeart Record(HeartCourse course, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(course);
        course.Require();
        var intervals = new List<double>();
        var (second, breath, wander) = (0.0, SplitMix64.UnitAt(seed, 0), 0.0);
        for (var beat = 1UL; second < course.Length.TotalSeconds; beat++)
        {
            var mean = BeatSeries.MillisecondsPerMinute / course.RateAt(second);
            var scale = mean / UnitIntervalMs * (mean / UnitIntervalMs);
            wander = (WanderMemory * wander) + ((1 - WanderMemory) * 8 * SplitMix64.BellAt(seed, 2 * beat));
            var noise = (BreathMs * Wave(breath)) + (WanderMs * wander) + (WhiteMs * SplitMix64.BellAt(seed, (2 * beat) + 1));
            var interval = Math.Clamp(Math.Round(mean + (scale * noise)), 300, 2_000);
            intervals.Add(interval);
            second += interval / 1_000;
            breath += interval / 1_000 / BreathSeconds;
        }

        return new(seed, course, BeatSeries.FromIntervals(intervals.ToArray()));
    }

    /// <summary>The recording as a plain text file: one whole number of ms per line, every line ended by a line feed.</summary>
    public string ToPlainText()
    {
        var text = new StringBuilder(Beats.Count * 4);
        foreach (var interval in Beats.IntervalsMs)
            text.Append(CultureInfo.InvariantCulture, $"{interval:0}\n");
        return text.ToString();
    }

    /// <summary>A wave of period 1 between -1 and 1 out of parabolas: close to a sine, and the same on every processor.</summary>
    private static double Wave(double turns)
    {
        var x = turns - Math.Floor(turns);
        return x < 0.5 ? 16 * x * (0.5 - x) : -16 * (x - 0.5) * (1 - x);
    }
}
