using Attune.Method.Agreement;

namespace Attune.Method.Tests.Agreement;

public sealed class KappaAndAlphaTests
{
    private static readonly Gen<double> Code = Gen.Int[-3, 3].Select(code => (double)code);

    private static readonly Gen<double> CodeOrNone = Gen.Frequency((5, Code), (1, Gen.Const(double.NaN)));

    private static readonly Gen<double[][]> Pairs = Code.Array[2].Array[2, 20];

    private static readonly Gen<double[][]> Gappy = Gen.Int[2, 5].SelectMany(raters => CodeOrNone.Array[raters].Array[2, 15]);

    [Fact]
    public void CohensKappa_WorkedTable_IsPointFour()
    {
        var found = Assert.IsType<AgreementFinding.Measured>(CohensKappa.Unweighted(Fourfold(20, 5, 10, 15)));

        Assert.Equal((0.3, 0.5, 50, 0), (Math.Round(found.Observed, 12), Math.Round(found.Expected, 12), found.Targets, found.LeftOut));
        Assert.Equal(0.4, found.Value, 12);
    }

    [Fact]
    public void WeightedKappa_WorkedOrdinalPair_IsAsInTheFacts()
    {
        var table = Ratings.Pair([3, 2, 0, -1, -2, 1, 0, 2, -3, 1], [2, 2, 0, -1, -1, 1, 1, 2, -3, 0]);

        Assert.Equal(0.928826, Ratings.Value(CohensKappa.QuadraticWeighted(table)), 6);
        Assert.Equal(0.787234, Ratings.Value(CohensKappa.LinearWeighted(table)), 6);
    }

    [Fact]
    public void CohensKappa_TargetsThatOneDidNotRate_AreLeftOutAndCounted()
    {
        var found = CohensKappa.Unweighted(Ratings.Table("1 1/1 2/2 -/- 2/- -/2 2"));

        Assert.Equal((3, 3), (found.Targets, found.LeftOut));
        Assert.Equal(Ratings.Value(CohensKappa.Unweighted(Ratings.Table("1 1/1 2/2 2"))), Ratings.Value(found));
    }

    [Fact]
    public void FleissKappa_RatersWhoTakeTurns_CountsByRatingsPerTarget()
    {
        var turns = Ratings.Table("1 1 -/- 2 1/2 - 2/1 - -/1 2 1");

        var found = FleissKappa.Of(turns, 2);

        Assert.Equal((3, 2), (found.Targets, found.LeftOut));
        Assert.Equal(Ratings.Value(FleissKappa.Of(Ratings.Table("1 1/2 1/2 2"))), Ratings.Value(found));
        Assert.Equal(NoAgreementReason.OneTarget, Why(FleissKappa.Of(turns)));
    }

    [Theory]
    [InlineData("- -/- -", NoAgreementReason.NothingRatedTwice)]
    [InlineData("1 -/- 2", NoAgreementReason.NothingRatedTwice)]
    [InlineData("1 2", NoAgreementReason.OneTarget)]
    [InlineData("2 2/1 -", NoAgreementReason.OneTarget)]
    [InlineData("2 2/2 2/2 2", NoAgreementReason.OneValueOnly)]
    [InlineData("0.1 0.1/0.1 0.1/5 -", NoAgreementReason.OneValueOnly)]
    public void Coefficients_NothingToTellFrom_SayWhy(string ratings, NoAgreementReason reason) =>
        Assert.All(Enum.GetValues<AgreementMeasure>(), measure => Assert.Equal(reason, Why(Ratings.Of(measure, Ratings.Table(ratings)))));

    [Fact]
    public void Coefficients_EmptyTable_SayThatNothingWasRated() => Assert.All(Enum.GetValues<AgreementMeasure>(), measure =>
        Assert.Equal(NoAgreementReason.NothingRatedTwice, Why(Ratings.Of(measure, new RatingTable(2, [])))));

    [Fact]
    public void AlphaAndFleiss_OneRater_SayThatNothingWasRatedTwice()
    {
        var table = Ratings.Table("1/2/3");

        Assert.Equal(NoAgreementReason.NothingRatedTwice, Why(FleissKappa.Of(table)));
        Assert.Equal(NoAgreementReason.NothingRatedTwice, Why(KrippendorffAlpha.Interval(table)));
        Assert.Throws<ArgumentException>(() => CohensKappa.Unweighted(table));
    }

