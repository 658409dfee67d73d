using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Catalogue;
using Attune.Method.Learning;

namespace Attune.Exchange.Study;

/// <summary>The catalogue's terms of the rows of a table, which names what they are made of as simulated sessions do.</summary>
internal sealed class CatalogueValues(ColumnTable table, ForecastColumns columns, TensionReporter reporter, MethodCatalogue catalogue)
{
    private readonly ObservedSessions _observed = new(catalogue, reporter);
    private readonly int[] _scores = [.. ForecastColumns.SchemaColumns(catalogue).Select(columns.PlaceOf)];

    /// <param name="kept">By couple, partner and session.</param>
    /// <param name="missing">Counted by term: what has no cell. What no column tells is not counted but said once.</param>
    public ImmutableArray<double>[] Of(List<(PartnerSession Session, int Row)> kept, long[] missing)
    {
        var all = new ImmutableArray<double>[kept.Count];
        for (int first = 0, end; first < kept.Count; first = end)
        {
            for (end = first; end < kept.Count && kept[end].Session.Couple == kept[first].Session.Couple; end++)
            {
            }

            Couple(kept, first, end, all);
        }

        Count(kept, missing);
        return all;
    }

    private void Couple(List<(PartnerSession Session, int Row)> kept, int first, int end, ImmutableArray<double>[] all)
    {
        var middle = first;
        while (middle < end && kept[middle].Session.Partner == kept[first].Session.Partner)
            middle++;
        if (middle < end && kept[end - 1].Session.Partner != kept[middle].Session.Partner)
        {
            throw new StudyRefusedException(new(
                ForecastCodes.UnusableTerms, $"Line {kept[end - 1].Session.Line} is of a third partner of its couple: the catalogue's terms are of two.", kept[end - 1].Session.Line));
        }

        ObservedSession[] one = [.. Enumerable.Range(first, middle - first).Select(i => Observed(kept[i]))];
        ObservedSession[] other = [.. Enumerable.Range(middle, end - middle).Select(i => Observed(kept[i]))];
        _observed.Of(one, other).CopyTo(all, first);
        _observed.Of(other, one).CopyTo(all, middle);
    }

    private ObservedSession Observed((PartnerSession Session, int Row) one) => new(
        one.Session.Session, Number("task", one.Row), Number("goal", one.Row), Number("bond", one.Row), Text("technique", one.Row), Text("occasion", one.Row),
        Number("motivation", one.Row), Number("other_motivation", one.Row), columns.OpenBefore is { } open && Number(open, one.Row) is { } told ? told == 1 : null,
        [.. _scores.Select(place => place < 0 ? double.NaN : table.Number(place, one.Row))]);

    private double? Number(string name, int row) => columns.PlaceOf(name) is >= 0 and var place && table.Number(place, row) is var number && !double.IsNaN(number) ? number : null;

    private string? Text(string name, int row) => columns.PlaceOfText(name) is >= 0 and var place ? table.Text(place, row) : null;

    // An occasion that is not there is none, and an answer before the first is none that is missing.
    private void Count(List<(PartnerSession Session, int Row)> kept, long[] missing)
    {
        foreach (var (_, row) in kept)
        {
            if (Array.Exists(_scores, place => place < 0 || double.IsNaN(table.Number(place, row))))
                missing[columns.Terms.IndexOf("schema-level")]++;
            foreach (var (term, isAbsent) in new[] { ("technique", Text("technique", row) is null), ("motivation", Number("motivation", row) is null), ("motivation-gap", Number("other_motivation", row) is null) })
                missing[columns.Terms.IndexOf(term)] += isAbsent ? 1 : 0;
        }
    }
}
