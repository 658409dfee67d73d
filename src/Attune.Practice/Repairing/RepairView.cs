using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Repair;

namespace Attune.Practice.Repairing;

/// <summary>What the method reads from a rupture beside the state of its repair, for its therapist.</summary>
/// <param name="Say">A sentence for the step that is suggested; null when none is.</param>
/// <param name="Witness">Null for a rupture of both.</param>
/// <param name="Disclosure">One for each answer to "whose need is it?".</param>
/// <param name="Sides">A and B, whosever rupture it is.</param>
public sealed record RepairView(
    RepairPlan Plan,
    string? Say,
    ImmutableArray<FormulationPart> Parts,
    WitnessReading? Witness,
    RuptureTiming Timing,
    ImmutableArray<PartnerContribution> Contributions,
    StoryView Story,
    NextTimeLines NextTime,
    ImmutableArray<DisclosureAid> Disclosure,
    ImmutableArray<RepairSide> Sides)
{
    public RepairSide Side(Partner partner) => Sides[partner == Partner.A ? 0 : 1];
}

/// <summary>The story of a rupture.</summary>
/// <param name="Written">In the therapist's words; null while none is written.</param>
/// <param name="Draft">To begin from; made from the fields, not stored.</param>
public sealed record StoryView(RuptureStory? Written, RuptureStory Draft, StoryReading Reading, ImmutableArray<StoryRemark> Remarks);

/// <summary>One partner's side of a repair.</summary>
/// <param name="Card">What they may read; null unless it is offered.</param>
/// <param name="Reuse">What they said last about using it at home.</param>
public sealed record RepairSide(
    Partner Partner, CardOffer Offer, PartnerCard? Card, StoryReading Story, RuptureStoryAnswered? StoryAnswer, RepairReused? Reuse);

/// <summary>Reads a rupture through the method.</summary>
internal static class RepairViews
{
    public static RepairView Of(CoupleCase couple, RuptureRecord rupture, RepairReading reading, int session, MethodCatalogue catalogue)
    {
        var plan = RepairPlanning.For(couple, rupture, reading, session);
        var schemas = LeadingSchemas.Of(couple, rupture);
        return new RepairView(
            plan,
            plan.Next is { } next ? RepairSentences.For(next.Kind, schemas, catalogue, Words) : null,
            FormulationParts.Of(rupture.Formulation),
            WitnessReading.Of(rupture),
            RuptureTiming.Of(couple, rupture, reading),
            PartnerContributions.Of(rupture),
            new StoryView(
                rupture.Story,
                // Of a rupture of both, a draft uses no field that one of them may have told.
                RuptureStoryDraft.Of(rupture, catalogue, rupture.Owner.Alone() is { } owner ? ToldInPrivate.Of(couple, owner) : []),
                StoryReading.Of(rupture),
                StoryRemarks.Of(couple, rupture, catalogue)),
            NextTimeLines.Of(couple, rupture, Words),
            [.. Enum.GetValues<DisclosureNeed>().Select(need => DisclosureAid.For(couple, need, OwningSentence(catalogue), Words))],
            [SideOf(couple, rupture, Partner.A, catalogue), SideOf(couple, rupture, Partner.B, catalogue)]);

        RepairWords? Words(string schema) => RepairWords.Of(catalogue, schema);
    }

    private static string OwningSentence(MethodCatalogue catalogue) =>
        catalogue.RepairStep(RepairSentences.CodeOf(RepairStepKind.DisclosedJudiciously)).Sentence;

    private static RepairSide SideOf(CoupleCase couple, RuptureRecord rupture, Partner partner, MethodCatalogue catalogue) => new(
        partner,
        PartnerCard.OfferFor(couple, rupture, partner),
        PartnerCard.Of(couple, rupture, partner, catalogue),
        StoryReading.Of(rupture, partner),
        rupture.StoryAnswerOf(partner),
        HomeReuse.LastOf(rupture, partner));
}
