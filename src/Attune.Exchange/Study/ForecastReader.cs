using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Attune.Method.Alliance;
using Attune.Method.Catalogue;
using Attune.Method.Learning;

namespace Attune.Exchange.Study;

/// <summary>Makes partner-sessions of a table's rows, or refuses it.</summary>
public sealed class ForecastReader
{
    private const double Least = .01;

    /// <summary>Squares of larger values would push all others out of the sums.</summary>
    private const double MostValue = 1e9;

    private readonly ColumnTable _table;
    private readonly ForecastColumns _columns;
    private readonly bool _isStrict;
    private readonly OrderedKeys<string> _couples = new();
    private readonly OrderedKeys<(int Couple, string Partner)> _partners = new();
    private readonly int? _area;
    private readonly int? _guess;
    private readonly int? _held;
    private readonly long[] _missing;
    private long _withoutPlace;
    private long _notHeld;
    private long _outOfRange;
    private long _certain;

    private ForecastReader(ColumnTable table, ForecastColumns columns, bool isStrict)
    {
        (_table, _columns, _isStrict) = (table, columns, isStrict);
        (_area, _guess, _held) = (There(columns.PlaceOfText("area")), There(columns.PlaceOf("guess")), There(columns.PlaceOf("held")));
        _missing = new long[columns.Terms.Length];
    }

    /// <summary>Throws <see cref="StudyRefusedException"/>.</summary>
    public static ForecastRows Read(FileInfo table, ForecastRequest asked, MethodCatalogue catalogue, StudyCrew crew, IProgress<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var columns = ForecastColumns.Of(TableHead.Of(table), asked, catalogue);
        var read = ColumnTable.Read(table, columns.Texts, columns.Numbers, crew, progress);
        return new ForecastReader(read, columns, asked.IsStrict).All(asked.Reporter, catalogue);
    }

    private static int? There(int place) => place < 0 ? null : place;

    private ForecastRows All(TensionReporter reporter, MethodCatalogue catalogue)
    {
        List<(PartnerSession Session, int Row)> kept = [];
        for (var row = 0; row < _table.Count; row++)
        {
            if (OneOf(row) is { } one)
                kept.Add((one, row));
        }

        // Stable, so that of two equals the first line is named first.
        kept = [.. kept.OrderBy(one => one.Session.Couple).ThenBy(one => one.Session.Partner).ThenBy(one => one.Session.Session)];
        ImmutableArray<string> partners = [.. _partners.All.Select(key => key.Partner)];
        RefuseDoubled(kept, partners);
        var values = _columns.IsCatalogue ? new CatalogueValues(_table, _columns, reporter, catalogue).Of(kept, _missing) : Own(kept);
        var rows = kept.Select((one, i) => one.Session with { Values = values[i] }).ToImmutableArray();
        return new ForecastRows(_columns, rows, [.. _couples.All], partners, new ForecastTally(
            _table.Count, rows.Length, _notHeld, _withoutPlace, rows.LongCount(one => one.Outcome.Kind == OutcomeKind.Unanswered), rows.LongCount(one => one.Outcome.IsReport),
            _outOfRange, _certain, [.. _missing]));
    }

    private PartnerSession? OneOf(int row)
    {
        var (couple, partner, session) = (_table.Text(0, row), _table.Text(1, row), _table.Number(0, row));
        if (couple is null || partner is null || double.IsNaN(session))
        {
            _withoutPlace++;
            if (_isStrict)
            {
                var what = couple is null ? "couple" : partner is null ? "partner" : "session";
                throw Refused(what == "session" ? StudyCodes.NoSession : StudyCodes.NoCourse, row, $"has nothing in column '{what}': whose session it is, and which, is not known");
            }

            return null;
        }

        if (_held is { } held && _table.Number(held, row) == 0)
        {
            _notHeld++;
            return null;
        }

        var key = _couples.Place(couple);
        return new PartnerSession(key, _partners.Place((key, partner)), session, OutcomeOf(row), GuessOf(row), default, _table.Line(row));
    }

