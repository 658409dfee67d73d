using Attune.Method.Anticipation;
using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;

namespace Attune.Practice.Forecasting;

/// <summary>
/// What the therapist expects each partner to tell after the next session, said before the program says what it expects: once, or left open. Both events
/// are written also when one or both are left open: that it was asked lasts with the record, on every device and in every copy, and goes with each person.
/// </summary>
public sealed record StateOwnForecast : CoupleCommand
{
    public required int Session { get; init; }

    /// <summary>Null: left open.</summary>
    public StatedChance? OfA { get; init; }

    public StatedChance? OfB { get; init; }

    /// <summary>Nothing is said, and it is not asked again for this session.</summary>
    public bool NotToday { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (Session != SessionRules.Upcoming(couple))
            return Decision.No(SessionRules.IsHeld(couple, Session) ? ForecastRefusals.TooLate(Session) : ForecastRefusals.NotTheNext(Session));
        var check = new Check()
            .Defined(OfA, "OfA", "What you expect of A")
            .Defined(OfB, "OfB", "What you expect of B")
            .That(NotToday || OfA is not null || OfB is not null, ForecastRefusals.NothingChosen);
        if (check.Fails)
            return Decision.No(check.Why);
        return OwnForecasts.StandingOf(couple, Session) switch
        {
            OwnForecastStanding.ToAsk => Decision.Record(Of(Partner.A, OfA, at), Of(Partner.B, OfB, at)),
            OwnForecastStanding.SteppedAside => Decision.No(ForecastRefusals.SteppedAside),
            OwnForecastStanding.TooLate => Decision.No(ForecastRefusals.TooLate(Session)),
            _ => Decision.No(ForecastRefusals.AskedAlready(Session)),
        };
    }

    private OwnForecastMade Of(Partner partner, StatedChance? chance, DateTimeOffset at) =>
        new() { At = at, Session = Session, Partner = partner, Chance = NotToday ? null : chance };
}

public static class ForecastRefusals
{
    public static readonly Refusal NothingChosen = new("FOR001", "Choose for at least one of the two, or press Not today.", "OfA");

    public static readonly Refusal SteppedAside = new("FOR003", "No forecast is made at the moment, and none is asked for.");

    public static Refusal AskedAlready(int session) => new("FOR002",
        $"This was asked once for session {session}. It is not said anew, because you may have seen since what the program expects.");

    public static Refusal TooLate(int session) => new("FOR004", $"Session {session} has begun, or the work has ended: a forecast would be none.");

    public static Refusal NotTheNext(int session) => new("FOR005", $"Session {session} is not the one that comes next.");
}
