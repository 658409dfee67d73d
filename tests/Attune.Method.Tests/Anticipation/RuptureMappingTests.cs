using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Anticipation;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Assessment;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Tests.Cases;

namespace Attune.Method.Tests.Anticipation;

public sealed class RuptureMappingTests
{
    private static readonly Dictionary<string, double> Shy = new() { ["ei"] = 4.8, ["ed"] = 4.6 };

    private static MethodCatalogue Catalogue => MethodCatalogue.BuiltIn;

    // Moment 2: taking the alternative lowers task and bond by exactly what is shown.
    [Fact]
    public void Of_AlternativeTaken_LowersTaskAndBondByExactlyTheShownContributions()
    {
        var before = Map(ShyCourse("chair-work"), 1);
        var fit = Assert.Single(before.A.Fits);
        var alternative = fit.Alternatives.Single(other => other.Code == "mode-cards");

        Assert.True(alternative.Saves is { Task: > 0, Bond: > 0 });
        var after = Map(ShyCourse("mode-cards"), 1);
        foreach (var (area, saved) in new[] { (RuptureArea.Task, alternative.Saves.Task), (RuptureArea.Goal, alternative.Saves.Goal), (RuptureArea.Bond, alternative.Saves.Bond) })
            Assert.Equal(saved, LogOdds(before, area) - LogOdds(after, area), 1e-12);
        Assert.Empty(after.A.Fits.Where(one => one.Code == "chair-work"));
    }

    // Moment 2: a task fault becomes a bond wound; both schemas are named.
    [Fact]
    public void Of_ShyPartnerAndChairWork_NamesBothSchemasAndTheSecondStep()
    {
        var fit = Assert.Single(Map(ShyCourse("chair-work"), 1).A.Fits);

        Assert.Equal(["ei", "ed"], fit.Schemas);
        Assert.Equal((2, 2, true, false), (fit.Comfort, fit.StartAtStep, fit.IsOffered, fit.IsKept));
        Assert.True(fit.Adds is { Task: > 0, Bond: > 0 });
    }

    [Fact]
    public void Of_AlternativeRefused_IsAllowedAndNoted()
    {
        var course = ShyCourse("chair-work");
        course.Then(new SessionPlanned { At = course.Now, Amends = 3, Session = 1, Techniques = ["chair-work"], KeptAsPlanned = ["chair-work"] });

        Assert.True(Assert.Single(Map(course, 1).A.Fits).IsKept);
    }

    // Moment 2: after a third session with the task answer falling.
    [Fact]
    public void Of_SameTechniqueThreeTimesWhileTheTaskAnswerFalls_IsSaid()
    {
        var course = ShyCourse("chair-work").Session(ToldCourse.Ratings(6, 6, 6));
        course.Planned(2, ["chair-work"]).Session(ToldCourse.Ratings(5, 6, 6));
        Assert.Empty(Map(course.Planned(3, ["chair-work"]), 3).A.Again);

        var again = Assert.Single(Map(course.Session(ToldCourse.Ratings(4, 6, 6)).Planned(4, ["chair-work"]), 4).A.Again);

        Assert.Equal((Partner.A, "chair-work", 4, 2), (again.Partner, again.Code, again.Times, again.Falls));
        Assert.True(again.Alternatives.Length >= 2);
        Assert.Empty(Map(course, 4).B.Again);
    }

    [Fact]
    public void Of_SameTechniqueWithoutAFall_IsNotRemarkedOn()
    {
        var course = ShyCourse("chair-work");
        for (var session = 2; session <= 4; session++)
            course.Session(ToldCourse.Ratings(6, 6, 6)).Planned(session, ["chair-work"]);

        Assert.Empty(Map(course, 4).A.Again);
    }

    [Fact]
    public void Items_OfAPartner_AreRankedAndAddUpToTheirReasons()
    {
        var items = Map(ShyCourse("chair-work"), 1).A.Items;

        Assert.Equal(items.OrderByDescending(item => item.LogOdds), items);
        Assert.Equal(("ei", RuptureArea.Task), (items[0].Schema, items[0].Area));
        Assert.All(items, item => Assert.Equal(item.LogOdds, item.Reasons.Sum(reason => reason.LogOdds), 1e-12));
        Assert.Contains(items[0].Reasons, reason => reason is { Term: "technique", Of: "chair-work" });
    }

