using Attune.Method.Alliance;
using Attune.Method.Anticipation;
using Attune.Method.Cases;

namespace Attune.Method.Tests.Anticipation;

public sealed class OwnForecastsTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Probability_EachWord_IsItsNaturalFrequencyAndRises()
    {
        var chances = StatedChances.All.ToArray();

        Assert.Equal(Enum.GetValues<StatedChance>(), chances);
        Assert.Equal([0.05, 0.1, 0.25, 0.5, 0.75], chances.Select(chance => chance.Probability()));
        Assert.All(chances, chance => Assert.Equal(chance.Probability(), (double)chance.Frequency().Of / chance.Frequency().Sessions));
        Assert.Throws<ArgumentOutOfRangeException>(() => default(StatedChance).Probability());
        Assert.Throws<ArgumentOutOfRangeException>(() => default(StatedChance).Frequency());
    }

    [Fact]
    public void StandingOf_NextSession_IsAskedUntilItWasAnsweredOrLeftOpen()
    {
        Assert.Equal(OwnForecastStanding.ToAsk, Standing([], 1));
        Assert.Equal(OwnForecastStanding.Given, Standing([Made(1, Partner.A, null), Made(1, Partner.B, StatedChance.Hardly)], 1));
        Assert.Equal(OwnForecastStanding.LeftOpen, Standing([Made(1, Partner.A, null), Made(1, Partner.B, null)], 1));
        Assert.Equal(OwnForecastStanding.ToAsk, Standing([Made(1, Partner.A, null), Held(1)], 2));
    }

    /// <summary>The program's words have been seen since: a second answer would not be compared fairly.</summary>
    [Fact]
    public void StandingOf_TakenBack_IsNotAskedAgainAndCountsNowhere()
    {
        CaseEvent[] told = [Made(1, Partner.A, StatedChance.Probably), Back(1, Subject.PartnerA), Held(1)];

        Assert.Equal(OwnForecastStanding.LeftOpen, Standing(told, 1));
        Assert.Equal((true, null), Pair(told, Partner.A, TensionReporter.Partner) is var pair ? (pair.WasAsked, pair.Chance) : default);
        Assert.Equal(OwnForecastStanding.Given, Standing([.. told, Back(2, Subject.PartnerA)], 1));
    }

    [Fact]
    public void StandingOf_BegunHeldAnsweredOrClosed_IsTooLate()
    {
        var live = new LiveId(Guid.Empty);
        var begun = new LiveSessionBegun { At = At, Session = 1, Live = live, StartedAt = At };

        Assert.Equal(OwnForecastStanding.TooLate, Standing([Held(1)], 1));
        Assert.Equal(OwnForecastStanding.TooLate, Standing([Answered(1, Partner.B, null)], 1));
        Assert.Equal(OwnForecastStanding.TooLate, Standing([new CheckInPutOff { At = At, Session = 1, Partner = Partner.A }], 1));
        Assert.Equal(OwnForecastStanding.TooLate, Standing([Answered(1, Partner.A, true), new CheckInSetAside { At = At, Session = 1, Partner = Partner.A, Why = "Bo" }], 1));
        Assert.Equal(OwnForecastStanding.TooLate, Standing([begun], 1));
        Assert.Equal(OwnForecastStanding.ToAsk, Standing([begun, new LiveSessionEnded { At = At, Session = 1, Live = live, Kept = false }], 1));
        Assert.Equal(OwnForecastStanding.TooLate, Standing([new CoupleClosed { At = At, AfterSession = 0, Reason = ClosingReason.Pause }], 1));
    }

    [Fact]
    public void StandingOf_FlagUp_StepsAsideAndKeepsWhatWasSaid()
    {
        var flag = new SafetyFlagRaised { At = At, Partner = Partner.B, Concern = SafetyConcern.Violence };

        Assert.Equal(OwnForecastStanding.SteppedAside, Standing([flag], 1));
        Assert.Equal(OwnForecastStanding.Given, Standing([Made(1, Partner.A, StatedChance.Hardly), flag], 1));
        Assert.Equal(OwnForecastStanding.ToAsk, Standing([flag, new SafetyFlagLowered { At = At, Partner = Partner.B, Concern = SafetyConcern.Violence }], 1));
    }

    [Fact]
    public void Pairs_EachReporter_IsHeldAgainstWhatThatOneTold()
    {
        CaseEvent[] told =
        [
            Made(1, Partner.A, StatedChance.Possibly), Made(1, Partner.B, null), Held(1),
            Answered(1, Partner.A, true), Answered(1, Partner.B, false),
            new PartnerDebriefed { At = At, Session = 1, Partner = Partner.A, Tension = false },
        ];

        Assert.Equal(
            [
                new OwnForecastPair(1, Partner.A, TensionReporter.Partner, true, StatedChance.Possibly, WhatCame.Told),
                new OwnForecastPair(1, Partner.A, TensionReporter.Therapist, true, StatedChance.Possibly, WhatCame.NotTold),
                new OwnForecastPair(1, Partner.B, TensionReporter.Partner, true, null, WhatCame.NotTold),
                new OwnForecastPair(1, Partner.B, TensionReporter.Therapist, true, null, WhatCame.Unanswered),
            ],
            OwnForecasts.Pairs(CoupleCase.Fold(told)));
    }

    [Fact]
    public void Pairs_NoAnswerToThatQuestion_IsUnansweredAndNeverNotTold()
    {
        Assert.Equal(WhatCame.Unanswered, Pair([Held(1)], Partner.A, TensionReporter.Partner).Came);
        Assert.Equal(WhatCame.Unanswered, Pair([Held(1), Answered(1, Partner.A, null)], Partner.A, TensionReporter.Partner).Came);
        Assert.Equal(WhatCame.Unanswered,
            Pair([Held(1), Answered(1, Partner.A, true), new CheckInSetAside { At = At, Session = 1, Partner = Partner.A, Why = "Bo" }], Partner.A, TensionReporter.Partner).Came);
    }

    [Fact]
    public void Pairs_NotHeldYet_AreNone() => Assert.Empty(OwnForecasts.Pairs(CoupleCase.Fold([Made(1, Partner.A, StatedChance.Hardly)])));

    /// <summary>One of the two is erased: nothing of that one is left, and the other's stays as it was.</summary>
    [Fact]
    public void Pairs_PartErased_LeaveTheOthers()
    {
        var couple = new CoupleCase();
        couple.Withhold(1);
        couple.Apply(2, Made(1, Partner.B, StatedChance.Hardly));
        couple.Apply(3, Held(1));

        Assert.Equal([(false, null), (true, StatedChance.Hardly)],
            OwnForecasts.Pairs(couple).Where(pair => pair.Reporter == TensionReporter.Partner).Select(pair => (pair.WasAsked, pair.Chance)));
        Assert.Equal(OwnForecastStanding.Given, OwnForecasts.StandingOf(couple, 1));
    }

    private static OwnForecastStanding Standing(CaseEvent[] told, int session) => OwnForecasts.StandingOf(CoupleCase.Fold(told), session);

    private static OwnForecastPair Pair(CaseEvent[] told, Partner partner, TensionReporter reporter) =>
        Assert.Single(OwnForecasts.Pairs(CoupleCase.Fold(told)), pair => pair.Partner == partner && pair.Reporter == reporter);

    private static OwnForecastMade Made(int session, Partner partner, StatedChance? chance) => new() { At = At, Session = session, Partner = partner, Chance = chance };

    private static SessionHeld Held(int session) => new() { At = At, Session = session, StartedAt = At };

    private static CheckInAnswered Answered(int session, Partner partner, bool? tension) => new()
    {
        At = At,
        Session = session,
        Partner = partner,
        Answers = new CheckInAnswers { Task = 5, Tension = tension is { } any ? new TensionAnswer { Any = any } : null },
    };

    private static TakenBack Back(long number, Subject whose) => new() { At = At, Amends = number, Whose = whose };
}
