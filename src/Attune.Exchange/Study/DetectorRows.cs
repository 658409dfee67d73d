using System.Collections.Immutable;
using Attune.Method.Simulation;

namespace Attune.Exchange.Study;

/// <summary>What each criterion did with each kind of simulated courses, a row each; <c>leading_on_a_course</c> is what leads on a course's page.</summary>
public static class DetectorRows
{
    public const string Leading = "leading_on_a_course";

    public static ImmutableArray<StudyColumn> Columns { get; } =
    [
        new("criterion", StudyKind.Text), new("shape", StudyKind.Text), new("sessions", StudyKind.Whole), new("depth_points", StudyKind.Number),
        new("autocorrelation", StudyKind.Number), new("courses", StudyKind.Whole), new("found", StudyKind.Whole), new("found_share", StudyKind.Number),
        new("found_lower", StudyKind.Number), new("found_upper", StudyKind.Number), new("quiet_flagged", StudyKind.Whole), new("quiet_flagged_share", StudyKind.Number),
        new("flagged_before", StudyKind.Whole), new("sessions_flagged_outside_share", StudyKind.Number), new("mean_delay_sessions", StudyKind.Number),
    ];

    public static StudyRows Of(DetectorGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var rows = new StudyRows(Columns);
        foreach (var cell in grid.Cells)
        {
            foreach (var one in cell.Leading is { } leading ? cell.Criteria.Add(leading) : cell.Criteria)
            {
                rows.Add(one.Criterion is { } criterion ? StudyNames.Of(criterion) : Leading).Add(StudyNames.Of(cell.Course.Shape)).Add(cell.Course.Sessions)
                    .Add(cell.Course.Depth).Add(cell.Course.Autocorrelation).Add(cell.Courses).Add(one.Found.Count).Add(one.Found.Value)
                    .Add(one.Found.Interval?.Lower).Add(one.Found.Interval?.Upper).Add(one.QuietFlagged.Count).Add(one.QuietFlagged.Value)
                    .Add(one.FlaggedBefore.Count).Add(one.SessionsFlaggedOutside.Value).Add(one.MeanDelay);
            }
        }

        return rows;
    }
}
