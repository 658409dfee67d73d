using Attune.Signals.Artefacts;
using Attune.Signals.Simulation;
using Attune.Signals.Variability;

namespace Attune.Signals.Tests.Variability;

public sealed class SpectrumCurveTests
{
    /// <summary>The bands are the trapezoids under the curve that is drawn.</summary>
    [Fact]
    public void CurveOf_AHeart_HoldsTheBandsOfTheReport()
    {
        var beats = SimulatedHeart.Record(new HeartCourse(TimeSpan.FromMinutes(10), 64), 2).Beats;
        var report = VariabilityReport.Of(beats, new());

        var curve = VariabilityReport.CurveOf(ArtefactRules.Correct(beats, report.Options.Artefacts), report.Options.Spectrum);

        Assert.Equal(report.Spectrum!.LfMs2, Under(curve, .04, .15), 1e-9 * report.Spectrum.LfMs2);
        Assert.Equal(report.Spectrum.HfMs2, Under(curve, .15, .40), 1e-9 * report.Spectrum.HfMs2);
    }

    [Fact]
    public void CurveOf_TooFewBeats_IsEmpty() => Assert.Empty(Welch.CurveOf([800, 810, 805], SpectrumOptions.Default));

    private static double Under(IEnumerable<SpectrumBin> curve, double from, double to)
    {
        var inside = curve.Where(bin => bin.Hz >= from && bin.Hz < to).ToList();
        return inside.Zip(inside.Skip(1)).Sum(pair => (pair.First.Ms2PerHz + pair.Second.Ms2PerHz) / 2 * (pair.Second.Hz - pair.First.Hz));
    }
}
