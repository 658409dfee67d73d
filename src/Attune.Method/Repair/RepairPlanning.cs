using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Repair;

/// <summary>
/// Planning advises, recording accepts (article-map row 36): nothing here keeps anything from being recorded. The order, and which remark comes
/// first, are our proposal; what holds them up is named at <see cref="RepairAdvice"/> and <see cref="StepReason"/>.
/// </summary>
public static class RepairPlanning
{
    // Before anything else was done; suggesting them afterwards would only lecture.
    private static readonly ImmutableArray<RepairStepKind> AtFirst = [RepairStepKind.Steadied, RepairStepKind.Recognised];

    // Accepting, validating and being curious carry the rest: exploring without them made an unsuccessful repair worse (method-facts 3.1).
    private static readonly ImmutableArray<RepairStepKind> Usual =
    [
        RepairStepKind.ThankedForTheRisk, RepairStepKind.Validated, RepairStepKind.Explored, RepairStepKind.OwnedWithoutDefence,
        RepairStepKind.MetTheNeed,
    ];

    /// <summary>The plan as of <paramref name="session"/>: the one that is being prepared or noted.</summary>
    public static RepairPlan For(CoupleCase couple, RuptureRecord rupture, RepairReading reading, int session)
    {
        if (rupture.IsSetAside)
            return RepairPlan.Nothing;
        var carrying = Carrying(couple, rupture, reading, session);
        var next = couple.Closed is null && !IsOnlyKnown(couple, rupture) ? Next(couple, rupture, reading, carrying, session) : null;
        return new RepairPlan(next, Advise(rupture, reading), rupture.Formulation.CopingMode is null, carrying);
    }

    // Told with "please just know it": nothing asks the therapist to come back to it (article-map, moment 3). Whatever was noted of its repair lifts that.
    private static bool IsOnlyKnown(CoupleCase couple, RuptureRecord rupture) =>
        rupture.Steps.Count == 0
        && PartnerCard.OfferFor(couple, rupture, Partner.A) != CardOffer.Offered
        && PartnerCard.OfferFor(couple, rupture, Partner.B) != CardOffer.Offered;

    private static SuggestedStep? Next(CoupleCase couple, RuptureRecord rupture, RepairReading reading, CarryingOver carrying, int session) =>
        ForTheWitness(rupture)
        ?? (IsMended(reading) ? null : AfterWhatDidNotFit(rupture) ?? InTheUsualOrder(rupture))
        ?? Further(couple, rupture, carrying, session);

    // The partner's own word: what was not noted on the way there is no longer missing.
    private static bool IsMended(RepairReading reading) =>
        reading.State is RepairState.ToldInTheRoom or RepairState.Confirmed or RepairState.StrongerThanBefore;

    private static SuggestedStep? ForTheWitness(RuptureRecord rupture) => WitnessReading.LostAt(rupture) switch
    {
        WitnessReaction.TurnedAway => new(RepairStepKind.HeldTheWitness, StepReason.WitnessTurnedAway),
        WitnessReaction.TookItAsSiding => new(RepairStepKind.HeldTheWitness, StepReason.WitnessTookItAsSiding),
        _ => null,
    };

    // Validating or exploring answers what was taken badly before it, and so does a later step that fitted.
    private static SuggestedStep? AfterWhatDidNotFit(RuptureRecord rupture)
    {
        SuggestedStep? asked = null;
        foreach (var step in rupture.Steps)
        {
            if (step.Kind is RepairStepKind.Validated or RepairStepKind.Explored || step.Taken == Reception.Fitted)
                asked = null;
            asked = step.Taken switch
            {
                Reception.FeltExplainedAway => new(RepairStepKind.Validated, StepReason.FeltExplainedAway),
                Reception.DidNotFit => new(RepairStepKind.Explored, StepReason.StepDidNotFit),
                _ => asked,
            };
        }
        return asked;
    }

