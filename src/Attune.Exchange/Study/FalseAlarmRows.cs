using System.Collections.Immutable;
using Attune.Method.Detection;

namespace Attune.Exchange.Study;

/// <summary>Shares of courses of noise with at least one flag, with the columns of the table that is stored with the program, and the share.</summary>
public static class FalseAlarmRows
{
    public static ImmutableArray<StudyColumn> Columns { get; } =
    [
        new("looked_at", StudyKind.Text), new("form", StudyKind.Text), new("autocorrelation", StudyKind.Number), new("sessions", StudyKind.Whole),
        new("flagged", StudyKind.Whole), new("courses", StudyKind.Whole), new("share", StudyKind.Number),
    ];

    public static StudyRows Of(IEnumerable<FalseAlarmRow> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var rows = new StudyRows(Columns);
        foreach (var row in found)
        {
            rows.Add(row.LookedAt).Add(row.Form.ToString()).Add(row.Autocorrelation).Add(row.Sessions)
                .Add(row.Share.Flagged).Add(row.Share.Courses).Add(row.Share.Value);
        }

        return rows;
    }
}
