using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Catalogue;

public sealed class ShippedCatalogueTests
{
    private static readonly string[] EightChannels = ["words", "eyes", "face", "tone", "posture", "gesture", "timing", "intensity"];

    private static MethodCatalogue Shipped => MethodCatalogue.BuiltIn;

    [Fact]
    public void BuiltIn_ShippedFiles_LoadWithoutFault()
    {
        var outcome = CatalogueLoader.BuiltIn();

        Assert.True(outcome is CatalogueOutcome.Loaded, string.Join('\n', (outcome as CatalogueOutcome.Faulty)?.Faults ?? []));
    }

    [Fact]
    public void BuiltIn_ShippedFiles_ReplaceNothingAmongThemselves() => Assert.Empty(Shipped.Replacements);

    [Fact]
    public void Schemas_Always_AreTheEighteenInTheFieldsOrderByDomain()
    {
        Assert.Equal(
            ["ab", "ma", "ed", "ds", "si", "di", "vh", "em", "fa", "et", "is", "sb", "ss", "as", "np", "ei", "us", "pu"],
            Shipped.Schemas.Select(schema => schema.Code));
        Assert.Equal(
            [5, 4, 2, 3, 4],
            Shipped.Schemas.GroupBy(schema => schema.Domain).Select(domain => domain.Count()));
    }

    [Fact]
    public void Schemas_OnlyFourOfThem_AreWritten()
    {
        Assert.Equal(["ma", "ed", "si", "ei"], Shipped.WrittenSchemas.Select(schema => schema.Code));
        Assert.False(Shipped.Schema("ab").IsWritten);
    }

    [Fact]
    public void SocialIsolation_Synonyms_HoldTheArticlesWord() => Assert.Contains("Social Exclusion", Shipped.Schema("si").Synonyms);

    [Theory]
    [InlineData("ed", .4, .2, .9, Telling.Silent)]
    [InlineData("ma", .6, .4, .9, Telling.SilentUntilSudden)]
    [InlineData("si", .3, .2, .7, Telling.Silent)]
    [InlineData("ei", .8, .2, .4, Telling.Silent)]
    public void Portrait_Written_HasTheTablesStrengths(string code, double task, double goal, double bond, Telling telling)
    {
        var portrait = Shipped.Schema(code).Portrait!;

        Assert.Equal(new AreaStrengths(task, goal, bond), portrait.Strengths);
        Assert.Equal(telling, portrait.Telling);
    }

    [Theory]
    [InlineData("ed", "lonely-child,angry-child", "", "compliant-surrender", "detached-protector,detached-self-soother", "attention-seeker")]
    [InlineData("ma", "abused-child", "punitive-parent", "compliant-surrender", "suspicious-overcontroller,avoidant-protector,angry-protector", "bully-and-attack")]
    [InlineData("si", "excluded-child", "", "compliant-surrender", "avoidant-protector", "attention-seeker,clown")]
    [InlineData("ei", "inhibited-child", "demanding-parent,punitive-parent", "compliant-surrender", "detached-protector", "clown")]
    public void Portrait_Written_HasTheTablesModes(string code, string child, string parent, string surrender, string avoidance, string over)
    {
        var portrait = Shipped.Schema(code).Portrait!;

        Assert.Equal(
            [child, parent, surrender, avoidance, over],
            new[] { portrait.ChildModes, portrait.ParentModes, portrait.Surrender.Modes, portrait.Avoidance.Modes, portrait.Overcompensation.Modes }
                .Select(codes => string.Join(',', codes)));
    }

    [Fact]
    public void Portrait_EveryWrittenOne_IsWhole()
    {
        Assert.All(Shipped.WrittenSchemas, schema =>
        {
            var portrait = schema.Portrait!;
            Assert.Equal(EightChannels, portrait.EarlySigns.Select(sign => sign.Channel));
            Assert.Equal([CopingStyle.Surrender, CopingStyle.Avoidance, CopingStyle.Overcompensation], portrait.WaysOfCoping.Select(way => way.Style));
            Assert.True(portrait.Triggers.Length >= 5);
            Assert.Contains(portrait.Triggers, trigger => trigger.ByAttune);
            Assert.Contains(portrait.Triggers, trigger => !trigger.ByAttune);
        });
    }

    [Fact]
    public void Portrait_EveryModeItNames_HasAResponse()
    {
        var named = Shipped.WrittenSchemas.Select(schema => schema.Portrait!).SelectMany(portrait =>
            portrait.ChildModes.Concat(portrait.ParentModes).Concat(portrait.WaysOfCoping.SelectMany(way => way.Modes)));

        Assert.All(named, code => Assert.NotNull(Shipped.ResponseTo(code)));
    }

    [Fact]
    public void Channels_Always_AreTheEight() => Assert.Equal(EightChannels, Shipped.Channels.Select(channel => channel.Code));

    [Fact]
    public void InventoryModes_Always_AreTheFourteenInOrder()
    {
        Assert.Equal(Enumerable.Range(1, 14), Shipped.InventoryModes.Select(mode => mode.InventoryPlace!.Value));
        Assert.Equal(
            ["vulnerable-child", "angry-child", "enraged-child", "impulsive-child", "undisciplined-child", "happy-child", "compliant-surrender",
                "detached-protector", "detached-self-soother", "self-aggrandizer", "bully-and-attack", "punitive-parent", "demanding-parent", "healthy-adult"],
            Shipped.InventoryModes.Select(mode => mode.Code));
    }

