using Attune.Method.Agreement;

namespace Attune.Method.Tests.Agreement;

public sealed class IntraclassCorrelationTests
{
    private static readonly RatingTable ShroutFleiss = Ratings.Table("9 2 5 8/6 1 3 2/8 4 6 8/7 1 2 6/10 5 6 9/6 2 4 7");

    private static readonly Gen<double[][]> SomeRatings =
        Gen.Int[2, 5].SelectMany(raters => Gen.Int[1, 7].Select(rating => (double)rating).Array[raters].Array[2, 12]);

    [Theory]
    [InlineData(IntraclassForm.OneWaySingle, .165742)]
    [InlineData(IntraclassForm.AgreementSingle, .289764)]
    [InlineData(IntraclassForm.ConsistencySingle, .714841)]
    [InlineData(IntraclassForm.OneWayAverage, .442797)]
    [InlineData(IntraclassForm.AgreementAverage, .620051)]
    [InlineData(IntraclassForm.ConsistencyAverage, .909316)]
    public void Of_ShroutAndFleiss_IsAsPublishedToSixDigits(IntraclassForm form, double published)
    {
        var found = Measured(ShroutFleiss, form);

        Assert.Equal(published, found.Value, 6);
        Assert.Equal(
            (11.241667, 6.263889, 32.486111, 1.019444),
            (Math.Round(found.Variance.BetweenTargets, 6), Math.Round(found.Variance.WithinTargets, 6),
                Math.Round(found.Variance.BetweenRaters, 6), Math.Round(found.Variance.Residual, 6)));
    }

    [Theory]
    [InlineData("- -/- -", NoAgreementReason.NothingRatedTwice)]
    [InlineData("1/2/3", NoAgreementReason.NothingRatedTwice)]
    [InlineData("1 2/- 3", NoAgreementReason.OneTarget)]
    [InlineData("0.1 0.1 0.1/0.1 0.1 0.1/0.1 0.1 0.1", NoAgreementReason.OneValueOnly)]
    public void Of_NothingToTellFrom_SaysWhy(string ratings, NoAgreementReason reason) => Assert.All(Enum.GetValues<IntraclassForm>(), form =>
        Assert.Equal(reason, Assert.IsType<IntraclassFinding.CannotTell>(IntraclassCorrelation.Of(Ratings.Table(ratings), form)).Reason));

    // Each rater gives everybody the own number: targets do not differ at all, where the two-way forms would divide nought by nought.
    [Theory]
    [InlineData("0.1 0.7 0.3/0.1 0.7 0.3/0.1 0.7 0.3", IntraclassForm.ConsistencySingle)]
    [InlineData("0.1 0.7 0.3/0.1 0.7 0.3/0.1 0.7 0.3", IntraclassForm.ConsistencyAverage)]
    [InlineData("0.1 0.7 0.3/0.1 0.7 0.3/0.1 0.7 0.3", IntraclassForm.OneWayAverage)]
    [InlineData("1 2/2 1", IntraclassForm.AgreementSingle)]
    [InlineData("1 2/2 1", IntraclassForm.AgreementAverage)]
    [InlineData("1 2/2 1", IntraclassForm.ConsistencyAverage)]
    public void Of_TargetsThatDoNotDiffer_SaysSo(string ratings, IntraclassForm form) =>
        Assert.Equal(
            NoAgreementReason.TargetsDifferTooLittle, Assert.IsType<IntraclassFinding.CannotTell>(IntraclassCorrelation.Of(Ratings.Table(ratings), form)).Reason);

    [Fact]
    public void Of_RatersApartByASteadyPoint_AreConsistentAndDoNotAgree()
    {
        var table = Ratings.Table("1 2 3/2 3 4/5 6 7/6 7 8");

        var consistency = Measured(table, IntraclassForm.ConsistencySingle);
        Assert.Equal((1.0, new IntraclassInterval(1, 1, 0.95)), (consistency.Value, consistency.Interval));
        Assert.InRange(Measured(table, IntraclassForm.AgreementSingle).Value, 0.5, 0.95);
    }

    [Fact]
    public void Of_TargetsWithARatingMissing_AreLeftOutAndCounted()
    {
        var found = Measured(Ratings.Table("1 2/3 -/5 5/2 1/- -"), IntraclassForm.AgreementSingle);

        Assert.Equal((3, 2), (found.Targets, found.LeftOut));
        Assert.Equal(Measured(Ratings.Table("1 2/5 5/2 1"), IntraclassForm.AgreementSingle).Value, found.Value);
    }

