using Attune.Method.Agreement;

namespace Attune.Exchange.Study;

/// <summary>Events that observers noted: columns observer, code, start in s. BORIS's tables of events are read as they are exported.</summary>
/// <param name="Observers">Names in the order of the table; one without a name where the table has no such column.</param>
/// <param name="Ends">Rows that are the end of a state and no event of their own (a column <c>Status</c> says STOP).</param>
public sealed record EventRows(IReadOnlyList<(string Observer, IReadOnlyList<ObservedEvent> Events)> Observers, long Ends)
{
    private const double MostSeconds = 1e8;

    public static EventRows Read(FileInfo file)
    {
        var table = TextTable.Read(file, "code", "start");
        var (observer, code, start) = (table.Column("observer", isNeeded: false), table.Column("code")!.Value, table.Column("start")!.Value);
        var status = table.Column("status", isNeeded: false);
        var (order, events, ends) = (new List<string>(), new Dictionary<string, List<ObservedEvent>>(StringComparer.Ordinal), 0L);
        for (var row = 0; row < table.Count; row++)
        {
            if (status is { } at && table.Cell(row, at).Equals("STOP", StringComparison.OrdinalIgnoreCase))
            {
                ends++;
                continue;
            }

            var (seconds, word) = (table.Number(row, start), table.Cell(row, code));
            if (double.IsNaN(seconds) || Math.Abs(seconds) > MostSeconds || word.Length == 0)
                throw new StudyRefusedException(new(StudyCodes.NotComputable, $"Line {table.Line(row)} is an event without a code or a time in s.", table.Line(row)));
            var name = observer is { } who ? table.Cell(row, who) : "";
            if (!events.TryGetValue(name, out var noted))
            {
                events.Add(name, noted = []);
                order.Add(name);
            }

            noted.Add(new ObservedEvent(TimeSpan.FromSeconds(seconds), word));
        }

        return new EventRows([.. order.Select(name => (name, (IReadOnlyList<ObservedEvent>)events[name]))], ends);
    }
}
