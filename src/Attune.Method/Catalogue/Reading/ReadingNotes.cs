using System.Collections.Immutable;

namespace Attune.Method.Catalogue.Reading;

/// <summary>What an entry may refer to.</summary>
internal enum EntryKind
{
    Schema = 1,
    Mode = 2,
    Technique = 3,
    Channel = 4,
    Blame = 5,
}

/// <summary>Where in the files something stands.</summary>
internal readonly record struct Place(string File, int? Line, string Entry);

/// <summary>What is met while reading: the faults, and what can only be judged when every file has been read.</summary>
internal sealed class ReadingNotes
{
    private readonly List<CatalogueFault> _faults = [];

    public List<(Place At, EntryKind Kind, string Code)> References { get; } = [];

    public List<(Place At, string Key, string Text)> PlainTexts { get; } = [];

    public bool HasFaults => _faults.Count > 0;

    public void Fault(Place at, string message) => _faults.Add(new CatalogueFault(at.File, at.Line, at.Entry, message));

    public ImmutableArray<CatalogueFault> FaultsInOrder(IReadOnlyList<CatalogueFile> files)
    {
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < files.Count; i++)
        {
            order.TryAdd(files[i].Name, i);
        }

        return [.. _faults.OrderBy(fault => order.GetValueOrDefault(fault.File, int.MaxValue)).ThenBy(fault => fault.Line ?? 0)];
    }
}
