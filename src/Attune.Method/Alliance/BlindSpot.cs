using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Attune.Method.Cases;

namespace Attune.Method.Alliance;

/// <summary>Whether therapist and partner saw the same tension.</summary>
public enum TensionSeen
{
    ByBoth = 1,

    /// <summary>The partner told of it, and the debrief says that there was none.</summary>
    ByPartnerOnly = 2,

    /// <summary>The therapist noticed it, and the partner says that there was none.</summary>
    ByTherapistOnly = 3,
    ByNeither = 4,

    /// <summary>One of the two did not answer that question.</summary>
    CannotTell = 5,
}

/// <summary>
/// One session's guess beside its answer, each 1 to 7, null when not given. <paramref name="Mean"/>: of guess less answer over the last sessions with
/// both, up to this one and four at most, <paramref name="Over"/> of them; null over none. In between-person reference SD, one point each.
/// </summary>
public sealed record BlindSpotSession(int Session, int? Guess, int? Answer, bool IsFlat, double? Mean, int Over, TensionSeen Tension)
{
    /// <summary>Above 0: the therapist thought that the partner felt more met than they say.</summary>
    [JsonIgnore]
    public int? Difference => Guess - Answer;

    [JsonIgnore]
    public bool IsOff => GuessMean.IsOff(Mean);
}

/// <summary>
/// The therapist's blind spot with one partner (method-facts 2.3): the guess of the bond answer, made before it is read, against the answer, and
/// tension that one of the two saw alone. One per session of the course, in order. Flat answers are shown and never counted: a guess that meets them
/// meets nothing.
/// </summary>
public sealed record BlindSpot(Partner Partner, ImmutableArray<BlindSpotSession> Sessions)
{
    /// <summary>Off from here on, in between-person reference SD, either way.</summary>
    public const double OffFrom = 1;

    /// <summary>The most sessions that the mean is taken over.</summary>
    public const int Window = 4;

    /// <summary>The reading after the last session; null when none was held.</summary>
    [JsonIgnore]
    public BlindSpotSession? Last => Sessions.IsEmpty ? null : Sessions[^1];

    public static BlindSpot Of(CoupleCase couple, Partner partner) => Of(couple, AllianceCourse.Of(couple, partner));

    /// <param name="course">Of the same couple.</param>
    public static BlindSpot Of(CoupleCase couple, PartnerCourse course)
    {
        var sessions = ImmutableArray.CreateBuilder<BlindSpotSession>(course.Points.Length);
        var recent = new GuessMean();
        foreach (var point in course.Points)
        {
            var debrief = couple.FindSession(point.Session)?[course.Partner].Debrief;
            if (debrief?.GuessedBond - point.Bond is { } difference && !point.IsFlat)
                recent.Add(difference / AllianceGap.ReferenceSd);
            sessions.Add(new BlindSpotSession(
                point.Session, debrief?.GuessedBond, point.Bond, point.IsFlat, recent.Mean, recent.Over,
                Seen(point.Tension?.Any, debrief?.Tension)));
        }
        return new BlindSpot(course.Partner, sessions.MoveToImmutable());
    }

    private static TensionSeen Seen(bool? byPartner, bool? byTherapist) => (byPartner, byTherapist) switch
    {
        (true, true) => TensionSeen.ByBoth,
        (true, false) => TensionSeen.ByPartnerOnly,
        (false, true) => TensionSeen.ByTherapistOnly,
        (false, false) => TensionSeen.ByNeither,
        _ => TensionSeen.CannotTell,
    };
}
