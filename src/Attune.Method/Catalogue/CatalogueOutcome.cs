using System.Collections.Immutable;

namespace Attune.Method.Catalogue;

/// <summary>What came of reading a catalogue: the whole of it, or every fault in it.</summary>
public abstract record CatalogueOutcome
{
    private CatalogueOutcome()
    {
    }

    public sealed record Loaded(MethodCatalogue Catalogue) : CatalogueOutcome;

    /// <param name="Faults">All of them, by file in the order given, then by line. Never empty.</param>
    public sealed record Faulty(ImmutableArray<CatalogueFault> Faults) : CatalogueOutcome;
}

/// <summary>Something wrong in a catalogue file, said so that its writer can mend it.</summary>
/// <param name="Line">From 1 on; null when the fault has no place in a file.</param>
/// <param name="Entry">Kind and code, such as <c>portrait ed</c>; empty when the fault is not in an entry.</param>
public sealed record CatalogueFault(string File, int? Line, string Entry, string Message)
{
    public override string ToString() =>
        string.Concat(File, Line is { } line ? $"({line})" : "", ": ", Entry.Length > 0 ? Entry + ": " : "", Message);
}

/// <summary>A catalogue file as text. The Method room reads no file itself.</summary>
/// <param name="Name">For messages; need not be a path.</param>
public sealed record CatalogueFile(string Name, string Text);
