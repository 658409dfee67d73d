using Attune.Signals.Arousal;
using Attune.Signals.RecordingFiles;
using Attune.Signals.Simulation;

namespace Attune.Signals.Tests.Arousal;

/// <summary>
/// The figures of docs/hearts.md, computed anew. The sizes in <see cref="ForecastSettings"/> were chosen on the seeds 1 to 2,000; these
/// begin at a million.
/// </summary>
public sealed class CrossingForecastJudgedTests
{
    private const ulong FirstSeed = 1_000_001;

    [Fact]
    public void Forecast_OnClimbs_HoldsTheCrossingInEightyOfAHundred()
    {
        // One forecast of each climb, so that the draws are independent: the Monte Carlo error of a share of .80 in 1,000 is .013.
        var (all, bounded) = (new List<ForecastReplay.Made>(), new List<ForecastReplay.Made>());
        for (var i = 0UL; i < 1_000; i++)
        {
            var made = ForecastReplay.OnClimb(FirstSeed + i, ForecastSettings.Chosen);
            Pick(made, FirstSeed + i, all);
            Pick([.. made.Where(one => one.IsBounded)], FirstSeed + i, bounded);
        }

        var (share, boundedShare) = (Share(all), Share(bounded));
        var errors = bounded.Select(one => Math.Abs(one.Forecast.MiddleSeconds - one.CrossedAfterSeconds)).Order().ToArray();
        var widths = bounded.Select(one => one.Forecast.LatestSeconds - one.Forecast.EarliestSeconds).Order().ToArray();
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"all {share:0.000} of {all.Count}, bounded {boundedShare:0.000} of {bounded.Count}, median error {errors[errors.Length / 2]:0} s, median width {widths[widths.Length / 2]:0} s"));
        Assert.InRange(share, 0.75, 0.85);
        Assert.InRange(boundedShare, 0.75, 0.85);
        Assert.True(all.Count > 900, "Forecasts have to be made to be judged.");
        Assert.InRange(errors[errors.Length / 2], 5, 20);
    }

    [Fact]
    public void Warning_OnSimulatedHours_ComesBeforeMostCrossings()
    {
        var verdict = ForecastReplay.Verdict.Sum(Enumerable.Range(0, 100).Select(i => FirstSeed + (ulong)i).Select(seed =>
            ForecastReplay.OfWarnings(SimulatedHeart.Record(ForecastReplay.Hour(seed), seed).Beats, ForecastSettings.Chosen)));

        TestContext.Current.TestOutputHelper?.WriteLine(verdict.Said());
        Assert.True(verdict.Crossings > 150, "There have to be crossings to be warned of.");
        Assert.InRange(verdict.ShareWarned30, 0.65, 0.85);
        Assert.InRange(verdict.MedianLead, 40, 60);
        Assert.InRange(verdict.FalsePerHour, 0.8, 2.0);
    }

    [Fact]
    public void Warning_OnQuietHours_HardlyEverComes()
    {
        var verdict = ForecastReplay.Verdict.Sum(Enumerable.Range(0, 40).Select(i => FirstSeed + (ulong)i).Select(seed =>
            ForecastReplay.OfWarnings(
                SimulatedHeart.Record(new(TimeSpan.FromHours(1), 62 + (22 * SplitMix64.UnitAt(seed, 1))), seed).Beats, ForecastSettings.Chosen)));

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"{verdict.Warnings} warnings over {verdict.HoursBelow:0.0} h"));
        Assert.Equal(0, verdict.Crossings);
        Assert.InRange(verdict.Warnings / verdict.HoursBelow, 0, 0.1);
    }

    // Their rates jump to the next load within seconds, which no trend foretells: a warning comes late or not at all.
    [Theory]
    [InlineData("hrv_exercise_rri.hrm", 100, 2, 1)]
    [InlineData("hrv_exercise_rri.hrm", 90, 2, 2)]
    [InlineData("elitehrv 2017-06-29 13-11-53.txt", 80, 6, 0)]
    [InlineData("hrv_rest_rri.txt", 80, 0, 0)]
    public void Warning_OnRealRecordings_DoesAsTheDocumentSays(string file, double level, int crossings, int warned)
    {
        var beats = Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read(file, ReferenceData.Bytes("rr", file))).Beats;

        var verdict = ForecastReplay.OfWarnings(beats, ForecastSettings.Chosen, level);

        TestContext.Current.TestOutputHelper?.WriteLine($"{file} at {level}: " + verdict.Said() + " leads " + string.Join(' ', verdict.LeadsSeconds));
        Assert.Equal((crossings, warned), (verdict.Crossings, verdict.LeadsSeconds.Count));
        Assert.DoesNotContain(verdict.LeadsSeconds, lead => lead >= 30);
    }

    private static void Pick(List<ForecastReplay.Made> from, ulong seed, List<ForecastReplay.Made> into)
    {
        if (from.Count > 0)
            into.Add(from[(int)(SplitMix64.UnitAt(seed, 99) * from.Count)]);
    }

    private static double Share(List<ForecastReplay.Made> made) => (double)made.Count(one => one.Holds) / made.Count;
}
