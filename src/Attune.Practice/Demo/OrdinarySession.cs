using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Debriefing;

namespace Attune.Practice.Demo;

/// <summary>
/// What is answered and seen when nothing happens. At most one of the three ratings stands one beside the level, so that no ordinary session looks
/// like a rupture by chance; which one, and where, comes from the seed alone.
/// </summary>
internal sealed class OrdinarySession(CoupleScript script, ulong seed)
{
    public string Technique(int session) => script.Techniques[(session - 1) % script.Techniques.Length];

    public CheckInAnswers Answers(int session, Partner partner)
    {
        var usual = Usual(partner);
        var share = script.Sessions == 1 ? 0 : (session - 1.0) / (script.Sessions - 1);
        var level = (int)Math.Round(usual.From + ((usual.To - usual.From) * share), MidpointRounding.AwayFromZero);
        var odd = usual.NeverVary ? -1 : Chance(session, partner, What.OddItem, 4);
        var step = Chance(session, partner, What.Step, 2) == 0 ? -1 : 1;
        return new CheckInAnswers
        {
            Task = Rating(level + (odd == 0 ? step : 0)),
            Goal = Rating(level + (odd == 1 ? step : 0)),
            Bond = Rating(level + (odd == 2 ? step : 0)),
            Fairness = usual.Fairness,
            Safety = Rating(level + (usual.NeverVary ? 0 : Chance(session, partner, What.Safety, 2))),
            WithinCouple = session % 2 == 1 ? Rating(usual.NeverVary ? level : 3 + Chance(session, partner, What.WithinCouple, 3)) : null,
            Tension = new TensionAnswer { Any = false },
            Care = usual.Care[(session - 1) % usual.Care.Length],
            Expectation = InPart(usual.Expects, session),
            SinceLastTime = session % 2 == 0 ? (SinceLastTimeAnswer)(1 + Chance(session, partner, What.SinceLastTime, 2)) : null,
        };
    }

    public WriteDebrief Debrief(int session, CheckInAnswers? a, CheckInAnswers? b) => new()
    {
        Session = session,
        A = Seen(session, Partner.A, a),
        B = Seen(session, Partner.B, b),
        Own = new OwnPart { WithA = Presence.WithThem, WithB = Presence.WithThem, AtCentre = Centre.TheCouple, GotCare = CareGiven.Both },
    };

    // The therapist sees about what was answered, and the bond a little better than it is now and then.
    private PartnerPart Seen(int session, Partner partner, CheckInAnswers? answered) => new()
    {
        Task = answered?.Task,
        Goal = answered?.Goal,
        GuessedBond = answered?.Bond is { } bond ? Rating(bond + Chance(session, partner, What.Guess, 2)) : null,
        Tension = false,
        SharedView = Usual(partner).SharedView is { IsEmpty: false } seen ? InPart(seen, session) : null,
    };

    private OrdinaryAnswers Usual(Partner partner) => partner == Partner.A ? script.OfA : script.OfB;

    private T InPart<T>(ImmutableArray<T> parts, int session) => parts[(session - 1) * parts.Length / script.Sessions];

    private static int Rating(int rating) => Math.Clamp(rating, 1, 7);

    // Counted, not drawn: each question has a number of its own, whatever was asked before (SplitMix64's finaliser).
    private int Chance(int session, Partner partner, What what, int choices)
    {
        var bits = seed + ((ulong)script.Id.Value.ToByteArray()[^1] << 32) + ((ulong)session << 16) + ((ulong)partner << 8) + (ulong)what;
        bits *= 0x9E37_79B9_7F4A_7C15UL;
        bits = (bits ^ (bits >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
        bits = (bits ^ (bits >> 27)) * 0x94D0_49BB_1331_11EBUL;
        return (int)((bits ^ (bits >> 31)) % (ulong)choices);
    }

    private enum What
    {
        OddItem = 1,
        Step = 2,
        Safety = 3,
        WithinCouple = 4,
        SinceLastTime = 5,
        Guess = 6,
    }
}
