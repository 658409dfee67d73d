using Attune.Method.Cases;

namespace Attune.Method.Repair;

/// <summary>
/// From one session to another. <paramref name="Sessions"/>: 0 in the same one; <paramref name="Days"/>: between the days on which they were held,
/// null when one of them is not known.
/// </summary>
public sealed record Lapse(int Sessions, int? Days);

/// <summary>
/// How long things took (article-map row 70). Minutes within a session are not known: the record says in which session a rupture and a step fell,
/// so everything is told in sessions and days. To acknowledge and to repair are different things and are never added up.
/// </summary>
/// <param name="ToAcknowledgement">Until the therapist first owned the own part without defence; null while that was not noted.</param>
/// <param name="ToRepair">Until the partner's word, in private or in the room, that it is mended; null while there is none.</param>
/// <param name="Age">Up to the last session held: an open rupture ages visibly.</param>
public sealed record RuptureTiming(Lapse? ToAcknowledgement, Lapse? ToRepair, Lapse Age)
{
    public static RuptureTiming Of(CoupleCase couple, RuptureRecord rupture, RepairReading reading)
    {
        int? owned = null;
        foreach (var step in rupture.Steps)
        {
            // A step of an earlier session belongs to something else.
            if (step.Kind == RepairStepKind.OwnedWithoutDefence && step.Session >= rupture.Session && !(step.Session >= owned))
                owned = step.Session;
        }
        int? mended = reading.State switch
        {
            RepairState.Confirmed or RepairState.StrongerThanBefore => reading.SinceSession,
            RepairState.ToldInTheRoom => rupture.ToldInRoomInSession,
            _ => null,
        };
        var last = couple.Sessions.LastOrDefault(session => session.Held is not null)?.Number ?? rupture.Session;
        return new RuptureTiming(Between(couple, rupture, owned), Between(couple, rupture, mended), Between(couple, rupture, Math.Max(last, rupture.Session))!);
    }

    private static Lapse? Between(CoupleCase couple, RuptureRecord rupture, int? to) =>
        to is not { } session ? null : new Lapse(session - rupture.Session, DayOf(couple, session)?.DayNumber - DayOf(couple, rupture.Session)?.DayNumber);

    private static DateOnly? DayOf(CoupleCase couple, int session) =>
        couple.FindSession(session)?.Held is { } held ? DateOnly.FromDateTime(held.StartedAt.Date) : null;
}
