using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.SelfInsight;

/// <summary>The couple was not at the centre: the method was, or the therapist. <paramref name="Sessions"/>: the run, oldest first.</summary>
public sealed record CentreRemark(ImmutableArray<int> Sessions);

/// <summary>Care went one way. <paramref name="Sessions"/>: the run, oldest first.</summary>
public sealed record CareRemark(Partner Toward, ImmutableArray<int> Sessions);

/// <summary>
/// Two gentle lines for the therapist alone (article-map rows 44 and 59). A run is of debriefs that answer the question, one after the other and up
/// to the latest; a debrief that leaves it out neither ends nor lengthens it, any other answer ends it (our proposal).
/// </summary>
/// <param name="Centre">After two sessions of "the method" or "me"; null otherwise.</param>
/// <param name="Care">After three sessions in which the same one got care; null otherwise.</param>
public sealed record SelfRemarks(CentreRemark? Centre, CareRemark? Care)
{
    public const int SessionsOffCentre = 2;
    public const int SessionsLeaning = 3;

    public static SelfRemarks Of(CoupleCase couple)
    {
        var off = Run(couple, debrief => debrief.AtCentre switch
        {
            null => null,
            Cases.Centre.TheMethod or Cases.Centre.Me => 1,
            _ => 0,
        });
        var leaning = Run(couple, debrief => debrief.GotCare switch
        {
            null => null,
            CareGiven.A => (int)Partner.A,
            CareGiven.B => (int)Partner.B,
            _ => 0,
        });
        return new SelfRemarks(
            off.Sessions.Length >= SessionsOffCentre ? new CentreRemark(off.Sessions) : null,
            leaning.Sessions.Length >= SessionsLeaning ? new CareRemark((Partner)leaning.Kind, leaning.Sessions) : null);
    }

    // The latest run of one kind; 0 is no kind, null no answer.
    private static (int Kind, ImmutableArray<int> Sessions) Run(CoupleCase couple, Func<TherapistDebriefed, int?> kindOf)
    {
        var (kind, sessions) = (0, ImmutableArray<int>.Empty);
        foreach (var session in couple.Sessions)
        {
            if (session.TherapistDebrief is not { } debrief || kindOf(debrief) is not { } now)
                continue;
            (kind, sessions) = now == 0 ? (0, []) : now == kind ? (kind, sessions.Add(session.Number)) : (now, [session.Number]);
        }
        return (kind, sessions);
    }
}
