using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Attune.Method.Cases;

namespace Attune.Method.Measures;

/// <summary>
/// What one partner scored on one measure, session by session. Beside the check-in and apart from it: no rupture, repair or trust is read from it.
/// </summary>
/// <param name="Points">One a session, in order; the latest score of each, and none where it was taken back.</param>
public sealed record MeasureCourse(Partner Partner, string Measure, ImmutableArray<MeasureScored> Points)
{
    [JsonIgnore]
    public MeasureScored? First => Points.IsEmpty ? null : Points[0];

    [JsonIgnore]
    public MeasureScored? Last => Points.IsEmpty ? null : Points[^1];

    /// <summary>The last score less the first, in score points; NaN below two points.</summary>
    [JsonIgnore]
    public double Change => Points.Length < 2 ? double.NaN : Points[^1].Score!.Value - Points[0].Score!.Value;

    /// <summary><see cref="Change"/> in standard deviations of the reference group; NaN without one. No test of whether it is more than chance.</summary>
    public double ChangeInSds(MeasureDefinition definition) => definition.ReferenceSd is { } sd && sd > 0 ? Change / sd : double.NaN;

    /// <summary>The courses of a couple: by measure as the codes are spelt, A before B. A measure without a score has none.</summary>
    public static ImmutableArray<MeasureCourse> Of(CoupleCase couple) =>
    [
        .. new[] { Partner.A, Partner.B }
            .SelectMany(partner => couple[partner].MeasureScores.GroupBy(one => one.Measure, StringComparer.Ordinal)
                .Select(scores => new MeasureCourse(partner, scores.Key, [.. scores])))
            .OrderBy(course => course.Measure, StringComparer.Ordinal).ThenBy(course => course.Partner),
    ];
}
