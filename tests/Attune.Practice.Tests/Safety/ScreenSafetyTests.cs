using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Assessment;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Amending;
using Attune.Practice.Asking;
using Attune.Practice.Couples;
using Attune.Practice.Forecasting;
using Attune.Practice.Safety;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Safety;

public sealed class ScreenSafetyTests
{
    private static readonly RaiseSafetyFlag Raise = new() { Partner = Partner.B, Concern = SafetyConcern.Violence, Note = "told alone" };

    private static readonly LowerSafetyFlag Lower = new() { Partner = Partner.B, Concern = SafetyConcern.Violence, Why = "They live apart." };

    /// <summary>Somebody who answers yes to everything has raised nothing: the flag is the therapist's own step.</summary>
    [Fact]
    public void Decide_EverythingCameUp_RaisesNothing()
    {
        var told = Told.Begun().Do(new ScreenSafety { Partner = Partner.B, Alone = true, Concerns = [.. Enum.GetValues<SafetyConcern>()] });

        Assert.False(told.Case.HasSafetyFlag);
        Assert.Equal(Enum.GetValues<SafetyConcern>(), Assert.Single(told.Case[Partner.B].SafetyScreens).Concerns);
    }

    [Theory]
    [InlineData(true, false, AssessmentState.Done)]
    [InlineData(false, false, AssessmentState.AskAgainAlone)]
    [InlineData(true, true, AssessmentState.AskAgainAlone)]
    public void Decide_ScreenedSomehow_OnlyAloneAndAnsweredIsDone(bool alone, bool ratherNot, AssessmentState state)
    {
        var told = Told.Begun().Do(new ScreenSafety { Partner = Partner.A, Alone = alone, WouldRatherNot = ratherNot });

        Assert.Contains((AssessmentPart.Safety, state), AssessmentProgress.Of(told.Case, Partner.A));
        Assert.Contains((AssessmentPart.Safety, AssessmentState.NotYet), AssessmentProgress.Of(told.Case, Partner.B));
    }

    [Fact]
    public void Decide_ScreenOutOfRange_SaysAllAtOnce() => Assert.Equal(
        [("PRA021", "Partner"), ("PRA022", "Note"), ("PRA021", "Concerns")],
        Told.Begun().Refusals(new ScreenSafety { Partner = (Partner)0, Alone = true, Concerns = [(SafetyConcern)99], Note = new string('x', 4_001) }));

    [Fact]
    public void Decide_Raised_LiesUnderTheOneWhoToldAndTheForecastStepsAside()
    {
        var told = Told.Held();
        Assert.IsType<CoupleForecast.Given>(CoupleViews.Of(told.Case, MethodCatalogue.BuiltIn, own: null).Map.Forecast);

        Assert.Equal(Subject.PartnerB, told.Event<SafetyFlagRaised>(Raise).Subject);
        var view = CoupleViews.Of(told.Do(Raise).Case, MethodCatalogue.BuiltIn, own: null);

        Assert.IsType<CoupleForecast.SteppedAside>(view.Map.Forecast);
        Assert.True(view.HasSafetyFlag);
        Assert.Equal([SafetyConcern.Violence], view.B.SafetyFlags);
        Assert.Empty(view.A.SafetyFlags);
    }

    [Fact]
    public void Decide_RaisedTwice_IsRefusedAndOfTheOtherPartnerNot()
    {
        var told = Told.Begun().Do(Raise);

        Assert.Equal([("SAF001", "Concern")], told.Refusals(Raise));
        told.Event<SafetyFlagRaised>(Raise with { Partner = Partner.A });
        told.Event<SafetyFlagRaised>(Raise with { Concern = SafetyConcern.Suicide });
    }

    [Fact]
    public void Decide_Lowered_IsDownAndCanBeRaisedAgain()
    {
        var told = Told.Begun().Do(Raise);

        Assert.Equal("They live apart.", told.Event<SafetyFlagLowered>(Lower).Why);
        told.Do(Lower);

        Assert.False(told.Case.HasSafetyFlag);
        Assert.Equal([("SAF002", "Concern")], told.Refusals(Lower));
        told.Event<SafetyFlagRaised>(Raise);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    public void Decide_LoweredWithoutAReason_IsRefused(string? why) =>
        Assert.Equal([("PRA023", "Why")], Told.Begun().Do(Raise).Refusals(Lower with { Why = why }));

    [Fact]
    public void Decide_NobodyAndNothingNamed_SaysBoth() => Assert.Equal(
        [("PRA021", "Partner"), ("PRA021", "Concern")], Told.Begun().Refusals(new RaiseSafetyFlag { Partner = (Partner)0, Concern = (SafetyConcern)0 }));

    /// <summary>A flag stops offers, and no record: what was done and agreed can be written down all the same.</summary>
    [Fact]
    public void Decide_FlagUp_EveryOtherCommandIsStillTaken()
    {
        var told = Told.Held().Do(new RaiseSafetyFlag { Partner = Partner.A, Concern = SafetyConcern.CoerciveControl });

        // Beginning to ask about home is an offer, a forecast steps aside, and neither is a record of anything; what is taken back by its number is the flag itself here.
        told.DoOneOfEach(but: command => command is SwitchHomeQuestions or StateOwnForecast or TakeBack or PutItBack);

        Assert.Equal([SafetyConcern.CoerciveControl], told.Case[Partner.A].SafetyFlags);
    }
}
