using System.Collections.Immutable;

namespace Attune.Signals.Arousal;

/// <summary>
/// The heart rate that an episode is looked for in, for drawing: slot i covers [<paramref name="EdgesMs"/>[i], <paramref name="EdgesMs"/>[i + 1]), counted from the first
/// sample. Slots are beats or whole seconds, as the choice has it. No beats: one edge or none, no rates.
/// </summary>
/// <param name="EdgesMs">In ms, never falling; one more than there are rates.</param>
/// <param name="RatesBpm">In bpm; NaN where no beat is known.</param>
/// <param name="Choice">How the rate was taken.</param>
public sealed record RateCourse(ImmutableArray<double> EdgesMs, ImmutableArray<double> RatesBpm, RateChoice Choice)
{
    /// <summary>
    /// The time-weighted mean rate in each of <paramref name="count"/> equal parts of the whole, in order; NaN for a part without a known rate. For a small picture of a long
    /// recording. Throws for fewer parts than one.
    /// </summary>
    public ImmutableArray<double> Thinned(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var (sums, weights) = (new double[count], new double[count]);
        var width = EdgesMs.IsDefaultOrEmpty ? 0 : EdgesMs[^1] / count;
        for (var i = 0; i < RatesBpm.Length && width > 0; i++)
        {
            if (double.IsNaN(RatesBpm[i]))
                continue;
            var last = Math.Min(count - 1, (int)(EdgesMs[i + 1] / width));
            for (var part = Math.Min(count - 1, (int)(EdgesMs[i] / width)); part <= last; part++)
            {
                var shared = Math.Max(0, Math.Min(EdgesMs[i + 1], (part + 1) * width) - Math.Max(EdgesMs[i], part * width));
                sums[part] += shared * RatesBpm[i];
                weights[part] += shared;
            }
        }

        var thinned = ImmutableArray.CreateBuilder<double>(count);
        for (var part = 0; part < count; part++)
            thinned.Add(sums[part] / weights[part]);
        return thinned.MoveToImmutable();
    }
}