    // The reasons of the map are those of the forecast, no second sum.
    [Fact]
    public void Items_Reasons_AreTheForecastsContributions()
    {
        var map = Map(ShyCourse("chair-work"), 1);
        var forecast = ((CoupleForecast.Given)map.Forecast).A.ByTherapist;

        Assert.All(map.A.Items, item => Assert.Equal(
            item.LogOdds, forecast.In(item.Area).Contributions.Where(one => one.Schema == item.Schema).Sum(one => one.LogOdds), 1e-12));
    }

    [Fact]
    public void Forecast_SilentSchema_ShowsLessInThePartnersOwnReport()
    {
        var a = ((CoupleForecast.Given)Map(ShyCourse("chair-work"), 1).Forecast).A;
        var scale = ForecastModel.Of(Catalogue).ScaleOf(TensionReporter.Partner) / ForecastModel.Of(Catalogue).ScaleOf(TensionReporter.Therapist);

        Assert.Equal(.5 * scale, Of(a.ByPartner) / Of(a.ByTherapist), 1e-9);

        static double Of(ReportForecast report) => report.Task.Contributions.Single(one => one is { Term: "schema-level", Schema: "ei" }).LogOdds;
    }

    [Fact]
    public void Forecast_NothingKnown_IsAboutUsualAndListsWhatIsMissing()
    {
        var forecast = Assert.IsType<CoupleForecast.Given>(Map(new ToldCourse(), 1).Forecast);

        Assert.Equal(Likelihood.AboutUsual, forecast.Likelihood);
        Assert.Equal(["schema-level", "technique", "motivation", "shared-view", "level", "split", "pull"], forecast.A.Missing.Select(one => one.Term));
        Assert.Equal(["first-six", "conjoint"], forecast.A.ByPartner.Bond.Contributions.Select(one => one.Term));
    }

    [Fact]
    public void Forecast_AfterTheSixth_LeavesOutTheBeginning()
    {
        var course = new ToldCourse();
        for (var session = 1; session <= 6; session++)
            course.Session(ToldCourse.Composite(5.67), ToldCourse.Composite(5.67));

        var forecast = Assert.IsType<CoupleForecast.Given>(Map(course, 7).Forecast);
        Assert.DoesNotContain(forecast.A.ByPartner.Task.Contributions, one => one.Term == "first-six");
    }

    [Fact]
    public void Forecast_AtLeastOne_IsTheUnionOfTheTwo()
    {
        var given = Assert.IsType<CoupleForecast.Given>(Map(ShyCourse("chair-work"), 1).Forecast);

        Assert.Equal(1 - (1 - given.A.ByPartner.Any) * (1 - given.B.ByPartner.Any), given.AtLeastOne, 1e-12);
        Assert.True(given.AtLeastOne > Math.Max(given.A.ByPartner.Any, given.B.ByPartner.Any));
    }

    // Moment 9.
    [Fact]
    public void Of_SafetyFlag_StepsAsideAndKeepsItsOffersBack()
    {
        var course = ShyCourse("imagery");
        course.Then(new SafetyFlagRaised { At = course.Now, Partner = Partner.B, Concern = SafetyConcern.Violence });
        var map = Map(course, 1);

        Assert.IsType<CoupleForecast.SteppedAside>(map.Forecast);
        Assert.False(Assert.Single(map.A.Fits, fit => fit.Code == "imagery").IsOffered);
        Assert.All(map.A.Fits.SelectMany(fit => fit.Alternatives), other => Assert.True(SafetyRules.IsOffered(Catalogue.Technique(other.Code), hasFlag: true)));
        Assert.Null(Briefing.Of(map, course.Couple, Catalogue).AtLeastOne);

        course.Then(new SafetyFlagLowered { At = course.Now, Partner = Partner.B, Concern = SafetyConcern.Violence });
        Assert.IsType<CoupleForecast.Given>(Map(course, 1).Forecast);
    }

