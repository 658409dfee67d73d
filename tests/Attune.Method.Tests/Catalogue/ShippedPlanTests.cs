using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Catalogue;

/// <summary>Techniques and occasions.</summary>
public sealed class ShippedPlanTests
{
    private static MethodCatalogue Shipped => MethodCatalogue.BuiltIn;

    [Fact]
    public void TechniquesAndOccasions_Always_AreFortyAndTwenty() => Assert.Equal((40, 20), (Shipped.Techniques.Length, Shipped.Occasions.Length));

    [Fact]
    public void ChairWork_Ladder_HasSevenStepsAndTwoAlternativesWithTheSameAim()
    {
        var chairs = Shipped.Technique("chair-work");

        Assert.Equal(Enumerable.Range(1, 7), chairs.Ladder.Select(step => step.Number));
        Assert.Equal(2, chairs.Alternatives.Length);
        Assert.All(chairs.Alternatives, code => Assert.Equal(chairs.Aim, Shipped.Technique(code).Aim));
        Assert.Equal(TechniqueSafety.NotWhenDirectedAtPartner, chairs.Safety);
    }

    [Theory]
    [InlineData("ei", .9)]
    [InlineData("ds", .8)]
    [InlineData("ma", .7)]
    [InlineData("ed", .6)]
    [InlineData("fa", .6)]
    [InlineData("vh", .5)]
    public void ChairWork_ItsSixSchemas_KeepTheirWeights(string schema, double weight) =>
        Assert.Equal(weight, Shipped.Technique("chair-work").Sensitivities.Single(each => each.Schema == schema).Weight);

    [Fact]
    public void ChairWork_AnyOtherSchema_WeighsNoMoreThanTheLeastOfTheSix() =>
        Assert.All(Shipped.Technique("chair-work").Sensitivities.Skip(6), each => Assert.InRange(each.Weight, .1, .5));

    [Fact]
    public void Ladders_Always_AreNumberedFromOneAndHaveMoreThanOneStep()
    {
        Assert.True(Shipped.Techniques.Count(technique => !technique.Ladder.IsEmpty) >= 8);
        Assert.All(Shipped.Techniques.Where(technique => !technique.Ladder.IsEmpty), technique =>
        {
            Assert.Equal(Enumerable.Range(1, technique.Ladder.Length), technique.Ladder.Select(step => step.Number));
            Assert.True(technique.Ladder.Length > 1);
        });
    }

    [Fact]
    public void Alternatives_OfEveryTechnique_AreOthersAndKnown()
    {
        Assert.All(Shipped.Techniques, technique =>
        {
            Assert.DoesNotContain(technique.Code, technique.Alternatives);
            Assert.Distinct(technique.Alternatives);
            Assert.All(technique.Alternatives, code => Assert.True(Shipped.TryGetTechnique(code, out _)));
        });
    }

    [Fact]
    public void Sensitivities_OfOneEntry_NameEachSchemaOnceWithAWeight()
    {
        var all = Shipped.Techniques.Select(technique => technique.Sensitivities).Concat(Shipped.Occasions.Select(occasion => occasion.Sensitivities));

        Assert.All(all, sensitivities =>
        {
            Assert.Distinct(sensitivities.Select(each => each.Schema));
            Assert.All(sensitivities, each => Assert.True(each.Weight > 0));
        });
    }

    [Fact]
    public void Schemas_EveryOne_IsTouchedBySomeTechniqueAndSomeOccasion()
    {
        Assert.All(Shipped.Schemas, schema =>
        {
            Assert.Contains(Shipped.Techniques, technique => technique.Sensitivities.Any(each => each.Schema == schema.Code && each.Weight >= .4));
            Assert.Contains(Shipped.Occasions, occasion => occasion.Sensitivities.Any(each => each.Schema == schema.Code && each.Weight >= .4));
        });
    }

    [Theory]
    [InlineData("old-injury")]
    [InlineData("homework")]
    [InlineData("imagery")]
    [InlineData("time-out-agreement")]
    [InlineData("talk-about-intimacy")]
    [InlineData("scores-given-back")]
    public void Techniques_ThatRaiseConflictOrShowOneToTheOther_AreNotOfferedUnderAFlag(string code) =>
        Assert.Equal(TechniqueSafety.NotOffered, Shipped.Technique(code).Safety);

    [Fact]
    public void Occasions_Always_HoldTheProgramsOwnForms()
    {
        Assert.Contains(Shipped.Occasions, occasion => occasion.Code == "check-in-itself");
        Assert.Contains(Shipped.Occasions, occasion => occasion.Code == "strap-or-video");
    }

    [Fact]
    public void Transparency_Always_SaysWhatNobodyShouldHaveToGuess() =>
        Assert.Equal(
            ["what-comes-next", "why", "how-long", "how-to-stop", "what-is-written-down", "who-is-told-what"], Shipped.Transparency.Select(item => item.Code));
}
