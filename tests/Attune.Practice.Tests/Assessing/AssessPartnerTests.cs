using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Assessing;
using Attune.Practice.Planning;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Assessing;

public sealed class AssessPartnerTests
{
    [Fact]
    public void Decide_FirstAssessment_AmendsNothing()
    {
        var made = Told.Begun().Event<PartnerAssessed>(new AssessPartner { Partner = Partner.A, EarlySchemas = Scores("ed", 4.6), Hope = 0 });

        Assert.Equal((null, Subject.PartnerA, 0), (made.Amends, made.Subject, made.Hope));
        Assert.Equal(4.6, made.EarlySchemas["ed"]);
    }

    [Fact]
    public void Decide_SecondAssessment_AmendsTheFirst()
    {
        var told = Told.Begun().Do(new AssessPartner { Partner = Partner.A });

        Assert.Equal(4, told.Event<PartnerAssessed>(new AssessPartner { Partner = Partner.A }).Amends);
        Assert.Null(told.Event<PartnerAssessed>(new AssessPartner { Partner = Partner.B }).Amends);
    }

    [Fact]
    public void Decide_EverythingOutOfRange_SaysAllAtOnce()
    {
        var refusals = Told.Begun().Refusals(new AssessPartner
        {
            Partner = Partner.A,
            EarlySchemas = Scores("ed", 6.01),
            SchemaModes = Scores("vc", 0.99),
            Comfort = ImmutableSortedDictionary<string, int>.Empty.Add("chair-work", 11),
            SharedView = -1,
            Motivation = 11,
            Hope = int.MinValue,
            ReasonToCome = new string('x', 2_001),
            ExpectsOfTherapy = new string('x', 2_001),
        });

        Assert.Equal(
            [
                ("PRA020", "SharedView"), ("PRA020", "Motivation"), ("PRA020", "Hope"), ("PRA022", "ReasonToCome"), ("PRA022", "ExpectsOfTherapy"),
                ("PRA020", "Schema.ed"), ("PRA020", "Mode.vc"), ("PRA020", "Comfort.chair-work"),
            ],
            refusals);
    }

    [Fact]
    public void Decide_TheWholeOfIt_IsKeptAsSaid()
    {
        var made = Told.Begun().Event<PartnerAssessed>(new AssessPartner
        {
            Partner = Partner.B,
            Leaning = Leaning.Out,
            Injuries = ["the funeral", "the move"],
            AsksForVerdict = false,
            Blames = BlameKind.ForCause,
            PastRuptures = [new PastRupture(PastRelation.EarlierTherapist, "I stopped going.", null)],
            Trauma = "as a child",
            SlowBond = true,
            DiffersFromTherapist = "the farm",
            NotKnownYet = ImmutableSortedDictionary<string, string>.Empty.Add("faith", "which"),
            WouldRatherNot = [AssessmentTopic.Hope, AssessmentTopic.Motivation],
        });

        Assert.Equal((Leaning.Out, false, BlameKind.ForCause, true), (made.Leaning, made.AsksForVerdict, made.Blames, made.SlowBond));
        Assert.Equal(["the funeral", "the move"], made.Injuries);
        Assert.Equal([new PastRupture(PastRelation.EarlierTherapist, "I stopped going.", null)], made.PastRuptures);
        Assert.Equal(("as a child", "the farm", "which"), (made.Trauma, made.DiffersFromTherapist, made.NotKnownYet["faith"]));
        Assert.Equal([AssessmentTopic.Hope, AssessmentTopic.Motivation], made.WouldRatherNot);
    }

    [Fact]
    public void Decide_MoreThanThereIsRoomFor_SaysAllAtOnce() => Assert.Equal(
        [
            ("PRA021", "Leaning"), ("PRA021", "Blames"), ("PRA022", "Trauma"), ("PRA022", "DiffersFromTherapist"), ("PRA022", "Injuries"),
            ("PRA021", "PastRuptures"), ("PRA022", "PastRuptures"), ("PRA022", "PastRuptures"), ("PRA021", "WouldRatherNot"), ("PRA022", "NotKnownYet.faith"),
        ],
        Told.Begun().Refusals(new AssessPartner
        {
            Partner = Partner.A,
            Leaning = (Leaning)9,
            Blames = (BlameKind)9,
            Trauma = new string('x', 4_001),
            DiffersFromTherapist = new string('x', 1_001),
            Injuries = ["short", new string('x', 1_001)],
            PastRuptures = [new PastRupture((PastRelation)9, new string('x', 1_001), new string('x', 1_001))],
            WouldRatherNot = [(AssessmentTopic)99],
            NotKnownYet = ImmutableSortedDictionary<string, string>.Empty.Add("faith", new string('x', 1_001)),
        }));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Decide_ScoreThatIsNoNumber_IsRefused(double score) =>
        Assert.Equal([("PRA020", "Schema.ed")], Told.Begun().Refusals(new AssessPartner { Partner = Partner.B, EarlySchemas = Scores("ed", score) }));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(6, 10)]
    public void Decide_OnTheEdge_IsTaken(double score, int scale) => Told.Begun().Event<PartnerAssessed>(new AssessPartner
    {
        Partner = Partner.A,
        EarlySchemas = Scores("ed", score),
        SharedView = scale,
        Motivation = scale,
        Hope = scale,
        ReasonToCome = new string('x', 2_000),
    });

    [Fact]
    public void Decide_NobodyNamed_IsRefused() =>
        Assert.Equal([("PRA021", "Partner")], Told.Begun().Refusals(new AssessPartner { Partner = (Partner)3 }));

    [Fact]
    public void Decide_AssessedMeanwhile_IsStale()
    {
        var told = Told.Begun();
        var seen = told.Number;
        told.Do(new AssessPartner { Partner = Partner.A });

        Assert.Equal([(Told.Stale, null)], told.Refusals(new AssessPartner { Partner = Partner.A, BasedOn = seen }));
        told.Event<PartnerAssessed>(new AssessPartner { Partner = Partner.A, BasedOn = told.Number });
    }

    [Fact]
    public void Decide_SomethingElseChangedMeanwhile_IsTaken()
    {
        var told = Told.Begun();
        var seen = told.Number;
        told.Do(new AssessPartner { Partner = Partner.B }).Do(new PlanSession { Session = 1 });

        told.Event<PartnerAssessed>(new AssessPartner { Partner = Partner.A, BasedOn = seen });
    }

    private static ImmutableSortedDictionary<string, double> Scores(string code, double score) =>
        ImmutableSortedDictionary<string, double>.Empty.Add(code, score);
}
