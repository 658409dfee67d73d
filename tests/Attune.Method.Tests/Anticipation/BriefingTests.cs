using System.Text.Json;
using Attune.Method.Anticipation;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Tests.Cases;

namespace Attune.Method.Tests.Anticipation;

public sealed class BriefingTests
{
    private static readonly Dictionary<string, double> Shy = new() { ["ei"] = 4.8, ["ed"] = 4.6 };

    // Moment 2.
    [Fact]
    public void For_ShyPartnerAndChairWorkPlanned_SaysForWhomWhyAndWhereToBegin()
    {
        var brief = For(
            new ToldCourse()
                .Assessed(Partner.A, Shy, new() { ["chair-work"] = 2 })
                .Assessed(Partner.B, new() { ["ei"] = 2.1, ["ed"] = 3.9 }, new() { ["chair-work"] = 8 })
                .Planned(1, ["chair-work"]),
            1);

        var caution = Assert.Single(brief.Cautions);
        Assert.Equal((Partner.A, "chair-work", 2, 2), (caution.Partner, caution.Code, caution.Comfort, caution.StartAtStep));
        Assert.Equal(["ei", "ed"], caution.Schemas);
        Assert.NotEmpty(caution.Alternatives);
        Assert.All(caution.Alternatives, other =>
            Assert.Equal(MethodCatalogue.BuiltIn.Technique("chair-work").Aim, MethodCatalogue.BuiltIn.Technique(other.Code).Aim));
    }

    // .9 of 4.1 weighs more than .6 of 6.
    [Fact]
    public void For_Caution_NamesFirstWhatTheTechniqueTouchesMost() =>
        Assert.Equal(["ei", "ed"], Assert.Single(For(new ToldCourse().Assessed(Partner.A, new() { ["ed"] = 6, ["ei"] = 4.1 }).Planned(1, ["chair-work"]), 1).Cautions).Schemas);

    [Fact]
    public void For_StartAtStepTwo_IsTheStepInTheThirdPerson() =>
        Assert.Contains("third person", MethodCatalogue.BuiltIn.Technique("chair-work").Ladder.Single(step => step.Number == 2).Text.Clinical, StringComparison.Ordinal);

    [Theory]
    [InlineData(4.0, 10, 1)]
    [InlineData(3.99, 3, 1)]
    [InlineData(4.0, 3, 2)]
    public void For_TouchedOrUneasyAlone_BeginsAtTheFirstStep(double inhibition, int comfort, int step) =>
        Assert.Equal(
            step,
            Assert.Single(For(new ToldCourse().Assessed(Partner.A, new() { ["ei"] = inhibition }, new() { ["chair-work"] = comfort }).Planned(1, ["chair-work"]), 1).Cautions).StartAtStep);

    [Fact]
    public void For_NeitherTouchedNorUneasy_GivesNoCaution() =>
        Assert.Empty(For(new ToldCourse().Assessed(Partner.A, new() { ["ei"] = 3.99 }, new() { ["chair-work"] = 4 }).Planned(1, ["chair-work"]), 1).Cautions);

    [Fact]
    public void For_NobodyAssessed_WarnsOfNobody()
    {
        var brief = For(new ToldCourse().Planned(1, ["chair-work"], "fee"), 1);

        Assert.Empty(brief.Cautions);
        Assert.Empty(brief.Care);
    }

    [Fact]
    public void For_OccasionThatTouchesASchema_GivesACautionWithoutALadder()
    {
        var caution = Assert.Single(For(new ToldCourse().Assessed(Partner.B, Shy).Planned(1, [], "strap-or-video"), 1).Cautions);

        Assert.Equal((Partner.B, "strap-or-video", null, null), (caution.Partner, caution.Code, caution.Comfort, caution.StartAtStep));
        Assert.Equal(["ei", "ed"], caution.Schemas);
    }

    // A record may hold codes of a practice's own catalogue, or of a later one.
    [Fact]
    public void For_CodesThatThisCatalogueDoesNotKnow_AreSteppedOver()
    {
        var brief = For(new ToldCourse().Assessed(Partner.A, new() { ["zz"] = 6 }, new() { ["moon-watching"] = 0 }).Planned(1, ["moon-watching"], "eclipse"), 1);

        Assert.Empty(brief.Cautions);
        Assert.Empty(brief.Care);
    }

    [Fact]
    public void For_PlannedAnew_OnlyTheLatestPlanCounts() =>
        Assert.Empty(For(new ToldCourse().Assessed(Partner.A, Shy).Planned(1, ["chair-work"]).Planned(1, []), 1).Cautions);

