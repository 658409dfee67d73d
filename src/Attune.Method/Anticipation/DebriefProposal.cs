using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Anticipation;

/// <summary>
/// What stands in a debrief before it is written: a proposal, with what it comes from. Made of what the therapist marked, noted and planned, and of the
/// map; nothing in it depends on what a partner answered.
/// </summary>
public sealed record DebriefProposal(int Session, PartnerProposal A, PartnerProposal B, OwnProposal Own)
{
    public PartnerProposal this[Partner partner] => partner == Partner.A ? A : B;
}

/// <summary>What is proposed about one partner.</summary>
/// <param name="Tension">True, or null: that nothing was marked does not say that nothing was there.</param>
/// <param name="Because">The marks that it comes from; empty when nothing is proposed.</param>
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

public enum ProposedFrom
{
    YourMark = 1,
    TheMap = 2,
}
