using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Repair;

/// <summary>Whether a card about a rupture may be shown to one partner.</summary>
public enum CardOffer
{
    /// <summary>To that partner, alone.</summary>
    Offered = 1,
    /// <summary>It is known only because it was told in private, with no leave to come back to it: nothing asks the therapist to.</summary>
    NotToBeRaised = 2,
    /// <summary>It is not this partner's rupture, or it was set aside.</summary>
    NotTheirs = 3,
}

/// <summary>
/// "Shall we look at it together": what one partner may read about a rupture of theirs (article-map row 37), in plain words. Made from the rupture's
/// own fields, the story and this partner's answer to it. No note, no score, no code; nothing that the other partner is, said or did, and nothing
/// that this partner told without leave to speak of it.
/// </summary>
/// <param name="IDid">What the therapist did to mend it, in the order in which it happened, each once; what was done with or for the other partner is left out.</param>
public sealed record PartnerCard(string Happened, string Touched, ImmutableArray<RepairStepKind> IDid, string YouNeeded)
{
    /// <summary>Null when there is nothing to show to this partner; see <see cref="OfferFor"/>.</summary>
    public static PartnerCard? Of(CoupleCase couple, RuptureRecord rupture, Partner partner, MethodCatalogue catalogue)
    {
        if (OfferFor(couple, rupture, partner) != CardOffer.Offered)
            return null;
        var told = ToldInPrivate.Of(couple, partner);
        var draft = RuptureStoryDraft.Of(rupture, catalogue, told);
        var own = rupture.StoryAnswerOf(partner)?.InTheirWords;
        var story = own ?? (rupture.Story is { } written ? WithoutWhatWasTold(written, draft, told) : draft);
        return new PartnerCard(
            story.Happened,
            story.Touched,
            [.. rupture.Steps.Select(step => step.Kind).Where(IsTheirs).Distinct()],
            story.Needed);
    }

    /// <summary>
    /// By this partner's own form alone. A rupture that the ratings or the therapist found needs no leave. One of both that is known from a check-in is
    /// shown only to whom told it: to the other it would give away that it was told.
    /// </summary>
    public static CardOffer OfferFor(CoupleCase couple, RuptureRecord rupture, Partner partner)
    {
        if (rupture.IsSetAside || !rupture.Owner.Includes(partner))
            return CardOffer.NotTheirs;
        if (rupture.Source != RuptureSource.ReportedByPartner)
            return CardOffer.Offered;
        var tension = couple.FindSession(rupture.Session)?[partner].CheckIn?.Tension;
        return tension switch
        {
            { Any: true, MaySpeak: SpeakPermission.WhenWeAreThree or SpeakPermission.OnlyWithMeAlone } => CardOffer.Offered,
            { Any: true } => CardOffer.NotToBeRaised,
            _ => rupture.Owner == RuptureOwner.Both ? CardOffer.NotToBeRaised : CardOffer.Offered,
        };
    }

    private static RuptureStory WithoutWhatWasTold(RuptureStory written, RuptureStory draft, ImmutableArray<string> told) => new(
        ToldInPrivate.IsRepeatedIn(written.Happened, told) ? draft.Happened : written.Happened,
        ToldInPrivate.IsRepeatedIn(written.Touched, told) ? draft.Touched : written.Touched,
        ToldInPrivate.IsRepeatedIn(written.Needed, told) ? draft.Needed : written.Needed);

    // Steadying is the therapist's own; a disclosure is; the last two are about the other partner too.
    private static bool IsTheirs(RepairStepKind kind) => kind switch
    {
        RepairStepKind.Recognised or RepairStepKind.ThankedForTheRisk or RepairStepKind.Validated or RepairStepKind.Explored
            or RepairStepKind.OwnedWithoutDefence or RepairStepKind.MetTheNeed or RepairStepKind.LinkedToThePast
            or RepairStepKind.ChangedTaskOrGoal or RepairStepKind.ToldTheStory => true,
        RepairStepKind.Steadied or RepairStepKind.DisclosedJudiciously or RepairStepKind.HeldTheWitness or RepairStepKind.CarriedOverToTheCouple => false,
    };
}
