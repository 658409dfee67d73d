using Attune.Method.Alliance;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Learning;
using Attune.Method.Tests.Cases;

namespace Attune.Method.Tests.Learning;

public sealed class PracticeLearningTests
{
    private static readonly MethodCatalogue Catalogue = MethodCatalogue.BuiltIn;
    private static readonly Dictionary<string, double> Shy = new() { ["ei"] = 4.8, ["ed"] = 4.6 };

    // The heart of it: what came after a session, or in it, moves none of its inputs.
    [Fact]
    public void Rows_WhateverComesLater_HaveTheInputsOfBefore() => RandomCourses.Forms.Sample(forms =>
    {
        var whole = Told(forms, forms.Length);
        for (var many = 1; many <= forms.Length; many++)
        {
            var (long_, short_) = (RowsOf(whole.Couple), RowsOf(Told(forms, many).Couple));
            Assert.Equal(2 * many, short_.Count);
            foreach (var (one, other) in short_.Zip(long_))
                Assert.Equal(one.Values, other.Values);
        }
    }, iter: 60);

    [Fact]
    public void Rows_RuptureRepairedLater_WasOpenInBetween()
    {
        var course = new ToldCourse().Session(Calm()).Session(Tense()).Rupture(area: RuptureArea.Bond).Session(Calm());
        var open = Values(course, "open-rupture");
        Assert.Equal([0, 0, 1], open);

        course.Claimed().Session(Calm() with { StillOpen = StillOpenAnswer.Nothing }).ToldInTheRoom().Session(Calm());

        Assert.Equal(open, Values(course, "open-rupture")[..3]);
    }

    [Fact]
    public void Rows_OutcomesAndArea_AreWhatEachReporterSaid()
    {
        var course = new ToldCourse().Session(Tense(), Calm()).Rupture(area: RuptureArea.Goal).Session(Tense()).Session(new CheckInAnswers { Task = 5 });
        course.Then(new PartnerDebriefed { At = course.Now, Session = 2, Partner = Partner.B, Tension = true });
        course.Then(new PartnerDebriefed { At = course.Now, Session = 3, Partner = Partner.A, Tension = false });

        SessionOutcome[] expected =
        [
            SessionOutcome.ReportOfArea(1), SessionOutcome.NoReport, SessionOutcome.ReportOfUnknownArea, SessionOutcome.Unanswered,
            SessionOutcome.Unanswered, SessionOutcome.Unanswered,
        ];
        Assert.Equal(expected, RowsOf(course.Couple).Select(row => row.Outcome));
        Assert.Equal(
            [default, default, default, SessionOutcome.ReportOfUnknownArea, SessionOutcome.NoReport, default],
            RowsOf(course.Couple, TensionReporter.Therapist).Select(row => row.Outcome));
    }

    [Fact]
    public void Rows_FlagWasUpBefore_StandAside()
    {
        var course = new ToldCourse().Session(Calm(), Calm());
        course.Then(new SafetyFlagRaised { At = course.Now, Partner = Partner.A, Concern = SafetyConcern.Violence }).Session(Tense(), Calm());

        var learnt = PracticeLearning.Of([course.Couple], Catalogue, null, TensionReporter.Partner);

        Assert.Equal((2, 2), (learnt.Rows.Count, learnt.StoodAside));
        Assert.IsType<LearnedForecast.SteppedAside>(learnt.Forecast(course.Couple, 3));
    }

    [Theory, InlineData(TensionReporter.Partner), InlineData(TensionReporter.Therapist)]
    public void Forecast_NothingAnsweredYet_HasTheLogOddsOfThePrior(TensionReporter reporter)
    {
        var couple = new ToldCourse().Assessed(Partner.A, Shy, new() { ["chair-work"] = 2 }).Planned(1, ["chair-work"], "fee").Couple;
        var prior = Assert.IsType<CoupleForecast.Given>(Forecasts.Of(couple, Catalogue, null, 1));

        var learnt = Assert.IsType<LearnedForecast.Given>(PracticeLearning.Of([couple], Catalogue, null, reporter).Forecast(couple, 1));

        Assert.Equal((0, 0), (learnt.Provenance.Sessions, learnt.Provenance.Couples));
        foreach (var partner in Partners.All)
        {
            foreach (var area in learnt[partner].Areas)
            {
                var expected = prior[partner].By(reporter).In(area.Area);
                Assert.Equal(expected.LogOdds, area.LogOdds, 1e-12);
                Assert.Equal(expected.Intercept, area.Intercept, 1e-12);
                foreach (var term in expected.Contributions.GroupBy(one => one.Term))
                    Assert.Equal(term.Sum(one => one.LogOdds), area.Contributions.Single(one => one.Term == term.Key).LogOdds, 1e-12);
            }
        }
    }

    [Fact]
    public void Forecast_AfterManyQuietSessions_IsLowerForThisPartnerThanForANewOne()
    {
        var course = new ToldCourse();
        for (var i = 0; i < 25; i++)
            course.Session(Calm(), Tense());
        var learnt = PracticeLearning.Of([course.Couple], Catalogue, null, TensionReporter.Partner);

        var next = Assert.IsType<LearnedForecast.Given>(learnt.Forecast(course.Couple, 26));
        Assert.True(next.A.Areas[0].Partner < 0 && next.B.Areas[0].Partner > 0);
        Assert.True(next.A.Prediction.Any.Probability < next.B.Prediction.Any.Probability);
        foreach (var area in next.A.Areas)
            Assert.Equal(area.LogOdds, area.Contributions.Aggregate(area.Intercept + area.Partner, (sum, one) => sum + one.LogOdds));
        Assert.Equal(ForecastVerdict.TooFewToTell, learnt.Evaluate().Verdict);
    }

    private static CheckInAnswers Calm() => new() { Task = 6, Goal = 5, Bond = 6, Tension = new TensionAnswer { Any = false } };

    private static CheckInAnswers Tense() => new() { Task = 5, Goal = 6, Bond = 4, Tension = new TensionAnswer { Any = true, Strength = 3 } };

    // A rupture in every second session, repaired in the one after it.
    private static ToldCourse Told(CheckInAnswers?[] forms, int many)
    {
        var course = new ToldCourse().Assessed(Partner.A, Shy).Planned(1, ["chair-work"]);
        for (var i = 0; i < many; i++)
        {
            course.Session(forms[i], forms[^(i + 1)]);
            _ = i % 2 == 0 ? course.Rupture(area: RuptureArea.Bond) : course.Claimed();
            course.Assessed(Partner.B, new() { ["ei"] = 1 + i % 5 }).Planned(i + 2, [i % 2 == 0 ? "mode-cards" : "chair-work"]);
        }

        return course;
    }

    private static List<LearningRow> RowsOf(CoupleCase couple, TensionReporter reporter = TensionReporter.Partner) =>
        new CaseRows(Catalogue, null, reporter).Of(couple, 0, null, out _);

    // A's, of the bond.
    private static double[] Values(ToldCourse course, string term)
    {
        var reader = new CaseRows(Catalogue, null, TensionReporter.Partner);
        return [.. reader.Of(course.Couple, 0, null, out _).Where(row => row.Partner == 0).Select(row => row.Values[2 * reader.Terms.Length + reader.Terms.IndexOf(term)])];
    }
}
