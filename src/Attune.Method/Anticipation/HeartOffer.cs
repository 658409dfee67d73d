using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Anticipation;

/// <summary>Whether a partner's heart may be put on in a session.</summary>
/// <param name="KeptOffBy">Codes of the early schemas that a strap would feed, the most sensitive first.</param>
public sealed record HeartOffer(Partner Partner, HeartOfferStanding Standing, ImmutableArray<string> KeptOffBy)
{
    /// <summary>A strap counts as a trigger of a schema from this sensitivity on [our proposal: mistrust and vulnerability, which article-map 4.2 names].</summary>
    public const double TriggerFrom = 0.8;

    private const string StrapCode = "strap-or-video";

    public bool MayBeSwitchedOn => Standing is HeartOfferStanding.Agreed;

    /// <summary>Its key is on the page of a session that goes on: a flag changes nothing there that can be seen. Whether it does anything is <see cref="MayBeSwitchedOn"/>.</summary>
    public bool HasKey { get; init; }

    /// <summary>Under a flag it reads as for everybody who was not asked; nothing says why. Then the schemas, then what the person said.</summary>
    public static HeartOffer Of(CoupleCase couple, Partner partner, MethodCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(couple);
        ArgumentNullException.ThrowIfNull(catalogue);
        var offer = WithoutFlag(couple, partner, catalogue);
        return (couple.HasSafetyFlag ? new(partner, HeartOfferStanding.Off, []) : offer) with { HasKey = offer.MayBeSwitchedOn };
    }

    private static HeartOffer WithoutFlag(CoupleCase couple, Partner partner, MethodCatalogue catalogue)
    {
        var scores = couple[partner].Assessment?.EarlySchemas;
        ImmutableArray<string> triggers = scores is null || !catalogue.TryGetOccasion(StrapCode, out var strap)
            ? []
            : [.. strap.Sensitivities.Where(one => one.Weight >= TriggerFrom && scores.TryGetValue(one.Schema, out var score) && score >= PlanFits.RelevantScore)
                .OrderByDescending(one => one.Weight).Select(one => one.Schema)];
        return triggers.IsEmpty
            ? new(partner, couple[partner].AgreedToHeart switch { true => HeartOfferStanding.Agreed, false => HeartOfferStanding.Declined, null => HeartOfferStanding.NotAsked }, [])
            : new(partner, HeartOfferStanding.KeptOff, triggers);
    }
}

public enum HeartOfferStanding
{
    /// <summary>Nobody asked them.</summary>
    NotAsked = 1,
    Agreed = 2,
    Declined = 3,

    /// <summary>A strap would touch what hurts this person: it is left out.</summary>
    KeptOff = 4,

    /// <summary>Not offered now.</summary>
    Off = 5,
}
