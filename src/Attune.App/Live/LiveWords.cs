using System.Collections.Immutable;
using Attune.Method.Anticipation;
using Attune.Method.Catalogue;
using Attune.Method.SelfInsight;
using Attune.Practice.Couples;
using Attune.Practice.Therapists;

namespace Attune.App.Live;

/// <summary>
/// The words of the live page, and what it takes from the record. It may be seen by everybody in the room: initials alone, and nothing that depends on
/// an answer, on a private word or on a safety flag.
/// </summary>
internal static class LiveWords
{
    /// <summary>As the list of the therapist's own senses holds.</summary>
    public const int SensesAtHand = 6;

    /// <summary>Code and what is said of it, in the order of the keys.</summary>
    public static readonly (string Code, string Key, string Said)[] Feelings =
        [("anxious", "anxious", "anxious toward"), ("angry", "angry", "angry with"), ("far-away", "far away", "far from"), ("too-close", "too close", "too close to")];

    public static readonly int[] Lengths = [50, 75, 90];

    public static string Initial(string name) => name.Length == 0 ? "" : name[..1];

    /// <summary>The therapist's own list; while there is none, the first of the catalogue for each sense, and then the next ones of the body.</summary>
    public static ImmutableArray<OwnSense> SensesOf(TherapistView own, MethodCatalogue catalogue)
    {
        var chosen = own.Assessment?.Senses.Select(code => catalogue.TryGetSense(code, out var sense) ? sense : null).OfType<OwnSense>().ToArray() ?? [];
        return chosen is { Length: > 0 }
            ? [.. chosen.Take(SensesAtHand)]
            : [.. catalogue.Senses.DistinctBy(one => one.Sense).Concat(catalogue.Senses.Where(one => one.Sense == BodySense.Feel)).Distinct().Take(SensesAtHand)];
    }

    /// <summary>
    /// The own card for what this couple pulls on. Pulls about danger are left out: whether they are there depends on a flag, and this page is the same with
    /// one and without.
    /// </summary>
    public static OwnCard? CardFor(CoupleView view, TherapistView own, MethodCatalogue catalogue) => OwnCard.ToShow(
        own.Cards,
        view.Map.Partners.SelectMany(side => side.Pulls)
            .Where(pull => catalogue.TryGetPull(pull.Pull, out var known) && !known.SafetyFirst)
            .OrderByDescending(pull => pull.Strength).ThenBy(pull => pull.Pull, StringComparer.Ordinal)
            .Select(pull => pull.OwnSchema));

    /// <summary>What is scored highest of what counts as relevant and has a portrait; null when nothing does. From scores alone, never from an answer.</summary>
    public static EarlySchema? StrongestOf(PartnerView partner, MethodCatalogue catalogue) => (partner.Assessment?.EarlySchemas ?? ImmutableSortedDictionary<string, double>.Empty)
        .Where(score => score.Value >= PlanFits.RelevantScore)
        .OrderByDescending(score => score.Value).ThenBy(score => score.Key, StringComparer.Ordinal)
        .Select(score => catalogue.TryGetSchema(score.Key, out var schema) && schema.IsWritten ? schema : null)
        .FirstOrDefault(schema => schema is not null);

    /// <summary>One line to oneself about this partner; the word's own when nothing is known of them.</summary>
    public static string LineFor(CoalWord word, PartnerView partner, MethodCatalogue catalogue) => StrongestOf(partner, catalogue)?.Portrait?.Guidance.Coal is { } lines
        ? word.Code switch { "curious" => lines.Curious, "open" => lines.Open, "accepting" => lines.Accepting, "loving" => lines.Loving, _ => word.Line.Plain }
        : word.Line.Plain;

    /// <summary>How it is with a partner's heart, to the therapist. A flag is no reason that is given.</summary>
    public static string Of(HeartOffer offer, MethodCatalogue catalogue) => offer.Standing switch
    {
        HeartOfferStanding.Agreed => "They agreed, for themselves, that their heart may be heard.",
        HeartOfferStanding.Declined => "They would rather not. The session needs no partner's heart.",
        HeartOfferStanding.KeptOff => $"Left out: a strap would touch what hurts ({string.Join(", ", offer.KeptOffBy.Select(code => catalogue.TryGetSchema(code, out var schema) ? schema.PlainName.ToLowerInvariant() : code))}). Nothing is lost by it.",
        HeartOfferStanding.NotAsked => "Nobody has asked them. Ask each of the two alone: a strap is a question to one person.",
        _ => "Partners' hearts are not offered at the moment. The session needs none.",
    };

    public static string Of(SchemaModeGroup group) => group switch
    {
        SchemaModeGroup.Child => "child",
        SchemaModeGroup.Parent => "parent's voice",
        SchemaModeGroup.Coping => "coping",
        _ => "healthy",
    };
}
