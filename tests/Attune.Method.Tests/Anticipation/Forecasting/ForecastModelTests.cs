using Attune.Method.Alliance;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Anticipation.Forecasting;

public sealed class ForecastModelTests
{
    private static readonly ForecastModel Model = ForecastModel.Of(MethodCatalogue.BuiltIn);

    public static TheoryData<TensionReporter> Reporters => [TensionReporter.Partner, TensionReporter.Therapist];

    private static ForecastReference Reference => MethodCatalogue.BuiltIn.Forecast.Reference;

    [Fact]
    public void Profiles_Always_Are512AndTheSameEachTime()
    {
        Assert.Equal(512, Model.Profiles.Length);
        Assert.Equal(ReferenceProfiles.Of(MethodCatalogue.BuiltIn)[17].Scores, ReferenceProfiles.Of(MethodCatalogue.BuiltIn)[17].Scores);
    }

    // The article's figures, by arithmetic of the test's own over what the model hands out.
    [Theory]
    [InlineData(TensionReporter.Partner, .37)]
    [InlineData(TensionReporter.Therapist, .56)]
    public void Calibration_OverTheProfiles_GivesTheArticlesFirstReports(TensionReporter reporter, double share)
    {
        double sum = 0;
        foreach (var profile in Model.Profiles)
        {
            var forecast = Model.Forecast(profile, reporter, inFirstSix: true);
            var none = (1 - forecast.Task.Probability) * (1 - forecast.Goal.Probability) * (1 - forecast.Bond.Probability);
            sum += 1 - Math.Pow(none, 6);
        }

        Assert.Equal(share, sum / 512, 1e-9);
    }

    [Theory, MemberData(nameof(Reporters))]
    public void Profiles_SummedTerms_SpreadAsTheReferenceSays(TensionReporter reporter)
    {
        double[] sums = [.. Model.Profiles.Select(profile => Summed(Model.Forecast(profile, reporter, inFirstSix: true)))];
        var mean = sums.Average();

        Assert.Equal(.74, Math.Sqrt(sums.Sum(one => (one - mean) * (one - mean)) / 511), 1e-9);
    }

    // Why .74: chances that spread so tell reports from no reports with an area under the curve of about .70.
    [Theory, MemberData(nameof(Reporters))]
    public void Profiles_Chances_DiscriminateAsIntended(TensionReporter reporter)
    {
        double[] chances = [.. Model.Profiles.Select(profile => Model.Forecast(profile, reporter, inFirstSix: true).Any)];
        double concordant = 0, pairs = 0;
        foreach (var one in chances)
        {
            foreach (var other in chances)
            {
                var weight = one * (1 - other);
                pairs += weight;
                concordant += one > other ? weight : one == other ? weight / 2 : 0;
            }
        }

        Assert.InRange(concordant / pairs, .65, .75);
    }

    [Fact]
    public void Scale_OfTheShippedWeights_IsNearOne()
    {
        Assert.InRange(Model.ScaleOf(TensionReporter.Therapist), .9, 1.1);
        Assert.InRange(Model.ScaleOf(TensionReporter.Partner), .9, 1.6);
    }

    [Theory, MemberData(nameof(Reporters))]
    public void Forecast_Always_AddsUpExactly(TensionReporter reporter)
    {
        foreach (var profile in Model.Profiles)
        {
            var forecast = Model.Forecast(profile, reporter, inFirstSix: true);
            foreach (var area in Enum.GetValues<RuptureArea>())
            {
                var one = forecast.In(area);
                Assert.Equal(one.LogOdds, one.Intercept + one.Contributions.Sum(each => each.LogOdds), 1e-12);
                Assert.Equal(one.LogOdds, Math.Log(one.Probability / (1 - one.Probability)), 1e-9);
            }

            Assert.Equal(1 - (1 - forecast.Task.Probability) * (1 - forecast.Goal.Probability) * (1 - forecast.Bond.Probability), forecast.Any, 1e-12);
        }
    }

    [Fact]
    public void Intercepts_OfTheAreas_DifferByTheirShares()
    {
        var forecast = Model.Forecast([], TensionReporter.Partner, inFirstSix: false);

        Assert.Equal(Math.Log(.35 / .25), forecast.Task.Intercept - forecast.Goal.Intercept, 1e-12);
        Assert.Equal(Math.Log(.40 / .25), forecast.Bond.Intercept - forecast.Goal.Intercept, 1e-12);
    }

    [Fact]
    public void Usual_InACouplesTherapy_IsHigherThanTheArticlesFigureForOne()
    {
        // 7.4% a session by the article for one person; the conjoint term says more, and no number.
        Assert.InRange(Model.UsualOf(TensionReporter.Partner, inFirstSix: true), .085, .14);
        Assert.True(Model.UsualOf(TensionReporter.Partner, inFirstSix: false) < Model.UsualOf(TensionReporter.Partner, inFirstSix: true));
        Assert.True(Model.UsualOf(TensionReporter.Partner, inFirstSix: true) < Model.UsualOf(TensionReporter.Therapist, inFirstSix: true));
    }

    [Theory]
    [InlineData(.0741, 13)]
    [InlineData(.1427, 7)]
    [InlineData(1.0, 1)]
    [InlineData(.9, 1)]
    public void OneIn_OfAChance_IsANaturalFrequency(double chance, int oneIn) => Assert.Equal(oneIn, Likelihoods.OneIn(chance));

    // Article-map 2: 1 - (1 - .074)^2 is about 1 in 7.
    [Fact]
    public void AtLeastOne_OfTwoAtTheArticlesRate_IsAboutOneInSeven()
    {
        var rate = 1 - Math.Pow(1 - .37, 1 / 6.0);

        Assert.Equal(.0741, rate, 4);
        Assert.Equal(7, Likelihoods.OneIn(Forecasts.AtLeastOne(rate, rate)));
    }

    [Theory]
    [InlineData(.1, .1, Likelihood.AboutUsual)]
    [InlineData(.1429, .1, Likelihood.More)]
    [InlineData(.1428, .1, Likelihood.AboutUsual)]
    [InlineData(.0689, .1, Likelihood.Less)]
    [InlineData(.0690, .1, Likelihood.AboutUsual)]
    public void Likelihood_OddsAgainstUsualOdds_IsAWord(double chance, double usual, Likelihood word) => Assert.Equal(word, Likelihoods.Of(chance, usual));

    private static double Summed(ReportForecast forecast)
    {
        return Reference.Shares.Task * Of(forecast.Task) + Reference.Shares.Goal * Of(forecast.Goal) + Reference.Shares.Bond * Of(forecast.Bond);

        static double Of(AreaForecast area) => area.Contributions.Where(one => !MethodCatalogue.BuiltIn.Forecast.Term(one.Term).IsFixed).Sum(one => one.LogOdds);
    }
}
