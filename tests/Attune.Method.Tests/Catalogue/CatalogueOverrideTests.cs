using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Catalogue;

public sealed class CatalogueOverrideTests
{
    [Fact]
    public void WithOverrides_EntryWithAShippedCode_TakesItsPlaceAndSaysSo()
    {
        var catalogue = Specimen.Loaded(Specimen.Occasion.With("code: specimen", "code: fee"));

        Assert.Equal("Specimen", catalogue.Occasion("fee").Name);
        Assert.Equal(MethodCatalogue.BuiltIn.Occasions.Select(each => each.Code), catalogue.Occasions.Select(each => each.Code));
        var replacement = Assert.Single(catalogue.Replacements);
        Assert.Equal(("occasion fee", Specimen.File), (replacement.Entry, replacement.File));
        Assert.Contains("occasions", replacement.Replaced, StringComparison.Ordinal);
    }

    [Fact]
    public void WithOverrides_EntryWithANewCode_IsAddedLastAndReplacesNothing()
    {
        var catalogue = Specimen.Loaded(Specimen.Occasion);

        Assert.Equal("specimen", catalogue.Occasions[^1].Code);
        Assert.Empty(catalogue.Replacements);
    }

    [Fact]
    public void WithOverrides_TwoFilesWithTheSameCode_LaterWins()
    {
        var catalogue = Specimen.Loaded(Specimen.Occasion, Specimen.Occasion.With("name: Specimen", "name: Later"));

        Assert.Equal("Later", catalogue.Occasion("specimen").Name);
        Assert.Equal(new CatalogueReplacement("occasion specimen", "specimen-2.yaml", Specimen.File), Assert.Single(catalogue.Replacements));
    }

    [Fact]
    public void WithOverrides_PortraitOfAWrittenSchema_ReplacesThePortraitAndKeepsTheName()
    {
        var catalogue = Specimen.Loaded(Specimen.Portrait.With("bond: 0.9", "bond: 0.5"));

        Assert.Equal(.5, catalogue.Schema("ed").Portrait!.Strengths.Bond);
        Assert.Equal("Emotional Deprivation", catalogue.Schema("ed").Name);
        Assert.Equal("portrait ed", Assert.Single(catalogue.Replacements).Entry);
    }

    [Fact]
    public void Parse_PortraitOfASchemaNotWrittenYet_WritesIt()
    {
        CatalogueFile[] without = [.. CatalogueLoader.BuiltInFiles.Where(file => !file.Text.Contains("- schema: ab\n", StringComparison.Ordinal))];
        var before = Specimen.Loaded(CatalogueLoader.Parse(without));
        var after = Specimen.Loaded(CatalogueLoader.Parse([.. without, new(Specimen.File, Specimen.Portrait.With("- schema: ed", "- schema: ab"))]));

        Assert.False(before.Schema("ab").IsWritten);
        Assert.DoesNotContain(before.Schema("ab"), before.WrittenSchemas);
        Assert.True(after.Schema("ab").IsWritten);
    }

    [Fact]
    public void WithOverrides_EarlySignsInAnyOrder_StandInTheChannelsOrder()
    {
        var lines = Specimen.Portrait.Split('\n').ToList();
        int words = lines.FindIndex(line => line.Contains("channel: words", StringComparison.Ordinal));
        (lines[words], lines[words + 5]) = (lines[words + 5], lines[words]);

        var portrait = Specimen.Loaded(string.Join('\n', lines)).Schema("ed").Portrait!;

        Assert.Equal(MethodCatalogue.BuiltIn.Channels.Select(channel => channel.Code), portrait.EarlySigns.Select(sign => sign.Channel));
    }

    [Fact]
    public void WithoutReplacing_TwoShippedFilesWithOneEntry_IsAFault()
    {
        var outcome = CatalogueLoader.WithoutReplacing([.. CatalogueLoader.BuiltInFiles, new("specimen.yaml", Specimen.Portrait)]);

        var fault = Assert.Single(Assert.IsType<CatalogueOutcome.Faulty>(outcome).Faults);
        Assert.Equal(("portrait ed", "Already in schemas.emotional-deprivation.yaml."), (fault.Entry, fault.Message));
    }

    [Fact]
    public void WithOverrides_AForbiddenWordOfThePracticesOwn_IsHeldAgainstEveryFile()
    {
        const string Words = "forbidden-words:\n  - { word: \"fee*\", instead: money }";

        Assert.Contains(Specimen.Faults(Words), fault => fault.Message.Contains("'feel", StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_SameText_GivesTheSameEntriesAgain()
    {
        var again = Assert.IsType<CatalogueOutcome.Loaded>(CatalogueLoader.Parse(CatalogueLoader.BuiltInFiles)).Catalogue;

        Assert.Equal(MethodCatalogue.BuiltIn.Pulls.Select(pull => pull.FirstSentence), again.Pulls.Select(pull => pull.FirstSentence));
    }
}
