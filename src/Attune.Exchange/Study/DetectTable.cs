using System.Collections.Immutable;
using Attune.Method.Detection;

namespace Attune.Exchange.Study;

/// <summary>
/// Flags of courses as a table; with several columns judged, <c>column</c> stands behind <c>course</c>. By course: <c>sessions</c>, <c>answered</c>, and for
/// each criterion <c>NAME_first</c> (the session of the first flag; missing without one) and <c>NAME_flags</c>. A course of fewer than two answers cannot be
/// judged, and both are missing; a constant one is never flagged. By flag: <c>criterion</c>, <c>session</c>, <c>score</c>. By episode: see <see cref="EpisodeRows"/>.
/// </summary>
public static class DetectTable
{
    public static ImmutableArray<StudyColumn> Columns(DetectRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        StudyColumn[] whose = request.NamesColumn ? [new("course", StudyKind.Text), new("column", StudyKind.Text)] : [new("course", StudyKind.Text)];
        return request.Rows switch
        {
            DetectRowKind.Flag => [.. whose, new("criterion", StudyKind.Text), new("session", StudyKind.Number), new("score", StudyKind.Number)],
            DetectRowKind.Episode => [.. whose, .. EpisodeRows.Columns],
            DetectRowKind.Pair => PairRows.Columns(request),
            _ =>
            [
                .. whose, new("sessions", StudyKind.Whole), new("answered", StudyKind.Whole),
                .. request.Criteria.Select(StudyNames.Of).SelectMany(name => new[] { new StudyColumn($"{name}_first", StudyKind.Number), new StudyColumn($"{name}_flags", StudyKind.Whole) }),
            ],
        };
    }

    /// <summary>Judges every course of a block. Pairs make no rows yet: they are of all courses together.</summary>
    public static DetectFound Judge(CourseBlock block, DetectRequest request)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(request);
        var rows = new StudyRows(Columns(request), request.Rows == DetectRowKind.Course ? block.Count * request.Columns.Length : 0);
        // Rows and courses are read once, however many columns are judged.
        ImmutableArray<DetectTotals> totals = [.. request.Columns.Select((_, column) => new DetectTotals(request.Criteria.Length, column == 0 ? block.Tally : new()))];
        ImmutableArray<CriteriaTally> agreement = request.Rows == DetectRowKind.Pair ? [.. request.Columns.Select(_ => new CriteriaTally(request.Criteria, request.Form, request.Reference))] : [];
        var flags = new bool[16];
        for (var course = 0; course < block.Count; course++)
        {
            for (var column = 0; column < request.Columns.Length; column++)
            {
                var series = block.Values(column, course);
                if (series.Length > flags.Length)
                    flags = new bool[2 * series.Length];
                totals[column].Count(series, out var answered);
                Judge(new Series(block, course, column, answered), request, flags.AsSpan(0, series.Length), rows, totals[column]);
                if (!agreement.IsEmpty && answered >= DetectTotals.LeastAnswers)
                    agreement[column].Add(series);
            }
        }

        return new DetectFound(rows, totals, agreement);
    }

    private static void Judge(Series of, DetectRequest request, Span<bool> flags, StudyRows rows, DetectTotals totals)
    {
        var series = of.Values;
        var sessions = of.Block.Sessions(of.Course);
        if (request.Rows == DetectRowKind.Course)
            Whose(rows, of, request).Add(series.Length).Add(of.Answered);
        var isAny = false;
        for (var i = 0; i < request.Criteria.Length; i++)
        {
            if (of.Answered < DetectTotals.LeastAnswers)
            {
                if (request.Rows == DetectRowKind.Course)
                    rows.Add(double.NaN).Add(double.NaN);
                continue;
            }

            RuptureDetection.Flag(request.Criteria[i], request.Form, series, request.Reference, flags);
            var count = flags.Count(true);
            totals.Add(i, count);
            isAny |= count > 0;
            if (request.Rows == DetectRowKind.Course)
                rows.Add(count == 0 ? double.NaN : sessions[flags.IndexOf(true)]).Add(count);
            else if (count > 0 && request.Rows == DetectRowKind.Flag)
                AddFlags(of, request, request.Criteria[i], flags, rows);
            else if (count > 0 && request.Rows == DetectRowKind.Episode)
                EpisodeRows.Add(Whose, of, request, request.Criteria[i], flags, rows);
        }

        totals.AddAny(isAny);
    }

    private static void AddFlags(Series of, DetectRequest request, DetectionCriterion criterion, Span<bool> flags, StudyRows rows)
    {
        var called = StudyNames.Of(criterion);
        var sessions = of.Block.Sessions(of.Course);
        for (var at = 0; at < flags.Length; at++)
        {
            if (flags[at])
                Whose(rows, of, request).Add(called).Add(sessions[at]).Add(of.Values[at]);
        }
    }

    private static StudyRows Whose(StudyRows rows, Series of, DetectRequest request)
    {
        rows.Add(of.Block.Name(of.Course));
        return request.NamesColumn ? rows.Add(request.Columns[of.Column]) : rows;
    }

    /// <summary>One column of one course.</summary>
    internal readonly record struct Series(CourseBlock Block, int Course, int Column, int Answered)
    {
        public ReadOnlySpan<double> Values => Block.Values(Column, Course);
    }
}
