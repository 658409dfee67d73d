using System.Collections.Immutable;
using Attune.Method.Detection;

namespace Attune.Exchange.Study;

/// <summary>What a row of <c>study detect</c> is of.</summary>
public enum DetectRowKind
{
    /// <summary>One course: first flag and number of flags of each criterion.</summary>
    Course = 1,

    /// <summary>One flag.</summary>
    Flag = 2,

    /// <summary>One fall with its depth, length, shape and repair.</summary>
    Episode = 3,

    /// <summary>Two criteria beside each other, over all courses.</summary>
    Pair = 4,
}

/// <summary>What <c>study detect</c> is asked.</summary>
/// <param name="Columns">The series that are judged, each by itself; with more than one, a column of the result says which.</param>
public sealed record DetectRequest(
    ImmutableArray<string> Columns, ImmutableArray<DetectionCriterion> Criteria, DetectionForm Form, DetectionReference Reference, DetectRowKind Rows)
{
    public bool NamesColumn => Columns.Length > 1;
}

/// <summary>What was found in some courses.</summary>
/// <param name="Totals">Column by column.</param>
/// <param name="Agreement">Column by column; empty unless pairs were asked for.</param>
public sealed record DetectFound(StudyRows Rows, ImmutableArray<DetectTotals> Totals, ImmutableArray<CriteriaTally> Agreement);
