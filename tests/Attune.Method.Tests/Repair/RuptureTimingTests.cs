using Attune.Method.Cases;
using Attune.Method.Repair;

namespace Attune.Method.Tests.Repair;

public sealed class RuptureTimingTests
{
    private static RuptureTiming Read(RuptureAtHand told) =>
        told.Read((couple, rupture) => RuptureTiming.Of(couple, rupture, RepairJudgement.Of(couple, rupture)));

    [Fact]
    public void Of_OwnedLater_CountsSessionsAndDaysToTheFirst()
    {
        var timing = Read(RuptureAtHand.Of(held: 6)
            .Step(RepairStepKind.Validated, session: 3)
            .Step(RepairStepKind.OwnedWithoutDefence, session: 5)
            .Step(RepairStepKind.OwnedWithoutDefence, session: 4));

        Assert.Equal((new Lapse(1, 7), null, new Lapse(3, 21)), (timing.ToAcknowledgement, timing.ToRepair, timing.Age));
    }

    // Minutes are not known: it was within the session.
    [Fact]
    public void Of_OwnedInTheSameSession_IsZero() =>
        Assert.Equal(new Lapse(0, 0), Read(RuptureAtHand.Of().Step(RepairStepKind.OwnedWithoutDefence)).ToAcknowledgement);

    [Fact]
    public void Of_StepOfAnEarlierSession_AcknowledgesNothing() =>
        Assert.Null(Read(RuptureAtHand.Of().Step(RepairStepKind.OwnedWithoutDefence, session: 2)).ToAcknowledgement);

    [Fact]
    public void Of_SessionWithoutADate_KnowsTheSessionsAlone() =>
        Assert.Equal(new Lapse(2, null), Read(RuptureAtHand.Of(held: 4).Step(RepairStepKind.OwnedWithoutDefence, session: 5)).ToAcknowledgement);

    // To acknowledge is not to repair: each has its own time.
    [Fact]
    public void Of_MendedByTheirOwnAnswers_CountsApartFromTheAcknowledgement()
    {
        var course = Course.Of(Partner.A).Composite(6, 4, 4, 6).Rupture(2).Step(1, RepairStepKind.Explored).Then(new RepairStepTaken
        {
            At = default,
            Rupture = Course.TheRupture,
            Owner = RuptureOwner.A,
            Step = 2,
            Session = 3,
            Kind = RepairStepKind.OwnedWithoutDefence,
        });
        var couple = course.Fold();
        var rupture = couple.FindRupture(Course.TheRupture)!;
        var timing = RuptureTiming.Of(couple, rupture, RepairJudgement.Of(couple, rupture));

        Assert.Equal((new Lapse(1, 7), new Lapse(2, 14)), (timing.ToAcknowledgement, timing.ToRepair));
    }

    [Fact]
    public void Of_ToldInTheRoom_EndsTheTimeToRepair() => Assert.Equal(
        new Lapse(1, 7),
        Read(RuptureAtHand.Of(held: 4).Then(new RepairToldInTheRoom { At = default, Rupture = RuptureAtHand.Id, Owner = RuptureOwner.A, Session = 4 })).ToRepair);
}
