using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Repair;

/// <summary>
/// Something that the therapist owes one partner, as their debrief says. <paramref name="AgeInSessions"/>: sessions held since, 0 = the last one.
/// </summary>
public sealed record OpenPromise(Partner Partner, string Text, int PromisedInSession, int AgeInSessions);

/// <summary>What is owed: first in the brief, until it was given (article-map row 70).</summary>
public static class OpenPromises
{
    /// <summary>
    /// Every promise of any debrief that was not kept, newest first, A before B in one session. A debrief written anew replaces its promise.
    /// </summary>
    /// <param name="before">As it stood when this session began: what was promised or kept in it, or later, does not count. Null: as of now.</param>
    public static ImmutableArray<OpenPromise> Of(CoupleCase couple, int? before = null)
    {
        var sessions = couple.Sessions.Where(session => !(session.Number >= before)).Reverse().ToArray();
        var last = sessions.FirstOrDefault(session => session.Held is not null)?.Number ?? 0;
        var open = ImmutableArray.CreateBuilder<OpenPromise>();
        foreach (var session in sessions)
        {
            foreach (var partner in Partners.All)
            {
                if (session[partner].Debrief?.Owed is { } owed && !IsKept(couple, partner, session.Number, before))
                    open.Add(new OpenPromise(partner, owed, session.Number, Math.Max(0, last - session.Number)));
            }
        }
        return open.ToImmutable();
    }

    private static bool IsKept(CoupleCase couple, Partner partner, int promisedIn, int? before) =>
        couple[partner].PromisesKept.Any(kept => kept.PromisedInSession == promisedIn && !(kept.Session >= before));
}