    // Each keeps to an own code: what they share is nothing, and so is what they would by chance.
    [Fact]
    public void CohensKappa_EachRaterAnOwnCode_IsNought() => Assert.Equal(0, Ratings.Value(CohensKappa.Unweighted(Ratings.Table("1 2/1 2/1 2"))));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void FleissKappa_RatingsPerTargetOutsideTheTable_Throws(int ratings) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FleissKappa.Of(Ratings.Table("1 2 1/2 2 1"), ratings));

    [Fact]
    public void RatingTable_ThatIsNone_Throws()
    {
        Assert.Throws<ArgumentException>(() => new RatingTable(2, [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => new RatingTable(2, [1, double.PositiveInfinity]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RatingTable(0, []));
    }

    [Fact]
    public void Coefficients_PerfectAgreement_AreOne() => Code.Array[2, 20].Where(codes => codes.Distinct().Count() > 1).Sample(codes =>
    {
        var table = Ratings.Pair(codes, codes);
        Assert.All(Enum.GetValues<AgreementMeasure>(), measure => Assert.Equal(1, Ratings.Value(Ratings.Of(measure, table))));
    });

    [Fact]
    public void WeightedKappa_TwoCodes_EqualsTheUnweighted() => Gen.Bool.Select(yes => yes ? 3.5 : 0).Array[2].Array[2, 20].Sample(pairs =>
    {
        var table = Ratings.Table(pairs);
        var unweighted = CohensKappa.Unweighted(table);
        Same(unweighted, CohensKappa.LinearWeighted(table));
        Same(unweighted, CohensKappa.QuadraticWeighted(table));
    });

    [Fact]
    public void CohensKappa_CodesRelabelled_IsTheSame() =>
        Gen.Select(Pairs, Gen.Shuffle(Enumerable.Range(0, 7).Select(code => 10.0 * code).ToArray())).Sample((pairs, labels) =>
        {
            var relabelled = Ratings.Table(Mapped(pairs, code => labels[(int)code + 3]));
            Same(CohensKappa.Unweighted(Ratings.Table(pairs)), CohensKappa.Unweighted(relabelled));
            Same(FleissKappa.Of(Ratings.Table(pairs)), FleissKappa.Of(relabelled));
            Same(KrippendorffAlpha.Nominal(Ratings.Table(pairs)), KrippendorffAlpha.Nominal(relabelled));
        });

    [Fact]
    public void Coefficients_ScaleShiftedAndTurned_AreTheSame() => Pairs.Sample(pairs =>
        Assert.All(Enum.GetValues<AgreementMeasure>(), measure =>
            Same(Ratings.Of(measure, Ratings.Table(pairs)), Ratings.Of(measure, Ratings.Table(Mapped(pairs, code => 1_000 - (2.5 * code)))))));

    [Fact]
    public void OrdinalAlpha_ScaleBent_IsTheSame() => Gappy.Sample(ratings =>
        Same(KrippendorffAlpha.Ordinal(Ratings.Table(ratings)), KrippendorffAlpha.Ordinal(Ratings.Table(Mapped(ratings, Math.Exp)))));

    [Fact]
    public void Coefficients_TargetsAndRatersInAnotherOrder_AreTheSame() => Gappy.Sample(ratings =>
    {
        var turned = Ratings.Table([.. ratings.Reverse().Select(target => target.Reverse().ToArray())]);
        foreach (var measure in Enum.GetValues<AgreementMeasure>().Where(measure => ratings[0].Length == 2 || measure >= AgreementMeasure.FleissKappa))
            Same(Ratings.Of(measure, Ratings.Table(ratings)), Ratings.Of(measure, turned));
    });

    // Krippendorff's correction for small samples, over n = 2 N ratings: 1 - alpha = (1 - pi) (n - 1) / n, pi being Fleiss' kappa of two.
    [Fact]
    public void NominalAlpha_TwoRatersNoneMissing_IsScottsPiCorrected() => Pairs.Sample(pairs =>
    {
        var table = Ratings.Table(pairs);
        if (Ratings.ValueOrNone(FleissKappa.Of(table)) is not { } pi)
            return;
        var ratings = 2.0 * pairs.Length;
        Assert.Equal((1 - pi) * (ratings - 1) / ratings, 1 - Ratings.Value(KrippendorffAlpha.Nominal(table)), 1e-12);
    });

    [Fact]
    public void Alpha_TargetsWithOneRating_AddNothing() => Gen.Select(Gappy, Code).Sample((ratings, code) =>
    {
        double[] alone = [code, .. Enumerable.Repeat(double.NaN, ratings[0].Length - 1)];
        var (without, with) = (KrippendorffAlpha.Interval(Ratings.Table(ratings)), KrippendorffAlpha.Interval(Ratings.Table([.. ratings, alone])));
        Same(without, with);
        Assert.Equal((without.Targets, without.LeftOut + 1), (with.Targets, with.LeftOut));
    });

    private static RatingTable Fourfold(int both, int first, int second, int none) => Ratings.Table(
    [
        .. Enumerable.Repeat<double[]>([1, 1], both), .. Enumerable.Repeat<double[]>([1, 0], first),
        .. Enumerable.Repeat<double[]>([0, 1], second), .. Enumerable.Repeat<double[]>([0, 0], none),
    ]);

    private static double[][] Mapped(double[][] ratings, Func<double, double> map) =>
        [.. ratings.Select(target => target.Select(code => double.IsNaN(code) ? code : map(code)).ToArray())];

    private static NoAgreementReason Why(AgreementFinding finding) => Assert.IsType<AgreementFinding.CannotTell>(finding).Reason;

    private static void Same(AgreementFinding expected, AgreementFinding actual)
    {
        if (expected is AgreementFinding.CannotTell none)
            Assert.Equal(none.Reason, Why(actual));
        else
            Assert.Equal(Ratings.Value(expected), Ratings.Value(actual), 1e-9);
    }
}
