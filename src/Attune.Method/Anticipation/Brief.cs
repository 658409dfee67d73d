using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Anticipation;

/// <summary>What to be careful of in the next session, on one page. Reasons only: no probability is claimed here.</summary>
/// <param name="Session">The session that it is for.</param>
/// <param name="Owed">What was promised, before anything else.</param>
/// <param name="Missing">Partners whose answer to the last held session is missing: "no answer", never "fine".</param>
public sealed record Brief(
    int Session,
    ImmutableArray<Promise> Owed,
    ImmutableArray<Partner> Missing,
    ImmutableArray<CarePoint> Care,
    ImmutableArray<Caution> Cautions)
{
    public IEnumerable<CarePoint> CareFor(Partner partner) => Care.Where(point => point.Partner == partner);
}

/// <summary>Something that the therapist owes one partner.</summary>
public sealed record Promise(Partner Partner, string Text);

/// <summary>Why to be careful with one partner: a schema, one early sign, and a sentence to begin with.</summary>
/// <param name="Score">The mean item score that it rests on, 1 to 6.</param>
/// <param name="EarlySign">In the catalogue's words; <paramref name="Channel"/> says where it shows.</param>
public sealed record CarePoint(Partner Partner, string Schema, double Score, RuptureArea Area, string MaySetOff, string Channel, string EarlySign, string FirstSentence);

/// <summary>A planned technique or occasion that may be too much for one partner, and why.</summary>
/// <param name="Code">Of the technique or occasion.</param>
/// <param name="Schemas">The schemas that make it so, strongest first.</param>
/// <param name="StartAtStep">For a technique with a ladder: where to begin; null when there is none.</param>
/// <param name="Alternatives">Codes of techniques with the same aim.</param>
public sealed record Caution(Partner Partner, string Code, ImmutableArray<string> Schemas, int? Comfort, int? StartAtStep, ImmutableArray<string> Alternatives);
