using System.Collections.Immutable;
using Attune.Method.Anticipation;
using Attune.Method.Cases;
using Attune.Practice.Planning;

namespace Attune.Practice.Forecasting;

/// <summary>The therapist's own forecasts with one couple. For the therapist alone, and on no print.</summary>
/// <param name="Standing">Of the next session.</param>
/// <param name="Pairs">Each forecast of a session that was held, beside what came.</param>
public sealed record OwnForecastView(int Session, OwnForecastStanding Standing, StatedChance? OfA, StatedChance? OfB, ImmutableArray<OwnForecastPair> Pairs)
{
    internal static OwnForecastView Of(CoupleCase couple)
    {
        var session = SessionRules.Upcoming(couple);
        var ahead = couple.FindSession(session);
        return new OwnForecastView(session, OwnForecasts.StandingOf(couple, session),
            ahead?[Partner.A].OwnForecast?.Chance, ahead?[Partner.B].OwnForecast?.Chance, [.. OwnForecasts.Pairs(couple)]);
    }

    /// <summary>Of the next session; null: not asked, or left open.</summary>
    public StatedChance? Of(Partner partner) => partner == Partner.A ? OfA : OfB;
}
