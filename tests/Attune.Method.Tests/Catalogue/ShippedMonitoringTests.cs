using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Catalogue;

/// <summary>What is watched for and what steadies: markers, own senses and feelings, the four words, the steps of a repair; and the forecast's terms.</summary>
public sealed class ShippedMonitoringTests
{
    private static MethodCatalogue Shipped => MethodCatalogue.BuiltIn;

    [Theory]
    [InlineData(MarkerKind.Withdrawal)]
    [InlineData(MarkerKind.Confrontation)]
    public void Markers_ByThePartner_AreSevenOfEachKind(MarkerKind kind) =>
        Assert.Equal(7, Shipped.Markers.Count(marker => marker.By == MarkerBy.Partner && marker.Kind == kind));

    [Fact]
    public void Markers_OnlyAPartnersWithdrawal_HasAForm()
    {
        Assert.All(Shipped.Markers, marker => Assert.Equal(marker is { By: MarkerBy.Partner, Kind: MarkerKind.Withdrawal }, marker.Form is not null));
        Assert.Equal(Enum.GetValues<WithdrawalForm>(), Shipped.Markers.Select(marker => marker.Form).OfType<WithdrawalForm>().Distinct().Order());
    }

    [Fact]
    public void Markers_ByTheTherapist_AreOfBothKinds() =>
        Assert.Equal(
            Enum.GetValues<MarkerKind>(), Shipped.Markers.Where(marker => marker.By == MarkerBy.Therapist).Select(marker => marker.Kind).Distinct().Order());

    [Fact]
    public void Senses_Always_AreOverAllFive() => Assert.Equal(Enum.GetValues<BodySense>(), Shipped.Senses.Select(sense => sense.Sense).Distinct().Order());

    [Fact]
    public void Feelings_Always_AreTheThreeWithTheirDirections() =>
        Assert.Equal(
            [("anxious", FeelingDirection.Either), ("angry", FeelingDirection.Over), ("far-away", FeelingDirection.Under)],
            Shipped.Feelings.Select(feeling => (feeling.Code, feeling.Direction)));

    [Fact]
    public void RepairSteps_Always_StandInTheOrderOfTheLoop()
    {
        Assert.Equal(
            ["steadied", "recognised", "thanked-for-the-risk", "validated", "explored", "owned", "met-the-need", "linked-to-the-past",
                "changed-task-or-goal", "held-the-witness", "disclosed", "told-as-story", "carried-over"],
            Shipped.RepairSteps.Select(step => step.Code));
        Assert.Equal(Enumerable.Range(1, 13), Shipped.RepairSteps.Select(step => step.Order));
    }

    [Fact]
    public void Coal_Always_IsTheFourWords() => Assert.Equal(["curious", "open", "accepting", "loving"], Shipped.Coal.Select(word => word.Code));

    [Fact]
    public void Exercises_OfTheTherapistAlone_TakeUnderAMinuteAndAHalfAndSayNothing()
    {
        var alone = Shipped.Exercises.Where(exercise => exercise.Aloud is null).ToList();

        Assert.Equal(["breathing", "focusing"], alone.Select(exercise => exercise.Code));
        Assert.All(alone, exercise => Assert.InRange(exercise.Seconds, 30, 90));
        Assert.Equal(["slow-the-room", "short-break"], Shipped.Exercises.Except(alone).Select(exercise => exercise.Code));
    }

    [Fact]
    public void Questions_OfTheAssessment_AreOfBothKindsAndEveryDangerHasItsOwn()
    {
        Assert.Equal(Enum.GetValues<CuriosityAbout>(), Shipped.Curiosities.Select(topic => topic.About).Distinct().Order());
        Assert.Equal(["violence", "control", "suicide", "harm-to-others", "addiction", "affair-still-active"], Shipped.SafetyPrompts.Select(prompt => prompt.Code));
    }

    [Fact]
    public void ForecastTerms_Always_AreThoseTheProgramGivesAValue() =>
        Assert.Equal(ForecastTerm.KnownCodes, Shipped.Forecast.Terms.Select(term => term.Code));

    [Fact]
    public void ForecastTerms_WithoutStrengths_AreThoseThatBringTheirOwn() =>
        Assert.Equal(["schema-level", "technique", "occasion", "comfort"], Shipped.Forecast.Terms.Where(term => term.Strengths is null).Select(term => term.Code));

    [Fact]
    public void ForecastReference_Always_IsTheOneThatWasWorkedOut()
    {
        var reference = Shipped.Forecast.Reference;

        Assert.Equal((512, .74, .37, .56), (reference.Profiles, reference.Spread, reference.FirstSixPartner, reference.FirstSixTherapist));
        Assert.Equal(new AreaStrengths(task: .35, goal: .25, bond: .40), reference.Shares);
    }
}
