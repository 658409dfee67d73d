using System.Collections.Immutable;
using System.Text;
using Attune.Method.Cases;

namespace Attune.Method.Tests.Cases;

public class FoldTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 15, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void Apply_NumberSkippedOrRepeated_IsRefused()
    {
        var couple = new CoupleCase();
        couple.Apply(1, Planned(1, "first"));
        Assert.Throws<InvalidOperationException>(() => couple.Apply(3, Planned(2, "gap")));
        Assert.Throws<InvalidOperationException>(() => couple.Apply(1, Planned(2, "again")));
        Assert.Equal(1, couple.LastNumber);
    }

    [Fact]
    public void Withhold_UnreadableRow_KeepsTheNumbersInStep()
    {
        var couple = new CoupleCase();
        couple.Withhold(1);
        couple.Apply(2, Planned(1, "aim"));
        Assert.Equal((2, 1), (couple.LastNumber, couple.Withheld));
        Assert.Throws<InvalidOperationException>(() => couple.Withhold(2));
    }

    [Fact]
    public void Apply_Amendment_TheLatestWinsWithItsNumber()
    {
        var couple = CoupleCase.Fold([Planned(1, "first"), Planned(1, "second") with { Amends = 1 }]);
        Assert.Equal(("second", 2), (couple.FindSession(1)!.Plan!.Aim, couple.FindSession(1)!.PlanNumber));
    }

    [Fact]
    public void Sessions_FoldedOutOfOrder_AreInOrderOfTheirNumbers() =>
        Assert.Equal([1, 2, 3], CoupleCase.Fold([Planned(3, ""), Planned(1, ""), Planned(2, "")]).Sessions.Select(s => s.Number));

    [Fact]
    public void Apply_WitnessUnderItsOwnEvent_IsPutToItsStep()
    {
        var course = Course.Of(Partner.A).Rupture(1).Step(1, RepairStepKind.Validated).Step(2, RepairStepKind.Explored, WitnessReaction.Stayed);
        Assert.Equal([null, WitnessReaction.Stayed], course.FoldedRupture().Steps.Select(step => step.Witness));
    }

    [Fact]
    public void Apply_StepOfAnErasedRupture_IsPassedOver() => Assert.Empty(Course.Of(Partner.A).Step(1, RepairStepKind.Validated).Fold().Ruptures);

    [Fact]
    public void Apply_TherapistsOwnEvent_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => CoupleCase.Fold([new TherapistIntroduced { At = At, Name = "Tess" }]));

    [Fact]
    public void Subject_OfAWitness_IsTheWitness() => Assert.Equal(
        Subject.PartnerB,
        new WitnessSeen { At = At, Rupture = Course.TheRupture, Step = 1, Witness = Partner.B, Reaction = WitnessReaction.Stayed }.Subject);

    [Fact]
    public void Fold_WrittenAndReadBack_GivesTheSameCase() => AnyEvent.Array[0, 40].Sample(events =>
        Projection(CoupleCase.Fold(events)) == Projection(CoupleCase.Fold(events.Select(e => CaseJson.Read(CaseJson.Write(e))))));

    private static readonly Gen<int> Number = Gen.Int[1, 6];
    private static readonly Gen<Partner> Someone = Gen.Int[1, 2].Select(i => (Partner)i);
    private static readonly Gen<RuptureOwner> Owner = Gen.Int[1, 3].Select(i => (RuptureOwner)i);
    private static readonly Gen<RuptureId> Rupture = Gen.Byte[1, 3].Select(i => new RuptureId(new Guid(i, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)));
    private static readonly Gen<string> Words = Gen.String[0, 12].Select(text => string.Concat(text.Where(c => !char.IsSurrogate(c))));

    private static readonly Gen<CheckInAnswers> Answers = Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7], Gen.Int[0, 7], Gen.Int[0, 5], Gen.Int[0, 3], Words,
        (task, goal, bond, care, open, words) => new CheckInAnswers
        {
            Task = task == 0 ? null : task,
            Goal = goal == 0 ? null : goal,
            Bond = bond == 0 ? null : bond,
            Care = care == 0 ? null : (CareAnswer)care,
            Expectation = care == 0 ? null : (ExpectationAnswer)care,
            StillOpen = open == 0 ? null : (StillOpenAnswer)open,
            Tension = care < 3 ? null : new TensionAnswer { Any = care == 4, Cleared = care, Words = words, MaySpeak = open == 0 ? null : (SpeakPermission)open },
        });

    private static readonly Gen<CaseEvent> AnyEvent = Gen.OneOf(
        Gen.Select(Number, Words, (s, aim) => (CaseEvent)Planned(s, aim)),
        Number.Select(s => (CaseEvent)new SessionHeld { At = At, Session = s, StartedAt = At.AddDays(s) }),
        Gen.Select(Number, Someone, Answers, (s, p, a) => (CaseEvent)new CheckInAnswered { At = At, Session = s, Partner = p, Answers = a }),
        Gen.Select(Number, Someone, (s, p) => (CaseEvent)new CheckInPutOff { At = At, Session = s, Partner = p }),
        Gen.Select(Someone, Words, (p, name) => (CaseEvent)new PartnerIntroduced { At = At, Partner = p, Name = name }),
        Gen.Select(Someone, Gen.Double[1, 6], (p, score) => (CaseEvent)new PartnerAssessed
        {
            At = At,
            Partner = p,
            EarlySchemas = ImmutableSortedDictionary<string, double>.Empty.Add("ed", score),
        }),
        Gen.Select(Number, Someone, Gen.Bool, (s, p, t) => (CaseEvent)new PartnerDebriefed { At = At, Session = s, Partner = p, Tension = t }),
        Gen.Select(Rupture, Number, Owner, (r, s, o) => (CaseEvent)new RuptureNoted
        {
            At = At,
            Rupture = r,
            Session = s,
            Owner = o,
            Source = RuptureSource.NoticedByTherapist,
        }),
        Gen.Select(Rupture, Owner, Words, (r, o, need) => (CaseEvent)new RuptureReformulated
        {
            At = At,
            Rupture = r,
            Owner = o,
            Formulation = new RuptureFormulation { Need = need, EarlySchemas = ["ma"] },
        }),
        Gen.Select(Rupture, Number, Gen.Int[1, 13], (r, s, k) => (CaseEvent)new RepairStepTaken
        {
            At = At,
            Rupture = r,
            Owner = RuptureOwner.A,
            Step = k,
            Session = s,
            Kind = (RepairStepKind)k,
        }),
        Gen.Select(Rupture, Gen.Int[1, 13], (r, k) => (CaseEvent)new WitnessSeen
        {
            At = At,
            Rupture = r,
            Step = k,
            Witness = Partner.B,
            Reaction = WitnessReaction.JoinedIn,
        }),
        Gen.Select(Rupture, Number, (r, s) => (CaseEvent)new RepairClaimed { At = At, Rupture = r, Owner = RuptureOwner.A, Session = s }));

    private static SessionPlanned Planned(int session, string aim) => new() { At = At, Session = session, Aim = aim, Techniques = ["chair-work"] };

    // Everything that the fold of these kinds shows, as text: lists compare by what is in them.
    private static string Projection(CoupleCase couple)
    {
        var text = new StringBuilder().Append(couple.LastNumber).AppendLine();
        foreach (var partner in Partners.All)
            text.Append(couple[partner].Name).Append(Written(couple[partner].Assessment)).Append(couple[partner].AssessmentNumber).AppendLine();
        foreach (var session in couple.Sessions)
        {
            text.Append(session.Number).Append(Written(session.Plan)).Append(session.PlanNumber).Append(session.Held).AppendLine();
            foreach (var partner in Partners.All)
            {
                var side = session[partner];
                text.Append(side.CheckIn).Append(side.AnsweredAt).Append(side.PutOffAt).Append(side.Debrief).Append(side.DebriefNumber).AppendLine();
            }
        }
        foreach (var rupture in couple.Ruptures)
        {
            text.Append(rupture.Id).Append(rupture.Owner).Append(rupture.Session).Append(rupture.ClaimedInSession).Append(rupture.FormulationNumber)
                .Append(rupture.Formulation.Need).AppendJoin(',', rupture.Formulation.EarlySchemas).AppendJoin(';', rupture.Steps).AppendLine();
        }
        return text.ToString();
    }

    private static string Written(CaseEvent? happened) => happened is null ? "-" : Encoding.UTF8.GetString(CaseJson.Write(happened));
}
