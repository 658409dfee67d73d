using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Catalogue;

public sealed class CatalogueFaultTests
{
    [Fact]
    public void Parse_ValidSpecimen_HasNoFault() => Assert.Empty(Specimen.Faults(Specimen.Occasion));

    [Theory]
    [InlineData("    source: Attune, 2026\n", "", 2, "'source' is missing.")]
    [InlineData("\n    standing: our-proposal", "", 2, "'standing' is missing.")]
    [InlineData("source: Attune, 2026", "source:", 13, "'source' is empty.")]
    [InlineData("prepare: Speak of it beforehand.", "prepare: '  '", 8, "'prepare' is empty.")]
    [InlineData("standing: our-proposal", "standing: hearsay", 14, "'standing' is 'hearsay', not one of: published, article, our-proposal.")]
    [InlineData("weight: 0.5", "weight: 1.5", 12, "'weight' is '1.5', not a number from 0 to 1.")]
    [InlineData("weight: 0.5", "weight: NaN", 12, "'weight' is 'NaN', not a number from 0 to 1.")]
    [InlineData("bond: 0.1", "bond: -0.1", 10, "'bond' is '-0.1', not a number from 0 to 1.")]
    [InlineData("bond: 0.1", "bond: much", 10, "'bond' is 'much', not a number from 0 to 1.")]
    [InlineData(", bond: 0.1", "", 10, "'bond' is missing.")]
    [InlineData("schema: ed", "schema: zz", 12, "There is no schema 'zz'.")]
    [InlineData("plain: Something happens to you.", "plain: You are Resistant.", 7, "'plain' says 'Resistant', which nobody should read about themselves; say: careful, for a reason.")]
    [InlineData("first-sentence: Shall we speak of it?", "first-sentence: Do not be needy.", 9, "'first-sentence' says 'needy', which nobody should read about themselves; say: having a need.")]
    [InlineData("plain-name: A specimen", "plain-name: Demonising", 4, "'plain-name' says 'Demonising', which nobody should read about themselves; say: putting all of it on one person.")]
    [InlineData("standing: our-proposal", "standing: our-proposal\n    sorce: Young", 15, "Unknown key 'sorce'; known here: code, name, plain-name, summary, prepare, first-sentence, strengths, sensitivities, source, standing.")]
    [InlineData("      plain: Something happens to you.", "      plain: Something happens to you.\n      plane: x", 8, "Unknown key 'plane'; known here: clinical, plain.")]
    [InlineData("      plain: Something happens to you.\n", "", 6, "'plain' is missing.")]
    [InlineData("code: specimen", "code: Spec Imen", 2, "'Spec Imen' is not a code: lower-case letters, digits and hyphens.")]
    [InlineData("prepare: Speak of it beforehand.", "prepare: [a, b]", 8, "'prepare' should be a single value.")]
    [InlineData("sensitivities:\n      - { schema: ed, weight: 0.5 }", "sensitivities: []", 11, "'sensitivities' is empty.")]
    [InlineData("sensitivities:\n      - { schema: ed, weight: 0.5 }", "sensitivities: none", 11, "'sensitivities' should be a list.")]
    [InlineData("- { schema: ed, weight: 0.5 }", "- ed", 12, "'sensitivities' should list entries with keys of their own.")]
    public void Parse_OneThingWrong_GivesThatFaultAndLine(string before, string after, int line, string message)
    {
        var fault = Assert.Single(Specimen.Faults(Specimen.Occasion.With(before, after)));

        Assert.Equal((Specimen.File, line, message), (fault.File, fault.Line, fault.Message));
    }

