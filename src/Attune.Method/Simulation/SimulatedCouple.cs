using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Simulation;

/// <summary>A couple that does not exist, and everything that is true of it. Made by seed and number alone.</summary>
/// <param name="Sessions">In order of sessions, A before B in each: two rows a session.</param>
/// <param name="Ruptures">In order of onset.</param>
/// <param name="Hearts">The therapist's heart, one for each session that was held and heard.</param>
/// <param name="EndedEarly">Whether the couple stopped before the sessions asked for.</param>
public sealed record SimulatedCouple(
    uint Seed, uint Number, CoupleTruth Truth, ImmutableArray<SimulatedSession> Sessions, ImmutableArray<TrueRupture> Ruptures, ImmutableArray<TherapistHeart> Hearts,
    bool EndedEarly)
{
    /// <summary>One partner's rows, in order of sessions.</summary>
    public IEnumerable<SimulatedSession> Of(Partner partner) => Sessions.Where(row => row.Partner == partner);

    /// <summary>One partner's composite as detectors read it, with the true onsets.</summary>
    public SimulatedCourse CourseOf(Partner partner) => new(
        Number, partner, [.. Of(partner).Select(row => row.Composite ?? double.NaN)], [.. Ruptures.Where(rupture => rupture.Partner == partner)]);
}

/// <summary>What is true of a couple before its first session.</summary>
/// <param name="TherapistSchemas">Scores of the therapist's own schemas, 1 to 6, in the catalogue's order.</param>
/// <param name="IsSplit">Whether the two were drawn apart on purpose.</param>
public sealed record CoupleTruth(PartnerTruth A, PartnerTruth B, ImmutableArray<double> TherapistSchemas, bool IsSplit)
{
    public PartnerTruth this[Partner partner] => partner == Partner.A ? A : B;
}

/// <summary>What is true of one partner before the first session.</summary>
/// <param name="Schemas">Scores, 1 to 6, in the catalogue's order.</param>
/// <param name="Modes">Scores of the inventory's modes, 1 to 6, in its order.</param>
/// <param name="Motivation">0 to 10.</param>
/// <param name="Level">The felt composite without noise and ruptures, in points of 1 to 7.</param>
/// <param name="Trust">0 to 1.</param>
/// <param name="CareChance">How often the therapist's answer to this partner is a caring one, 0 to 1.</param>
/// <param name="Pull">The strongest pull of this partner on the therapist, 0 to 1; 0 where none is.</param>
public sealed record PartnerTruth(
    ImmutableArray<double> Schemas, ImmutableArray<double> Modes, double Motivation, double Level, double Trust, double CareChance, double Pull, bool IsFlatAnswerer);

/// <summary>The therapist's heart in one session, as a simulated heart is made of it: resting rate and stretches above 100.</summary>
/// <param name="Minutes">Length of the session.</param>
/// <param name="RestingBpm">From 50 to 95.</param>
/// <param name="Above">Stretches above 100 in order of time, apart from each other and within the session.</param>
public sealed record TherapistHeart(int Session, double Minutes, double RestingBpm, ImmutableArray<HeartStretch> Above)
{
    public double MinutesAbove100 => Above.Sum(one => one.Minutes);
}

/// <summary>One stretch above 100.</summary>
/// <param name="StartMinute">Since the session's start; not negative.</param>
/// <param name="Minutes">Above 0.</param>
/// <param name="PlateauBpm">Above 100, at most 140.</param>
public sealed record HeartStretch(double StartMinute, double Minutes, double PlateauBpm);
