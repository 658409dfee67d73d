using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Alliance;

/// <summary>
/// The quiet list of what may end the work (article-map row 7). What happened is remembered for the last six held sessions (our proposal: somebody
/// who was not sure and has come six times since has answered); an open rupture and leaning out stay for as long as they are so. The same thing of
/// the same person is one line. Empty once the work has been closed. For the therapist alone.
/// </summary>
public static class ThreatsToContinuing
{
    /// <summary>Held sessions for which an event is remembered.</summary>
    public const int Remembered = 6;

    /// <summary>
    /// Heaviest kind first (<see cref="ThreatKind"/>); within a kind the oldest open rupture first, of the others the latest; then A, B, the couple.
    /// </summary>
    /// <param name="alliance">Of the same couple.</param>
    /// <param name="stillOpen">The ruptures whose repair is not confirmed, as the repair judgement has it; one that was set aside is passed over.</param>
    public static ImmutableArray<Threat> Of(CoupleCase couple, CoupleAlliance alliance, IEnumerable<RuptureRecord> stillOpen)
    {
        if (couple.Closed is not null)
            return [];
        var seen = new Seen(couple, alliance);
        List<Threat> happened = [];
        happened.AddRange(couple.Missed.Select(missed => Of(missed, seen)));
        foreach (var partner in Partners.All)
            happened.AddRange(OfPartner(couple, partner, seen));
        if (alliance.LastWithGap is { Trend.IsGrowing: true } last)
            happened.Add(seen.In(last.Session, ThreatKind.GrowingSplit, RuptureOwner.Both));

        var lasting = stillOpen.Where(rupture => !rupture.IsSetAside)
            .Select(rupture => seen.In(rupture.Session, ThreatKind.OpenRupture, rupture.Owner) with { Rupture = rupture.Id })
            .Concat(LeaningOut(couple, seen));
        return [.. happened.Where(threat => threat.SessionsAgo < Remembered)
            .GroupBy(threat => (threat.Kind, threat.Who), (_, same) => Together([.. same]))
            .Concat(lasting)
            .OrderBy(threat => threat.Kind)
            .ThenBy(threat => threat.Kind == ThreatKind.OpenRupture ? -threat.SessionsAgo : threat.SessionsAgo)
            .ThenBy(threat => threat.Who)];
    }

    private static Threat Of(SessionMissed missed, Seen seen)
    {
        var kind = missed.How == MissedHow.DidNotCome ? ThreatKind.DidNotCome : ThreatKind.Cancelled;
        return seen.In(missed.AfterSession, kind, missed.Whose) with { On = missed.On ?? Day(missed.At) };
    }

    private static IEnumerable<Threat> OfPartner(CoupleCase couple, Partner partner, Seen seen)
    {
        var who = partner.AsOwner();
        foreach (var doubt in couple[partner].Doubts)
            yield return seen.In(doubt.Session, ThreatKind.NotSureToComeBack, who);
        foreach (var session in couple[partner].HopeFadedIn)
            yield return seen.In(session, ThreatKind.HopeFading, who);
        foreach (var session in couple.Sessions)
        {
            if (session[partner].CheckIn?.SinceLastTime == SinceLastTimeAnswer.MadeThingsHarder)
                yield return seen.In(session.Number, ThreatKind.MadeThingsHarder, who);
        }
    }

    private static IEnumerable<Threat> LeaningOut(CoupleCase couple, Seen seen)
    {
        foreach (var partner in new[] { Partner.A, Partner.B })
        {
            if (couple[partner].Assessment is { Leaning: Leaning.Out } assessed)
                yield return seen.In(seen.LastHeldBefore(assessed.At), ThreatKind.LeaningOut, partner.AsOwner()) with { On = Day(assessed.At) };
        }
    }

    private static Threat Together(Threat[] same) => same.MaxBy(threat => (threat.Session, threat.On))! with { Times = same.Length };

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);

    // Which sessions were held, and when.
    private sealed class Seen(CoupleCase couple, CoupleAlliance alliance)
    {
        public Threat In(int session, ThreatKind kind, RuptureOwner who) => new(
            kind, who, session, alliance.Sessions.Count(held => held.Session > session), 1,
            couple.FindSession(session)?.Held is { } held ? Day(held.StartedAt) : null);

        public int LastHeldBefore(DateTimeOffset at) =>
            couple.Sessions.LastOrDefault(session => session.Held is { } held && held.StartedAt <= at)?.Number ?? 0;
    }
}