    [Fact]
    public void Of_TargetsAlikeAndRatersSteadilyApart_IsNoughtWithoutAnInterval()
    {
        var found = Measured(Ratings.Table("4 2/4 2"), IntraclassForm.AgreementSingle);

        Assert.Equal((0.0, null), (found.Value, found.Interval));
    }

    // The average's denominator is nought by cancelling, and by rounding a little more.
    [Fact]
    public void Of_DenominatorThatCancels_SaysThatTargetsDifferTooLittle() =>
        Assert.Equal(
            NoAgreementReason.TargetsDifferTooLittle,
            Assert.IsType<IntraclassFinding.CannotTell>(IntraclassCorrelation.Of(Ratings.Table("2 1/3 1/1 2"), IntraclassForm.AgreementAverage)).Reason);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Of_ConfidenceThatIsNone_Throws(double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => IntraclassCorrelation.Of(ShroutFleiss, IntraclassForm.OneWaySingle, confidence));

    [Fact]
    public void Of_FormOutsideItsSet_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => IntraclassCorrelation.Of(ShroutFleiss, (IntraclassForm)9));

    [Fact]
    public void Of_AllRatersAlike_IsOneWithoutDoubt() => Gen.Select(Gen.Double[-5, 5].Array[2, 9], Gen.Int[2, 4]).Sample((levels, raters) =>
    {
        levels[0] = levels[1] + 1;
        var table = Ratings.Table([.. levels.Select(level => Enumerable.Repeat(level, raters).ToArray())]);
        foreach (var form in Enum.GetValues<IntraclassForm>())
        {
            var found = Measured(table, form);
            Assert.Equal((1, new IntraclassInterval(1, 1, 0.95)), (found.Value, found.Interval));
        }
    });

    [Fact]
    public void Of_AnyRatings_LiesInItsIntervalAndHasNoNaN() => SomeRatings.Sample(ratings => Each(ratings, (form, found) =>
    {
        Assert.True(found.Value <= 1 + 1e-12, $"{form} {found.Value}");
        if (found.Interval is not { } interval)
        {
            Assert.True(form is IntraclassForm.AgreementSingle or IntraclassForm.AgreementAverage && found.Value <= 0);
            return;
        }
        Assert.True(interval.Lower <= found.Value + 1e-9 && found.Value <= interval.Upper + 1e-9, $"{form} {found.Value} {interval}");
        Assert.True(interval.Upper <= 1 + 1e-12, $"{form} {interval}");
    }));

    [Fact]
    public void Of_TargetsAndRatersInAnotherOrder_IsTheSame() => SomeRatings.Sample(ratings =>
    {
        var turned = Ratings.Table([.. ratings.Reverse().Select(target => target.Reverse().ToArray())]);
        Each(ratings, (form, found) => Assert.Equal(found.Value, Measured(turned, form).Value, 1e-9 * (1 + Math.Abs(found.Value))));
    });

    [Fact]
    public void Of_Averages_FollowFromSinglesBySpearmanAndBrown() => SomeRatings.Sample(ratings => Each(ratings, (form, found) =>
    {
        if (form < IntraclassForm.OneWayAverage)
            return;
        var (single, k) = (Measured(Ratings.Table(ratings), form - 3).Value, ratings[0].Length);
        Assert.Equal(k * single / (1 + ((k - 1) * single)), found.Value, 1e-9 * (1 + Math.Abs(found.Value)));
    }));

    [Fact]
    public void Of_MoreConfidence_WidensTheInterval() => SomeRatings.Sample(ratings => Each(ratings, (form, found) =>
    {
        var wider = ((IntraclassFinding.Measured)IntraclassCorrelation.Of(Ratings.Table(ratings), form, 0.99)).Interval;
        Assert.True(found.Interval is null || (wider!.Lower <= found.Interval.Lower && wider.Upper >= found.Interval.Upper));
    }));

    private static void Each(double[][] ratings, Action<IntraclassForm, IntraclassFinding.Measured> check)
    {
        foreach (var form in Enum.GetValues<IntraclassForm>())
        {
            if (IntraclassCorrelation.Of(Ratings.Table(ratings), form) is IntraclassFinding.Measured found)
                check(form, found);
        }
    }

    private static IntraclassFinding.Measured Measured(RatingTable table, IntraclassForm form) =>
        Assert.IsType<IntraclassFinding.Measured>(IntraclassCorrelation.Of(table, form));
}
