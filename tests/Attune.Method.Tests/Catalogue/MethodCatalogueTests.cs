using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Catalogue;

public sealed class MethodCatalogueTests
{
    private static MethodCatalogue Shipped => MethodCatalogue.BuiltIn;

    [Theory]
    [InlineData("ed")]
    [InlineData("ED")]
    public void TryGetSchema_KnownCodeInAnyCase_FindsIt(string code)
    {
        Assert.True(Shipped.TryGetSchema(code, out var schema));
        Assert.Equal("Emotional Deprivation", schema.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("zz")]
    [InlineData(null)]
    public void TryGet_UnknownCode_SaysNoInEveryLookup(string? code)
    {
        // Codes in a record may come from a practice's own or a later catalogue.
        Assert.False(Shipped.TryGetSchema(code, out _));
        Assert.False(Shipped.TryGetMode(code, out _));
        Assert.False(Shipped.TryGetTechnique(code, out _));
        Assert.False(Shipped.TryGetOccasion(code, out _));
        Assert.False(Shipped.TryGetPull(code, out _));
        Assert.False(Shipped.TryGetChannel(code, out _));
        Assert.False(Shipped.TryGetExercise(code, out _));
        Assert.False(Shipped.TryGetRepairStep(code, out _));
        Assert.False(Shipped.TryGetMarker(code, out _));
        Assert.False(Shipped.TryGetFeeling(code, out _));
        Assert.False(Shipped.TryGetSense(code, out _));
        Assert.False(Shipped.TryGetTransparency(code, out _));
        Assert.False(Shipped.TryGetCuriosity(code, out _));
        Assert.False(Shipped.TryGetBlame(code, out _));
        Assert.Null(Shipped.ResponseTo(code));
    }

    [Fact]
    public void Schema_UnknownCode_ThrowsWithTheCode() =>
        Assert.Contains("'zz'", Assert.Throws<KeyNotFoundException>(() => Shipped.Schema("zz")).Message, StringComparison.Ordinal);

    [Fact]
    public void ResponseTo_FormOfAMode_IsTheWiderModesResponse()
    {
        Assert.Null(Shipped.Mode("lonely-child").Response);
        Assert.Same(Shipped.Mode("vulnerable-child").Response, Shipped.ResponseTo("lonely-child"));
    }

    [Fact]
    public void ResponseTo_ModeNotWrittenYet_IsNull() =>
        Assert.Null(Specimen.Loaded(CatalogueRuleTests.Mode.With("    form-of: vulnerable-child\n", "")).ResponseTo("specimen-child"));

    [Fact]
    public void ClashOf_PairThatIsNotWritten_IsNull() =>
        Assert.Null((Shipped with { Clashes = [] }).ClashOf(ModeFamily.Attack, ModeFamily.Healthy));

    [Fact]
    public void Entries_Always_AreAllOfEveryShelf()
    {
        // A new shelf that is forgotten here would be missing wherever "every entry" is meant.
        int shelved = typeof(MethodCatalogue).GetProperties().Where(shelf => shelf.CanWrite).Select(shelf => shelf.GetValue(Shipped))
            .OfType<System.Collections.IEnumerable>().SelectMany(shelf => shelf.OfType<ICatalogueEntry>()).Count();

        Assert.Equal(shelved + Shipped.Forecast.Terms.Length, Shipped.Entries.Count());
        Assert.True(shelved > 250);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void AreaStrengths_OutsideZeroToOne_IsRefused(double strength) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AreaStrengths(0, strength, 1));

    [Fact]
    public void AreaStrengths_InAnArea_GivesThatArea()
    {
        var strengths = new AreaStrengths(task: .1, goal: .2, bond: .3);

        Assert.Equal([.1, .2, .3], Enum.GetValues<RuptureArea>().Select(strengths.In));
        Assert.Equal(0, default(AreaStrengths).In(RuptureArea.Bond));
    }
}