    private static SuggestedStep? InTheUsualOrder(RuptureRecord rupture)
    {
        var isBegun = rupture.Steps.Any(step => step.Kind != RepairStepKind.HeldTheWitness && !AtFirst.Contains(step.Kind));
        foreach (var kind in isBegun ? Usual : AtFirst.AddRange(Usual))
        {
            if (!Taken(rupture, kind))
                return new(kind, kind == RepairStepKind.ThankedForTheRisk ? StepReason.ThankBeforeExplaining : StepReason.UsualOrder);
        }
        return null;
    }

    private static SuggestedStep? Further(CoupleCase couple, RuptureRecord rupture, CarryingOver carrying, int session)
    {
        var broke = rupture.Formulation.Areas;
        if ((broke.Contains(RuptureArea.Task) || broke.Contains(RuptureArea.Goal)) && !Taken(rupture, RepairStepKind.ChangedTaskOrGoal))
            return new(RepairStepKind.ChangedTaskOrGoal, StepReason.TaskOrGoalBroke);
        if (rupture.Owner != RuptureOwner.Both && !Taken(rupture, RepairStepKind.HeldTheWitness))
            return new(RepairStepKind.HeldTheWitness, StepReason.WitnessBeforeGeneralising);
        if (!Taken(rupture, RepairStepKind.ToldTheStory) && StoryReading.Of(rupture).Agreed is null)
            return new(RepairStepKind.ToldTheStory, StepReason.MakeSenseOfIt);
        if (session > rupture.Session && !Taken(rupture, RepairStepKind.LinkedToThePast) && HasPastRupture(couple, rupture))
            return new(RepairStepKind.LinkedToThePast, StepReason.PastRuptureOnRecord);
        return carrying == CarryingOver.Offered ? new(RepairStepKind.CarriedOverToTheCouple, StepReason.MendedEnoughToUse) : null;
    }

    private static ImmutableArray<RepairAdvice> Advise(RuptureRecord rupture, RepairReading reading)
    {
        var links = rupture.Steps.Where(step => step.Kind == RepairStepKind.LinkedToThePast).ToArray();
        var advice = ImmutableArray.CreateBuilder<RepairAdvice>();
        AddIf(WitnessReading.LostAt(rupture) is not null, RepairAdvice.HoldTheWitness);
        AddIf(links.Length > 1, RepairAdvice.MoreThanOneLink);
        AddIf(links.Any(link => link.Taken is null or Reception.NotSeen), RepairAdvice.AskHowEachLinkWasTaken);
        AddIf(rupture.Steps.Any(step => IsChangeOriented(step.Kind) && step.Session == rupture.Session), RepairAdvice.PatternsAreForLaterSessions);
        AddIf(rupture.Steps.Any(step => step.Detail.WhoseNeed == DisclosureNeed.Mine), RepairAdvice.DisclosureServedYou);
        AddIf(rupture.Formulation.CopingMode is null, RepairAdvice.ChooseTheCopingMode);
        AddIf(reading.Reason == RepairReason.AnswersRarelyVary, RepairAdvice.AskInTheRoom);
        return advice.ToImmutable();

        void AddIf(bool holds, RepairAdvice one)
        {
            if (holds)
                advice.Add(one);
        }
    }

    private static CarryingOver Carrying(CoupleCase couple, RuptureRecord rupture, RepairReading reading, int session)
    {
        if (Taken(rupture, RepairStepKind.CarriedOverToTheCouple))
            return CarryingOver.Done;
        var isMending = IsMended(reading) || reading.State is RepairState.Claimed or RepairState.Partial;
        return isMending && session > rupture.Session && couple.Closed is null && !couple.HasSafetyFlag
            ? CarryingOver.Offered
            : CarryingOver.NotCarriedOver;
    }

    private static bool IsChangeOriented(RepairStepKind kind) => kind is RepairStepKind.LinkedToThePast or RepairStepKind.CarriedOverToTheCouple;

    private static bool HasPastRupture(CoupleCase couple, RuptureRecord rupture)
    {
        foreach (var partner in Partners.All)
        {
            if (rupture.Owner.Includes(partner) && couple[partner].Assessment is { PastRuptures.IsEmpty: false })
                return true;
        }
        return false;
    }

    private static bool Taken(RuptureRecord rupture, RepairStepKind kind) => rupture.Steps.Any(step => step.Kind == kind);
}
