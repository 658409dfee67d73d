using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Assessing;
using Attune.Practice.Couples;
using Attune.Practice.Repairing;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Repairing;

public sealed class RuptureCommandsTests
{
    private static readonly RuptureFormulation Muddled = new()
    {
        Areas = [RuptureArea.Task],
        PrimaryArea = RuptureArea.Bond,
        EarlySchemas = ["ed"],
        PrimarySchema = "ma",
        Need = new string('x', 1_001),
    };

    [Fact]
    public void NoteRupture_MuddledAndNotOffered_SaysAllAtOnce() => Assert.Equal(
        [("RUP003", "PrimaryArea"), ("RUP004", "PrimarySchema"), ("PRA022", "Need"), ("PRA021", "Owner"), ("PRA021", "Source")],
        Told.Held().Refusals(Note() with { Owner = (RuptureOwner)4, Source = default, Formulation = Muddled }));

    // Each numbers their own: the first of A is not the first of B, and both together have none.
    [Theory]
    [InlineData(RuptureOwner.A, 1, false)]
    [InlineData(RuptureOwner.A, 2, true)]
    [InlineData(RuptureOwner.B, 1, true)]
    [InlineData(RuptureOwner.Both, 1, true)]
    public void NoteRupture_Expectation_IsOneOfTheOwners(RuptureOwner owner, int expectation, bool refused)
    {
        var told = Told.Held();
        told.Do(new VoiceExpectation { Partner = Partner.A, Of = ExpectationOf.Therapist, Words = "To be asked first." });

        var command = Note() with { Owner = owner, Formulation = new() { Expectation = expectation } };

        if (refused)
            Assert.Equal([("RUP016", "Expectation")], told.Refusals(command));
        else
            Assert.Equal(expectation, told.Event<RuptureNoted>(command).Formulation.Expectation);
    }

    [Fact]
    public void NoteRupture_SessionNotHeld_IsRefused() => Assert.Equal([("PLN002", null)], Told.Held().Refusals(Note() with { Session = 2 }));

    [Fact]
    public void NoteRupture_Twice_IsRefused() => Assert.Equal([("RUP002", null)], Told.Ruptured().Refusals(Note()));

    [Theory]
    [InlineData(RuptureOwner.A, Subject.PartnerA)]
    [InlineData(RuptureOwner.B, Subject.PartnerB)]
    [InlineData(RuptureOwner.Both, Subject.Couple)]
    public void NoteRupture_Owner_DecidesTheKey(RuptureOwner owner, Subject subject) =>
        Assert.Equal(subject, Told.Held().Event<RuptureNoted>(Note() with { Owner = owner }).Subject);

    [Fact]
    public void EveryRuptureCommand_UnknownRupture_IsRefused()
    {
        RuptureCommand[] commands =
        [
            new ReformulateRupture { Rupture = Told.Rupture, Formulation = new() }, new SetRuptureAside { Rupture = Told.Rupture },
            Step(RepairStepKind.Explored), new ClaimRepair { Rupture = Told.Rupture, Session = 1 }, new TellInTheRoom { Rupture = Told.Rupture, Session = 1 },
        ];

        Assert.All(commands, command => Assert.Equal([("RUP001", null)], Told.Held().Refusals(command)));
    }

    [Fact]
    public void ReformulateRupture_Muddled_IsRefused() => Assert.Equal(
        [("RUP003", "PrimaryArea"), ("RUP004", "PrimarySchema"), ("PRA022", "Need")],
        Told.Ruptured().Refusals(new ReformulateRupture { Rupture = Told.Rupture, Formulation = Muddled }));

    [Fact]
    public void ReformulateRupture_ReformulatedMeanwhile_IsStale()
    {
        var told = Told.Ruptured();
        var seen = told.Number;
        var command = new ReformulateRupture { Rupture = Told.Rupture, Formulation = new() { Need = "to be asked" }, BasedOn = seen };

        Assert.Equal(5, told.Do(Step(RepairStepKind.Explored)).Event<RuptureReformulated>(command).Amends);
        Assert.Equal([(Told.Stale, null)], told.Do(command).Refusals(command));
    }