    private SessionOutcome OutcomeOf(int row)
    {
        var text = _table.Text(2, row);
        if (text is null)
            return SessionOutcome.Unanswered;
        var isReport = text.ToUpperInvariant() switch
        {
            "YES" or "TRUE" or "1" => true,
            "NO" or "FALSE" or "0" => false,
            // As a column of numbers may write them.
            _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is 0 or 1 => number == 1,
            _ => throw Refused(ForecastCodes.NotAnOutcome, row, $"has '{text}' in column '{_columns.Outcome}': 1 or yes for a report, 0 or no for none, nothing for no answer"),
        };
        if (!isReport)
            return SessionOutcome.NoReport;
        if (_area is not { } at || _table.Text(at, row) is not { } area)
            return SessionOutcome.ReportOfUnknownArea;
        var known = Array.FindIndex(ForecastColumns.AreaNames, name => string.Equals(name, area, StringComparison.OrdinalIgnoreCase));
        return known >= 0 ? SessionOutcome.ReportOfArea(known) : throw Refused(ForecastCodes.NotAnArea, row, $"has '{area}' in column 'area': task, goal or bond, or nothing where it is not known");
    }

    private double? GuessOf(int row)
    {
        if (_guess is not { } at || _table.Number(at, row) is var guess && double.IsNaN(guess))
            return null;
        if (guess is < 0 or > 1)
        {
            _outOfRange++;
            return _isStrict ? throw Refused(StudyCodes.OutOfRange, row, string.Create(CultureInfo.InvariantCulture, $"has {guess} in column 'guess', outside of 0 to 1")) : null;
        }

        if (guess is > 0 and < 1)
            return guess;
        _certain++;
        return guess == 0 ? Least : 1 - Least;
    }

    private void RefuseDoubled(List<(PartnerSession Session, int Row)> kept, ImmutableArray<string> partners)
    {
        for (var i = 1; i < kept.Count; i++)
        {
            var (before, one) = (kept[i - 1].Session, kept[i].Session);
            if (one.Partner == before.Partner && one.Session.Equals(before.Session))
            {
                throw Refused(StudyCodes.RepeatedSession, kept[i].Row, string.Create(
                    CultureInfo.InvariantCulture, $"has session {one.Session} of partner '{partners[one.Partner]}' of couple '{_couples.All[one.Couple]}' again, after line {before.Line}: keep one of the two"));
            }
        }
    }

    private ImmutableArray<double>[] Own(List<(PartnerSession Session, int Row)> kept)
    {
        var (terms, areas) = (_columns.Terms.Length, _columns.Areas);
        var places = _columns.Sources.Select(source => source.Select(_columns.PlaceOf).ToArray()).ToArray();
        var all = new ImmutableArray<double>[kept.Count];
        for (var i = 0; i < all.Length; i++)
        {
            var (values, row) = (new double[terms * areas], kept[i].Row);
            for (var term = 0; term < terms; term++)
            {
                var isMissing = false;
                for (var area = 0; area < areas; area++)
                {
                    var value = _table.Number(places[term][places[term].Length > 1 ? area : 0], row);
                    isMissing |= double.IsNaN(value);
                    if (Math.Abs(value) > MostValue)
                        throw Refused(StudyCodes.OutOfRange, row, string.Create(CultureInfo.InvariantCulture, $"has {value} as a value of the term '{_columns.Terms[term]}', beyond {MostValue}: give it in a larger unit"));
                    values[area * terms + term] = double.IsNaN(value) ? 0 : value;
                }

                _missing[term] += isMissing ? 1 : 0;
                if (isMissing && _isStrict)
                    throw Refused(ForecastCodes.NoValue, row, $"has no value of the term '{_columns.Terms[term]}'");
            }

            all[i] = ImmutableCollectionsMarshal.AsImmutableArray(values);
        }

        return all;
    }

    private StudyRefusedException Refused(string code, int row, string what) => new(new(
        code, string.Create(CultureInfo.InvariantCulture, $"Line {_table.Line(row)} {what}."), _table.Line(row)));

    private sealed class OrderedKeys<T> where T : notnull
    {
        private readonly Dictionary<T, int> _places = [];

        public List<T> All { get; } = [];

        public int Place(T key)
        {
            if (_places.TryGetValue(key, out var place))
                return place;
            _places.Add(key, All.Count);
            All.Add(key);
            return All.Count - 1;
        }
    }
}