    [Fact]
    public void Forecast_LaterSessions_AreNotUsed() => RandomCourses.Events.Sample(events =>
    {
        var whole = CoupleCase.Fold(events);
        var earlier = CoupleCase.Fold(events.Where(one => one is not (CheckInAnswered { Session: > 3 } or PartnerDebriefed { Session: > 3 })));
        return Any(whole) == Any(earlier);

        static (double, double)? Any(CoupleCase couple) =>
            Forecasts.Of(couple, MethodCatalogue.BuiltIn, null, 4) is CoupleForecast.Given given && couple.Ruptures.Count == 0
                ? (given.A.ByPartner.Any, given.B.ByTherapist.Any)
                : null;
    });

    [Fact]
    public void Forecast_AnyCase_GivesChancesOrStepsAside() => RandomCourses.Events.Sample(events =>
        Forecasts.Of(CoupleCase.Fold(events), MethodCatalogue.BuiltIn, new TherapistAssessed { At = default }, 4) is not CoupleForecast.Given given
        || (given.AtLeastOne is > 0 and < 1 && given.A.ByPartner.Any is > 0 and < 1 && given.B.ByTherapist.Any is > 0 and < 1));

    [Fact]
    public void Couple_ModesSet_NamesTheClashAndWhoMovesFirst()
    {
        var course = new ToldCourse();
        course.Then(new CoupleAssessed { At = course.Now, ModeOfA = "angry-child", ModeOfB = "detached-protector", MovesFirst = Partner.B });
        var couple = Map(course, 1).Couple;

        Assert.Equal((ModeFamily.Protest, ModeFamily.Detach, false, Partner.B), (couple.FamilyOfA, couple.FamilyOfB, couple.IsProposed, couple.MovesFirst));
        Assert.Equal(Catalogue.ClashOf(ModeFamily.Detach, ModeFamily.Protest)!.Code, couple.Clash);
    }

    [Fact]
    public void Couple_OnlyModeScores_ProposesTheClash()
    {
        var course = new ToldCourse();
        course.Then(new PartnerAssessed { At = course.Now, Partner = Partner.A, SchemaModes = Scores(("angry-child", 4.2), ("healthy-adult", 5)) });
        course.Then(new PartnerAssessed { At = course.Now, Partner = Partner.B, SchemaModes = Scores(("detached-protector", 4.9), ("demanding-parent", 5.5)) });
        var couple = Map(course, 1).Couple;

        Assert.Equal((ModeFamily.Protest, ModeFamily.Detach, true, null), (couple.FamilyOfA, couple.FamilyOfB, couple.IsProposed, couple.MovesFirst));
    }

    [Fact]
    public void Blame_Known_NamesItsEntry()
    {
        var course = new ToldCourse();
        course.Then(new PartnerAssessed { At = course.Now, Partner = Partner.A, AsksForVerdict = true });
        Assert.Equal("asks-for-verdict", Map(course, 1).A.Blame);

        course.Then(new PartnerAssessed { At = course.Now, Partner = Partner.A, AsksForVerdict = true, Blames = BlameKind.ForCause });
        Assert.Equal("blames-for-cause", Map(course, 1).A.Blame);
        Assert.Null(Map(course, 1).B.Blame);
    }

    private static ToldCourse ShyCourse(string technique) => new ToldCourse().Assessed(Partner.A, Shy, new() { ["chair-work"] = 2 }).Planned(1, [technique]);

    private static RuptureMap Map(ToldCourse course, int session) => RuptureMapping.Of(course.Couple, Catalogue, own: null, session);

    private static double LogOdds(RuptureMap map, RuptureArea area) => ((CoupleForecast.Given)map.Forecast).A.ByTherapist.In(area).LogOdds;

    private static ImmutableSortedDictionary<string, double> Scores(params (string Code, double Score)[] scores) =>
        scores.ToImmutableSortedDictionary(one => one.Code, one => one.Score, StringComparer.Ordinal);
}
