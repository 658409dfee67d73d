using Attune.Signals.Variability;

namespace Attune.Signals.Tests.Variability;

public sealed class WelchTests
{
    private static readonly Gen<double[]> Hearts = Gen.Double[600, 1_100].Array[330, 400];

    [Fact]
    public void Of_AnyHeart_HasPowersThatAreNoneNegativeAndSharesThatAddUp() => Gen.Select(Hearts, Gen.Enum<Detrending>()).Sample((ms, detrending) =>
    {
        var spectrum = Welch.Of(ms, new() { Detrending = detrending });

        Assert.True(spectrum.VlfMs2 >= 0 && spectrum.LfMs2 >= 0 && spectrum.HfMs2 >= 0);
        Assert.Equal(100, spectrum.LfNormalised + spectrum.HfNormalised, 1e-9);
        Assert.Equal(spectrum.LfMs2 / spectrum.HfMs2, spectrum.LfToHf, 1e-9 * (1 + spectrum.LfToHf));
    }, iter: 50);

    // One spoilt beat at the end, after the last segment: nothing that was computed before may change.
    [Fact]
    public void Of_BeatsAfterTheLastSegment_AreNotLookedAtByStraightLines() => Hearts.Sample(ms =>
    {
        var options = new SpectrumOptions { SegmentSamples = 1_000, OverlapSamples = 0, Interpolation = IntervalInterpolation.Linear };
        double[] longer = [.. ms, 900, 800];

        Assert.Equal(Welch.Of(ms, options).HfMs2, Welch.Of(longer, options).HfMs2, 1e-9 * Welch.Of(ms, options).HfMs2);
    }, iter: 50);

    [Theory]
    [InlineData(0.1, 1, 0)]
    [InlineData(0.25, 0, 1)]
    public void Of_OneRhythm_HasItsPowerInItsBand(double hz, double inLf, double inHf)
    {
        var (ms, time) = (new double[600], 0.0);
        for (var i = 0; i < ms.Length; i++)
            time += (ms[i] = 800 + (30 * Math.Sin(2 * Math.PI * hz * time))) / 1_000;

        var spectrum = Welch.Of(ms, SpectrumOptions.Default);

        // A sine of 30 ms has 30^2 / 2 ms^2; that the heart's own time bends it costs a few percent.
        Assert.Equal(inLf, spectrum.LfMs2 / 450, 0.1);
        Assert.Equal(inHf, spectrum.HfMs2 / 450, 0.1);
    }

    [Fact]
    public void Of_EqualBeats_HasNoPower()
    {
        var spectrum = Welch.Of([.. Enumerable.Repeat(800.0, 400)], SpectrumOptions.Default);

        Assert.Equal(0, spectrum.TotalMs2, 1e-12);
        Assert.True(double.IsNaN(Welch.Of([.. Enumerable.Repeat(1_000.0, 400)], new() { Detrending = Detrending.ConstantPerSegment }).LfToHf));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(187)]
    public void Of_TooShort_IsUnknown(int count)
    {
        var spectrum = Welch.Of([.. Enumerable.Repeat(800.0, count)], SpectrumOptions.Default);

        Assert.Equal(0, spectrum.Segments);
        Assert.All(
            [spectrum.VlfMs2, spectrum.LfMs2, spectrum.HfMs2, spectrum.TotalMs2, spectrum.LfToHf, spectrum.LfNormalised, spectrum.HfNormalised],
            value => Assert.True(double.IsNaN(value)));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(double.PositiveInfinity)]
    public void Of_AGap_IsUnknown(double gap)
    {
        double[] ms = [.. Enumerable.Repeat(800.0, 300), gap, .. Enumerable.Repeat(800.0, 300)];

        Assert.Equal(0, Welch.Of(ms, SpectrumOptions.Default).Segments);
    }

    [Fact]
    public void Of_OptionsOutsideTheirSets_Throws()
    {
        foreach (var options in new SpectrumOptions[]
        {
            new() { SamplesPerSecond = 0 }, new() { SamplesPerSecond = double.NaN }, new() { SegmentSamples = 1 }, new() { OverlapSamples = 600 },
            new() { OverlapSamples = -1 }, new() { TransformLength = 1_000 }, new() { TransformLength = 4 }, new() { Detrending = (Detrending)9 },
            new() { Interpolation = (IntervalInterpolation)9 },
        })
            Assert.Throws<ArgumentOutOfRangeException>(() => Welch.Of([800, 800, 800, 800], options));
    }

    [Fact]
    public void Transform_AnyLength_EqualsTheSum() => Gen.Int[2, 8].SelectMany(power => Gen.Select(
        Gen.Double[-1, 1].Array[1 << power], Gen.Double[-1, 1].Array[1 << power])).Sample((real, imaginary) =>
    {
        var n = real.Length;
        var (re, im) = (real.ToArray(), imaginary.ToArray());
        FourierTransform.Of(n).Run(re, im, new double[n], new double[n]);
        for (var k = 0; k < n; k++)
        {
            var sum = System.Numerics.Complex.Zero;
            for (var i = 0; i < n; i++)
                sum += new System.Numerics.Complex(real[i], imaginary[i]) * System.Numerics.Complex.FromPolarCoordinates(1, -2 * Math.PI * (i * k % n) / n);
            Assert.Equal(sum.Real, re[k], 1e-11);
            Assert.Equal(sum.Imaginary, im[k], 1e-11);
        }
    }, iter: 60);

    [Fact]
    public void Resample_Spline_GoesThroughTheBeats()
    {
        // Beats of a whole number of samples: every beat is a sample.
        double[] ms = [.. Enumerable.Range(0, 40).Select(i => 500.0 + (250 * (i * i % 5)))];
        var samples = new double[Resampling.Count(ms, 4, IntervalInterpolation.CubicSpline)];
        Resampling.Resample(ms, 4, IntervalInterpolation.CubicSpline, samples);

        var at = 0;
        for (var i = 1; i < ms.Length - 1; i++)
        {
            at += (int)(ms[i] / 250);
            Assert.Equal(ms[i], samples[at], 1e-8);
        }
    }
}
