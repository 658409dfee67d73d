using System.Collections.Immutable;
using System.Globalization;
using Attune.Method.Trust;

namespace Attune.Method.Tests.Trust;

/// <summary>Against the vectors of the literature's formulas to four digits, and <c>Reference/trust.py</c> (numpy, scipy) to twelve.</summary>
public sealed class TrustLearningTests
{
    private static readonly double[] Facts = [1, 1, 0, 1, 1, 1, 0, 1];

    private static readonly ILookup<string, (string What, string Value)> Expected = Rows().ToLookup(row => row.Name, row => (row.What, row.Value));

    private static readonly ImmutableSortedDictionary<string, TrustLearning> Models = ImmutableSortedDictionary<string, TrustLearning>.Empty
        .Add("beta-open", new TrustLearning.BetaForgetting(1, 1, 1)).Add("beta-kept", new TrustLearning.BetaForgetting(2, 2, 0.9))
        .Add("rw", new TrustLearning.RescorlaWagner(0.2, 0.5)).Add("rw-two", new TrustLearning.RescorlaWagnerTwoRates(0.1, 0.3, 0.5))
        .Add("ph", new TrustLearning.PearceHall(0.3, 0.5, 0.5));

    [Theory]
    [InlineData("beta-open", ".6667 .75 .6 .6667 .7143 .75 .6667 .7")]
    [InlineData("beta-kept", ".6087 .6848 .5631 .6352 .6917 .7369 .6336 .6830")]
    [InlineData("rw", ".6 .68 .544 .6352 .7082 .7665 .6132 .6906")]
    [InlineData("rw-two", ".55 .595 .4165 .4749 .5274 .5746 .4022 .4620")]
    [InlineData("ph", ".75 .875 .5031 .7814 .8997 .9442 .6221 .8194")]
    public void Follow_PublishedVector_ToFourDigits(string model, string expected) =>
        Assert.Equal(Numbers(expected), Models[model].Follow(Facts).After, (one, other) => Math.Abs(one - other) <= 0.5e-4 + 1e-12);

    [Theory]
    [InlineData("facts")]
    [InlineData("drawn")]
    [InlineData("turning")]
    public void Follow_ReferenceCourse_ToTwelveDigits(string course)
    {
        var outcomes = Numbers(Text(course, "outcomes"));

        Assert.Equal(5, Models.Count);
        Assert.All(Models, model => Assert.Equal(Numbers(Text(course, model.Key)), model.Value.Follow(outcomes).After, (one, other) => Math.Abs(one - other) < 1e-12));
        var score = TrustScore.Of(Models["rw"].Follow(outcomes).Predictions.AsSpan(), outcomes);
        Assert.Equal(Numbers(Text(course, "rw-brier"))[0], score.Brier!.Value, 1e-12);
        Assert.Equal(Numbers(Text(course, "rw-log"))[0], score.LogScore!.Value, 1e-12);
        Assert.Equal(outcomes.Count(double.IsNaN), score.LeftOut);
    }

    [Theory]
    [InlineData("fit-one")]
    [InlineData("fit-pooled")]
    public void Fit_ReferenceCourses_IsAsLikelyAsTheGlobalSearch(string name)
    {
        var courses = Text(name, "outcomes").Split('/').Select(text => new TrustCourse([.. Numbers(text)], [])).ToImmutableArray();
        foreach (var model in Enum.GetValues<TrustModel>())
        {
            var fit = Assert.IsType<TrustFit.Fitted>(TrustFit.Of(model, courses));
            var reference = Numbers(Text(name, $"{model}"))[0];

            Assert.True(fit.Loss <= reference + 1e-6, $"{model}: {fit.Loss:R} instead of {reference:R}");
            Assert.True(fit.Loss > reference - 1e-3, $"{model}: {fit.Loss:R} instead of {reference:R}");
            Assert.Equal(fit.Loss, courses.Sum(course => TrustScore.Of(fit.Learning.Follow(course.Outcomes.AsSpan()).Predictions.AsSpan(), course.Outcomes.AsSpan()) is var one ? one.LogScore!.Value * one.Moments : 0), 1e-9);
        }
    }

