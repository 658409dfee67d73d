using Attune.Method.Cases;
using Attune.Method.Tests.Cases;

namespace Attune.Method.Tests.Alliance;

/// <summary>Random courses of a couple: answers, put-offs and debriefs of both, sessions that nobody noted as held, and what may end the work.</summary>
internal static class RandomCouples
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 15, 0, 0, TimeSpan.Zero);

    private static readonly Gen<int?> Rating = Gen.Frequency((5, Gen.Int[1, 7].Select(one => (int?)one)), (1, Gen.Const((int?)null)));
    private static readonly Gen<bool?> YesOrNo = Gen.Frequency((2, Gen.Bool.Select(one => (bool?)one)), (1, Gen.Const((bool?)null)));

    // Runs of the same form are made often enough that some courses are flat.
    private static readonly Gen<CheckInAnswers> Form = Gen.Frequency(
        (3, Gen.Select(RandomCourses.Answers, Rating).Select((form, within) => form with { WithinCouple = within })),
        (1, Gen.Const(Course.Rated(7, 7, 7) with { Fairness = 7 })));

    private sealed record Side(CheckInAnswers? Form, bool PutOff, int? Guess, bool? Tension, bool Debriefed);

    private static readonly Gen<Side> SomeSide = Gen.Select(Form, Gen.Int[0, 5], Rating, YesOrNo, Gen.Bool)
        .Select((form, kind, guess, tension, debriefed) => new Side(kind > 1 ? form : null, kind == 1, guess, tension, debriefed));

    private static readonly Gen<(bool Held, Side A, Side B)[]> Sides =
        Gen.Select(Gen.Int[0, 9].Select(one => one > 0), SomeSide, SomeSide).Array[1, 16];

    /// <summary>Session by session, each one's events together and in order; the first entry is what comes before the first session.</summary>
    public static Gen<CaseEvent[][]> BySession { get; } = Sides.Select(sides => (CaseEvent[][])[
        [new CoupleOpened { At = Start, Couple = default }, new CheckInPutOff { At = Start, Session = 0, Partner = Partner.A }],
        .. sides.Select((session, i) => OfSession(i + 1, session.Held, session.A, session.B))]);

    public static CoupleCase Fold(IEnumerable<CaseEvent[]> sessions) => CoupleCase.Fold(sessions.SelectMany(events => events));

    public static DateTimeOffset At(int session) => Start.AddDays(7 * session);

    private static CaseEvent[] OfSession(int session, bool held, Side a, Side b) =>
    [
        .. held ? [new SessionHeld { At = At(session), Session = session, StartedAt = At(session) }] : (CaseEvent[])[],
        .. OfPartner(session, Partner.A, a),
        .. OfPartner(session, Partner.B, b),
    ];

    private static IEnumerable<CaseEvent> OfPartner(int session, Partner partner, Side side)
    {
        if (side.Debriefed)
            yield return new PartnerDebriefed { At = At(session), Session = session, Partner = partner, GuessedBond = side.Guess, Tension = side.Tension };
        if (side.Form is { } form)
            yield return new CheckInAnswered { At = At(session), Session = session, Partner = partner, Answers = form };
        else if (side.PutOff)
            yield return new CheckInPutOff { At = At(session), Session = session, Partner = partner };
    }
}
