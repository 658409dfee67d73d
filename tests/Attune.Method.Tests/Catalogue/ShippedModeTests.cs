using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Catalogue;

public sealed class ShippedModeTests
{
    /// <summary>The international workgroup's list (Arntz et al., 2021, table 2), by its groups.</summary>
    public static TheoryData<ModeGroup2021, string> List2021
    {
        get
        {
            var rows = new TheoryData<ModeGroup2021, string>();
            Add(ModeGroup2021.Child,
                "Disregarded child, Non-autonomous child, Subordinate child, Constrained child, Confused child, Over-diligent child, Victimized child, Grandiose child, "
                + "Spoiled child, Undisciplined child, Impulsive child, Angry child, Enraged child, Rebellious child, Sulking child");
            Add(ModeGroup2021.NormSetting, "Demanding critic, Punisher");
            Add(ModeGroup2021.Avoidance,
                "Detached protector, Funny protector, Angry protector, Avoidant protector, Compliant surrender, Reassurance seeker, Detached self-soother, Suspicious overcontroller");
            Add(ModeGroup2021.Inversion,
                "Hyper-autonomous, Attention & approval seeker, Bully & attack, Perfectionistic overcontroller, Idealizer, Daredevil, Slacker, Pollyanna, Clown, Self-aggrandizer");
            return rows;

            void Add(ModeGroup2021 group, string names) => rows.AddRange([.. names.Split(", ").Select(name => (group, name))]);
        }
    }

    private static MethodCatalogue Shipped => MethodCatalogue.BuiltIn;

    [Theory, MemberData(nameof(List2021))]
    public void Modes_EachOfTheListOf2021_IsThereByNameOrSynonymInItsGroup(ModeGroup2021 group, string name)
    {
        var wanted = name.Replace("&", "and", StringComparison.Ordinal);

        var mode = Assert.Single(Shipped.Modes, mode => mode.Synonyms.Append(mode.Name).Contains(wanted, StringComparer.OrdinalIgnoreCase));

        Assert.Equal(group, mode.Group2021);
    }

    [Fact]
    public void Modes_WithAPlaceInTheListOf2021_AreOnlyThoseOfIt() =>
        Assert.Equal(List2021.Count, Shipped.Modes.Count(mode => mode.Group2021 is not null));

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
    public void GuiltInducingParent_AnAdditionOfTheField_IsNoScaleOfTheInventory()
    {
        var voice = Shipped.Mode("guilt-inducing-parent");

        Assert.Equal((SchemaModeGroup.Parent, null, null), (voice.Group, voice.InventoryPlace, voice.Group2021));
        Assert.Contains("not in the inventory", voice.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Modes_EveryOne_HasAnAnswerOfItsOwnOrOfItsWiderMode()
    {
        Assert.All(Shipped.Modes, mode => Assert.NotNull(Shipped.ResponseTo(mode.Code)));
        Assert.All(Shipped.Modes.Where(mode => mode.FormOf is null), mode => Assert.NotNull(mode.Response));
    }

    [Fact]
    public void Modes_EveryOne_HasAFamilyAndKnowsItsGroup()
    {
        Assert.All(Shipped.Modes, mode => Assert.NotNull(mode.Family));
        Assert.All(Shipped.Modes, mode => Assert.Equal(mode.Group == SchemaModeGroup.Healthy, mode.Family == ModeFamily.Healthy));
        Assert.All(Shipped.Modes.Where(mode => mode.FormOf is not null), mode => Assert.Equal(mode.Group, Shipped.Mode(mode.FormOf!).Group));
    }

    [Fact]
    public void Responses_WhereDirectionOrKindDecides_HaveCases()
    {
        // A harsh voice turned inward wants the child protected; turned on somebody it wants a limit first.
        Assert.True(Shipped.Mode("punitive-parent").Response!.Cases.Length >= 2);
        Assert.NotEmpty(Shipped.Mode("angry-child").Response!.Cases);
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
}
