namespace Attune.Signals.BeatDetection;

/// <summary>Centred moving averages by running sums. What lies outside the wave is taken as its first or last value, so that a level makes no step.</summary>
internal static class RunningMeans
{
    /// <summary>Half the width that an odd window of about some seconds has: it takes 2 h + 1 samples.</summary>
    internal static int Half(double seconds, double samplesPerSecond) => (int)Math.Round(seconds * samplesPerSecond / 2);

    internal static void Of(ReadOnlySpan<double> wave, int half, Span<double> means)
    {
        var last = wave.Length - 1;
        var (sum, share) = (0.0, 1.0 / ((2 * half) + 1));
        for (var k = -half; k <= half; k++)
            sum += wave[Math.Clamp(k, 0, last)];
        means[0] = sum * share;
        var whole = Math.Min(half, last);
        var i = 1;
        for (; i <= whole; i++)
            means[i] = (sum += wave[Math.Min(i + half, last)] - wave[0]) * share;
        var count = last - half - i + 1;
        if (count > 0)
        {
            var come = wave.Slice(i + half, count);
            var gone = wave.Slice(i - half - 1, count);
            var into = means.Slice(i, count);
            for (var k = 0; k < into.Length; k++)
            {
                sum += come[k] - gone[k];
                into[k] = sum * share;
            }

            i += count;
        }

        for (; i <= last; i++)
            means[i] = (sum += wave[last] - wave[Math.Max(0, i - half - 1)]) * share;
    }
}
