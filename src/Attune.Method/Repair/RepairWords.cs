using System.Collections.Immutable;
using Attune.Method.Anticipation;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Repair;

/// <summary>
/// What the catalogue says about one schema for a repair; each part null while it is not written.
/// </summary>
/// <param name="Thanks">Thanks for the risk, with what it costs a person with this schema.</param>
/// <param name="Disclosure">How a word of the therapist about themselves may land.</param>
/// <param name="NextTime">What this person's healthy adult might say to the therapist the next time it is touched.</param>
public sealed record RepairWords(string? Thanks, string? Disclosure, string? NextTime)
{
    /// <summary>Of a schema's code; null for one that is not known or not written. For the therapist's eyes: how a disclosure may land is said to a colleague.</summary>
    public static RepairWords? Of(MethodCatalogue catalogue, string schema) =>
        catalogue.TryGetSchema(schema, out var known) && known.Portrait?.Guidance is { } guidance
            ? new RepairWords(guidance.Thanks, guidance.Disclosure.Clinical, guidance.NextTime.ToTherapist)
            : null;
}

/// <summary>A sentence for a step that is suggested, and which schema's words it uses.</summary>
public static class RepairSentences
{
    /// <summary>
    /// The words of the first of these schemas that has some for the step, else the catalogue's own sentence for it; null when neither is there.
    /// </summary>
    /// <param name="words">What the catalogue has for a schema's code; null when nothing is written.</param>
    public static string? For(RepairStepKind step, IEnumerable<string> schemas, MethodCatalogue catalogue, Func<string, RepairWords?> words) =>
        schemas.Select(schema => Part(words(schema), step)).FirstOrDefault(text => text is not null)
        ?? (catalogue.TryGetRepairStep(CodeOf(step), out var guide) ? guide.Sentence : null);

    /// <summary>The code of the step in the catalogue.</summary>
    public static string CodeOf(RepairStepKind step) => step switch
    {
        RepairStepKind.Steadied => "steadied",
        RepairStepKind.Recognised => "recognised",
        RepairStepKind.ThankedForTheRisk => "thanked-for-the-risk",
        RepairStepKind.Validated => "validated",
        RepairStepKind.Explored => "explored",
        RepairStepKind.OwnedWithoutDefence => "owned",
        RepairStepKind.MetTheNeed => "met-the-need",
        RepairStepKind.LinkedToThePast => "linked-to-the-past",
        RepairStepKind.ChangedTaskOrGoal => "changed-task-or-goal",
        RepairStepKind.HeldTheWitness => "held-the-witness",
        RepairStepKind.DisclosedJudiciously => "disclosed",
        RepairStepKind.ToldTheStory => "told-as-story",
        RepairStepKind.CarriedOverToTheCouple => "carried-over",
    };

    private static string? Part(RepairWords? words, RepairStepKind step) => step switch
    {
        RepairStepKind.ThankedForTheRisk => words?.Thanks,
        _ => null,
    };
}

/// <summary>Which schemas lead, for a rupture or in a person.</summary>
public static class LeadingSchemas
{
    /// <summary>The relevant ones of a partner (mean item score from 4, no norm), highest first; empty without an assessment.</summary>
    public static ImmutableArray<string> Of(PartnerRecord partner) =>
    [
        .. (partner.Assessment?.EarlySchemas ?? ImmutableSortedDictionary<string, double>.Empty)
            .Where(score => score.Value >= PlanFits.RelevantScore)
            .OrderByDescending(score => score.Value).ThenBy(score => score.Key, StringComparer.Ordinal)
            .Select(score => score.Key),
    ];

    /// <summary>
    /// Those of a rupture: the primary, then the others named, then (of one partner's rupture) what leads in that partner. Each once.
    /// </summary>
    public static ImmutableArray<string> Of(CoupleCase couple, RuptureRecord rupture)
    {
        IEnumerable<string> primary = rupture.Formulation.PrimarySchema is { } known ? [known] : [];
        IEnumerable<string> owners = rupture.Owner.Alone() is { } owner ? Of(couple[owner]) : [];
        return [.. primary.Concat(rupture.Formulation.EarlySchemas).Concat(owners).Distinct(StringComparer.Ordinal)];
    }
}
