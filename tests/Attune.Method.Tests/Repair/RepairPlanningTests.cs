using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Repair;

namespace Attune.Method.Tests.Repair;

public class RepairPlanningTests
{
    // Moment 6.
    [Fact]
    public void Advise_TwoLinksAndAWitnessTurnedAway_RecordsAllAndSuggestsTheWitness()
    {
        var formulation = new RuptureFormulation
        {
            Areas = [RuptureArea.Task, RuptureArea.Bond],
            PrimaryArea = RuptureArea.Bond,
            EarlySchemas = ["ma", "ds"],
            PrimarySchema = "ma",
        };
        RepairStepKind[] done =
        [
            RepairStepKind.Validated, RepairStepKind.ThankedForTheRisk, RepairStepKind.OwnedWithoutDefence, RepairStepKind.LinkedToThePast,
            RepairStepKind.LinkedToThePast, RepairStepKind.DisclosedJudiciously,
        ];
        var course = Course.Of(Partner.A).Composite(6).Rupture(1, formulation);
        for (var i = 0; i < done.Length; i++)
            course.Step(i + 1, done[i], i == 4 ? WitnessReaction.TurnedAway : null);
        var rupture = course.FoldedRupture();

        Assert.Equal(done, rupture.Steps.Select(step => step.Kind));
        Assert.Equal(
            [RepairAdvice.HoldTheWitness, RepairAdvice.AskHowEachLinkWasTaken, RepairAdvice.ChooseTheCopingMode], RepairPlanning.Advise(rupture));
        Assert.Equal(RepairStepKind.HeldTheWitness, RepairPlanning.NextStep(rupture));
        Assert.True(RepairPlanning.ResponseWaits(rupture));
    }

    [Fact]
    public void NextStep_WitnessHeldAfterwards_GoesOnInTheUsualOrder()
    {
        var rupture = Course.Of(Partner.A).Rupture(1).Step(1, RepairStepKind.Steadied, WitnessReaction.TookItAsSiding)
            .Step(2, RepairStepKind.HeldTheWitness, WitnessReaction.Stayed).FoldedRupture();
        Assert.Equal(RepairStepKind.Recognised, RepairPlanning.NextStep(rupture));
        Assert.DoesNotContain(RepairAdvice.HoldTheWitness, RepairPlanning.Advise(rupture));
    }

    [Fact]
    public void Advise_CopingModeChosen_DoesNotWait() =>
        Assert.Empty(RepairPlanning.Advise(Course.Of(Partner.A).Rupture(1, new RuptureFormulation { CopingMode = "dp" }).FoldedRupture()));
}
