using Attune.Method.Cases;
using Attune.Practice.Refusals;

namespace Attune.Practice.Planning;

/// <summary>Sessions are numbered from 1 without a gap: an impossible state of the record, so it is refused.</summary>
internal static class SessionRules
{
    public static int Next(CoupleCase couple) => couple.Sessions.Count == 0 ? 1 : couple.Sessions.Max(session => session.Number) + 1;

    /// <summary>The one that comes next: the last when it is not held yet, else the one after it. A form put off before the first session makes no session 0.</summary>
    public static int Upcoming(CoupleCase couple) =>
        couple.Sessions.LastOrDefault(session => session.Number > 0) is not { } last ? 1 : last.Held is null ? last.Number : last.Number + 1;

    public static bool MayExist(CoupleCase couple, int session) => session >= 1 && session <= Next(couple);

    public static Refusal OutOfTurn(CoupleCase couple, int session) =>
        new("PLN001", $"Session {session} would leave a gap: the next one is session {Next(couple)}.");

    public static Refusal NotHeld(int session) => new("PLN002", $"Session {session} has not been held yet. Note first that it took place.");

    /// <summary>0 when none was held.</summary>
    public static int LastHeld(CoupleCase couple) => couple.Sessions.LastOrDefault(session => session.Held is not null)?.Number ?? 0;

    public static bool IsHeld(CoupleCase couple, int session) => couple.FindSession(session)?.Held is not null;
}
