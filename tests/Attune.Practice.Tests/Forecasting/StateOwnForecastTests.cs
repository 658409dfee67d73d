using Attune.Method.Anticipation;
using Attune.Method.Cases;
using Attune.Practice.Amending;
using Attune.Practice.Closing;
using Attune.Practice.Couples;
using Attune.Practice.Forecasting;
using Attune.Practice.Holding;
using Attune.Practice.Live;
using Attune.Practice.Safety;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Viewing;

namespace Attune.Practice.Tests.Forecasting;

public sealed class StateOwnForecastTests
{
    private static readonly StateOwnForecast First = new() { Session = 1, OfA = StatedChance.Hardly, OfB = StatedChance.Probably };

    [Fact]
    public void Decide_Both_WritesEachUnderThatPartnersKey()
    {
        var events = Told.Begun().Events(First).Cast<OwnForecastMade>();

        Assert.Equal(
            [(Subject.PartnerA, 1, StatedChance.Hardly), (Subject.PartnerB, 1, StatedChance.Probably)], events.Select(one => (one.Subject, one.Session, one.Chance!.Value)));
    }

    [Fact]
    public void Decide_OnlyOne_LeavesTheOtherOpen() =>
        Assert.Equal([StatedChance.Hardly, null], Told.Begun().Events(First with { OfB = null }).Cast<OwnForecastMade>().Select(one => one.Chance));

    // What was chosen before the button was pressed is not kept.
    [Fact]
    public void Decide_NotToday_IsRememberedWithoutAWord()
    {
        var told = Told.Begun().Do(First with { NotToday = true });

        Assert.All(told.Case.Recorded.Select(one => one.Event).OfType<OwnForecastMade>(), one => Assert.Null(one.Chance));
        Assert.Equal([("FOR002", null)], told.Refusals(First));
        Assert.Equal(OwnForecastStanding.LeftOpen, OwnForecastView.Of(told.Case).Standing);
    }

    [Fact]
    public void Decide_NothingChosen_AsksForOneOrNotToday() => Assert.Equal([("FOR001", "OfA")], Told.Begun().Refusals(new StateOwnForecast { Session = 1 }));

    [Fact]
    public void Decide_NoSuchWord_NamesIt() => Assert.Equal([("PRA021", "OfB")], Told.Begun().Refusals(First with { OfB = (StatedChance)9 }));

    [Fact]
    public void Decide_Twice_IsRefused() => Assert.Equal([("FOR002", null)], Told.Begun().Do(First).Refusals(First with { OfA = StatedChance.Possibly }));

    [Fact]
    public void Decide_AfterItWasTakenBack_IsStillRefused()
    {
        var told = Told.Begun().Do(First);
        told.Do(new TakeBack { Event = told.Number });

        Assert.Null(told.Case.FindSession(1)?[Partner.A].OwnForecast);
        Assert.Null(told.Case.FindSession(1)?[Partner.B].OwnForecast);
        Assert.Equal([("FOR002", null)], told.Refusals(First));
        told.Do(new PutItBack { Event = told.Number - 2 });
        Assert.Equal((StatedChance.Hardly, StatedChance.Probably), OwnForecastView.Of(told.Case) is var view ? (view.OfA, view.OfB) : default);
    }

    [Fact]
    public void Decide_HeldBegunOrClosed_IsTooLate()
    {
        Assert.Equal([("FOR004", null)], Told.Held().Refusals(First));
        Assert.Equal([("FOR004", null)], Told.Begun().Do(new BeginLiveSession { Session = 1 }).Refusals(First));
        Assert.Equal([("FOR004", null)], Told.Begun().Do(new CloseCouple { Reason = ClosingReason.Pause }).Refusals(First));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-3)]
    public void Decide_NotTheNext_IsRefused(int session) => Assert.Equal([("FOR005", null)], Told.Begun().Refusals(First with { Session = session }));

    [Fact]
    public void Decide_FlagUp_IsNotAskedForAndSaysNoReason()
    {
        var told = Told.Begun().Do(new RaiseSafetyFlag { Partner = Partner.B, Concern = SafetyConcern.Violence });

        Assert.Equal([("FOR003", null)], told.Refusals(First));
        Assert.DoesNotContain("flag", ForecastRefusals.SteppedAside.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(OwnForecastStanding.SteppedAside, OwnForecastView.Of(told.Case).Standing);
    }

    [Fact]
    public void View_AfterTheSession_ShowsThePairAndAsksForTheNext()
    {
        var view = OwnForecastView.Of(Told.Begun().Do(First).Do(new HoldSession { Session = 1 }).Case);

        Assert.Equal((2, OwnForecastStanding.ToAsk, null, null), (view.Session, view.Standing, view.OfA, view.OfB));
        Assert.Equal(4, view.Pairs.Length);
        Assert.All(view.Pairs, pair => Assert.Equal((true, WhatCame.Unanswered), (pair.WasAsked, pair.Came)));
    }
}

/// <summary>Through the grain: once for a session, also for two windows at once and after the memory was lost.</summary>
public sealed class OwnForecastGrainTests(SharedPractice shared)
{
    private readonly TestPractice _practice = shared.Practice;

    [Fact]
    public async Task Do_TwoWindowsAtOnce_KeepsTheFirstAlone()
    {
        var (id, couple) = await _practice.OpenCoupleAsync();
        var first = new StateOwnForecast { Session = 1, OfA = StatedChance.Hardly };

        var outcomes = await Task.WhenAll(couple.Do(_practice.Own, first), couple.Do(_practice.Own, first with { OfA = StatedChance.Probably }));

        TestPractice.Done(outcomes[0]);
        Assert.Equal("FOR002", TestPractice.Code(outcomes[1]));
        var view = await _practice.Couple(id).See(_practice.Own, "map");
        Assert.Equal((OwnForecastStanding.Given, StatedChance.Hardly, null), (view.OwnForecast.Standing, view.OwnForecast.OfA, view.OwnForecast.OfB));
    }

    /// <summary>Whatever the therapist expects, what a partner is shown is the same to the byte.</summary>
    [Fact]
    public async Task PartnersForms_WithAndWithoutAForecast_AreTheSame()
    {
        var (id, couple) = await _practice.OpenCoupleAsync();
        TestPractice.Done(await couple.Do(_practice.Own, new HoldSession { Session = 1 }));
        var before = await FormsAsync(id, couple);
        TestPractice.Done(await couple.Do(_practice.Own, new StateOwnForecast { Session = 2, OfA = StatedChance.Probably, OfB = StatedChance.Hardly }));

        Assert.Equal(before, await FormsAsync(id, couple));
    }

    private static async Task<string> FormsAsync(CoupleId id, ICoupleGrain couple)
    {
        var forms = new List<string>();
        foreach (var partner in new[] { Partner.A, Partner.B })
        {
            forms.Add(Wire.Json(await couple.SeeCheckIn(new Viewer.PartnerWithCheckIn(id, partner, 1))));
            forms.Add(Wire.Json(await couple.SeeSelfReport(new Viewer.PartnerWithReport(id, partner))));
        }

        return string.Join('\n', forms);
    }
}
