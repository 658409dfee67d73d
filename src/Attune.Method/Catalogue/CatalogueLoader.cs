using System.Collections.Immutable;

namespace Attune.Method.Catalogue;

/// <summary>Makes a catalogue out of text. Pure: the same text gives the same catalogue or the same faults.</summary>
public static class CatalogueLoader
{
    /// <summary>The files inside this assembly, by name.</summary>
    public static ImmutableArray<CatalogueFile> BuiltInFiles => throw new NotImplementedException();

    /// <summary>The shipped catalogue. Two shipped files with the same entry are a fault here.</summary>
    public static CatalogueOutcome BuiltIn() => throw new NotImplementedException();

    /// <summary>The shipped catalogue with a practice's own files after it.</summary>
    public static CatalogueOutcome WithOverrides(IReadOnlyList<CatalogueFile> overrides) => Parse([.. BuiltInFiles, .. overrides]);

    /// <summary>
    /// Exactly these files. An entry of a later file replaces the one with the same kind and code of an earlier file, whole, and is listed in
    /// <see cref="MethodCatalogue.Replacements"/>; the same code twice in one file is a fault.
    /// </summary>
    public static CatalogueOutcome Parse(IReadOnlyList<CatalogueFile> files) => throw new NotImplementedException();
}
