using Attune.Method.Agreement;
using Attune.Method.Detection;
using static Attune.Method.Detection.DetectionCriterion;
using static Attune.Method.Detection.DetectionForm;

namespace Attune.Method.Tests.Detection;

public class CriteriaAgreementTests
{
    private static readonly double[] Worked = [5.4, 5.6, 5.5, 5.8, 4.3, 5.6, 5.7, 5.9, 5.8, 4.9, 4.6, 4.2, 5.0, 5.8, 6.0, 6.1];

    // Flags of the facts: the strict drop 5; erosion 11, 12; the 2-sigma chart 5, 12. Erosion cannot judge before 4, test 4 not before 12.
    [Fact]
    public void Sessions_WorkedSeries_CountsWhoFlagsItOrANeighbour()
    {
        var found = CriteriaAgreement.Sessions([TwoStricterSdDrop, DeclineOverSessions, IndividualsChartTwoSigma, WesternElectricRule4], SoFar, Worked, DetectionReference.CheckIn);
        Assert.Equal([5, 11, 12], found.Select(one => one.Session));
        Assert.Equal([TwoStricterSdDrop, IndividualsChartTwoSigma], found[0].Flagging);
        Assert.Equal([DeclineOverSessions, IndividualsChartTwoSigma], found[1].Flagging);
        Assert.Equal([3, 3, 4], found.Select(one => one.CouldJudge));
    }

    // 2-sigma chart 5, 12 against erosion 11, 12: one pair. Both can judge 5 to 16: twelve sessions, both flag 12, one alone 5, the other alone 11.
    [Fact]
    public void Pairs_WorkedSeries_HasPositiveAgreementAndKappa()
    {
        var pair = Assert.Single(CriteriaAgreement.Pairs([IndividualsChartTwoSigma, DeclineOverSessions], SoFar, [Worked], DetectionReference.CheckIn));
        Assert.Equal((1, 2, 2, 0.5), (pair.Matched, pair.FirstFlags, pair.SecondFlags, pair.PositiveAgreement));
        var kappa = Assert.IsType<AgreementFinding.Measured>(pair.Kappa);
        Assert.Equal((12, 4), (kappa.Targets, kappa.LeftOut));
        var expected = (2 / 12.0 * 2 / 12) + (10 / 12.0 * 10 / 12);
        Assert.Equal((10 / 12.0 - expected) / (1 - expected), kappa.Value, 12);
    }

    [Fact]
    public void Pairs_TwoCourses_AreTwiceAsManyAndNeverMatchAcross()
    {
        double[] late = [6, 6, 6, 6, 6, 4];
        double[] early = [6, 4, 6, 6, 6, 6];
        var pair = Assert.Single(CriteriaAgreement.Pairs([TwoStricterSdDrop, IndividualsChartThreeSigma], SoFar, [late, early], DetectionReference.CheckIn));
        Assert.Equal((1, 2, 1), (pair.Matched, pair.FirstFlags, pair.SecondFlags));
    }

    [Fact]
    public void Pairs_NothingFlagged_HasNoAgreementAndSaysWhy()
    {
        var pair = Assert.Single(CriteriaAgreement.Pairs([TwoStricterSdDrop, Ewma], SoFar, [new double[] { 6, 6, 6, 6, 6, 6 }], DetectionReference.CheckIn));
        Assert.Null(pair.PositiveAgreement);
        Assert.Equal(NoAgreementReason.OneValueOnly, Assert.IsType<AgreementFinding.CannotTell>(pair.Kappa).Reason);
        Assert.Empty(CriteriaAgreement.Sessions([Ewma], SoFar, [double.NaN], DetectionReference.CheckIn));
    }

    [Fact]
    public void CouldJudge_AnySeries_IsTrueOfEveryFlag() => DetectionSeries.WithGaps.Sample(series =>
    {
        var answered = series.Where(value => !double.IsNaN(value)).ToArray();
        return DetectionSeries.Ways.All(way => DetectionSeries.Sessions(DetectionSeries.Flags(way.Criterion, way.Form, answered))
            .All(session => RuptureDetection.CouldJudge(way.Criterion, way.Form, session, answered.Length)));
    });

    // It is the first that can: each so-far criterion flags there in some series, but for those that learn slowly by their making.
    [Fact]
    public void JudgesFrom_SoFar_IsReachedBySomeSeries()
    {
        double[][] falls = [[6, 1, 6, 1, 6, 1, 6, 1, 6, 1, 6, 1], [5, 5.1, 4.9, 5, -40, -40, -40, -40, -40, -40, -40, -40], [6, 1], [7, 6, 5, 4], [5.2, 5, 5.2, 5, 4.8, 4.8, 4.8, 4.8, 4.8, 4.8, 4.8, 4.8]];
        Assert.All(RuptureDetection.Criteria, criterion => Assert.Equal(
            RuptureDetection.JudgesFrom(criterion, SoFar),
            falls.Min(series => DetectionSeries.Sessions(DetectionSeries.Flags(criterion, SoFar, series)).FirstOrDefault(int.MaxValue))));
    }
}
