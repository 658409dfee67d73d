using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Repair;

/// <summary>What a person with a certain leading schema may do with a word of the therapist about themselves (article-map row 71).</summary>
public enum LandingCaution
{
    /// <summary>Self-sacrifice: they may begin to look after you.</summary>
    MayComfortYou = 1,
    /// <summary>Mistrust: they may keep it to use it.</summary>
    MayUseIt = 2,
    /// <summary>Entitlement: they may brush it aside.</summary>
    MayDismissIt = 3,
}

/// <summary>What to think about before saying it; nothing is refused.</summary>
public enum DisclosureRemark
{
    /// <summary>Whose need is it? Not answered yet.</summary>
    NeedNotNamed = 1,
    /// <summary>It would serve the therapist: it belongs into supervision, not into this room.</summary>
    ServesYourOwnNeed = 2,
    /// <summary>It is one partner's need, and for the other it may land hard: better alone with the one.</summary>
    BetterWithOneAlone = 3,
}

/// <summary>How it may land with one partner. <paramref name="Text"/>: the catalogue's words; null while they are not written.</summary>
public sealed record DisclosureLanding(string EarlySchema, LandingCaution? Caution, string? Text);

/// <summary>
/// An aid before the therapist says something about themselves: whose need is it, one owning sentence and no history, how it may land with each, to
/// whom to say it. The rule is our proposal, after the article: no more than serves the two partners.
/// </summary>
/// <param name="OwningSentence">How it may sound: one sentence.</param>
/// <param name="WithA">One for each leading schema of A, highest first; empty when none is known.</param>
/// <param name="SayTo">To whom; null when it is better not said now, or when it is not clear whose need it is.</param>
public sealed record DisclosureAid(
    DisclosureNeed? Need,
    string OwningSentence,
    ImmutableArray<DisclosureLanding> WithA,
    ImmutableArray<DisclosureLanding> WithB,
    RuptureOwner? SayTo,
    ImmutableArray<DisclosureRemark> Remarks)
{
    // What is read in a minute.
    private const int SchemasEach = 3;

    /// <param name="need">As the therapist answers it; null while they have not.</param>
    /// <param name="owningSentence">The catalogue's example.</param>
    /// <param name="words">What the catalogue has for a schema's code; null when nothing is written.</param>
    public static DisclosureAid For(CoupleCase couple, DisclosureNeed? need, string owningSentence, Func<string, RepairWords?> words)
    {
        var (a, b) = (Landings(couple[Partner.A], words), Landings(couple[Partner.B], words));
        var (sayTo, remark) = need switch
        {
            null => ((RuptureOwner?)null, (DisclosureRemark?)DisclosureRemark.NeedNotNamed),
            DisclosureNeed.Mine => (null, DisclosureRemark.ServesYourOwnNeed),
            DisclosureNeed.OfA => (RuptureOwner.A, HardFor(b)),
            DisclosureNeed.OfB => (RuptureOwner.B, HardFor(a)),
            _ => (RuptureOwner.Both, null),
        };
        return new DisclosureAid(need, owningSentence, a, b, sayTo, remark is { } one ? [one] : []);
    }

    private static ImmutableArray<DisclosureLanding> Landings(PartnerRecord partner, Func<string, RepairWords?> words) =>
        [.. LeadingSchemas.Of(partner).Take(SchemasEach).Select(schema => new DisclosureLanding(schema, CautionOf(schema), words(schema)?.Disclosure))];

    private static DisclosureRemark? HardFor(ImmutableArray<DisclosureLanding> other) =>
        other.Any(landing => landing.Caution is not null) ? DisclosureRemark.BetterWithOneAlone : null;

    private static LandingCaution? CautionOf(string schema) => schema switch
    {
        "ss" => LandingCaution.MayComfortYou,
        "ma" => LandingCaution.MayUseIt,
        "et" => LandingCaution.MayDismissIt,
        _ => null,
    };
}