    [Fact]
    public void Fit_TooLittleOrOneSided_IsRefusedByName()
    {
        TrustCourse few = new([1, 0, 1, 0, 1, 0, 1, 0, 1, double.NaN], []), same = new([.. Enumerable.Repeat(1.0, 40)], []);

        var tooFew = Assert.IsType<TrustFit.CannotTell>(TrustFit.Of(TrustModel.PearceHall, [few]));
        Assert.Equal((NoTrustFitReason.TooFewMoments, 9, 1), (tooFew.Reason, tooFew.Moments, tooFew.LeftOut));
        Assert.Equal(NoTrustFitReason.OneOutcomeOnly, Assert.IsType<TrustFit.CannotTell>(TrustFit.Of(TrustModel.RescorlaWagner, [same])).Reason);
        Assert.Equal(NoTrustFitReason.TooFewMoments, Assert.IsType<TrustFit.CannotTell>(TrustFit.Of(TrustModel.RescorlaWagner, [])).Reason);
    }

    [Fact]
    public void Follow_NothingTested_ChangesNothing()
    {
        double[] with = [1, double.NaN, double.NaN, 0, 1], without = [1, 0, 1];
        Assert.All(Models.Values, model =>
        {
            var (a, b) = (model.Follow(with).After, model.Follow(without).After);
            Assert.Equal([b[0], b[0], b[0], b[1], b[2]], a);
        });
        Assert.Empty(Models["rw"].Follow([]).Predictions);
    }

    [Fact]
    public void Follow_OutsideBounds_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrustLearning.RescorlaWagner(1.5, 0.5).Follow([1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrustLearning.PearceHall(double.NaN, 0.5, 0.5).Follow([1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrustLearning.BetaForgetting(1, 1, 0).Follow([1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrustLearning.BetaForgetting(1, 1, 1).Follow([2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrustLearning.RescorlaWagner(0.2, 0.5).Follow([-0.1]));
    }

    [Fact]
    public void Comparison_OverMomentsWithForecasts_ScoresTheSameMoments()
    {
        var course = TrustCourse.Of([new(1, 1, 1, null), new(2, 2, 0, 0.25), new(3, 1, 1, 0.75), new(4, 1, 0.5, 0.5)]);
        var found = TrustComparison.Of(new TrustLearning.RescorlaWagner(0.5, 0.5), course);

        // Predictions .5 .75 .375 .6875; the first has no forecast.
        Assert.Equal((3, 3, 3), (found.Model.Moments, found.Own.Moments, found.Constant.Moments));
        Assert.Equal((0.75 * 0.75 + 0.625 * 0.625 + 0.1875 * 0.1875) / 3, found.Model.Brier!.Value, 1e-12);
        Assert.Equal((0.0625 + 0.0625 + 0) / 3, found.Own.Brier!.Value, 1e-12);
        Assert.Equal(0.5 / 3, found.Constant.Brier!.Value, 1e-12);
    }

    [Fact]
    public void Quantiles_ReferenceGrid_AreScipys()
    {
        var compared = 0;
        foreach (var rows in Expected.Where(rows => rows.Key.StartsWith("normal ", StringComparison.Ordinal) || rows.Key.StartsWith("beta ", StringComparison.Ordinal)))
        {
            var at = rows.Key.Split(' ').Skip(1).Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            var (expected, actual) = (Numbers(Assert.Single(rows).Value)[0], at.Length == 1 ? Quantiles.Normal(at[0]) : Quantiles.Beta(at[0], at[1], at[2]));

            Assert.True(Math.Abs(actual - expected) <= 1e-11 * (1e-3 + Math.Abs(expected)), $"{rows.Key}: {actual:R} instead of {expected:R}");
            compared++;
        }

        Assert.Equal(15 + 40, compared);
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Normal(1));
        var interval = new BetaBelief(2, 2).Interval();
        Assert.Equal(1, interval.Lower + interval.Upper, 1e-12);
    }

    private static string Text(string name, string what) => Expected[name].Single(row => row.What == what).Value;

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(one => one == "-" ? double.NaN : double.Parse(one, CultureInfo.InvariantCulture))];

    private static IEnumerable<(string Name, string What, string Value)> Rows()
    {
        using var reader = new StreamReader(typeof(TrustLearningTests).Assembly.GetManifestResourceStream("Reference/trust.csv")!);
        return [.. reader.ReadToEnd().Split('\n').Skip(1).Select(line => line.TrimEnd('\r').Split(',')).Where(cells => cells.Length == 3).Select(cells => (cells[0], cells[1], cells[2]))];
    }
}