    [Fact]
    public void For_SomethingOwed_ComesFirst()
    {
        var brief = For(new ToldCourse().Session().Owes(Partner.B, "The list.").Owes(Partner.A, "A word on Monday."), 2);

        Assert.Equal([new Promise(Partner.A, 1, "A word on Monday."), new Promise(Partner.B, 1, "The list.")], brief.Owed);
        var properties = JsonSerializer.SerializeToElement(brief).EnumerateObject().Select(property => property.Name);
        Assert.Equal([nameof(Brief.Session), nameof(Brief.Owed)], properties.Take(2));
    }

    [Fact]
    public void For_PromiseTakenBackByAnAmendment_IsNotOwed()
    {
        var course = new ToldCourse().Session().Owes(Partner.B, "The list.");
        course.Then(new PartnerDebriefed { At = course.Now, Amends = 3, Session = 1, Partner = Partner.B });

        Assert.Empty(For(course, 2).Owed);
    }

    [Fact]
    public void For_NoAnswerToTheLastSession_NamesWhoseIsMissing()
    {
        Assert.Equal([Partner.B], For(new ToldCourse().Session(ToldCourse.Composite(6)), 2).Missing);
        Assert.Equal([Partner.A, Partner.B], For(new ToldCourse().Session(ToldCourse.Composite(6), ToldCourse.Composite(6)).Session(), 3).Missing);
        Assert.Empty(For(new ToldCourse().Session().Session(ToldCourse.Composite(6), ToldCourse.Composite(6)), 3).Missing);
    }

    [Fact]
    public void For_AnswerPutOff_IsMissingAsWell()
    {
        var course = new ToldCourse().Session(null, ToldCourse.Composite(6));

        Assert.Equal([Partner.A], For(course.Then(new CheckInPutOff { At = course.Now, Session = 1, Partner = Partner.A }), 2).Missing);
    }

    [Fact]
    public void For_FirstSession_MissesNothing() => Assert.Empty(For(new ToldCourse(), 1).Missing);

    [Fact]
    public void For_ASessionInThePast_ReadsOnlyWhatWasBeforeIt()
    {
        var course = new ToldCourse().Session(ToldCourse.Composite(6), ToldCourse.Composite(6)).Owes(Partner.A, "Before.").Session().Owes(Partner.A, "After.");

        Assert.Equal("Before.", Assert.Single(For(course, 2).Owed).Text);
        Assert.Empty(For(course, 2).Missing);
    }

    [Fact]
    public void For_ScoreBelowFour_IsNoCarePoint() => Assert.Empty(For(new ToldCourse().Assessed(Partner.A, new() { ["ed"] = 3.99 }), 1).Care);

    [Fact]
    public void For_PromiseKept_IsOwedNoLonger()
    {
        var course = new ToldCourse().Session().Owes(Partner.B, "The list.").Session();
        Assert.Equal("The list.", Assert.Single(For(course, 3).Owed).Text);

        course.Then(new PromiseKept { At = course.Now, Partner = Partner.B, PromisedInSession = 1, Session = 2 });
        Assert.Empty(For(course, 3).Owed);
    }

    [Fact]
    public void For_AnotherSession_LooksAtAnotherChannel() =>
        Assert.Equal(8, Enumerable.Range(1, 8).Select(session => For(new ToldCourse().Assessed(Partner.A, new() { ["ed"] = 4.6 }), session).Care[0].Channel).Distinct().Count());

    // The therapist's own log cannot be folded into a couple's case at all; what a case does hold of the therapist never shows.
    [Fact]
    public void For_AnyEventAboutTheTherapist_ChangesNothing() =>
        RandomCourses.Events.Sample(events =>
            Text(CoupleCase.Fold(events)) == Text(CoupleCase.Fold(events.Where(one => one.Subject != Subject.Therapist))));

    [Fact]
    public void Brief_Always_HasNoRoomForTheTherapistsOwn()
    {
        Type[] parts = [typeof(Brief), typeof(Promise), typeof(CarePoint), typeof(PlanFit)];
        var own = parts.SelectMany(part => part.GetProperties()).Select(property => property.PropertyType.ToString()).Where(name => name.Contains("Therapist", StringComparison.Ordinal));

        Assert.Empty(own);
    }

    private static Brief For(ToldCourse course, int session) => For(course.Couple, session);

    private static Brief For(CoupleCase couple, int session) =>
        Briefing.Of(RuptureMapping.Of(couple, MethodCatalogue.BuiltIn, own: null, session), couple, MethodCatalogue.BuiltIn);

    private static string Text(CoupleCase couple) => JsonSerializer.Serialize(For(couple, 4));
}
