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
            held.Sum(session => (session.A.CheckIn is null ? 1 : 0) + (session.B.CheckIn is null ? 1 : 0)));
    }
}
