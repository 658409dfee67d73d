using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.SelfInsight;
using Attune.Practice.Couples;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;

namespace Attune.Practice.Debriefing;

/// <summary>What the therapist saw of one partner. Every part may be left out.</summary>
public sealed record PartnerPart
{
    public int? Task { get; init; }

    public int? Goal { get; init; }

    public int? GuessedBond { get; init; }

    public bool? Tension { get; init; }

    public int? TensionStrength { get; init; }

    public string? Owed { get; init; }

    public Ease? Ease { get; init; }

    public int? SharedView { get; init; }

    /// <summary>Technique code to whether it was too little, right or too much for this partner.</summary>
    public ImmutableSortedDictionary<string, Dose> Doses { get; init; } = ImmutableSortedDictionary<string, Dose>.Empty;

    internal bool IsEmpty => this == new PartnerPart { Doses = Doses } && Doses.IsEmpty;
}

/// <summary>What the therapist saw of themselves.</summary>
public sealed record OwnPart
{
    public Presence? WithA { get; init; }

    public Presence? WithB { get; init; }

    public Centre? AtCentre { get; init; }

    public CareGiven? GotCare { get; init; }

    public ImmutableArray<EpisodeReflection> Episodes { get; init; } = [];

    /// <summary>What was said openly, of the transparency list.</summary>
    public ImmutableArray<string> Transparency { get; init; } = [];

    /// <summary>Curious, open, accepting, loving: how far each was there, 0 to 3.</summary>
    public ImmutableSortedDictionary<string, int> Coal { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    public string? Note { get; init; }

    internal bool IsEmpty => Episodes.IsEmpty && Transparency.IsEmpty && Coal.IsEmpty
        && this == new OwnPart { Episodes = Episodes, Transparency = Transparency, Coal = Coal };
}

/// <summary>
/// The two minutes after a session: three events, each under the key of the one whom it is about. "Far from" or "too close to" a partner is an own
/// reaction beside them (<see cref="PresenceReactions"/>).
/// </summary>
public sealed record WriteDebrief : CoupleCommand
{
    public required int Session { get; init; }

    public PartnerPart A { get; init; } = new();

    public PartnerPart B { get; init; } = new();

    public OwnPart Own { get; init; } = new();

    /// <summary>
    /// The rest comes later: what is there is kept as the same three events, each under its own key, and the debrief waits. A draft of its own would
    /// hold words about three people under one key. A part in which nothing was said is not written.
    /// </summary>
    public bool Later { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (couple.FindSession(Session) is not { Held: not null } session)
            return Decision.No(SessionRules.NotHeld(Session));
        if (Stale(Math.Max(session.TherapistDebriefNumber, Math.Max(session[Partner.A].DebriefNumber, session[Partner.B].DebriefNumber))))
            return Decision.No(CommonRefusals.ChangedMeanwhile);
        var check = Check(Check(new Check(), A, "A"), B, "B")
            .Defined(Own.WithA, "Own.WithA", "Whether you were with A")
            .Defined(Own.WithB, "Own.WithB", "Whether you were with B")
            .Defined(Own.AtCentre, "Own.AtCentre", "Who was at the centre")
            .Defined(Own.GotCare, "Own.GotCare", "Who got care")
            .NotLonger(Own.Note, 4_000, "Note", "The note");
        foreach (var (word, degree) in Own.Coal)
            check.Within(degree, 0, 3, $"Coal.{word}", "How far it was there");
        return check.Fails
            ? Decision.No(check.Why)
            : Decision.Record(Later ? SoFar(couple, session, at) : Whole(couple, session, at));
    }

    private CaseEvent[] Whole(CoupleCase couple, TherapySession session, DateTimeOffset at) =>
    [
        About(Partner.A, A, session, at),
        About(Partner.B, B, session, at),
        AboutMyself(session, at),
        .. PresenceReactions.Events(couple, Session, Own.WithA, Own.WithB, at),
    ];

    // What was there before is written anew also when it is empty now: else a word that was taken out would stand again.
    private CaseEvent[] SoFar(CoupleCase couple, TherapySession session, DateTimeOffset at)
    {
        CaseEvent?[] parts =
        [
            A.IsEmpty && session[Partner.A].Debrief is null ? null : About(Partner.A, A, session, at),
            B.IsEmpty && session[Partner.B].Debrief is null ? null : About(Partner.B, B, session, at),
            Own.IsEmpty && session.TherapistDebrief is null ? null : AboutMyself(session, at),
            .. PresenceReactions.Events(couple, Session, Own.WithA, Own.WithB, at),
            new DebriefPutOff { At = at, Session = Session },
        ];
        return [.. parts.OfType<CaseEvent>()];
    }

    private TherapistDebriefed AboutMyself(TherapySession session, DateTimeOffset at) => new()
    {
        At = at,
        Amends = session.TherapistDebriefNumber is 0 ? null : session.TherapistDebriefNumber,
        Session = Session,
        WithA = Own.WithA,
        WithB = Own.WithB,
        AtCentre = Own.AtCentre,
        GotCare = Own.GotCare,
        Episodes = Own.Episodes,
        Transparency = Own.Transparency,
        Coal = Own.Coal,
        Note = Own.Note,
    };

    private static Check Check(Check check, PartnerPart part, string partner) => check
        .Within(part.Task, 1, 7, $"{partner}.Task", "The task rating")
        .Within(part.Goal, 1, 7, $"{partner}.Goal", "The goal rating")
        .Within(part.GuessedBond, 1, 7, $"{partner}.GuessedBond", "The guess")
        .Within(part.TensionStrength, 1, 5, $"{partner}.TensionStrength", "The strength of the tension")
        .Defined(part.Ease, $"{partner}.Ease", "How easy it was to feel with them")
        .Within(part.SharedView, 0, 10, $"{partner}.SharedView", "The shared view")
        .NotLonger(part.Owed, 1_000, $"{partner}.Owed", "What you owe");

    private PartnerDebriefed About(Partner partner, PartnerPart part, TherapySession session, DateTimeOffset at) => new()
    {
        At = at,
        Amends = session[partner].DebriefNumber is 0 ? null : session[partner].DebriefNumber,
        Session = Session,
        Partner = partner,
        Task = part.Task,
        Goal = part.Goal,
        GuessedBond = part.GuessedBond,
        Tension = part.Tension,
        TensionStrength = part.TensionStrength,
        Owed = string.IsNullOrWhiteSpace(part.Owed) ? null : part.Owed.Trim(),
        Ease = part.Ease,
        SharedView = part.SharedView,
        Doses = part.Doses,
    };
}
