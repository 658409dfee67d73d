using System.Collections.Immutable;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Anticipation;

/// <summary>What to be careful of in the next session, read in a minute: a choice from the rupture map. For the therapist alone.</summary>
/// <param name="Session">The session that it is for.</param>
/// <param name="Owed">What was promised and not given yet, before anything else.</param>
/// <param name="AtLeastOne">How likely it is that at least one of the two reports a rupture, against what is usual; null when the forecast steps aside.</param>
/// <param name="Missing">Partners whose answer to the last held session is missing: "no answer", never "fine".</param>
/// <param name="Question">One curious question; null only for a catalogue without topics.</param>
public sealed record Brief(
    int Session,
    ImmutableArray<Promise> Owed,
    Likelihood? AtLeastOne,
    ImmutableArray<Partner> Missing,
    ImmutableArray<CarePoint> Care,
    ImmutableArray<PlanFit> Cautions,
    ImmutableArray<SameTechniqueAgain> Again,
    ImmutableArray<PrivateWord> Private,
    CuriousQuestion? Question)
{
    /// <summary>How many schemas of A count as relevant and are on the map alone.</summary>
    public int MoreForA { get; init; }

    public int MoreForB { get; init; }

    public IEnumerable<CarePoint> CareFor(Partner partner) => Care.Where(point => point.Partner == partner);

    public int MoreFor(Partner partner) => partner == Partner.A ? MoreForA : MoreForB;
}

/// <summary>Something that the therapist owes one partner.</summary>
/// <param name="Session">The session whose debrief holds it.</param>
public sealed record Promise(Partner Partner, int Session, string Text);

/// <summary>Why to be careful with one partner: a schema, one early sign, and a sentence to begin with.</summary>
/// <param name="Score">The mean item score that it rests on, 1 to 6.</param>
/// <param name="EarlySign">In the catalogue's words; <paramref name="Channel"/> says where it shows.</param>
/// <param name="FirstSentence">The catalogue's: never made from what somebody told.</param>
public sealed record CarePoint(
    Partner Partner, string Schema, double Score, RuptureArea Area, Likelihood Likelihood, string MaySetOff, string Channel, string EarlySign, string FirstSentence);
