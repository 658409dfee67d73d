using Attune.Method.Agreement;

namespace Attune.Exchange.Study;

/// <summary>What one observer noted of one subject in one observation. Names are empty where the table has no such column.</summary>
public sealed record NotedEvents(string Observer, string Observation, string Subject, IReadOnlyList<ObservedEvent> Events);

/// <summary>
/// Events that observers noted: columns observer, code, start in s, and where there are such columns observation and subject, which are told apart. BORIS's tables of events are
/// read as they are exported.
/// </summary>
/// <param name="Noted">In the order of the table.</param>
/// <param name="Ends">Rows that are the end of a state and no event of their own (a column <c>Status</c> says STOP).</param>
public sealed record EventRows(IReadOnlyList<NotedEvents> Noted, long Ends)
{
    private const double MostSeconds = 1e8;

    /// <summary>Throws <see cref="StudyRefusedException"/>.</summary>
    /// <param name="observerColumn">The column that tells observers apart; it may be absent.</param>
    public static EventRows Read(FileInfo file, string observerColumn = "observer")
    {
        var table = TextTable.Read(file, "code", "start");
        var (observer, code, start) = (table.Column(observerColumn, isNeeded: observerColumn != "observer"), table.Column("code")!.Value, table.Column("start")!.Value);
        // What tells observers apart does not also tell what they observed apart.
        var observation = table.Column("observation", isNeeded: false) is { } at && at != observer ? at : (int?)null;
        var (subject, status) = (table.Column("subject", isNeeded: false), table.Column("status", isNeeded: false));
        var (events, ends) = (new OrderedDictionary<(string Observer, string Observation, string Subject), List<ObservedEvent>>(), 0L);
        for (var row = 0; row < table.Count; row++)
        {
            if (status is { } told && table.Cell(row, told).Equals("STOP", StringComparison.OrdinalIgnoreCase))
            {
                ends++;
                continue;
            }

            var (seconds, word) = (table.Number(row, start), table.Cell(row, code));
            if (double.IsNaN(seconds) || Math.Abs(seconds) > MostSeconds || word.Length == 0)
                throw new StudyRefusedException(new(StudyCodes.NotComputable, $"Line {table.Line(row)} is an event without a code or a time in s.", table.Line(row)));
            var who = (Cell(row, observer), Cell(row, observation), Cell(row, subject));
            if (!events.TryGetValue(who, out var noted))
                events.Add(who, noted = []);
            noted.Add(new ObservedEvent(TimeSpan.FromSeconds(seconds), word));
        }

        return new EventRows([.. events.Select(one => new NotedEvents(one.Key.Observer, one.Key.Observation, one.Key.Subject, one.Value))], ends);

        string Cell(int row, int? column) => column is { } place ? table.Cell(row, place) : "";
    }
}
