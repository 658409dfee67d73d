using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Catalogue;

/// <summary>A small valid entry to spoil line by line, read after the shipped files so that its references resolve.</summary>
internal static class Specimen
{
    public const string File = "specimen.yaml";

    public const string Occasion = """
        occasions:
          - code: specimen
            name: Specimen
            plain-name: A specimen
            summary:
              clinical: Something happens.
              plain: Something happens to you.
            prepare: Speak of it beforehand.
            first-sentence: Shall we speak of it?
            strengths: { task: 0.1, goal: 0.1, bond: 0.1 }
            sensitivities:
              - { schema: ed, weight: 0.5 }
            source: Attune, 2026
            standing: our-proposal
        """;

    /// <summary>The shipped portrait of emotional deprivation as a practice's own file.</summary>
    public static string Portrait => Shipped("- schema: ed\n");

    /// <summary>The sections that the shipped files fill, each once, by the alphabet.</summary>
    public static IEnumerable<string> ShippedSections => CatalogueLoader.BuiltInFiles.SelectMany(SectionsOf).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The text of the one shipped file that holds this.</summary>
    public static string Shipped(string text) => CatalogueLoader.BuiltInFiles.Single(file => file.Text.Contains(text, StringComparison.Ordinal)).Text;

    public static IEnumerable<string> SectionsOf(CatalogueFile file) =>
        file.Text.Split('\n').Where(line => line.EndsWith(':') && char.IsLetter(line[0])).Select(line => line[..^1]);

    public static CatalogueOutcome Read(params string[] texts) =>
        CatalogueLoader.WithOverrides([.. texts.Select((text, index) => new CatalogueFile(index == 0 ? File : $"specimen-{index + 1}.yaml", text))]);

    public static IReadOnlyList<CatalogueFault> Faults(params string[] texts) => Read(texts) is CatalogueOutcome.Faulty faulty ? faulty.Faults : [];

    public static MethodCatalogue Loaded(params string[] texts) => Loaded(Read(texts));

    public static MethodCatalogue Loaded(CatalogueOutcome outcome) => outcome is CatalogueOutcome.Loaded loaded
        ? loaded.Catalogue
        : throw new InvalidOperationException(string.Join('\n', ((CatalogueOutcome.Faulty)outcome).Faults));

    /// <summary>Replaces text that must be there; an empty replacement of a whole line takes the line out.</summary>
    public static string With(this string yaml, string before, string after)
    {
        Assert.Contains(before, yaml, StringComparison.Ordinal);
        return yaml.Replace(before, after, StringComparison.Ordinal);
    }

    /// <summary>The line, from 1 on, on which this text first stands.</summary>
    public static int LineOf(this string yaml, string text) => yaml[..yaml.IndexOf(text, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
}
