using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Refusals;

namespace Attune.Practice.Amending;

/// <summary>
/// A slip is taken back: the event stays in the log, and the case is read without it. What was written in one go with it goes with it
/// (<see cref="OneThing"/>). A rupture is set aside instead, with its steps.
/// </summary>
public sealed record TakeBack : CoupleCommand
{
    /// <summary>Where the event stands in the couple's log.</summary>
    public required long Event { get; init; }

    /// <summary>
    /// How many events were written in one go, this one the first: exactly these are undone, and what they said anew stands as before. Null: all that
    /// is one thing with it.
    /// </summary>
    public int? Written { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (couple.Recorded.FirstOrDefault(one => one.Number == Event) is not { } named)
            return Decision.No(AmendingRefusals.NoSuchEvent);
        if (named.IsTakenBack)
            return Decision.No(AmendingRefusals.TakenBackAlready);
        RecordedEvent[] all =
        [
            .. Written is { } count
                ? couple.Recorded.Where(one => !one.IsTakenBack && one.Number >= Event && one.Number < Event + count)
                : OneThing.With(couple, named),
        ];
        if (all.Select(one => WhyNot(couple, one)).OfType<Refusal>().FirstOrDefault() is { } why)
            return Decision.No(why);
        return named.Event is RuptureNoted { Amends: null } rupture
            ? SetAside(couple, rupture, at)
            : new Decision([.. all.Select(one => Of(one.Number, one.Event.Subject, at))], []);
    }

    internal static CaseEvent Of(long number, Subject whose, DateTimeOffset at) => new TakenBack { At = at, Amends = number, Whose = whose };

    private static Decision SetAside(CoupleCase couple, RuptureNoted noted, DateTimeOffset at) =>
        couple.FindRupture(noted.Rupture) is { IsSetAside: false } rupture
            ? Decision.Record(new RuptureSetAside { At = at, Rupture = rupture.Id, Owner = rupture.Owner })
            : Decision.No(AmendingRefusals.TakenBackAlready);

    private static Refusal? WhyNot(CoupleCase couple, RecordedEvent named) => named.Event switch
    {
        // What a partner wrote is theirs. A check-in that was somebody else's can be set aside, with a reason.
        CheckInAnswered or CheckInPutOff or ExpectationStated => AmendingRefusals.PartnersOwn,
        CoupleOpened => AmendingRefusals.TheBeginning,
        PartnerIntroduced name when couple.Recorded.Count(one => !one.IsTakenBack && one.Event is PartnerIntroduced of && of.Partner == name.Partner) < 2
            => AmendingRefusals.TheBeginning,
        LiveSessionBegun or LiveSessionEnded => AmendingRefusals.TheLiveSession,
        SessionHeld held when RestsOn(couple, held, named.Number) => AmendingRefusals.SomethingRestsOnIt,
        _ => null,
    };

    // That a session took place is the ground for all that was said and written of it.
    private static bool RestsOn(CoupleCase couple, SessionHeld held, long number) =>
        !couple.Recorded.Any(one => one.Number != number && !one.IsTakenBack && one.Event is SessionHeld other && other.Session == held.Session)
        && couple.FindSession(held.Session) is { } session
        && (session.Live is { Now: not null } or { Kept: not null } || session.Live.Hearts.Count > 0 || session.Recording is not null || session.TherapistDebrief is not null || session.Notes.Count > 0
            || couple.Ruptures.Any(rupture => rupture.Session == held.Session || rupture.Steps.Any(step => step.Session == held.Session))
            || couple.Sessions.Any(later => later.Number > held.Session)
            || IsAnswered(session[Partner.A]) || IsAnswered(session[Partner.B]));

    private static bool IsAnswered(SessionOfPartner side) => side is { CheckIn: not null } or { CheckInsSetAside.Count: > 0 };
}

/// <summary>What was taken back stands again, as it was.</summary>
public sealed record PutItBack : CoupleCommand
{
    public required long Event { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (couple.Recorded.FirstOrDefault(one => one.Number == Event) is not { } named)
            return Decision.No(AmendingRefusals.NoSuchEvent);
        if (!named.IsTakenBack)
            return Decision.No(AmendingRefusals.StandsAlready);
        return new Decision([.. OneThing.With(couple, named).Select(one => TakeBack.Of(couple.TakenBackBy(one.Number)!.Value, one.Event.Subject, at))], []);
    }
}

public static class AmendingRefusals
{
    public static readonly Refusal NoSuchEvent = new("AMD001", "There is nothing under this number in this record. Open the page again.");

    public static readonly Refusal TakenBackAlready = new("AMD002", "This was taken back already.");

    public static readonly Refusal StandsAlready = new("AMD003", "This stands: it was not taken back.");

    public static readonly Refusal PartnersOwn = new("AMD004",
        "What a partner wrote is theirs, and nobody else changes it. If somebody else had answered in their name, set the answers aside, with the reason.");

    public static readonly Refusal TheBeginning = new("AMD005", "The record begins with this. It can be said anew, and not taken back.");

    public static readonly Refusal SomethingRestsOnIt = new("AMD006",
        "Something was said or written of this session, so it took place. Take that back first, if it belongs elsewhere.");

    public static readonly Refusal TheLiveSession = new("AMD008",
        "When a session was begun and ended live is not taken back. What was heard and noted in it can be, line by line.");
}
