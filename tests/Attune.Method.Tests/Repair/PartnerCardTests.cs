using System.Text.Json;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Repair;

namespace Attune.Method.Tests.Repair;

/// <summary>What one partner may read, and that it holds nothing of the other and nothing that was told in private.</summary>
public sealed class PartnerCardTests
{
    private const string Private = "It went too fast for me, and I could not say it.";

    private static readonly RuptureFormulation Formulation = new()
    {
        Areas = [RuptureArea.Bond],
        PrimarySchema = "ed",
        EarlySchemas = ["ed"],
        CopingMode = "detached-protector",
        Need = "To be asked.",
    };

    [Fact]
    public void Of_WithoutAStory_IsTheDraftWithWhatWasDone()
    {
        var card = Card(RuptureAtHand.Of(formulation: Formulation)
            .Step(RepairStepKind.Steadied).Step(RepairStepKind.ThankedForTheRisk).Step(RepairStepKind.OwnedWithoutDefence, note: "I hurried you past Bo.")
            .Step(RepairStepKind.OwnedWithoutDefence).Step(RepairStepKind.HeldTheWitness).Step(RepairStepKind.DisclosedJudiciously))!;

        Assert.Equal("In session 3 something went wrong between us: with how you felt met by me.", card.Happened);
        Assert.StartsWith("It touched something that you know", card.Touched, StringComparison.Ordinal);
        Assert.Equal([RepairStepKind.ThankedForTheRisk, RepairStepKind.OwnedWithoutDefence], card.IDid);
        Assert.Equal("What you needed from me: “To be asked.”", card.YouNeeded);
    }

    [Fact]
    public void Of_WithAStory_ShowsItAndThenTheirOwnVersion()
    {
        var told = RuptureAtHand.Of(formulation: Formulation).Story("I hurried.", "It touched you.", "Time.");
        Assert.Equal(("I hurried.", "It touched you.", "Time."), (Card(told)!.Happened, Card(told)!.Touched, Card(told)!.YouNeeded));

        told.Answer(Partner.A, StoryFit.Partly, new RuptureStory("You hurried.", "I froze.", "A pause."));
        Assert.Equal(("You hurried.", "I froze.", "A pause."), (Card(told)!.Happened, Card(told)!.Touched, Card(told)!.YouNeeded));
    }

    [Fact]
    public void Of_TheOtherPartner_HasNoCard()
    {
        Assert.Null(Card(RuptureAtHand.Of(), Partner.B));
        Assert.Null(Card(RuptureAtHand.Of().Then(new RuptureSetAside { At = default, Rupture = RuptureAtHand.Id, Owner = RuptureOwner.A })));
    }

    // Moment 3: told with "please just know it", it is nobody's task to come back to it.
    [Theory]
    [InlineData(SpeakPermission.WhenWeAreThree, CardOffer.Offered)]
    [InlineData(SpeakPermission.OnlyWithMeAlone, CardOffer.Offered)]
    [InlineData(SpeakPermission.PleaseJustKnowIt, CardOffer.NotToBeRaised)]
    [InlineData(null, CardOffer.NotToBeRaised)]
    public void OfferFor_KnownFromTheCheckInAlone_FollowsTheLeave(SpeakPermission? may, CardOffer offer)
    {
        var told = RuptureAtHand.Of(source: RuptureSource.ReportedByPartner).Told(Partner.A, Private, may);
        Assert.Equal(offer, Offer(told, Partner.A));
        Assert.Equal(offer == CardOffer.Offered, Card(told) is not null);

        Assert.Equal(CardOffer.Offered, Offer(RuptureAtHand.Of().Told(Partner.A, Private, may), Partner.A));
    }

    [Fact]
    public void OfferFor_SaidAloud_NeedsNoLeave() => Assert.Equal(CardOffer.Offered, Offer(RuptureAtHand.Of(source: RuptureSource.ReportedByPartner), Partner.A));

    // A's card would give away what B told.
    [Fact]
    public void OfferFor_RuptureOfBothKnownFromTheOthersForm_IsNotRaised()
    {
        var told = RuptureAtHand.Of(RuptureOwner.Both, source: RuptureSource.ReportedByPartner).Told(Partner.B, Private, SpeakPermission.WhenWeAreThree);

        Assert.Equal((CardOffer.NotToBeRaised, CardOffer.Offered), (Offer(told, Partner.A), Offer(told, Partner.B)));
    }

    [Theory]
    [InlineData(SpeakPermission.OnlyWithMeAlone)]
    [InlineData(SpeakPermission.PleaseJustKnowIt)]
    [InlineData(null)]
    public void Of_ToldInPrivate_NothingOfItReachesTheCard(SpeakPermission? may)
    {
        var quiet = Text(RuptureAtHand.Of(formulation: Formulation with { Need = null }));
        // Whatever the therapist copied it into.
        var copied = RuptureAtHand.Of(formulation: Formulation with { Need = Private }).Told(Partner.A, Private, may).Story(Private, Private, Private);

        Assert.Equal(quiet, Text(copied));
        Assert.Contains("too fast", Text(RuptureAtHand.Of(formulation: Formulation).Story(Private)), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WhateverTheOtherIsSaysOrDoes_IsTheSameByteForByte()
    {
        foreach (var owner in new[] { RuptureOwner.A, RuptureOwner.Both })
        {
            var alone = Text(Mine(owner));
            OtherHalf.Any(owner).Sample(theirs => Assert.Equal(alone, Text(Mine(owner).Then(theirs))), iter: 300);
        }
    }

    // A card that knew of the other's name, answers or attention would be caught.
    [Fact]
    public void Of_CardThatTellsOfTheOther_IsCaught()
    {
        var alone = Telling(Mine(RuptureOwner.A));

        Assert.Throws<CsCheckException>(() => OtherHalf.Any(RuptureOwner.A).Sample(theirs => Assert.Equal(alone, Telling(Mine(RuptureOwner.A).Then(theirs))), iter: 300));
    }

    private static RuptureAtHand Mine(RuptureOwner owner) => RuptureAtHand.Of(owner, Formulation, held: 6)
        .Told(Partner.A, Private, SpeakPermission.OnlyWithMeAlone)
        .Step(RepairStepKind.ThankedForTheRisk).Step(RepairStepKind.Validated)
        .Story("I hurried.", "It touched you.", "Time.").Answer(Partner.A, StoryFit.Partly, new RuptureStory("You hurried.", "I froze.", "A pause."));

    private static string Telling(RuptureAtHand told) => told.Read((couple, rupture) =>
        $"{Text(told)} {couple[Partner.B].Name} {couple.FindSession(3)![Partner.B].CheckIn} {string.Join(' ', rupture.Steps.Select(step => step.Witness))}");

    private static PartnerCard? Card(RuptureAtHand told, Partner partner = Partner.A) =>
        told.Read((couple, rupture) => PartnerCard.Of(couple, rupture, partner, RuptureAtHand.Catalogue));

    private static CardOffer Offer(RuptureAtHand told, Partner partner) => told.Read((couple, rupture) => PartnerCard.OfferFor(couple, rupture, partner));

    private static string Text(RuptureAtHand told) => JsonSerializer.Serialize(Card(told));
}
