using Attune.Method.Alliance;
using Attune.Practice.Couples;

namespace Attune.Practice.Therapists;

/// <summary>One couple in a glance: what is open, what is owed, what is missing.</summary>
internal static class CaseloadLines
{
    public static CaseloadLine Of(CoupleView couple)
    {
        var open = couple.Ruptures
            .Where(rupture => !rupture.IsSetAside && rupture.Reading.IsStillOpen)
            .ToList();
        var held = couple.Sessions.Where(session => session.Held is not null).ToList();
        return new CaseloadLine(
            couple.Id, couple.A.Name, couple.B.Name, held.Count, open.Count,
            open.Count == 0 ? null : couple.LastHeld - open.Min(rupture => rupture.Session),
            [.. couple.Promises.Select(owed => $"{couple.NameOf(owed.Partner)}: {owed.Text}")],
            held.Sum(session => (session.A.CheckIn is null ? 1 : 0) + (session.B.CheckIn is null ? 1 : 0)))
        {
            Threat = couple.Threats.FirstOrDefault(threat => threat.Kind != ThreatKind.OpenRupture),
            DebriefsWaiting = [.. couple.Sessions.Where(session => session.DebriefWaits).Select(session => session.Number)],
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
}
