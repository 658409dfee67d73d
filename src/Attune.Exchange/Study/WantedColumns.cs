using System.Collections.Immutable;

namespace Attune.Exchange.Study;

/// <summary>A column of numbers that is read by its name, whatever its case.</summary>
/// <param name="IsNeeded">Else the column may be absent, and all of it is missing.</param>
/// <param name="Least">Below it a cell counts as missing, and is counted.</param>
/// <param name="Most">The same above it.</param>
public sealed record WantedColumn(string Name, bool IsNeeded = true, double Least = double.NegativeInfinity, double Most = double.PositiveInfinity);

/// <summary>What is read of a table of courses: one row per session.</summary>
/// <param name="Values">Columns of numbers, at least one.</param>
/// <param name="Course">Name of the column that says whose row it is.</param>
/// <param name="Session">Name of the column that orders a course's rows. It may be absent: rows then stand in the order of the file.</param>
/// <param name="IsStrict">Everything that would be counted refuses the table.</param>
public sealed record CourseRequest(ImmutableArray<WantedColumn> Values, string Course = "course", string Session = "session", bool IsSessionNeeded = true, bool IsStrict = false);

/// <summary>Finds columns by their names.</summary>
internal static class ColumnNames
{
    /// <summary>The few other names a column may have: what other programs call it.</summary>
    private static readonly Dictionary<string, string[]> AlsoCalled = new(StringComparer.OrdinalIgnoreCase)
    {
        ["course"] = ["case", "id"],
        ["session"] = ["session number", "session_number"],
        ["unit"] = ["units", "target", "subject"],
        ["rater"] = ["judge", "coder", "observer"],
        ["observer"] = ["rater", "coder"],
        ["observation"] = ["observation id"],
        ["code"] = ["behavior", "behaviour"],
        ["start"] = ["start (s)", "time"],
        ["stop"] = ["stop (s)", "end"],
    };

    /// <summary>The place of the column, from 0; null where it is absent and not needed. Throws where it is absent and needed, or there twice.</summary>
    public static int? Find(IReadOnlyList<string> header, string name, bool isNeeded)
    {
        foreach (var called in (IEnumerable<string>)[name, .. AlsoCalled.GetValueOrDefault(name, [])])
        {
            var places = Enumerable.Range(0, header.Count).Where(at => string.Equals(header[at].Trim(), called, StringComparison.OrdinalIgnoreCase)).ToArray();
            if (places.Length > 1)
            {
                throw new StudyRefusedException(new(
                    StudyCodes.DoubledColumn, $"Two columns are called '{called}' (columns {places[0] + 1} and {places[1] + 1}): rename one of them.", 1));
            }

            if (places.Length == 1)
                return places[0];
        }

        if (!isNeeded)
            return null;
        throw new StudyRefusedException(new(
            StudyCodes.MissingColumn, $"There is no column '{name}'. The table has: {string.Join(", ", header.Take(20))}{(header.Count > 20 ? ", ..." : "")}.", 1));
    }
}
