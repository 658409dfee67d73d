using Attune.Method.Assessment;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Holding;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Holding;

public sealed class PlaceMarkTests
{
    private static readonly PlaceMark Mark = new() { Session = 1, Partner = Partner.B, Kind = MarkKind.Mode, Code = "avoidant-protector" };

    [Fact]
    public void Decide_FromMemory_IsSubtleAndWithoutATime()
    {
        var placed = Told.Held().Event<MarkPlaced>(Mark);

        Assert.Equal((Subject.PartnerB, ReactionStrength.Subtle, null, null, false), (placed.Subject, placed.Strength, placed.Into, placed.EarlySchema, placed.WhileAroused));
    }

    [Fact]
    public void Decide_SeveralOfOneSession_AreKeptInTheirOrder()
    {
        var told = Told.Held().Do(Mark).Do(Mark with { Kind = MarkKind.Channel, Code = "eyes", EarlySchema = "ma", Strength = ReactionStrength.Strong, WhileAroused = true });

        Assert.Equal(["avoidant-protector", "eyes"], told.Case.FindSession(1)![Partner.B].Marks.Select(mark => mark.Code));
        Assert.Empty(told.Case.FindSession(1)![Partner.A].Marks);
    }

    /// <summary>What marks are for: what was seen twice goes before what the catalogue or the scores would say.</summary>
    [Fact]
    public void Decide_SameModeTwice_MakesTheOwnChain()
    {
        var schema = MethodCatalogue.BuiltIn.Schema("ma");
        var told = Told.Held().Do(Mark with { EarlySchema = "ma" });
        Assert.Null(OwnChains.Of(told.Case, Partner.B, schema, MethodCatalogue.BuiltIn)!.Coping);

        told.Do(Mark);

        Assert.Equal(new ChainPart("avoidant-protector", ChainSource.FromMarks), OwnChains.Of(told.Case, Partner.B, schema, MethodCatalogue.BuiltIn)!.Coping);
    }

    [Fact]
    public void Decide_NothingThatCanBe_SaysAllAtOnce() => Assert.Equal(
        [("PLN001", null), ("PRA021", "Partner"), ("PRA021", "Kind"), ("PRA021", "Strength"), ("PRA023", "Code")],
        Told.Begun().Refusals(new PlaceMark { Session = 3, Partner = (Partner)0, Kind = (MarkKind)0, Code = " ", Strength = (ReactionStrength)9 }));
}
