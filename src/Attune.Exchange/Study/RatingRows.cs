using System.Globalization;
using Attune.Method.Agreement;

namespace Attune.Exchange.Study;

/// <summary>Ratings of several raters out of a table.</summary>
/// <param name="Units">Names of the targets, in the order of the table.</param>
/// <param name="Raters">Names of the raters, in the order of the table.</param>
/// <param name="AreNumbers">Else codes are words: only whether two are equal counts.</param>
/// <param name="Empty">Ratings that are missing.</param>
public sealed record RatingRows(IReadOnlyList<string> Units, IReadOnlyList<string> Raters, RatingTable Ratings, bool AreNumbers, long Empty)
{
    /// <summary>Long (columns unit, rater, rating), or wide: a column for each rater that is named.</summary>
    public static RatingRows Read(FileInfo file, IReadOnlyList<string> wide) => wide.Count > 0 ? Wide(file, wide) : Long(file);

    private static RatingRows Wide(FileInfo file, IReadOnlyList<string> wide)
    {
        var table = TextTable.Read(file, [.. wide]);
        var unit = table.Column("unit", isNeeded: false);
        var columns = wide.Select(name => table.Column(name)!.Value).ToArray();
        var cells = new string[table.Count * columns.Length];
        for (var row = 0; row < table.Count; row++)
        {
            for (var rater = 0; rater < columns.Length; rater++)
                cells[(row * columns.Length) + rater] = table.Cell(row, columns[rater]);
        }

        return Of(table, [.. Enumerable.Range(0, table.Count).Select(row => unit is { } at ? table.Cell(row, at) : (row + 1).ToString(CultureInfo.InvariantCulture))], [.. wide], cells);
    }

    private static RatingRows Long(FileInfo file)
    {
        var table = TextTable.Read(file, "unit", "rater", "rating");
        var (unit, rater, rating) = (table.Column("unit")!.Value, table.Column("rater")!.Value, table.Column("rating")!.Value);
        var (units, raters) = (new OrderedNames(), new OrderedNames());
        for (var row = 0; row < table.Count; row++)
        {
            units.Place(table.Cell(row, unit));
            raters.Place(table.Cell(row, rater));
        }

        var cells = new string?[units.Count * raters.Count];
        for (var row = 0; row < table.Count; row++)
        {
            ref var cell = ref cells[(units.Place(table.Cell(row, unit)) * raters.Count) + raters.Place(table.Cell(row, rater))];
            if (cell is not null)
            {
                throw new StudyRefusedException(new(
                    StudyCodes.RepeatedSession, $"Rater '{table.Cell(row, rater)}' rated '{table.Cell(row, unit)}' a second time in line {table.Line(row)}: one rating each.", table.Line(row)));
            }

            cell = table.Cell(row, rating);
        }

        return Of(table, units.All, raters.All, Array.ConvertAll(cells, cell => cell ?? ""));
    }

    private static RatingRows Of(TextTable table, IReadOnlyList<string> units, IReadOnlyList<string> raters, string[] cells)
    {
        var numbers = Array.ConvertAll(cells, cell => NumberOf(cell, table.CommaIsPoint));
        var areNumbers = Array.TrueForAll(numbers, number => number is not null);
        var codes = new OrderedNames();
        var ratings = new double[cells.Length];
        for (var i = 0; i < cells.Length; i++)
            ratings[i] = IsMissing(cells[i]) ? double.NaN : areNumbers ? numbers[i]!.Value : codes.Place(cells[i]);
        return new RatingRows(units, raters, new RatingTable(raters.Count, ratings), areNumbers, ratings.LongCount(double.IsNaN));
    }

    private static bool IsMissing(string cell) => StudyNumber.IsMissing(System.Text.Encoding.UTF8.GetBytes(cell));

    /// <summary>Null: a word. What is missing is no word.</summary>
    private static double? NumberOf(string cell, bool commaIsPoint)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(cell);
        return StudyNumber.IsMissing(bytes) ? double.NaN : StudyNumber.TryRead(bytes, commaIsPoint, out var number) ? number : null;
    }

    private sealed class OrderedNames
    {
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
        private readonly List<string> _all = [];

        public int Count => _all.Count;

        public IReadOnlyList<string> All => _all;

        public int Place(string name)
        {
            if (_places.TryGetValue(name, out var place))
                return place;
            _places.Add(name, _all.Count);
            _all.Add(name);
            return _all.Count - 1;
        }
    }
}
