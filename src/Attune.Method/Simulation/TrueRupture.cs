using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Simulation;

/// <summary>A rupture that was drawn: what a detector should find and a report may tell.</summary>
/// <param name="Area">Where it is deepest.</param>
/// <param name="Schema">Code of the early schema that weighed most in it; null where no schema weighed at all.</param>
/// <param name="Onset">The session in which it happens, from 1; the first that is rated lower.</param>
/// <param name="Depth">The most that the felt composite falls by it, in points of 1 to 7; above 0.</param>
/// <param name="Length">Sessions from the onset until the return is complete, 1 or more; a step never returns and its length counts nothing.</param>
/// <param name="Told">Whether the partner tells of it where a check-in is answered.</param>
/// <param name="Noticed">Whether the therapist's debrief tells of it where one is written.</param>
public sealed record TrueRupture(
    Partner Partner, RuptureArea Area, string? Schema, RuptureShape Shape, int Onset, double Depth, int Length, TrueRepair Repair, bool Told, bool Noticed)
{
    /// <summary>How far it lowers the felt composite in a session, in points; 0 before the onset, never negative.</summary>
    public double FallIn(int session) => RuptureLine.Fall(Shape, Depth, Length, Repair, session - Onset);

    /// <summary>How far it lowers the felt rating of one area in a session: one and a half times where it is deepest, three quarters elsewhere, the mean being that of the composite.</summary>
    public double FallIn(int session, RuptureArea area) => FallIn(session) * RuptureLine.ShareOf(Area, area);

    /// <summary>Whether it is still going on in a session after its onset, or was never repaired; so it counts as open for the next forecast.</summary>
    public bool IsOpenBefore(int session) => session > Onset && (Repair == TrueRepair.None || session - Onset <= Length);
}
