using System.Collections.Immutable;
using Attune.Method.Anticipation;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.SelfInsight;

/// <summary>
/// The therapist's own card for one schema, to be shown in Modify instead of words of ours (article-map row 47): compartment data.
/// </summary>
/// <param name="Chain">As the therapist wrote it, else the usual one of the catalogue's pulls on this schema; parts may be null.</param>
/// <param name="IsChainProposed">The chain is the catalogue's and not the therapist's own.</param>
public sealed record OwnCard(
    string EarlySchema, OwnChain Chain, bool IsChainProposed, string? WhatMyChildHears, string? WhatMyAdultAnswers, string? WhatSoothesMe)
{
    /// <summary>At least one of the three lines is there.</summary>
    public bool IsWritten => WhatMyChildHears is not null || WhatMyAdultAnswers is not null || WhatSoothesMe is not null;

    /// <summary>The card for a schema; empty lines where nothing was written.</summary>
    public static OwnCard Of(TherapistProfile therapist, string schema, MethodCatalogue catalogue)
    {
        var written = therapist.Cards.GetValueOrDefault(schema);
        var own = written?.Chain ?? new OwnChain();
        var isProposed = own == new OwnChain();
        return new OwnCard(
            schema, isProposed ? Proposed(schema, catalogue) : own, isProposed, written?.WhatMyChildHears, written?.WhatMyAdultAnswers, written?.WhatSoothesMe);
    }

    /// <summary>
    /// The card to show now: the first written one of <paramref name="pulledOn"/> (early schema codes, the likeliest first), else that of the highest
    /// own schema that has one. Null when none is written: then the exercise stands alone.
    /// </summary>
    public static OwnCard? ToShow(TherapistProfile therapist, IEnumerable<string> pulledOn, MethodCatalogue catalogue) =>
        ToShow([.. Wanted(therapist).Select(schema => Of(therapist, schema, catalogue))], pulledOn);

    /// <summary>The same, from all cards that are wanted, in the order of <see cref="Wanted"/>.</summary>
    public static OwnCard? ToShow(ImmutableArray<OwnCard> wanted, IEnumerable<string> pulledOn) => pulledOn
        .Select(schema => wanted.FirstOrDefault(card => card.EarlySchema == schema))
        .Concat(wanted)
        .FirstOrDefault(card => card?.IsWritten == true);

    /// <summary>The schemas that want a card: the therapist's relevant ones, highest first, and those with a card already.</summary>
    public static ImmutableArray<string> Wanted(TherapistProfile therapist) =>
        [.. SchemasOf(therapist).Concat(therapist.Cards.Keys).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> SchemasOf(TherapistProfile therapist) =>
        (therapist.Assessment?.EarlySchemas ?? ImmutableSortedDictionary<string, double>.Empty)
            .Where(score => score.Value >= PlanFits.RelevantScore)
            .OrderByDescending(score => score.Value).ThenBy(score => score.Key, StringComparer.Ordinal)
            .Select(score => score.Key);

    private static OwnChain Proposed(string schema, MethodCatalogue catalogue)
    {
        var modes = (catalogue.Pulls.FirstOrDefault(pull => pull.OwnSchemas.Contains(schema))?.OwnChain ?? []).Select(catalogue.Mode).ToArray();
        return new OwnChain
        {
            ChildMode = CodeOf(SchemaModeGroup.Child),
            ParentMode = CodeOf(SchemaModeGroup.Parent),
            CopingMode = CodeOf(SchemaModeGroup.Coping),
        };

        string? CodeOf(SchemaModeGroup group) => modes.FirstOrDefault(mode => mode.Group == group)?.Code;
    }
}
