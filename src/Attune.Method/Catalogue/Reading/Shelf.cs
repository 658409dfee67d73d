namespace Attune.Method.Catalogue.Reading;

/// <summary>The entries of one kind, in the order of their first appearance; a later file's entry takes the place of an earlier one's.</summary>
internal sealed class Shelf<T>(string kind, ReadingNotes notes, List<CatalogueReplacement> replacements)
{
    private readonly List<(string Code, Place At, T Value)> _entries = [];

    public IReadOnlyList<(string Code, Place At, T Value)> Entries => _entries;

    public IEnumerable<T> Values => _entries.Select(entry => entry.Value);

    public void Put(string code, Place at, T value)
    {
        var before = _entries.FindIndex(entry => string.Equals(entry.Code, code, StringComparison.OrdinalIgnoreCase));
        if (code.Length == 0)
        {
            return;
        }

        if (before < 0)
        {
            _entries.Add((code, at, value));
        }
        else if (_entries[before].At.File == at.File)
        {
            notes.Fault(at, $"'{code}' occurs twice; first on line {_entries[before].At.Line}.");
        }
        else
        {
            replacements.Add(new CatalogueReplacement($"{kind} {code}", at.File, _entries[before].At.File));
            _entries[before] = (code, at, value);
        }
    }

    public bool Has(string code) => _entries.Exists(entry => string.Equals(entry.Code, code, StringComparison.OrdinalIgnoreCase));

    public T? Find(string? code) =>
        _entries.Find(entry => string.Equals(entry.Code, code, StringComparison.OrdinalIgnoreCase)).Value;
}
