using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Cases;

/// <summary>Random events beside the check-ins and the steps of a repair: assessment, safety, expectations, marks, own reactions, endings.</summary>
internal static class RandomEvents
{
    private static readonly Gen<Partner> Someone = Gen.Enum<Partner>();
    private static readonly Gen<int> Session = Gen.Int[0, 6];
    private static readonly Gen<int> Count = Gen.Int[1, 3];
    private static readonly Gen<string> Words = Gen.String[Gen.Char['a', 'z'], 0, 8];

    private static readonly Gen<DateTimeOffset> Time =
        Gen.Int[0, 500_000].Select(minutes => new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero).AddMinutes(minutes));

    private static readonly Gen<RecordingId> Recording = Count.Select(number => new RecordingId(new Guid(number, 0, 0x7000, 0x81, 0, 0, 0, 0, 0, 0, 0)));

    private static readonly Gen<LiveId> LiveOne = Count.Select(number => new LiveId(new Guid(number, 0, 0x7000, 0x82, 0, 0, 0, 0, 0, 0, 0)));

    private static readonly Gen<TimeSpan> Into = Gen.Int[0, 3_600].Select(seconds => TimeSpan.FromSeconds(seconds));

    public static Gen<CaseEvent> Assessing { get; } = Gen.OneOf<CaseEvent>(
        Gen.Select(Time, Gen.Double[0, 20], Someone).Select((at, years, first) =>
            (CaseEvent)new CoupleAssessed { At = at, YearsOfDistress = years, ModeOfA = "angry-child", ModeOfB = "detached-protector", MovesFirst = first }),
        Gen.Select(Time, Someone, Gen.Int[0, 2].Select(at => new[] { "ed", "ma", "sb" }[at]), Words).Select((at, who, schema, mode) =>
            (CaseEvent)new OwnChainSet { At = at, Partner = who, EarlySchema = schema, Chain = new OwnChain { CopingMode = mode } }),
        Gen.Select(Time, Someone, Count, Gen.Enum<ExpectationOf>(), Words).Select((at, who, number, of, words) =>
            (CaseEvent)new TherapyExpectationVoiced { At = at, Partner = who, Expectation = number, Of = of, Words = words }),
        Gen.Select(Time, Someone, Count, Gen.Enum<ExpectationReply>(), Session).Select((at, who, number, reply, session) =>
            (CaseEvent)new TherapyExpectationAnswered { At = at, Partner = who, Expectation = number, Reply = reply, Session = session }),
        Gen.Select(Time, Someone, Gen.Bool, Gen.Enum<SafetyConcern>()).Select((at, who, alone, concern) =>
            (CaseEvent)new SafetyScreened { At = at, Partner = who, Alone = alone, Concerns = [concern] }),
        Gen.Select(Time, Someone, Gen.Enum<SafetyConcern>()).Select((at, who, concern) =>
            (CaseEvent)new SafetyFlagRaised { At = at, Partner = who, Concern = concern }),
        Gen.Select(Time, Someone, Gen.Enum<SafetyConcern>()).Select((at, who, concern) =>
            (CaseEvent)new SafetyFlagLowered { At = at, Partner = who, Concern = concern }));

    public static Gen<CaseEvent> AroundSessions { get; } = Gen.OneOf<CaseEvent>(
        Gen.Select(Time, Session, Gen.Enum<MissedHow>(), Gen.Enum<RuptureOwner>()).Select((at, session, how, whose) =>
            (CaseEvent)new SessionMissed { At = at, AfterSession = session, How = how, Whose = whose }),
        Gen.Select(Time, Someone, Session, Words).Select((at, who, session, words) =>
            (CaseEvent)new ContinuingDoubted { At = at, Partner = who, Session = session, Words = words }),
        Gen.Select(Time, Someone, Session).Select((at, who, session) => (CaseEvent)new HopeSeenFading { At = at, Partner = who, Session = session }),
        Gen.Select(Time, Count, Session, Gen.Enum<RuptureOwner>()).Select((at, task, session, whose) =>
            (CaseEvent)new HomeTaskAgreed { At = at, Task = task, Session = session, For = whose, Words = "listen" }),
        Gen.Select(Time, Count, Someone, Gen.Enum<HomeTaskOutcome>()).Select((at, task, who, outcome) =>
            (CaseEvent)new HomeTaskReviewed { At = at, Task = task, Partner = who, Session = 2, Outcome = outcome }),
        Gen.Select(Time, Someone, Session, Session).Select((at, who, promised, session) =>
            (CaseEvent)new PromiseKept { At = at, Partner = who, PromisedInSession = promised, Session = session }),
        Gen.Select(Time, Session, Gen.Enum<ClosingReason>()).Select((at, session, reason) =>
            (CaseEvent)new CoupleClosed { At = at, AfterSession = session, Reason = reason }),
        Gen.Select(Time, Someone, Gen.Enum<ClosingReason>()).Select((at, who, reason) =>
            (CaseEvent)new PartnerSaidWhyClosed { At = at, Partner = who, Reason = reason }),
        Gen.Select(Time, Someone, Session, Gen.Int[0, 1], Gen.Int[-1, 40]).Select((at, who, session, which, score) => (CaseEvent)new MeasureScored
        {
            At = at,
            Partner = who,
            Session = session,
            Measure = $"m{which}",
            Name = "A measure",
            LowestScore = 0,
            HighestScore = 40,
            Score = score < 0 ? null : score,
        }),
        Gen.Select(Time, Someone, Session, Gen.Int[0, 5]).Select((at, who, session, chance) =>
            (CaseEvent)new OwnForecastMade { At = at, Partner = who, Session = session, Chance = chance == 0 ? null : (StatedChance)chance }),
        Time.Select(at => (CaseEvent)new CoupleReopened { At = at }));

    public static Gen<CaseEvent> OwnSide { get; } = Gen.OneOf<CaseEvent>(
        Gen.Select(Time, Session, Count, Gen.Enum<ReactionToward>(), Gen.Enum<Involvement>().Where(one => one != Involvement.Steady)).Select((at, session, number, toward, direction) => (CaseEvent)new OwnReactionNoted
        {
            At = at,
            Session = session,
            Reaction = number,
            Toward = toward,
            Direction = direction,
        }),
        Gen.Select(Time, Count, Gen.Bool).Select((at, number, held) => (CaseEvent)new FeelingGuessSettled { At = at, Reaction = number, Confirmed = held }),
        Gen.Select(Time, Count, Gen.Int[0, 2], Words).Select((at, number, who, words) =>
            (CaseEvent)new ReactionTraced { At = at, Reaction = number, Partner = who == 0 ? null : (Partner)who, Words = words }),
        Gen.Select(Time, Session, Someone, Gen.Enum<MarkKind>(), Words).Select((at, session, who, kind, code) =>
            (CaseEvent)new MarkPlaced { At = at, Session = session, Partner = who, Kind = kind, Code = code }));

    public static Gen<CaseEvent> Noting { get; } = Gen.OneOf<CaseEvent>(
        Gen.Select(Time, Session, Count, Gen.Enum<Subject>(), Words).Select((at, session, note, about, words) =>
            (CaseEvent)new SessionNoteWritten { At = at, Session = session, Note = note, About = about, Words = words }),
        Gen.Select(Time, Session, Words).Select((at, session, code) => (CaseEvent)new TechniqueTakenUp { At = at, Session = session, Technique = code }),
        Gen.Select(Time, Session, Gen.Enum<Centre>()).Select((at, session, centre) => (CaseEvent)new CentreNoted { At = at, Session = session, Centre = centre }),
        Gen.Select(Time, Session).Select((at, session) => (CaseEvent)new DebriefPutOff { At = at, Session = session }),
        Gen.Select(Time, Session, Someone, Words).Select((at, session, who, why) =>
            (CaseEvent)new CheckInSetAside { At = at, Session = session, Partner = who, Why = why }));

    public static Gen<CaseEvent> WhileLive { get; } = Gen.OneOf<CaseEvent>(
        Gen.Select(Time, Session, LiveOne).Select((at, session, live) => (CaseEvent)new LiveSessionBegun { At = at, Session = session, Live = live, StartedAt = at }),
        Gen.Select(Time, Session, LiveOne, Gen.Bool).Select((at, session, live, kept) => (CaseEvent)new LiveSessionEnded { At = at, Session = session, Live = live, Kept = kept }),
        Gen.Select(Time, Session, Gen.Enum<HeartOf>(), Recording, Into).Select((at, session, heart, recording, into) => (CaseEvent)new HeartHeard
        {
            At = at,
            Session = session,
            Heart = heart,
            Recording = recording,
            StartsInto = into,
            Duration = TimeSpan.FromMinutes(40),
            Beats = 2_800,
            States = [new(into, into + TimeSpan.FromMinutes(40), HeartState.Quiet)],
        }),
        Gen.Select(Time, Session, Gen.Enum<HeartOf>(), Recording, Gen.Int[-600, 600]).Select((at, session, heart, recording, by) =>
            (CaseEvent)new HeartShifted { At = at, Session = session, Heart = heart, Recording = recording, By = TimeSpan.FromSeconds(by) }),
        Gen.Select(Time, Session, Gen.Enum<OwnStateKind>(), Words, Into).Select((at, session, kind, code, into) =>
            (CaseEvent)new OwnStateNoted { At = at, Session = session, Kind = kind, Code = code, Into = into }),
        Gen.Select(Time, Session, Into, Gen.Enum<SteadyingEnd>(), Gen.Enum<FeelingOf>()).Select((at, session, into, ended, whose) => (CaseEvent)new SteadyingPractised
        {
            At = at,
            Session = session,
            Into = into,
            Lasting = TimeSpan.FromSeconds(90),
            Exercise = "breathing",
            Ended = ended,
            WhoseFeeling = whose,
        }),
        Gen.Select(Time, Someone, Gen.Bool).Select((at, who, agreed) => (CaseEvent)new PartnerHeartAgreed { At = at, Partner = who, Agreed = agreed }));

    public static Gen<CaseEvent> AfterRepair(Gen<RuptureId> rupture) => Gen.OneOf<CaseEvent>(
        Gen.Select(Time, rupture, Gen.Enum<RuptureOwner>()).Select((at, id, owner) => (CaseEvent)new RepairClaimWithdrawn { At = at, Rupture = id, Owner = owner }),
        Gen.Select(Time, rupture, Words).Select((at, id, words) =>
            (CaseEvent)new RuptureStoryWritten { At = at, Rupture = id, Owner = RuptureOwner.A, Story = new RuptureStory(words, words, words) }),
        Gen.Select(Time, rupture, Someone, Gen.Enum<StoryFit>()).Select((at, id, who, fit) =>
            (CaseEvent)new RuptureStoryAnswered { At = at, Rupture = id, Partner = who, Fit = fit }),
        Gen.Select(Time, rupture, Someone, Gen.Enum<ReuseAnswer>()).Select((at, id, who, answer) =>
            (CaseEvent)new RepairReused { At = at, Rupture = id, Partner = who, Session = 3, Answer = answer }));
}
