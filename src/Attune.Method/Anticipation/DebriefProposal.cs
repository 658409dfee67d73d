using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Anticipation;

/// <summary>
/// What stands in a debrief before it is written: a proposal, with what it comes from. Made of what the therapist marked, noted and planned, and of the
/// map; nothing in it depends on what a partner answered.
/// </summary>
public sealed record DebriefProposal(int Session, PartnerProposal A, PartnerProposal B, OwnProposal Own)
{
    /// <summary>One for each of the session's arousal episodes, in order.</summary>
    public ImmutableArray<CrossingQuestion> Crossings { get; init; } = [];

    /// <summary>One for each own reaction of the session of which nobody guessed yet whose feeling it was: compartment data.</summary>
    public ImmutableArray<WhoseQuestion> Whose { get; init; } = [];

    public PartnerProposal this[Partner partner] => partner == Partner.A ? A : B;
}

/// <summary>An arousal episode, and what was marked in a partner nearest to its beginning: was this a rupture?</summary>
/// <param name="Index">Counts from 0 in the session's episodes.</param>
/// <param name="At">When it began, since the session did; where the clock is not known, since the recording's first beat.</param>
/// <param name="Mark">Null: nothing was marked near enough, or the clock is not known.</param>
public sealed record CrossingQuestion(int Index, TimeSpan At, MarkPlaced? Mark)
{
    /// <summary>A mark counts as near when it was placed within this time before the crossing [our proposal].</summary>
    public static readonly TimeSpan NearBefore = TimeSpan.FromMinutes(3);

    /// <summary>Only where none was placed before: within this time after it [our proposal].</summary>
    public static readonly TimeSpan NearAfter = TimeSpan.FromMinutes(1);

    /// <summary>How long before the crossing the mark was placed; negative: after it. Null without a mark.</summary>
    public TimeSpan? Before => At - Mark?.Into;
}

/// <summary>What is proposed about one partner.</summary>
/// <param name="Tension">True, or null: that nothing was marked does not say that nothing was there.</param>
/// <param name="Because">
/// The marks that it comes from. With marks and without a proposal, all of them were placed while the therapist was aroused: they are said and propose nothing by
/// themselves (article-map row 51; that they propose nothing is our proposal).
/// </param>
/// <param name="InHand">Techniques that were in hand, planned or not: how much each was, is asked.</param>
/// <param name="Rupture">As one would be noted by one press; null when one of this partner and session is noted already.</param>
public sealed record PartnerProposal(
    Partner Partner, bool? Tension, ImmutableArray<MarkPlaced> Because, ImmutableArray<string> InHand, RuptureProposal? Rupture);

/// <summary>A rupture as it would be noted, and where its parts come from.</summary>
/// <param name="SchemaFrom">Null: not clear yet.</param>
/// <param name="CopingFrom">Null: not clear yet.</param>
public sealed record RuptureProposal(RuptureFormulation Formulation, ProposedFrom? SchemaFrom, ProposedFrom? CopingFrom);

/// <summary>What is proposed about the therapist: compartment data.</summary>
public sealed record OwnProposal(Presence? WithA, Presence? WithB, Centre? AtCentre)
{
    public Presence? With(Partner partner) => partner == Partner.A ? WithA : WithB;
}

/// <summary>Whose feeling may this own reaction be? <paramref name="Proposed"/>: what was guessed after steadying; null when nothing was.</summary>
public sealed record WhoseQuestion(OwnReactionNoted Reaction, FeelingOf? Proposed)
{
    /// <summary>A guess after steadying belongs to a reaction when that steadying began within this time after it [our proposal].</summary>
    public static readonly TimeSpan SteadiedWithin = TimeSpan.FromMinutes(10);
}

public enum ProposedFrom
{
    YourMark = 1,
    TheMap = 2,
}
