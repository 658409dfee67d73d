using System.Collections.Immutable;
using Attune.Method.Detection;

namespace Attune.Exchange.Study;

/// <summary>What <c>study detect</c> is asked.</summary>
/// <param name="IsDetailed">One row per flag in place of one per course.</param>
public sealed record DetectRequest(ImmutableArray<DetectionCriterion> Criteria, DetectionForm Form, DetectionReference Reference, bool IsDetailed);

/// <summary>
/// Flags of courses as a table. Compact: <c>course</c>, <c>sessions</c>, <c>answered</c>, and for each criterion <c>NAME_first</c> (the session of the first
/// flag; missing without one) and <c>NAME_flags</c>. A course of fewer than two answers cannot be judged, and both are missing; a constant one is never
/// flagged. In detail: <c>course</c>, <c>criterion</c>, <c>session</c>, <c>score</c>, a row per flag.
/// </summary>
public static class DetectTable
{
    public static ImmutableArray<StudyColumn> Columns(DetectRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.IsDetailed)
            return [new("course", StudyKind.Text), new("criterion", StudyKind.Text), new("session", StudyKind.Number), new("score", StudyKind.Number)];
        return
        [
            new("course", StudyKind.Text), new("sessions", StudyKind.Whole), new("answered", StudyKind.Whole),
            .. request.Criteria.Select(StudyNames.Of).SelectMany(name => new[] { new StudyColumn($"{name}_first", StudyKind.Number), new StudyColumn($"{name}_flags", StudyKind.Whole) }),
        ];
    }

    /// <summary>Judges every course of a block.</summary>
    public static DetectFound Judge(CourseBlock block, DetectRequest request)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(request);
        var rows = new StudyRows(Columns(request));
        var totals = new DetectTotals(request.Criteria.Length, block.Tally);
        var flags = new bool[16];
        for (var course = 0; course < block.Count; course++)
        {
            var series = block.Values(0, course);
            if (series.Length > flags.Length)
                flags = new bool[2 * series.Length];
            totals.Count(series, out var answered);
            Judge(block, course, answered, request, flags.AsSpan(0, series.Length), rows, totals);
        }

        return new DetectFound(rows, totals);
    }

    private static void Judge(CourseBlock block, int course, int answered, DetectRequest request, Span<bool> flags, StudyRows rows, DetectTotals totals)
    {
        var name = block.Name(course);
        var series = block.Values(0, course);
        var sessions = block.Sessions(course);
        if (!request.IsDetailed)
            rows.Add(name).Add(series.Length).Add(answered);
        var isAny = false;
        for (var i = 0; i < request.Criteria.Length; i++)
        {
            if (answered < DetectTotals.LeastAnswers)
            {
                if (!request.IsDetailed)
                    rows.Add(double.NaN).Add(double.NaN);
                continue;
            }

            RuptureDetection.Flag(request.Criteria[i], request.Form, series, request.Reference, flags);
            var (first, count) = (flags.IndexOf(true), flags.Count(true));
            totals.Add(i, count);
            isAny |= count > 0;
            if (!request.IsDetailed)
                rows.Add(first < 0 ? double.NaN : sessions[first]).Add(count);
            else
                AddFlags(name, request.Criteria[i], series, sessions, flags, rows);
        }

        totals.AddAny(isAny);
    }

    private static void AddFlags(string name, DetectionCriterion criterion, ReadOnlySpan<double> series, ReadOnlySpan<double> sessions, Span<bool> flags, StudyRows rows)
    {
        var called = StudyNames.Of(criterion);
        for (var at = 0; at < flags.Length; at++)
        {
            if (flags[at])
                rows.Add(name).Add(called).Add(sessions[at]).Add(series[at]);
        }
    }
}

/// <summary>What was found in some courses.</summary>
public sealed record DetectFound(StudyRows Rows, DetectTotals Totals);
