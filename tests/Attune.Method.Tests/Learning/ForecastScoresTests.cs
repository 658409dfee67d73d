using Attune.Method.Learning;

namespace Attune.Method.Tests.Learning;

public sealed class ForecastScoresTests
{
    private static readonly Gen<(double, bool)[]> Sessions = Gen.Select(Gen.Int[1, 9].Select(tenth => tenth / 10.0), Gen.Bool).Array[1, 60];

    [Fact]
    public void Of_NothingOrOneClass_SaysSoInPlaceOfANumber()
    {
        Assert.Null(ForecastScores.Of([]));
        var quiet = ForecastScores.Of([(.2, false), (.4, false)])!;
        Assert.Null(quiet.Discrimination);
        Assert.Equal((null, LearningRefusal.NoSessionWithReport), (quiet.Calibration.Line, quiet.Calibration.WhyNoLine));
        Assert.Equal(LearningRefusal.SingularDesign, ForecastScores.Of([(.2, false), (.2, true)])!.Calibration.WhyNoLine);
        Assert.Equal(LearningRefusal.Separable, ForecastScores.Of([(.2, false), (.3, false), (.6, true), (.7, true)])!.Calibration.WhyNoLine);
        Assert.Throws<ArgumentException>(() => ForecastScores.Of([(1, true)]));
    }

    [Fact]
    public void Of_AnySessions_PartsAddUpAndBinsHoldEverySession() => Sessions.Sample(sessions =>
    {
        var found = ForecastScores.Of(sessions)!;
        Assert.Equal(found.Brier.Value, found.Brier.Reliability - found.Brier.Resolution + found.Brier.Uncertainty + found.Brier.Within, 1e-12);
        Assert.Equal((sessions.Length, found.Reports), (found.Calibration.Bins.Sum(bin => bin.Sessions), found.Calibration.Bins.Sum(bin => bin.Reports)));
        Assert.True(found.Calibration.Bins.Length <= CalibrationBin.Most);
        Assert.Equal(found.Calibration.Bins.Length, found.Calibration.Bins.Select(bin => bin.MeanChance).Distinct().Count());
        foreach (var bin in found.Calibration.Bins)
            Assert.True(0 <= bin.Lower && bin.Lower <= bin.Share && bin.Share <= bin.Upper && bin.Upper <= 1);
    }, iter: 300);

    [Fact]
    public void Discrimination_AnySessions_IsTheShareOfPairsInOrder() => Sessions.Sample(sessions =>
    {
        var (reports, others) = (sessions.Where(one => one.Item2).ToArray(), sessions.Where(one => !one.Item2).ToArray());
        double? pairs = reports.Length * others.Length == 0 ? null
            : reports.Sum(one => others.Sum(other => one.Item1 > other.Item1 ? 1 : one.Item1 == other.Item1 ? .5 : 0)) / (reports.Length * others.Length);
        var found = ForecastScores.Of(sessions)!.Discrimination;
        Assert.Equal(pairs is null, found is null);
        Assert.Equal(pairs ?? 0, found ?? 0, 1e-12);
    }, iter: 300);

    [Fact]
    public void Difference_OneCoupleAlone_HasItsMeanAsLimit()
    {
        var found = ScoreDifference.Of([(1, .2), (1, .4)])!;
        Assert.Equal(.3, found.Mean, 1e-12);
        Assert.Equal(.3, found.Lower, 1e-12);
        Assert.Null(ScoreDifference.Of([]));
        // Two couples: 0 and 1; the lowest twentieth of the draws has the first twice.
        Assert.Equal(0, ScoreDifference.Of([(1, 0), (2, 1)])!.Lower);
    }

    // Only sessions that have a guess are compared, and a couple's base rate is that of the others.
    [Fact]
    public void Evaluate_SomeGuesses_ArePairedAndTheBaseRateIsTheOthers()
    {
        var rows = LearningRows.Of(["one"], 1, Enumerable.Range(0, 24).Select(i => new LearningRow(
            i / 2 % 12, i % 24, [i % 5 - 2], i % 3 == 0 ? SessionOutcome.ReportOfUnknownArea : SessionOutcome.NoReport, i % 4 == 0 ? (i % 3 == 0 ? .9 : .1) : null)));
        var prior = new LearningPrior([new("one", 0, .5)], new("intercept", -1, .7), .5, [0], "test");
        var posterior = Assert.IsType<LearningFit.Learned>(LaplaceFit.Fit(rows, prior)).Posterior;

        var found = LeaveOneCoupleOut.Evaluate(posterior, rows);

        Assert.Equal((24, 6, 0), (found.Sessions.Length, found.AgainstGuess!.Guess.Sessions, found.LeftOut));
        Assert.True(found.AgainstGuess.Difference.Mean < 0);
        Assert.Equal(8, found.Learned!.Reports);
        Assert.Equal(ForecastVerdict.TooFewToTell, found.Verdict);
        foreach (var one in found.Sessions)
        {
            var own = found.Sessions.Where(other => other.Couple == one.Couple).ToArray();
            Assert.Equal((8.0 - own.Count(other => other.IsReport)) / (24 - own.Length), one.BaseRate, 1e-12);
        }
    }

    // Left out means left out: whatever this couple said, their chances are the same.
    [Fact]
    public void Evaluate_CoupleSaysTheOpposite_KeepsItsChances()
    {
        var prior = new LearningPrior([new("one", 0, .5)], new("intercept", -1, .7), .5, [0], "test");
        var (one, other) = (ChancesOfFirst(false), ChancesOfFirst(true));
        foreach (var (a, b) in one.Zip(other))
            Assert.Equal(a, b, 1e-9);

        double[] ChancesOfFirst(bool opposite)
        {
            var rows = LearningRows.Of(["one"], 1, Enumerable.Range(0, 40).Select(i => new LearningRow(
                i / 4, i / 2, [i % 5 - 2], (i % 3 == 0) ^ (opposite && i < 4) ? SessionOutcome.ReportOfUnknownArea : SessionOutcome.NoReport)));
            var posterior = Assert.IsType<LearningFit.Learned>(LaplaceFit.Fit(rows, prior)).Posterior;
            return [.. LeaveOneCoupleOut.Evaluate(posterior, rows).Sessions.Where(session => session.Couple == 0).Select(session => session.Forecast)];
        }
    }
}