    [Fact]
    public void ChairWork_Ladder_HasSevenStepsAndTwoAlternativesWithTheSameAim()
    {
        var chairs = Shipped.Technique("chair-work");

        Assert.Equal(Enumerable.Range(1, 7), chairs.Ladder.Select(step => step.Number));
        Assert.Equal(2, chairs.Alternatives.Length);
        Assert.All(chairs.Alternatives, code => Assert.Equal(chairs.Aim, Shipped.Technique(code).Aim));
        Assert.Equal(TechniqueSafety.NotWhenDirectedAtPartner, chairs.Safety);
        Assert.Equal(["ds", "ed", "ei", "fa", "ma", "vh"], chairs.Sensitivities.Select(each => each.Schema).Order());
    }

    [Fact]
    public void Alternatives_OfEveryTechnique_NeverNameItself()
    {
        Assert.All(Shipped.Techniques, technique => Assert.DoesNotContain(technique.Code, technique.Alternatives));
    }

    [Fact]
    public void Occasions_Always_AreTheNineAndTouchAllFourWrittenSchemas()
    {
        Assert.Equal(
            ["absence-ahead", "rescheduled", "late", "fee", "individual-session", "strap-or-video", "homework-review", "praise-of-one", "talk-of-ending"],
            Shipped.Occasions.Select(occasion => occasion.Code));
        Assert.All(Shipped.Occasions, occasion =>
            Assert.Empty(Shipped.WrittenSchemas.Select(schema => schema.Code).Except(occasion.Sensitivities.Select(each => each.Schema))));
    }

    [Fact]
    public void Pulls_TheArticlesOwn_StandAsTheArticleTellsThem()
    {
        var fading = Shipped.Pull("angry-child-at-me");
        var fighting = Shipped.Pull("hostility-meets-anger");
        var courting = Shipped.Pull("high-standing");

        Assert.Equal("detached-protector", fading.OwnChain[^1]);
        Assert.Equal((Involvement.Under, Involvement.Under), (fading.TowardThisPartner, fading.TowardTheOther));
        Assert.Equal("angry-child", fighting.OwnChain[^1]);
        Assert.Contains("si", courting.OwnSchemas);
        Assert.Equal((Involvement.Over, Involvement.Under), (courting.TowardThisPartner, courting.TowardTheOther));
        Assert.All([fading, fighting, courting], pull => Assert.Equal(Standing.Article, pull.Standing));
    }

    [Fact]
    public void RepairSteps_Always_StandInTheOrderOfTheLoop()
    {
        Assert.Equal(
            ["steadied", "recognised", "thanked-for-the-risk", "validated", "explored", "owned", "met-the-need", "linked-to-the-past",
                "changed-task-or-goal", "held-the-witness", "disclosed", "told-as-story", "carried-over"],
            Shipped.RepairSteps.Select(step => step.Code));
        Assert.Equal(Enumerable.Range(1, 13), Shipped.RepairSteps.Select(step => step.Order));
    }

    [Fact]
    public void CoalAndExercises_Always_AreTheArticlesWords()
    {
        Assert.Equal(["curious", "open", "accepting", "loving"], Shipped.Coal.Select(word => word.Code));
        Assert.Equal(["breathing", "focusing"], Shipped.Exercises.Select(exercise => exercise.Code));
        Assert.All(Shipped.Exercises, exercise => Assert.InRange(exercise.Seconds, 30, 90));
    }

    [Fact]
    public void Angers_TheThree_WantOppositeThingsAndOneEntryIsForNotKnowing()
    {
        Assert.Equal(["wants-me-near", "wants-me-away", "wants-me-small", "cannot-tell"], Shipped.Angers.Select(anger => anger.Code));
        Assert.Equal(["angry-child"], Shipped.Angers[0].Modes);
        Assert.Equal(["angry-protector"], Shipped.Angers[1].Modes);
        Assert.Equal(["bully-and-attack", "punitive-parent"], Shipped.Angers[2].Modes);
        Assert.Empty(Shipped.Angers[3].Modes);
    }

    [Fact]
    public void Numbers_EveryStrengthAndWeight_AreRoundToATenth()
    {
        // Our own judgements: a second decimal would claim a precision nobody has.
        var weights = Shipped.Techniques.SelectMany(technique => technique.Sensitivities)
            .Concat(Shipped.Occasions.SelectMany(occasion => occasion.Sensitivities))
            .Select(each => each.Weight);
        var strengths = Shipped.WrittenSchemas.Select(schema => schema.Portrait!.Strengths)
            .Concat(Shipped.Techniques.Select(technique => technique.Strengths))
            .Concat(Shipped.Occasions.Select(occasion => occasion.Strengths))
            .SelectMany(areas => Enum.GetValues<RuptureArea>().Select(areas.In));

        Assert.All(weights.Concat(strengths), number => Assert.Equal(Math.Round(number, 1), number));
    }

    [Fact]
    public void Sensitivities_OfOneEntry_NameEachSchemaOnce()
    {
        var all = Shipped.Techniques.Select(technique => technique.Sensitivities).Concat(Shipped.Occasions.Select(occasion => occasion.Sensitivities));

        Assert.All(all, sensitivities => Assert.Distinct(sensitivities.Select(each => each.Schema)));
    }
}
