using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Catalogue;

/// <summary>The shipped catalogue as a whole; its parts have tests of their own beside this one.</summary>
public sealed class ShippedCatalogueTests
{
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
    public void Schemas_AllOfThem_AreWritten() => Assert.Equal(Shipped.Schemas, Shipped.WrittenSchemas);

    [Fact]
    public void SocialIsolation_Synonyms_HoldTheArticlesWord() => Assert.Contains("Social Exclusion", Shipped.Schema("si").Synonyms);

    [Fact]
    public void Channels_Always_AreTheEight() =>
        Assert.Equal(["words", "eyes", "face", "tone", "posture", "gesture", "timing", "intensity"], Shipped.Channels.Select(channel => channel.Code));

    [Fact]
    public void Names_OfOneKind_AreToldApart()
    {
        // Two entries of one name could not be told apart in a list, and hardly in a book.
        Assert.All(Shipped.Entries.GroupBy(entry => entry.GetType()), kind =>
        {
            Assert.Distinct(kind.Select(entry => entry.Name), StringComparer.OrdinalIgnoreCase);
            Assert.Distinct(kind.Select(entry => entry.PlainName), StringComparer.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public void Sources_Always_NameAWorkOrOurselves() =>
        Assert.All(Shipped.Entries, entry => Assert.Matches(@"\d{4}|Bulletin|curriculum|Sydney", entry.Source));

    [Fact]
    public void OurProposals_Always_NameOurselvesAsTheSource() =>
        Assert.All(Shipped.Entries.Where(entry => entry.Standing == Standing.OurProposal), entry => Assert.Contains("Attune, 2026", entry.Source));

    [Fact]
    public void Numbers_EveryStrengthAndWeight_AreRoundToATenth()
    {
        // Our own judgements: a second decimal would claim a precision nobody has. The forecast's weights are worked out and stand apart.
        var weights = Shipped.Techniques.SelectMany(technique => technique.Sensitivities)
            .Concat(Shipped.Occasions.SelectMany(occasion => occasion.Sensitivities))
            .Select(each => each.Weight);
        var strengths = Shipped.WrittenSchemas.Select(schema => schema.Portrait!.Strengths)
            .Concat(Shipped.Techniques.Select(technique => technique.Strengths))
            .Concat(Shipped.Occasions.Select(occasion => occasion.Strengths))
            .SelectMany(areas => Enum.GetValues<RuptureArea>().Select(areas.In));

        Assert.All(weights.Concat(strengths), number => Assert.Equal(Math.Round(number, 1), number));
    }
}
