using System.Collections.Immutable;
using Attune.Method.Catalogue.Reading;

namespace Attune.Method.Catalogue;

/// <summary>Makes a catalogue out of text. Pure: the same text gives the same catalogue or the same faults.</summary>
public static class CatalogueLoader
{
    private const string ContentPrefix = "Attune.Method.Catalogue.Content.";

    private static readonly Lazy<ImmutableArray<CatalogueFile>> Shipped = new(ReadShipped);

    /// <summary>The files inside this assembly, by name.</summary>
    public static ImmutableArray<CatalogueFile> BuiltInFiles => Shipped.Value;

    /// <summary>The shipped catalogue. Two shipped files with the same entry are a fault here.</summary>
    public static CatalogueOutcome BuiltIn() => WithoutReplacing(BuiltInFiles);

    /// <summary>The shipped catalogue with a practice's own files after it.</summary>
    public static CatalogueOutcome WithOverrides(IReadOnlyList<CatalogueFile> overrides) => Parse([.. BuiltInFiles, .. overrides]);

    /// <summary>
    /// Exactly these files. An entry of a later file replaces the one with the same kind and code of an earlier file, whole, and is listed in
    /// <see cref="MethodCatalogue.Replacements"/>; the same code twice in one file is a fault.
    /// </summary>
    public static CatalogueOutcome Parse(IReadOnlyList<CatalogueFile> files) => new CatalogueReading().Read(files);

    internal static CatalogueOutcome WithoutReplacing(IReadOnlyList<CatalogueFile> files) => Parse(files) switch
    {
        CatalogueOutcome.Loaded { Catalogue.Replacements: { IsEmpty: false } replaced } => new CatalogueOutcome.Faulty(
            [.. replaced.Select(twice => new CatalogueFault(twice.File, null, twice.Entry, $"Already in {twice.Replaced}."))]),
        var outcome => outcome,
    };

    private static ImmutableArray<CatalogueFile> ReadShipped()
    {
        var assembly = typeof(CatalogueLoader).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ContentPrefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return new CatalogueFile(name[ContentPrefix.Length..], reader.ReadToEnd());
            })];
    }
}
