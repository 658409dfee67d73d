using Attune.Method.Cases;
using Attune.Method.Repair;

namespace Attune.Method.Tests.Repair;

/// <summary>What is taken from the schemas' own words, and what stands in for them while they are not written.</summary>
public sealed class RepairWordsTests
{
    private static readonly RepairWords OfSubjugation = new("Thank you for the no.", "May agree at once.", "I say no, kindly.");

    private static RepairWords? Words(string schema) => schema == "sb" ? OfSubjugation : null;

    [Fact]
    public void Of_EveryWrittenSchema_HasItsOwnWords()
    {
        var all = RuptureAtHand.Catalogue.Schemas.Select(schema => RepairWords.Of(RuptureAtHand.Catalogue, schema.Code)).ToArray();

        Assert.Distinct(all.Select(words => words!.Thanks));
        Assert.All(all, words => Assert.False(string.IsNullOrWhiteSpace(words!.Disclosure) || string.IsNullOrWhiteSpace(words.NextTime)));
        Assert.Null(RepairWords.Of(RuptureAtHand.Catalogue, "zz"));
    }

    [Fact]
    public void For_SchemaWithWords_SaysThem()
    {
        Assert.Equal("Thank you for the no.", RepairSentences.For(RepairStepKind.ThankedForTheRisk, ["ed", "sb"], RuptureAtHand.Catalogue, Words));
    }

    [Theory]
    [InlineData(RepairStepKind.ThankedForTheRisk)]
    [InlineData(RepairStepKind.HeldTheWitness)]
    public void For_NoWordsForIt_SaysTheCataloguesOwn(RepairStepKind kind) => Assert.Equal(
        RuptureAtHand.Catalogue.RepairStep(RepairSentences.CodeOf(kind)).Sentence, RepairSentences.For(kind, ["ed"], RuptureAtHand.Catalogue, Words));

    [Fact]
    public void CodeOf_EveryStep_StandsInTheCatalogueInItsOrder() => Assert.Equal(
        RuptureAtHand.Catalogue.RepairSteps.Select(step => step.Code), Enum.GetValues<RepairStepKind>().Select(RepairSentences.CodeOf));

    [Fact]
    public void LeadingSchemas_OfARupture_BeginWithThePrimary()
    {
        var formulation = new RuptureFormulation { EarlySchemas = ["ds", "ma"], PrimarySchema = "ma" };

        Assert.Equal(["ma", "ds", "sb"], RuptureAtHand.Of(RuptureOwner.A, formulation).Assessed(Partner.A, ("sb", 5), ("ds", 4.2), ("ed", 3.9))
            .Assessed(Partner.B, ("ss", 6)).Read((couple, rupture) => LeadingSchemas.Of(couple, rupture)));
        Assert.Equal(["ma", "ds"], RuptureAtHand.Of(RuptureOwner.Both, formulation).Assessed(Partner.A, ("sb", 5))
            .Read((couple, rupture) => LeadingSchemas.Of(couple, rupture)));
    }

    [Fact]
    public void NextTimeLines_NothingWritten_ProposeTheSchemasWords() => Assert.Equal(
        new NextTimeLines(null, null, "I say no, kindly.", true),
        RuptureAtHand.Of().Assessed(Partner.A, ("sb", 5)).Read((couple, rupture) => NextTimeLines.Of(couple, rupture, Words)));

    [Fact]
    public void NextTimeLines_Written_StandAsTheyAre()
    {
        var told = RuptureAtHand.Of(formulation: new() { NextTimeToTherapist = "Slower.", NextTimeToPartner = "Wait." }).Assessed(Partner.A, ("sb", 5));

        Assert.Equal(new NextTimeLines("Slower.", "Wait.", null, true), told.Read((couple, rupture) => NextTimeLines.Of(couple, rupture, Words)));
        Assert.Equal(new NextTimeLines("Slower.", "Wait.", null, false), told.Flagged().Read((couple, rupture) => NextTimeLines.Of(couple, rupture, Words)));
    }
}
