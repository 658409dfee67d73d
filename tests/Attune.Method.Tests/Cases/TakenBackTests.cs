using System.Text.RegularExpressions;
using Attune.Method.Cases;

namespace Attune.Method.Tests.Cases;

public sealed partial class TakenBackTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(CaseEvent[] Events, int At)> Slip =
        from events in RandomCourses.Events.Where(events => events.Length > 0)
        from at in Gen.Int[0, events.Length - 1]
        select (events, at);

    public static TheoryData<string> Kinds =>
        [.. GoldenFiles.Kinds.Except(["therapist-introduced.1", "therapist-assessed.1", "own-card-written.1", "resting-rate-taken.1", "taken-back.1"])];

    // Wherever it lies, whatever follows it, and whenever it is noticed.
    [Fact]
    public void Fold_AnEventTakenBack_IsTheCaseWithoutIt() => Slip.Sample(slip =>
        Without(CoupleCase.Fold([.. slip.Events, Back(slip.At + 1, slip.Events[slip.At].Subject)]))
        == Without(CoupleCase.Fold(slip.Events.Where((_, i) => i != slip.At))));

    [Fact]
    public void Fold_TakenBackBeforeMoreIsNoted_IsTheCaseWithoutIt() => Slip.Sample(slip =>
        Without(CoupleCase.Fold([.. slip.Events[..(slip.At + 1)], Back(slip.At + 1, slip.Events[slip.At].Subject), .. slip.Events[(slip.At + 1)..]]))
        == Without(CoupleCase.Fold(slip.Events.Where((_, i) => i != slip.At))));

    [Fact]
    public void Fold_TakenBackAndPutBack_IsTheCaseAsItWas() => Slip.Sample(slip =>
        Without(CoupleCase.Fold([.. slip.Events, Back(slip.At + 1, Subject.Couple), Back(slip.Events.Length + 1, Subject.Couple)]))
        == Without(CoupleCase.Fold(slip.Events)));

    // One by one, as the grain does it, and all at once from the disk.
    [Fact]
    public void Apply_OneByOne_IsTheFoldOfTheWholeLog() => Slip.Sample(slip =>
    {
        CaseEvent[] log = [.. slip.Events, Back(slip.At + 1, Subject.Couple)];
        var couple = new CoupleCase();
        for (var i = 0; i < log.Length; i++)
        {
            couple.Apply(i + 1, CaseJson.Read(CaseJson.Write(log[i])));
        }

        return CaseText.Of(couple) == CaseText.Of(CoupleCase.Fold(log));
    });

    [Theory, MemberData(nameof(Kinds))]
    public void Fold_AnyKindAloneTakenBack_LeavesAnEmptyCase(string kind)
    {
        var happened = GoldenFiles.Event(kind);

        var couple = CoupleCase.Fold([happened, Back(1, happened.Subject)]);

        Assert.Equal(Without(CoupleCase.Fold([])), Without(couple));
        Assert.Equal(2, couple.LastNumber);
        var one = Assert.Single(couple.Recorded);
        Assert.Equal((1, true, At), (one.Number, one.IsTakenBack, one.TakenBackAt!.Value));
    }

    [Theory, InlineData(0), InlineData(2), InlineData(9)]
    public void Fold_NamesNothingThatCameBefore_ChangesNothing(long named)
    {
        var held = new SessionHeld { At = At, Session = 1, StartedAt = At };

        var couple = CoupleCase.Fold([held, Back(named, Subject.Couple)]);

        Assert.NotNull(couple.FindSession(1)!.Held);
        Assert.Null(couple.TakenBackBy(1));
    }

    [Fact]
    public void Fold_RowOfAnErasedPersonBefore_KeepsTheNumbers()
    {
        var couple = new CoupleCase();
        couple.Withhold(1);
        couple.Apply(2, new HopeSeenFading { At = At, Partner = Partner.A, Session = 1 });
        couple.Apply(3, new HopeSeenFading { At = At, Partner = Partner.A, Session = 2 });
        couple.Apply(4, Back(2, Subject.PartnerA));

        Assert.Equal([2], couple[Partner.A].HopeFadedIn);
        Assert.Equal(1, couple.Withheld);
        Assert.Equal(4, couple.TakenBackBy(2));
    }

    // The plan before stands again, under its own number: a later amendment names it.
    [Fact]
    public void Fold_AmendmentTakenBack_LeavesWhatItAmended()
    {
        var couple = CoupleCase.Fold(
        [
            new SessionPlanned { At = At, Session = 1, Aim = "Listen." },
            new SessionPlanned { At = At, Session = 1, Aim = "Talk.", Amends = 1 },
            Back(2, Subject.Couple),
        ]);

        Assert.Equal(("Listen.", 1), (couple.FindSession(1)!.Plan!.Aim, couple.FindSession(1)!.PlanNumber));
    }

    [Fact]
    public void NextOf_LastOneTakenBack_GivesItsNumberToNobody()
    {
        var couple = CoupleCase.Fold(
        [
            new HomeTaskAgreed { At = At, Task = 1, Session = 1, For = RuptureOwner.A, Words = "Walk." },
            new HomeTaskAgreed { At = At, Task = 2, Session = 1, For = RuptureOwner.A, Words = "Talk." },
            Back(2, Subject.PartnerA),
        ]);

        Assert.Equal(3, couple.NextOf<HomeTaskAgreed>(task => task.Task));
        Assert.Equal(1, couple.NextOf<RepairStepTaken>(step => step.Step));
    }

    [Fact]
    public void CheckInSetAside_Answered_IsKeptAndCountsNowhere()
    {
        CaseEvent[] log =
        [
            new CheckInAnswered { At = At, Session = 1, Partner = Partner.B, Answers = ToldCourse.AllAlike(7) },
            new CheckInSetAside { At = At, Session = 1, Partner = Partner.B, Why = "The other one had it." },
        ];
        var side = CoupleCase.Fold(log).FindSession(1)![Partner.B];

        Assert.Null(side.CheckIn);
        Assert.Null(side.AnsweredAt);
        Assert.Equal((7, "The other one had it."), (side.CheckInsSetAside.Single().Answers.Task, side.CheckInsSetAside.Single().Why));

        var anew = CoupleCase.Fold([.. log, new CheckInAnswered { At = At, Session = 1, Partner = Partner.B, Answers = ToldCourse.AllAlike(4) }]);
        Assert.Equal(4, anew.FindSession(1)![Partner.B].CheckIn!.Task);
        Assert.Single(anew.FindSession(1)![Partner.B].CheckInsSetAside);
        Assert.Equal(7, CoupleCase.Fold([.. log, Back(2, Subject.PartnerB)]).FindSession(1)![Partner.B].CheckIn!.Task);
    }

    [Fact]
    public void DebriefPutOff_PartWritten_WaitsUntilTheWhole()
    {
        CaseEvent[] log =
        [
            new PartnerDebriefed { At = At, Session = 1, Partner = Partner.A, Owed = "A call." },
            new TherapistDebriefed { At = At, Session = 1, Note = "Half." },
            new DebriefPutOff { At = At, Session = 1 },
        ];

        Assert.Equal(At, CoupleCase.Fold(log).FindSession(1)!.DebriefPutOffAt);
        Assert.Equal("Half.", CoupleCase.Fold(log).FindSession(1)!.TherapistDebrief!.Note);
        Assert.Null(CoupleCase.Fold([.. log, new TherapistDebriefed { At = At, Session = 1 }]).FindSession(1)!.DebriefPutOffAt);
    }

    private static TakenBack Back(long number, Subject whose) => new() { At = At, Amends = number, Whose = whose };

    /// <summary>The case as text, apart from where in the log each thing stands.</summary>
    private static string Without(CoupleCase couple) => EventNumber().Replace(CaseText.Of(couple), "");

    [GeneratedRegex("\"(\\w+Number)\":\\d+,?")]
    private static partial Regex EventNumber();
}
