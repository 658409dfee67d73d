using Attune.Method.Cases;

namespace Attune.Method.Tests.Cases;

public sealed class LiveRecordTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly LiveId Live = new(new Guid("01890000-0000-7000-8000-000000000004"));
    private static readonly RecordingId OwnHeart = new(new Guid("01890000-0000-7000-8000-000000000011"));
    private static readonly RecordingId HeartOfB = new(new Guid("01890000-0000-7000-8000-000000000012"));

    [Fact]
    public void Fold_LidClosed_IsEmpty()
    {
        var live = Of(new SessionHeld { At = At, Session = 1, StartedAt = At });

        Assert.Equal((null, 0, null), (live.Now, live.NowNumber, live.Kept));
        Assert.Empty(live.Hearts);
        Assert.Empty(live.OwnStates);
        Assert.Empty(live.Steadyings);
    }

    [Fact]
    public void Fold_Begun_GoesOnUnderItsNumber()
    {
        var live = Of(new SessionPlanned { At = At, Session = 1 }, Begun());

        Assert.Equal((Live, 2L), (live.Now!.Live, live.NowNumber));
        Assert.Null(live.Kept);
    }

    [Fact]
    public void Fold_EndedAndKept_SaysWhatWasKept()
    {
        var live = Of(Begun(), Ended(kept: true));

        Assert.Equal((null, 0L, Live), (live.Now, live.NowNumber, live.Kept!.Live));
    }

    // Begun by mistake, thrown away, and begun anew: the first leaves nothing.
    [Fact]
    public void Fold_ThrownAway_KeepsNothingOfItAndTheOneBefore()
    {
        Assert.Equal((null, null), (Of(Begun(), Ended(kept: false)).Now, Of(Begun(), Ended(kept: false)).Kept));

        var again = Of(Begun(), Ended(kept: true), Begun() with { Live = default }, Ended(kept: false));
        Assert.Equal(Live, again.Kept!.Live);
    }

    [Fact]
    public void Fold_Shifted_MovesTheOneHeartByTheLastWord()
    {
        var live = Of(Heard(HeartOf.Therapist, OwnHeart), Heard(HeartOf.B, HeartOfB), Shifted(HeartOfB, 12), Shifted(HeartOfB, -3), Shifted(default, 40));

        Assert.Equal([(HeartOf.Therapist, 0.0), (HeartOf.B, -3)], live.Hearts.Select(heart => (heart.Heard.Heart, heart.Shift.TotalSeconds)));
    }

    [Fact]
    public void Fold_ShiftTakenBack_LeavesTheOneBefore()
    {
        CaseEvent[] log = [Heard(HeartOf.B, HeartOfB), Shifted(HeartOfB, 12), Shifted(HeartOfB, -3)];

        Assert.Equal(12, Of([.. log, Back(3)]).Hearts.Single().Shift.TotalSeconds);
        Assert.Equal(0, Of([.. log, Back(3), Back(2)]).Hearts.Single().Shift.TotalSeconds);
        Assert.Empty(Of([.. log, Back(1)]).Hearts);
    }

    [Fact]
    public void Fold_StatesAndSteadyings_StandInTheOrderNoted()
    {
        var live = Of(
            new OwnStateNoted { At = At, Session = 1, Kind = OwnStateKind.Sense, Code = "jaw-tight", Into = TimeSpan.FromMinutes(30) },
            new SteadyingPractised { At = At, Session = 1, Into = TimeSpan.FromMinutes(31), Lasting = TimeSpan.FromSeconds(90), Exercise = "breathing", Ended = SteadyingEnd.TimeUp },
            new OwnStateNoted { At = At, Session = 1, Kind = OwnStateKind.Check, Code = "receptive", Into = TimeSpan.FromMinutes(5) });

        Assert.Equal(["jaw-tight", "receptive"], live.OwnStates.Select(one => one.Code));
        Assert.Equal(TimeSpan.FromSeconds(90), live.Steadyings.Single().Lasting);
    }

    [Fact]
    public void Fold_Agreed_IsEachOnesOwnAndTheLastWordHolds()
    {
        var couple = CoupleCase.Fold(
        [
            new PartnerHeartAgreed { At = At, Partner = Partner.A, Agreed = true },
            new PartnerHeartAgreed { At = At, Partner = Partner.A, Agreed = false },
        ]);

        Assert.Equal((false, null), (couple[Partner.A].AgreedToHeart, couple[Partner.B].AgreedToHeart));
    }

    [Fact]
    public void TherapistProfile_Rests_StandOldestFirst()
    {
        var therapist = new TherapistProfile();
        therapist.Apply(1, Rest(66));
        therapist.Apply(2, Rest(70));

        Assert.Equal([66.0, 70], therapist.Rests.Select(rest => rest.MedianBpm));
    }

    private static LiveRecord Of(params CaseEvent[] events) => CoupleCase.Fold(events).FindSession(1)!.Live;

    private static LiveSessionBegun Begun() => new() { At = At, Session = 1, Live = Live, StartedAt = At };

    private static LiveSessionEnded Ended(bool kept) => new() { At = At, Session = 1, Live = Live, Kept = kept };

    private static HeartHeard Heard(HeartOf heart, RecordingId recording) => new()
    {
        At = At,
        Session = 1,
        Heart = heart,
        Recording = recording,
        StartsInto = TimeSpan.FromSeconds(10),
        Duration = TimeSpan.FromMinutes(49),
        Beats = 3_400,
    };

    private static HeartShifted Shifted(RecordingId recording, double seconds) =>
        new() { At = At, Session = 1, Heart = HeartOf.B, Recording = recording, By = TimeSpan.FromSeconds(seconds) };

    private static RestingRateTaken Rest(double median) => new() { At = At, MedianBpm = median, DeviationBpm = 2, Measured = TimeSpan.FromMinutes(2) };

    private static TakenBack Back(long number) => new() { At = At, Amends = number, Whose = Subject.PartnerB };
}
