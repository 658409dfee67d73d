using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Attune.Method.Cases;

namespace Attune.Method.Alliance;

/// <summary>What a level says by itself, apart from any change.</summary>
public enum LevelRemark
{
    /// <summary>The composite is at or below the middle of the scale (our proposal: our own items have no norm).</summary>
    Low = 1,

    /// <summary>The same, in the first six sessions of somebody for whom a slow bond is expected: not a sign of failing.</summary>
    LowAsExpected = 2,
}

/// <summary>
/// One partner's level and change after a session with a composite. <paramref name="Mean"/>: of their composites up to and with this session, over
/// <paramref name="Over"/> of them; both in points of the 1 to 7 scale. <paramref name="Remark"/>: null is no praise, least of all where
/// <paramref name="IsFlat"/>.
/// </summary>
public sealed record PersonLevel(int Session, double Composite, double Mean, int Over, bool IsFlat, LevelRemark? Remark)
{
    /// <summary>At or below it a composite is low.</summary>
    public const double LowFrom = 4;

    /// <summary>The sessions in which a slow bond is expected to be low or flat.</summary>
    public const int EarlySessions = 6;

    /// <summary>
    /// The state-like part: this session less the person's own mean so far (after Zilcha-Mano). At the last session that is the mean of the whole
    /// course; before it only what was known then. The trait-like part, the mean against other people's, takes a caseload.
    /// </summary>
    [JsonIgnore]
    public double StateLike => Composite - Mean;

    /// <summary>
    /// For each session with a composite, in order. A slow bond changes the remark of the first six sessions and nothing else: falls, possible siding
    /// and splits are found as for everybody, since to begin low is not to fall.
    /// </summary>
    public static ImmutableArray<PersonLevel> Of(PartnerCourse course, bool slowBond)
    {
        var levels = ImmutableArray.CreateBuilder<PersonLevel>(course.Points.Length);
        var sum = 0.0;
        foreach (var point in course.Points)
        {
            if (point.Composite is not { } composite)
                continue;
            sum += composite;
            var over = levels.Count + 1;
            LevelRemark? remark = composite > LowFrom + Baseline.Rounding ? null
                : slowBond && point.Session <= EarlySessions ? LevelRemark.LowAsExpected : LevelRemark.Low;
            levels.Add(new PersonLevel(point.Session, composite, sum / over, over, point.IsFlat, remark));
        }
        return levels.ToImmutable();
    }

    public static ImmutableArray<PersonLevel> Of(CoupleCase couple, Partner partner) =>
        Of(AllianceCourse.Of(couple, partner), couple[partner].Assessment is { SlowBond: true });
}
