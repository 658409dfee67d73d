using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Assessment;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Anticipation;

/// <summary>Where the alliance may break next, with whom, why, and what helps. For the therapist alone.</summary>
/// <param name="Session">The session that it is for.</param>
public sealed record RuptureMap(int Session, CoupleForecast Forecast, PartnerMap A, PartnerMap B, CoupleMap Couple)
{
    [JsonIgnore]
    public ImmutableArray<PartnerMap> Partners => [A, B];

    public PartnerMap this[Partner partner] => partner == Partner.A ? A : B;
}

/// <summary>One partner's side of the map.</summary>
/// <param name="Items">Strongest first. Empty when nothing is known, and when no schema reaches the level that counts as relevant.</param>
/// <param name="Fits">The plan's techniques and occasions that may be too much.</param>
/// <param name="PastRuptures">Earlier ruptures from the assessment: the best single hint, and the only honest material for a link.</param>
/// <param name="Pulls">What this partner may set off in the therapist, strongest first (compartment data; on no print).</param>
/// <param name="Private">That something was told in private, and what may be done; null when nothing was.</param>
/// <param name="Blame">Code of the blame entry that fits; null when nothing of it is known.</param>
public sealed record PartnerMap(
    Partner Partner,
    ImmutableArray<MapItem> Items,
    ImmutableArray<PlanFit> Fits,
    ImmutableArray<SameTechniqueAgain> Again,
    ImmutableArray<UnsettledExpectation> Expectations,
    ImmutableArray<PastRupture> PastRuptures,
    ImmutableArray<PullReading> Pulls,
    PrivateWord? Private,
    string? Blame);

/// <summary>An area, a schema and the person's own chain.</summary>
/// <param name="Score">The mean item score that it rests on, 1 to 6.</param>
/// <param name="LogOdds">What this schema adds in this area, with the plan's share, in the therapist's report.</param>
/// <param name="Reasons">The contributions that make it up; they add up to <paramref name="LogOdds"/>.</param>
/// <param name="Trigger">What may set it off, in plain words.</param>
public sealed record MapItem(
    Partner Partner,
    RuptureArea Area,
    string Schema,
    double Score,
    ReadChain Chain,
    double LogOdds,
    Telling Telling,
    ImmutableArray<Contribution> Reasons,
    string Trigger)
{
    [JsonIgnore]
    public Likelihood Likelihood => Likelihoods.OfLogOdds(LogOdds);
}

/// <summary>What belongs to the two of them.</summary>
/// <param name="FamilyOfA">How A usually is in the cycle; null when not clear.</param>
/// <param name="Clash">Code of the mode clash; null when either family is not clear.</param>
/// <param name="IsProposed">The families come from the mode scores; the therapist has not set them.</param>
/// <param name="MovesFirst">Who moves first; data, never assumed.</param>
/// <param name="Question">One curious question.</param>
public sealed record CoupleMap(ModeFamily? FamilyOfA, ModeFamily? FamilyOfB, string? Clash, bool IsProposed, Partner? MovesFirst, CuriousQuestion? Question);
