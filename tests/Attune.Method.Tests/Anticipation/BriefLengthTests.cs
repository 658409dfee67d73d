using Attune.Method.Anticipation;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Tests.Cases;

namespace Attune.Method.Tests.Anticipation;

/// <summary>The brief has fewer than 200 words on paper: which care points are in it, and that neither partner pays for the other.</summary>
public sealed class BriefLengthTests
{
    private static readonly Dictionary<string, double> AllFour = new() { ["ed"] = 4.1, ["ei"] = 5.9, ["ma"] = 4.2, ["si"] = 5 };

    private static readonly string[] Codes = [.. MethodCatalogue.BuiltIn.Schemas.Select(schema => schema.Code)];

    private static readonly string[] Techniques = ["chair-work", "homework"];

    private static readonly Gen<Dictionary<string, double>> Scores =
        Gen.Select(Gen.Int[0, Codes.Length - 1].Select(at => Codes[at]), Gen.Double[3, 6]).Array[0, 7].Select(pairs => pairs.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2));

    private static readonly Gen<Told> Any = Gen.Select(
        Scores, Scores, Gen.Bool.Select(toB => toB ? Partner.B : Partner.A), Gen.Int[0, 60], Gen.Int[0, 2].Select(planned => Techniques.Take(planned).ToArray()), Gen.Bool,
        (a, b, owedTo, owed, plan, answered) => new Told(a, b, owedTo, owed, plan, answered));

    [Fact]
    public void Of_AnyCouple_IsShortOrHasOnePointEach() => Any.Sample(told =>
    {
        var brief = told.Brief();
        return BriefLength.Of(brief, MethodCatalogue.BuiltIn) < Briefing.FewerWordsThan
            || (brief.CareFor(Partner.A).Count() <= 1 && brief.CareFor(Partner.B).Count() <= 1);
    });

    [Fact]
    public void Of_AnyCouple_BeginsWithTheStrongestAndCountsWhatIsLeftOut() => Any.Sample(told =>
    {
        var (map, brief) = (told.Map(), told.Brief());
        return map.Partners.All(side =>
        {
            var ranked = side.Items.Select(item => item.Schema).Distinct().ToList();
            var chosen = brief.CareFor(side.Partner).Select(point => point.Schema).ToList();
            return chosen.SequenceEqual(ranked.Take(chosen.Count))
                && chosen.Count <= Briefing.PointsEach
                && chosen.Count >= Math.Min(1, ranked.Count)
                && brief.MoreFor(side.Partner) == ranked.Count - chosen.Count;
        });
    });

    [Fact]
    public void Of_OnePartnerLeftOut_TakesNoPointFromTheOther() => Any.Sample(told =>
    {
        var (both, onlyA, onlyB) = (told.Brief(), (told with { B = [] }).Brief(), (told with { A = [] }).Brief());
        return BeginsWith(onlyA.CareFor(Partner.A), both.CareFor(Partner.A)) && BeginsWith(onlyB.CareFor(Partner.B), both.CareFor(Partner.B));
    });

    [Fact]
    public void Of_TwoPartnersExchanged_ExchangesTheirPoints() => Any.Where(told => told.A.Values.Concat(told.B.Values).Distinct().Count() == told.A.Count + told.B.Count).Sample(told =>
    {
        var (one, other) = (told.Brief(), told.Exchanged().Brief());
        return Schemas(one, Partner.A).SequenceEqual(Schemas(other, Partner.B)) && Schemas(one, Partner.B).SequenceEqual(Schemas(other, Partner.A));
    });

    [Fact]
    public void Of_FourRelevantSchemasEach_KeepsTheStrongestAndCountsTheRest()
    {
        var brief = new Told(AllFour, AllFour, Partner.A, 0, [], true).Brief();

        Assert.Equal("ei", brief.CareFor(Partner.A).First().Schema);
        Assert.Equal("ei", brief.CareFor(Partner.B).First().Schema);
        Assert.InRange(brief.Care.Length, 2, 5);
        Assert.Equal(8, brief.Care.Length + brief.MoreForA + brief.MoreForB);
        Assert.All(brief.Care, point => Assert.False(
            string.IsNullOrWhiteSpace(point.EarlySign) || string.IsNullOrWhiteSpace(point.FirstSentence) || string.IsNullOrWhiteSpace(point.MaySetOff)));
    }

    [Fact]
    public void Of_OnePartnerAssessed_HasRoomForMoreOfThem() =>
        Assert.Equal(["ei", "si"], Schemas(new Told(AllFour, [], Partner.A, 0, [], true).Brief(), Partner.A));

    // A long promise is not cut: it comes first, and the points give way.
    [Fact]
    public void Of_VeryLongPromise_LeavesTheStrongestPointOfEach()
    {
        var brief = new Told(AllFour, AllFour, Partner.B, 150, [], true).Brief();

        Assert.Equal((1, 1, 3, 3), (brief.CareFor(Partner.A).Count(), brief.CareFor(Partner.B).Count(), brief.MoreForA, brief.MoreForB));
    }

    [Fact]
    public void Of_WhateverAFlagAlonePutsThere_IsNotOnPaper()
    {
        var told = new Told(AllFour, AllFour, Partner.A, 10, ["chair-work"], true);
        var flagged = told.Course().Then(new SafetyFlagRaised { At = ToldAt, Partner = Partner.B, Concern = SafetyConcern.CoerciveControl });

        Assert.Equal(told.Brief().Care.Select(point => point.Schema), Told.BriefOf(flagged.Couple).Care.Select(point => point.Schema));
    }

    private static readonly DateTimeOffset ToldAt = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);

    private static IEnumerable<string> Schemas(Brief brief, Partner partner) => brief.CareFor(partner).Select(point => point.Schema);

    private static bool BeginsWith(IEnumerable<CarePoint> all, IEnumerable<CarePoint> first)
    {
        var begin = first.ToList();
        return all.Take(begin.Count).SequenceEqual(begin);
    }

    private sealed record Told(Dictionary<string, double> A, Dictionary<string, double> B, Partner OwedTo, int Owed, string[] Plan, bool Answered)
    {
        public Told Exchanged() => this with { A = B, B = A, OwedTo = OwedTo.Other() };

        public ToldCourse Course()
        {
            var answers = Answered ? ToldCourse.Composite(6) : null;
            var course = new ToldCourse().Assessed(Partner.A, A).Assessed(Partner.B, B).Session(answers, answers);
            if (Owed > 0)
                course.Owes(OwedTo, string.Join(' ', Enumerable.Repeat("word", Owed)));
            return course.Planned(2, [.. Plan]);
        }

        public RuptureMap Map() => RuptureMapping.Of(Course().Couple, MethodCatalogue.BuiltIn, own: null, 2);

        public Brief Brief() => BriefOf(Course().Couple);

        public static Brief BriefOf(CoupleCase couple) =>
            Briefing.Of(RuptureMapping.Of(couple, MethodCatalogue.BuiltIn, own: null, 2), couple, MethodCatalogue.BuiltIn);
    }
}
