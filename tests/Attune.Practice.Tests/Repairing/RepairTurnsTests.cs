using Attune.Method.Cases;
using Attune.Practice.Debriefing;
using Attune.Practice.Repairing;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Repairing;

/// <summary>What is said about a repair after its steps: how each was taken, a claim taken back, what was kept and what was used.</summary>
public sealed class RepairTurnsTests
{
    private static TakeRepairStep Step => new() { Rupture = Told.Rupture, Session = 1, Kind = RepairStepKind.LinkedToThePast };

    [Fact]
    public void TakeRepairStep_LinkAndDisclosure_KeepTheirDetails()
    {
        var step = Told.Ruptured().Event<RepairStepTaken>(Step with
        {
            LinkFoundBy = LinkFinder.Together,
            LinkSpecific = 3,
            WhoseNeed = DisclosureNeed.OfBoth,
            SaidTo = RuptureOwner.Both,
            Contributions = [RepairContribution.Stayed, RepairContribution.Stayed, RepairContribution.Accepted],
        });

        Assert.Equal((LinkFinder.Together, 3, DisclosureNeed.OfBoth, RuptureOwner.Both), (step.LinkFoundBy, step.LinkSpecific, step.WhoseNeed, step.SaidTo));
        Assert.Equal([RepairContribution.Stayed, RepairContribution.Accepted], step.Contributions);
    }

    [Fact]
    public void TakeRepairStep_DetailsNotOffered_SaysAllAtOnce() => Assert.Equal(
        [("PRA021", "LinkFoundBy"), ("PRA020", "LinkSpecific"), ("PRA021", "WhoseNeed"), ("PRA021", "SaidTo"), ("RUP013", "Contributions")],
        Told.Ruptured().Refusals(Step with { LinkFoundBy = (LinkFinder)9, LinkSpecific = 4, WhoseNeed = (DisclosureNeed)9, SaidTo = (RuptureOwner)9, Contributions = [(RepairContribution)9] }));

    [Fact]
    public void SayHowStepWasTaken_Later_ChangesThatAndNothingElse()
    {
        var told = Told.Ruptured().Do(Step with { Note = "her first teacher", LinkSpecific = 2, Contributions = [RepairContribution.Stayed] });
        var before = told.Case.FindRupture(Told.Rupture)!.Steps[0];
        told.Do(new SayHowStepWasTaken { Rupture = Told.Rupture, Step = 1, Taken = Reception.FeltExplainedAway, Witness = WitnessReaction.TurnedAway });
        var after = Assert.Single(told.Case.FindRupture(Told.Rupture)!.Steps);

        Assert.Equal((Reception.FeltExplainedAway, WitnessReaction.TurnedAway), (after.Taken, after.Witness));
        Assert.Equal((before.Note, before.At, 2), (after.Note, after.At, after.Detail.LinkSpecific));
        Assert.Equal([RepairContribution.Stayed], after.Detail.Contributions);
    }

    [Fact]
    public void SayHowStepWasTaken_OfTheWitnessAlone_IsAboutTheWitnessAlone() => Assert.Equal(
        Subject.PartnerB, Told.Ruptured().Do(Step).Event<WitnessSeen>(new SayHowStepWasTaken { Rupture = Told.Rupture, Step = 1, Witness = WitnessReaction.Stayed }).Subject);

    [Fact]
    public void SayHowStepWasTaken_NoSuchStepOrNothingSaid_IsRefused()
    {
        Assert.Equal([("RUP005", "Step"), ("RUP012", "Taken")], Told.Ruptured().Refusals(new SayHowStepWasTaken { Rupture = Told.Rupture, Step = 1 }));
        Assert.Equal([("PRA021", "Taken")], Told.Ruptured().Do(Step).Refusals(new SayHowStepWasTaken { Rupture = Told.Rupture, Step = 1, Taken = (Reception)9 }));
    }

    [Fact]
    public void WithdrawRepairClaim_ClaimedOrTold_TakesBothBack()
    {
        var told = Told.Ruptured().Do(new ClaimRepair { Rupture = Told.Rupture, Session = 1 }).Do(new TellInTheRoom { Rupture = Told.Rupture, Session = 1 });
        var rupture = told.Do(new WithdrawRepairClaim { Rupture = Told.Rupture }).Case.FindRupture(Told.Rupture)!;

        Assert.Equal((null, null), (rupture.ClaimedInSession, rupture.ToldInRoomInSession));
        Assert.Equal([("RUP006", null)], told.Refusals(new WithdrawRepairClaim { Rupture = Told.Rupture }));
    }

    // Not asked under a flag; what is said all the same is taken down.
    [Fact]
    public void NoteReuse_UnderASafetyFlag_IsStillTaken()
    {
        var told = Told.Ruptured().With(new SafetyFlagRaised { At = Told.At, Partner = Partner.B, Concern = SafetyConcern.CoerciveControl });
        var reused = told.Event<RepairReused>(new NoteReuse { Rupture = Told.Rupture, Partner = Partner.B, Session = 1, Answer = ReuseAnswer.TriedAndStuck });

        Assert.Equal(Subject.PartnerB, reused.Subject);
    }

    [Fact]
    public void NoteReuse_NotOffered_SaysAllAtOnce()
    {
        var reuse = new NoteReuse { Rupture = Told.Rupture, Partner = (Partner)3, Session = 1, Answer = default, Words = new string('x', 1_001) };

        Assert.Equal([("PRA021", "Partner"), ("PRA021", "Answer"), ("PRA022", "Words")], Told.Ruptured().Refusals(reuse));
        Assert.Equal([("PLN002", null)], Told.Ruptured().Refusals(reuse with { Session = 2 }));
    }

    [Fact]
    public void KeepPromise_Owed_IsKeptOnce()
    {
        var told = Told.Held(2).Do(new WriteDebrief { Session = 1, B = new PartnerPart { Owed = "a call" } });
        var keep = new KeepPromise { Partner = Partner.B, PromisedInSession = 1, Session = 2 };

        Assert.Equal(Subject.PartnerB, told.Event<PromiseKept>(keep).Subject);
        Assert.Equal([("RUP009", null)], told.Do(keep).Refusals(keep));
        Assert.Equal([("RUP009", null)], told.Refusals(keep with { Partner = Partner.A }));
        Assert.Equal([("PLN002", null)], told.Refusals(keep with { Session = 3 }));
    }

    [Fact]
    public void ReformulateRupture_LongLines_AreRefused()
    {
        var formulation = new RuptureFormulation { NextTimeToTherapist = new string('x', 1_001), NextTimeToPartner = new string('x', 1_001) };

        Assert.Equal(
            [("PRA022", "NextTimeToTherapist"), ("PRA022", "NextTimeToPartner")],
            Told.Ruptured().Refusals(new ReformulateRupture { Rupture = Told.Rupture, Formulation = formulation }));
    }
}
