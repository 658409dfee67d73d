using System.Buffers;
using System.Collections.Immutable;

namespace Attune.Signals.Synchrony;

/// <summary>
/// How alike two regular series went, window by window and lag by lag. It describes: two hearts go together for many reasons (the same
/// talk, the same room, the same breath), and going together is neither good nor bad.
/// </summary>
/// <param name="Windows">Windows that fit with the room for their lags.</param>
/// <param name="Used">Those of them without a missing sample, in which both series move at every lag.</param>
/// <param name="Signed">Of Fisher's z as it is.</param>
/// <param name="Absolute">Of its size: moving against each other counts as moving together.</param>
/// <param name="Profile">Mean z over windows at every lag, from the most negative to the most positive. Empty without a used window.</param>
/// <param name="AbsoluteProfile">The same of sizes.</param>
/// <param name="Options">Rates, windows and lags.</param>
/// <param name="Algorithm">Name of the computation; with <paramref name="Version"/> its provenance.</param>
/// <param name="Version">Raised when the same series would give another result.</param>
public sealed record SynchronyFinding(
    int Windows,
    int Used,
    LagSummary Signed,
    LagSummary Absolute,
    ImmutableArray<double> Profile,
    ImmutableArray<double> AbsoluteProfile,
    SynchronyOptions Options,
    string Algorithm = SynchronyFinding.AlgorithmName,
    int Version = SynchronyFinding.AlgorithmVersion)
{
    /// <summary>Stored with every finding.</summary>
    public const string AlgorithmName = "windowed-cross-correlation";

    /// <summary>Stored with every finding.</summary>
    public const int AlgorithmVersion = 1;

    /// <summary>What a page says beside any number or picture of synchrony.</summary>
    public const string DescriptiveOnly =
        "This shows when hearts rose and fell together, and whose came first. It does not say why, whether that was good, or how things stand between people.";

    /// <summary>The lag in s at which <see cref="Profile"/> is highest (the most negative of equals); positive = second later. NaN without a used window.</summary>
    public double BestLagSeconds => Used == 0 ? double.NaN : Options.SecondsOfLag(LagSummary.BestOf(Profile.AsSpan()) - Options.LagSamples);

    /// <summary>The highest value of <see cref="Profile"/>. NaN without a used window.</summary>
    public double BestLagZ => Used == 0 ? double.NaN : Profile[LagSummary.BestOf(Profile.AsSpan())];

    /// <summary>
    /// Compares two series that begin at the same moment, with <see cref="SynchronyOptions.SamplesPerSecond"/> samples a second in any unit;
    /// NaN = missing. The longer one is cut. Throws for options outside their sets.
    /// </summary>
    public static SynchronyFinding Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, SynchronyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Require();
        var samples = Math.Min(first.Length, second.Length);
        using var firsts = LagBlocks.Of(first[..samples], options);
        using var seconds = LagBlocks.Of(second[..samples], options);
        return Of(firsts, seconds, options);
    }

    /// <summary>Every pair of two, three or more series in the order given: first with second, first with third, second with third.</summary>
    public static ImmutableArray<(int First, int Second, SynchronyFinding Finding)> Among(
        IReadOnlyList<ReadOnlyMemory<double>> series, SynchronyOptions options)
    {
        ArgumentNullException.ThrowIfNull(series);
        var pairs = ImmutableArray.CreateBuilder<(int, int, SynchronyFinding)>();
        for (var i = 0; i < series.Count; i++)
        {
            for (var j = i + 1; j < series.Count; j++)
                pairs.Add((i, j, Of(series[i].Span, series[j].Span, options)));
        }

        return pairs.ToImmutable();
    }

    /// <summary>
    /// Who was earlier, by the best lag; cannot be told unless at most <paramref name="level"/> of the surrogates have as high a best lag
    /// (.05 where nothing is said, the usual level).
    /// </summary>
    public Lead LeadGiven(SurrogateTest test, double level = 0.05)
    {
        ArgumentNullException.ThrowIfNull(test);
        if (!(test.BestLag.ShareAtLeast <= level))
            return Lead.CannotTell;
        return BestLagSeconds switch
        {
            > 0 => Lead.FirstEarlier,
            < 0 => Lead.SecondEarlier,
            0 => Lead.Together,
            _ => Lead.CannotTell,
        };
    }

    private static SynchronyFinding Of(LagBlocks firsts, LagBlocks seconds, SynchronyOptions options)
    {
        var windows = Math.Min(firsts.Count, seconds.Count);
        var lags = options.Lags;
        var rented = ArrayPool<double>.Shared.Rent(3 * lags);
        var room = ArrayPool<double>.Shared.Rent(4 * firsts.TransformLength);
        var z = rented.AsSpan(0, lags);
        var profile = rented.AsSpan(lags, lags);
        var sizes = rented.AsSpan(2 * lags, lags);
        profile.Clear();
        sizes.Clear();
        var (used, best, bestSize) = (0, 0.0, 0.0);
        for (var i = 0; i < windows; i++)
        {
            if (!firsts.IsUsable(i) || !seconds.IsUsable(i))
                continue;
            WindowedCorrelation.Pair(firsts, i, seconds, i, options, z, room);
            used++;
            best += LagSummary.BestOf(z) - options.LagSamples;
            for (var k = 0; k < lags; k++)
                (profile[k], z[k]) = (profile[k] + z[k], Math.Abs(z[k]));
            bestSize += LagSummary.BestOf(z) - options.LagSamples;
            for (var k = 0; k < lags; k++)
                sizes[k] += z[k];
        }

        for (var k = 0; k < lags; k++)
            (profile[k], sizes[k]) = (profile[k] / used, sizes[k] / used);
        var finding = new SynchronyFinding(
            windows,
            used,
            LagSummary.Of(profile, options.SecondsOfLag(best / used)),
            LagSummary.Of(sizes, options.SecondsOfLag(bestSize / used)),
            used == 0 ? [] : [.. profile],
            used == 0 ? [] : [.. sizes],
            options);
        ArrayPool<double>.Shared.Return(rented);
        ArrayPool<double>.Shared.Return(room);
        return finding;
    }
}

/// <summary>Whose heart came first, if that can be said at all.</summary>
public enum Lead
{
    /// <summary>No used window, or surrogates come as high.</summary>
    CannotTell = 1,

    /// <summary>The best lag is positive: what the first did, the second did later.</summary>
    FirstEarlier = 2,

    /// <summary>The best lag is negative.</summary>
    SecondEarlier = 3,

    /// <summary>The best lag is nought.</summary>
    Together = 4,
}
