using Attune.Method.Alliance;
using Attune.Method.Cases;

namespace Attune.Method.Anticipation;

/// <summary>Whether the therapist is asked for an own forecast of a session.</summary>
public enum OwnForecastStanding
{
    ToAsk = 1,

    /// <summary>Asked, and answered for at least one of the two.</summary>
    Given = 2,

    /// <summary>Asked, and left open or taken back. What was asked once is not asked again: the program's own words have been seen since.</summary>
    LeftOpen = 3,

    /// <summary>Never asked, and too late: it goes on, was held or answered, or the work has ended.</summary>
    TooLate = 4,

    /// <summary>A safety flag is up: no forecast is made, and none is asked for.</summary>
    SteppedAside = 5,
}

/// <summary>What was told after a session by the one who was to tell.</summary>
public enum WhatCame
{
    Told = 1,
    NotTold = 2,

    /// <summary>No answer to that question. It says nothing, and is never "not told".</summary>
    Unanswered = 3,
}

/// <summary>An own forecast beside what came: for one session that was held, one partner, and one of the two who could report.</summary>
/// <param name="WasAsked">False: no forecast of it was ever made, so none can be compared.</param>
/// <param name="Chance">Null: not asked, left open or taken back.</param>
/// <param name="Reporter">
/// The forecast is of what the partner tells. Beside the therapist's own report it says how far the therapist notices what they expect.
/// </param>
public sealed record OwnForecastPair(int Session, Partner Partner, TensionReporter Reporter, bool WasAsked, StatedChance? Chance, WhatCame Came);

/// <summary>The therapist's own forecast: asked once before a session, and paired with what came.</summary>
public static class OwnForecasts
{
    /// <param name="session">One that is still ahead, or any other.</param>
    public static OwnForecastStanding StandingOf(CoupleCase couple, int session)
    {
        ArgumentNullException.ThrowIfNull(couple);
        if (WasAsked(couple, session))
            return IsGiven(couple, session) ? OwnForecastStanding.Given : OwnForecastStanding.LeftOpen;
        if (couple.Closed is not null || HasBegun(couple.FindSession(session)))
            return OwnForecastStanding.TooLate;
        return couple.HasSafetyFlag ? OwnForecastStanding.SteppedAside : OwnForecastStanding.ToAsk;
    }

    /// <summary>
    /// For every session that was held, by session, partner and reporter. A check-in that was put off or set aside is not answered. Of a partner whose part
    /// was erased nothing is left: not asked, and unanswered.
    /// </summary>
    public static IEnumerable<OwnForecastPair> Pairs(CoupleCase couple)
    {
        ArgumentNullException.ThrowIfNull(couple);
        var asked = Asked(couple).Select(one => (one.Session, one.Partner)).ToHashSet();
        foreach (var session in couple.Sessions)
        {
            if (session.Held is null)
                continue;
            foreach (var partner in (Partner[])[Partner.A, Partner.B])
            {
                var side = session[partner];
                var wasAsked = asked.Contains((session.Number, partner));
                yield return new OwnForecastPair(session.Number, partner, TensionReporter.Partner, wasAsked, side.OwnForecast?.Chance, Came(side.CheckIn?.Tension?.Any));
                yield return new OwnForecastPair(session.Number, partner, TensionReporter.Therapist, wasAsked, side.OwnForecast?.Chance, Came(side.Debrief?.Tension));
            }
        }
    }

    private static bool WasAsked(CoupleCase couple, int session) => Asked(couple).Any(one => one.Session == session);

    // Those taken back among them.
    private static IEnumerable<OwnForecastMade> Asked(CoupleCase couple) => couple.Recorded.Select(one => one.Event).OfType<OwnForecastMade>();

    private static bool IsGiven(CoupleCase couple, int session) =>
        couple.FindSession(session) is { } found && (found[Partner.A].OwnForecast?.Chance ?? found[Partner.B].OwnForecast?.Chance) is not null;

    private static bool HasBegun(TherapySession? session) => session is not null
        && (session.Held is not null || session.Live.Now is not null || IsAnswered(session[Partner.A]) || IsAnswered(session[Partner.B]));

    private static bool IsAnswered(SessionOfPartner side) => side is { CheckIn: not null } or { PutOffAt: not null } or { CheckInsSetAside.Count: > 0 };

    private static WhatCame Came(bool? told) => told switch
    {
        true => WhatCame.Told,
        false => WhatCame.NotTold,
        null => WhatCame.Unanswered,
    };
}
