using Attune.Signals.Synchrony;

namespace Attune.Signals.Tests.Synchrony;

public sealed class SurrogatesTests
{
    private static readonly SynchronyOptions Options = new() { Window = TimeSpan.FromSeconds(10), Step = TimeSpan.FromSeconds(10), LongestLag = TimeSpan.FromSeconds(3) };

    [Fact]
    public void Shuffle_AnySeed_LeavesNothingWhereItWas() => Gen.Select(Gen.ULong, Gen.Int[2, 40]).Sample((seed, count) =>
    {
        var places = new int[count];
        Surrogates.Shuffle(seed, places);

        Assert.Equal(Enumerable.Range(0, count), places.Order());
        Assert.All(places, (place, i) => Assert.NotEqual(i, place));
    });

    // Once with every pair computed when it is wanted and summed one after the other, as the definition says.
    [Fact]
    public void ByShuffling_MadePair_EqualsTheDefinition()
    {
        var (first, second) = MadePairTests.Pair();
        var (lags, windows, surrogates) = (WindowedCorrelation.CountLags(Options), WindowedCorrelation.CountWindows(900, Options), 40);
        var test = Surrogates.ByShuffling(first, second, Options, surrogates, 5);

        var (means, sizes, bests) = (new List<double>(), new List<double>(), new List<double>());
        var (places, z) = (new int[windows], new double[lags]);
        for (var s = 0UL; s < (ulong)surrogates; s++)
        {
            Surrogates.Shuffle(Attune.Signals.Simulation.SplitMix64.At(5, s), places);
            var all = new List<double[]>();
            for (var i = 0; i < windows; i++)
            {
                WindowedCorrelation.FisherZ(first.AsSpan(i * 40, 52), second.AsSpan(places[i] * 40, 52), Options, z);
                all.Add([.. z]);
            }

            means.Add(all.Average(row => row.Average()));
            sizes.Add(all.Average(row => row.Average(Math.Abs)));
            bests.Add(Enumerable.Range(0, lags).Max(k => all.Average(row => row[k])));
        }

        var finding = SynchronyFinding.Of(first, second, Options);
        AssertScore(finding.Signed.Mean, means, test.Signed);
        AssertScore(finding.Absolute.Mean, sizes, test.Absolute);
        AssertScore(finding.BestLagZ, bests, test.BestLag);
        Assert.Equal(surrogates, test.Count);
    }

    [Fact]
    public void EachMethod_OnOneCoreOrMany_GivesTheSameBits()
    {
        var (first, second) = MadePairTests.Pair();
        ReadOnlyMemory<double>[] strangers = [.. Enumerable.Range(1, 12).Select(k => (ReadOnlyMemory<double>)first.Select((value, i) => value + Math.Sin(i * k / 7.0)).ToArray())];
        var one = All(1);

        foreach (var cores in new[] { 2, 3, -1 })
            Assert.Equal(one, All(cores));

        SurrogateTest[] All(int cores) =>
        [
            Surrogates.ByShuffling(first, second, Options, 100, 3, cores),
            Surrogates.ByShifting(first, second, Options, 100, 3, cores),
            Surrogates.ByStrangers(first, second, strangers, Options, cores),
        ];
    }

    [Fact]
    public void EachMethod_CoupledPair_StandsOut()
    {
        var (noise, other) = (Noise(1), Noise(2));
        double[] first = noise[5..];
        double[] second = [.. Enumerable.Range(0, 395).Select(i => noise[i] + (0.5 * other[i]))];
        foreach (var test in new[] { Surrogates.ByShuffling(first, second, Options, 99, 1), Surrogates.ByShifting(first, second, Options, 99, 1) })
        {
            Assert.True(test.BestLag.EffectSize > 2);
            Assert.Equal(Lead.FirstEarlier, SynchronyFinding.Of(first, second, Options).LeadGiven(test));
            Assert.Equal(99, test.Count);
        }
    }

    // Noise has nothing to find: a p value of .05 comes in about one case in twenty.
    [Theory]
    [InlineData(SurrogateMethod.ShuffledSegments)]
    [InlineData(SurrogateMethod.CircularShift)]
    public void EachMethod_UnrelatedPairs_IsRarelySure(SurrogateMethod method)
    {
        var (sure, cases) = (0, 200);
        for (var i = 0; i < cases; i++)
        {
            var (first, second) = (Noise((ulong)i), Noise((ulong)i + 10_000));
            var test = method is SurrogateMethod.CircularShift
                ? Surrogates.ByShifting(first, second, Options, 39, (ulong)i)
                : Surrogates.ByShuffling(first, second, Options, 39, (ulong)i);
            sure += test.BestLag.ShareAtLeast <= 0.05 ? 1 : 0;
        }

        Assert.InRange(sure, 2, 22);
    }

    [Fact]
    public void ByStrangers_OneStranger_IsTheMeanOfBothPairings()
    {
        var (first, second) = MadePairTests.Pair();
        double[] stranger = [.. first.Reverse()];

        var test = Surrogates.ByStrangers(first, second, [stranger.AsMemory(0, 600)], Options);

        var (one, two) = (SynchronyFinding.Of(first, stranger.AsSpan(0, 600), Options), SynchronyFinding.Of(stranger.AsSpan(0, 600), second, Options));
        Assert.Equal((one.Signed.Mean + two.Signed.Mean) / 2, test.Signed.Mean, 1e-12);
        Assert.Equal((one.Absolute.Mean + two.Absolute.Mean) / 2, test.Absolute.Mean, 1e-12);
        Assert.Equal(2, test.Count);
        Assert.Equal(0, Surrogates.ByStrangers(first, second, [], Options).Count);
    }

    [Fact]
    public void EachMethod_OtherSeed_DrawsOthers()
    {
        var (first, second) = MadePairTests.Pair();

        Assert.NotEqual(Surrogates.ByShuffling(first, second, Options, 20, 1).Signed.Mean, Surrogates.ByShuffling(first, second, Options, 20, 2).Signed.Mean);
        Assert.NotEqual(Surrogates.ByShifting(first, second, Options, 20, 1).Signed.Mean, Surrogates.ByShifting(first, second, Options, 20, 2).Signed.Mean);
        Assert.Throws<ArgumentOutOfRangeException>(() => Surrogates.ByShuffling(first, second, Options, -1, 1));
    }

    private static void AssertScore(double real, List<double> values, SurrogateScore score)
    {
        var mean = values.Average();
        var sd = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
        Assert.Equal(real, score.Real, 1e-12);
        Assert.Equal(mean, score.Mean, 1e-11);
        Assert.Equal(sd, score.Sd, 1e-11);
        Assert.Equal((real - mean) / sd, score.EffectSize, 1e-8);
        Assert.Equal((1.0 + values.Count(value => value >= real)) / (1 + values.Count), score.ShareAtLeast, 1e-12);
    }

    private static double[] Noise(ulong seed)
    {
        var (series, level) = (new double[400], 0.0);
        for (var i = 0; i < series.Length; i++)
            series[i] = level = (0.8 * level) + Attune.Signals.Simulation.SplitMix64.BellAt(seed, (ulong)i);
        return series;
    }
}