    [Fact]
    public void Parse_UnknownSection_NamesThoseThatAreKnown()
    {
        const string Beginning = "Unknown section 'ocasions'; known: ";

        var fault = Assert.Single(Specimen.Faults(Specimen.Occasion.With("occasions:", "ocasions:")));

        Assert.Equal((Specimen.File, 1), (fault.File, fault.Line));
        Assert.StartsWith(Beginning, fault.Message, StringComparison.Ordinal);
        Assert.Equal(Specimen.ShippedSections, fault.Message[Beginning.Length..^1].Split(", ").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Parse_FaultInAnEntry_NamesKindAndCode()
    {
        var fault = Assert.Single(Specimen.Faults(Specimen.Occasion.With("weight: 0.5", "weight: 2")));

        Assert.Equal("occasion specimen", fault.Entry);
        Assert.Equal("specimen.yaml(12): occasion specimen: 'weight' is '2', not a number from 0 to 1.", fault.ToString());
    }

    [Theory]
    [InlineData("name: Specimen\n", "name: Specimen: with a colon\n", 3)]
    [InlineData("prepare: Speak of it beforehand.", "prepare: \"Speak of it beforehand.", 8)]
    [InlineData("schema: ed, weight: 0.5 }", "schema: ed, weight: 0.5", 13)]
    [InlineData("    source: Attune, 2026\n", "\tsource: Attune, 2026\n", 13)]
    [InlineData("    source: Attune, 2026\n", "    source: Attune, 2026\n    source: Young, 2003\n", 14)]
    public void Parse_NotYaml_GivesTheLine(string before, string after, int line)
    {
        var fault = Assert.Single(Specimen.Faults(Specimen.Occasion.With(before, after)));

        Assert.StartsWith("Not readable as YAML: ", fault.Message, StringComparison.Ordinal);
        Assert.Equal((Specimen.File, line), (fault.File, fault.Line));
    }

    [Fact]
    public void Parse_SameCodeTwiceInOneFile_IsAFaultAtTheSecond()
    {
        var twice = Specimen.Occasion + "\n" + Specimen.Occasion.With("occasions:\n", "");

        var fault = Assert.Single(Specimen.Faults(twice));

        Assert.Equal((15, "'specimen' occurs twice; first on line 2."), (fault.Line, fault.Message));
    }

    [Fact]
    public void Parse_EmptyFile_IsNoFault() => Assert.Empty(Specimen.Faults("", "# only a remark"));

    [Fact]
    public void Parse_FileThatIsAList_IsAFault() =>
        Assert.Equal("A file holds sections, such as 'schemas:'.", Assert.Single(Specimen.Faults("- a\n- b")).Message);

    [Fact]
    public void Parse_ManyThingsWrongInTwoFiles_GivesAllOfThemInOrder()
    {
        var first = Specimen.Occasion
            .With("schema: ed", "schema: zz")
            .With("weight: 0.5", "weight: 7")
            .With("plain: Something happens to you.", "plain: You are lazy and needy.")
            .With("    source: Attune, 2026\n", "")
            .With("task: 0.1", "task: 1.1");
        var second = Specimen.Occasion.With("code: specimen", "code: other").With("standing: our-proposal", "standing: mine\n    extra: 1");

        var faults = Specimen.Faults(first, second, "a: [");

        Assert.Equal(
            [
                ("specimen.yaml", 2), ("specimen.yaml", 7), ("specimen.yaml", 7), ("specimen.yaml", 10), ("specimen.yaml", 12), ("specimen.yaml", 12),
                ("specimen-2.yaml", 14), ("specimen-2.yaml", 15), ("specimen-3.yaml", 1),
            ],
            faults.Select(fault => (fault.File, fault.Line!.Value)));
    }

    [Fact]
    public void Parse_EveryFileOfModesMissing_GivesEveryLooseReference()
    {
        var withoutModes = CatalogueLoader.BuiltInFiles.Where(file => !Specimen.SectionsOf(file).Contains("modes")).ToArray();

        var faulty = Assert.IsType<CatalogueOutcome.Faulty>(CatalogueLoader.Parse(withoutModes));

        Assert.All(faulty.Faults, fault => Assert.StartsWith("There is no mode '", fault.Message, StringComparison.Ordinal));
        Assert.True(faulty.Faults.Length > 150);
    }

    [Fact]
    public void Parse_ShippedTextDamagedAnywhere_AnswersAndNeverThrows()
    {
        // The YAML scanner itself falls over some damaged text; a writer's slip must come back as a line, not as a crash.
        var text = Specimen.Portrait;
        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 12], Gen.Char["[]{}:,-'\"&*?|>!%@`#\t\n \0"].Array[0, 3]).Sample(
            (at, cut, put) =>
            {
                var damaged = string.Concat(text.AsSpan(0, at), new string(put), text.AsSpan(Math.Min(at + cut, text.Length)));
                int lines = damaged.Count(letter => letter == '\n') + 1;
                var outcome = CatalogueLoader.Parse([new CatalogueFile(Specimen.File, damaged)]);
                // Alone, the file lacks the forecast's terms, and what is not there has no line.
                return outcome is CatalogueOutcome.Faulty { Faults: { IsEmpty: false } faults }
                    && faults.All(fault => fault.Message.Length > 0 && (fault.File == Specimen.File ? fault.Line >= 1 && fault.Line <= lines : fault.Line is null));
            },
            iter: 1000);
    }
}
