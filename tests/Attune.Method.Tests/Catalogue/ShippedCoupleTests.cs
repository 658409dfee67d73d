using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Catalogue;

/// <summary>The clash grid and the four kinds of blame.</summary>
public sealed class ShippedCoupleTests
{
    private static readonly ModeFamily[] NotHealthy = [ModeFamily.Open, ModeFamily.Protest, ModeFamily.Attack, ModeFamily.Detach, ModeFamily.Surrender];

    /// <summary>The fifteen pairs of the five families that are not healthy, and healthy with each.</summary>
    public static TheoryData<ModeFamily, ModeFamily> Pairs
    {
        get
        {
            var pairs = new TheoryData<ModeFamily, ModeFamily>();
            foreach (var (index, one) in NotHealthy.Index())
                pairs.AddRange([.. NotHealthy[index..].Select(other => (one, other))]);
            pairs.AddRange([.. Enum.GetValues<ModeFamily>().Select(other => (ModeFamily.Healthy, other))]);
            return pairs;
        }
    }

    private static MethodCatalogue Shipped => MethodCatalogue.BuiltIn;

    [Fact]
    public void Families_Always_AreTheSixWithTheirLetters() =>
        Assert.Equal(
            [("V", ModeFamily.Open), ("C", ModeFamily.Protest), ("A", ModeFamily.Attack), ("D", ModeFamily.Detach), ("S", ModeFamily.Surrender), ("H", ModeFamily.Healthy)],
            Shipped.Families.Select(family => (family.Letter, family.Family)));

    [Theory, MemberData(nameof(Pairs))]
    public void ClashOf_EachPairInEitherOrder_IsTheSameOne(ModeFamily one, ModeFamily other)
    {
        var clash = Shipped.ClashOf(one, other);

        Assert.NotNull(clash);
        Assert.Same(clash, Shipped.ClashOf(other, one));
        Assert.Equal(one == ModeFamily.Healthy ? "healthy-any" : clash.Code, clash.Code);
        Assert.Contains(clash.One, new[] { one, other });
    }

    [Fact]
    public void Clashes_Always_AreFifteenPairsAndOneForTheHealthy()
    {
        Assert.Equal(16, Pairs.Select(pair => Shipped.ClashOf(pair.Data.Item1, pair.Data.Item2)).Distinct().Count());
        Assert.Equal(16, Shipped.Clashes.Length);
    }

    [Theory]
    [InlineData("attack-attack", ClashSafety.ScreenViolence, ModeFamily.Detach)]
    [InlineData("attack-protest", ClashSafety.ScreenViolence)]
    [InlineData("attack-detach", ClashSafety.ScreenViolence)]
    [InlineData("open-attack", ClashSafety.StopNow)]
    [InlineData("attack-surrender", ClashSafety.ScreenAlone, ModeFamily.Surrender)]
    [InlineData("detach-detach", ClashSafety.AskLeaving, ModeFamily.Detach)]
    [InlineData("detach-surrender", ClashSafety.FlatAnswers)]
    [InlineData("surrender-surrender", ClashSafety.FlatAnswers)]
    [InlineData("protest-protest", ClashSafety.None)]
    [InlineData("protest-detach", ClashSafety.None, ModeFamily.Protest, ModeFamily.Detach)]
    [InlineData("protest-surrender", ClashSafety.None)]
    [InlineData("open-protest", ClashSafety.None)]
    [InlineData("open-detach", ClashSafety.None)]
    [InlineData("healthy-any", ClashSafety.None)]
    public void Clash_OfTheTable_AsksFirstForWhatItSaysAndPutsTheTherapistThere(string code, ClashSafety safety, params ModeFamily[] seats)
    {
        var clash = Shipped.Clashes.Single(each => each.Code == code);

        Assert.Equal(safety, clash.Safety);
        Assert.Empty(seats.Except(clash.SeatFamilies));
    }

    [Fact]
    public void ProtestDetach_TheArticlesExample_SaysWhoseItIs() =>
        Assert.Contains("Atkinson", Shipped.ClashOf(ModeFamily.Detach, ModeFamily.Protest)!.Source, StringComparison.Ordinal);

    [Fact]
    public void Blames_TheFour_HaveWhatMustBeRuledOutFirst()
    {
        Assert.Equal(
            [
                ("asks-for-verdict", "blames-for-cause,reports-abuse"), ("blames-by-schema", "blames-for-cause,reports-abuse"),
                ("blames-for-cause", "reports-abuse"), ("reports-abuse", ""),
            ],
            Shipped.Blames.Select(blame => (blame.Code, string.Join(',', blame.RuleOutFirst))));
        Assert.Equal(["pu", "ma", "et", "ds"], Shipped.Blames.Single(blame => blame.Code == "blames-by-schema").Schemas);
    }

    [Fact]
    public void Blames_OnlyTheReportOfAbuse_IsASafetyMatter() =>
        Assert.Equal("reports-abuse", Assert.Single(Shipped.Blames, blame => blame.IsSafetyMatter).Code);

    [Fact]
    public void Blames_RuledOutFirst_NeverLeadInACircle()
    {
        // In the order of the list, each leads only to later ones.
        var order = Shipped.Blames.Select(blame => blame.Code).ToList();

        Assert.All(Shipped.Blames, blame => Assert.All(blame.RuleOutFirst, first => Assert.True(order.IndexOf(first) > order.IndexOf(blame.Code))));
    }
}
