using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.Repair;

namespace Attune.Practice.Therapists;

/// <summary>One couple in a glance: what is open, what is owed, what is missing.</summary>
internal static class CaseloadLines
{
    /// <summary>What it needs of the case and no more: no forecast, no map, no plan of a repair. The same as the couple's own pages say.</summary>
    public static CaseloadLine Of(CoupleCase couple)
    {
        var (a, b) = (AllianceCourse.Of(couple, Partner.A), AllianceCourse.Of(couple, Partner.B));
        var open = couple.Ruptures
            .Where(rupture => !rupture.IsSetAside && RepairJudgement.Of(couple, rupture, a, b).IsStillOpen)
            .ToList();
        // What is put off before the first session makes no session 0.
        var held = couple.Sessions.Where(session => session.Number > 0 && session.Held is not null).ToList();
        return new CaseloadLine(
            couple.Id, NameOf(couple, Partner.A), NameOf(couple, Partner.B), held.Count, open.Count,
            open.Count == 0 ? null : (held.LastOrDefault()?.Number ?? 0) - open.Min(rupture => rupture.Session),
            [.. OpenPromises.Of(couple).Select(owed => $"{NameOf(couple, owed.Partner)}: {owed.Text}")],
            held.Sum(session => (session[Partner.A].CheckIn is null ? 1 : 0) + (session[Partner.B].CheckIn is null ? 1 : 0)))
        {
            Threat = ThreatsToContinuing.Of(couple, CoupleAlliance.Of(a, b), open).FirstOrDefault(threat => threat.Kind != ThreatKind.OpenRupture),
            DebriefsWaiting = [.. couple.Sessions.Where(session => session.Number > 0 && session.DebriefPutOffAt is not null).Select(session => session.Number)],
            LiveNow = couple.Sessions.FirstOrDefault(session => session.Live.Now is not null)?.Number,
            IsClosed = couple.Closed is not null,
        };
    }

    /// <summary>
    /// What has waited longest first: the oldest open rupture, then what is owed, then missing answers, then the heaviest threat to continuing. Closed
    /// couples come last. Our proposal; where nothing tells two couples apart, they keep their order.
    /// </summary>
    public static IEnumerable<CaseloadLine> InOrder(IEnumerable<CaseloadLine> lines) => lines
        .OrderBy(line => line.IsClosed)
        .ThenByDescending(line => line.OldestOpenSessions ?? -1)
        .ThenByDescending(line => line.OpenRuptures)
        .ThenByDescending(line => line.Owed.Length)
        .ThenByDescending(line => line.MissingAnswers)
        .ThenBy(line => line.Threat?.Kind ?? (ThreatKind)int.MaxValue);

    private static string NameOf(CoupleCase couple, Partner partner) => couple[partner].Name ?? "";
}