    [Fact]
    public void SetRuptureAside_LongReason_IsRefused() =>
        Assert.Equal([("PRA022", "Why")], Told.Ruptured().Refusals(new SetRuptureAside { Rupture = Told.Rupture, Why = new string('x', 1_001) }));

    /// <summary>Planning may advise an order; what happened in the room is taken down as it happened.</summary>
    [Fact]
    public void TakeRepairStep_AnyOrderAndRepeats_AreAllTaken() => Gen.Enum<RepairStepKind>().Array[1, 30].Sample(kinds =>
    {
        var told = Told.Ruptured();
        foreach (var kind in kinds)
            told.Do(Step(kind));
        var steps = told.Case.FindRupture(Told.Rupture)!.Steps;
        Assert.Equal(kinds, steps.Select(step => step.Kind));
        Assert.Equal(Enumerable.Range(1, kinds.Length), steps.Select(step => step.Number));
    }, iter: 50);

    [Fact]
    public void TakeRepairStep_AfterSetAsideAndClaim_IsStillTaken()
    {
        var told = Told.Ruptured().Do(new ClaimRepair { Rupture = Told.Rupture, Session = 1 }).Do(new SetRuptureAside { Rupture = Told.Rupture });

        told.Event<RepairStepTaken>(Step(RepairStepKind.Steadied));
    }

    [Theory]
    [InlineData(RuptureOwner.A, Partner.B, Subject.PartnerA, Subject.PartnerB)]
    [InlineData(RuptureOwner.B, Partner.A, Subject.PartnerB, Subject.PartnerA)]
    public void TakeRepairStep_WitnessNoted_LiesUnderTheWitnessKey(RuptureOwner owner, Partner witness, Subject ofStep, Subject ofWitness)
    {
        var events = Told.Ruptured(owner).Events(Step(RepairStepKind.Explored) with { Witness = WitnessReaction.TurnedAway });

        Assert.Equal([ofStep, ofWitness], events.Select(happened => happened.Subject));
        var seen = Assert.IsType<WitnessSeen>(events[1]);
        Assert.Equal((witness, WitnessReaction.TurnedAway, 1), (seen.Witness, seen.Reaction, seen.Step));
    }

    [Fact]
    public void TakeRepairStep_RuptureOfBoth_HasNoWitness() =>
        Told.Ruptured(RuptureOwner.Both).Event<RepairStepTaken>(Step(RepairStepKind.Explored) with { Witness = WitnessReaction.Stayed });

    [Fact]
    public void TakeRepairStep_NotOffered_SaysAllAtOnce() => Assert.Equal(
        [("PRA021", "Kind"), ("PRA021", "Taken"), ("PRA021", "Witness"), ("PRA022", "Note")],
        Told.Ruptured().Refusals(Step(default) with { Taken = (Reception)9, Witness = (WitnessReaction)9, Note = new string('x', 2_001) }));

    [Fact]
    public void StepClaimAndTelling_SessionNotHeld_AreRefused()
    {
        CoupleCommand[] commands =
        [
            Step(RepairStepKind.Explored) with { Session = 2 }, new ClaimRepair { Rupture = Told.Rupture, Session = 2 },
            new TellInTheRoom { Rupture = Told.Rupture, Session = 2 },
        ];

        Assert.All(commands, command => Assert.Equal([("PLN002", null)], Told.Ruptured().Refusals(command)));
    }

    [Fact]
    public void ClaimAndTelling_HeldSession_LieUnderTheOwnersKey()
    {
        Assert.Equal(Subject.PartnerB, Told.Ruptured(RuptureOwner.B).Event<RepairClaimed>(new ClaimRepair { Rupture = Told.Rupture, Session = 1 }).Subject);
        Assert.Equal(Subject.PartnerA, Told.Ruptured().Event<RepairToldInTheRoom>(new TellInTheRoom { Rupture = Told.Rupture, Session = 1 }).Subject);
    }

    private static NoteRupture Note() =>
        new() { Rupture = Told.Rupture, Session = 1, Owner = RuptureOwner.A, Source = RuptureSource.NoticedByTherapist };

    private static TakeRepairStep Step(RepairStepKind kind) => new() { Rupture = Told.Rupture, Session = 1, Kind = kind };
}
