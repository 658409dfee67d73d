using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Anticipation;

/// <summary>A pull that one partner may have on the therapist. Compartment data: on no print, in no partner's sight.</summary>
/// <param name="Pull">Code of the pull.</param>
/// <param name="OwnSchema">The therapist's own schema that it pulls on most.</param>
/// <param name="Strength">0 to 1: the partner's side times the own side.</param>
/// <param name="SafetyFirst">A flag is up and the pull is about danger: the own protocol goes first.</param>
public sealed record PullReading(Partner Partner, string Pull, string OwnSchema, double Strength, bool SafetyFirst);

/// <summary>Which of the therapist's own schemas a partner may pull on.</summary>
public static class PullReadings
{
    /// <summary>An own score from here on can be pulled on (common practice, no norm; method-facts 4.8).</summary>
    internal const double OwnFrom = 4;

    /// <summary>A partner's mode score from here on pulls [our proposal].</summary>
    internal const double ModeFrom = 3.5;

    /// <summary>What was seen or said in place of a score [our proposal].</summary>
    private const double WhenSeen = 0.6;

    /// <summary>Strongest first; at most one for each pull. Empty without an own profile: that is not known, not none.</summary>
    public static ImmutableArray<PullReading> Of(CoupleCase couple, Partner partner, TherapistAssessed? own, MethodCatalogue catalogue)
    {
        if (own is null)
            return [];
        var found = ImmutableArray.CreateBuilder<PullReading>();
        foreach (var pull in catalogue.Pulls)
        {
            var (schema, ownSide) = OwnSide(pull, own);
            var theirSide = schema is null ? 0 : PartnerSide(couple, partner, pull);
            if (theirSide > 0)
                found.Add(new PullReading(partner, pull.Code, schema!, ownSide * theirSide, pull.SafetyFirst && couple.HasSafetyFlag));
        }

        return [.. found.OrderByDescending(reading => reading.Strength).ThenBy(reading => reading.Pull, StringComparer.Ordinal)];
    }

    private static (string? Schema, double Strength) OwnSide(TherapistPull pull, TherapistAssessed own)
    {
        var touched = pull.OwnSchemas.Where(code => own.EarlySchemas.TryGetValue(code, out var score) && score >= OwnFrom).ToArray();
        return touched.Length == 0 ? (null, 0) : (touched.MaxBy(code => own.EarlySchemas[code]), touched.Max(code => AsShare(own.EarlySchemas[code])));
    }

    private static double PartnerSide(CoupleCase couple, Partner partner, TherapistPull pull)
    {
        var record = couple[partner];
        var scores = record.Assessment?.SchemaModes ?? ImmutableSortedDictionary<string, double>.Empty;
        var byScore = pull.PartnerModes.Where(code => scores.TryGetValue(code, out var score) && score >= ModeFrom).Select(code => AsShare(scores[code])).DefaultIfEmpty(0).Max();
        return Math.Max(byScore, IsSeen(couple, record, pull) ? WhenSeen : 0);
    }

    // A mode that was marked, a chain the therapist set, or what the assessment says outright.
    private static bool IsSeen(CoupleCase couple, PartnerRecord record, TherapistPull pull) =>
        couple.Sessions.Any(session => session[record.Partner].Marks.Any(mark => mark.Kind == MarkKind.Mode && Pulls(pull, mark.Code)))
        || record.Chains.Values.Any(chain => Pulls(pull, chain.CopingMode) || Pulls(pull, chain.ChildMode) || Pulls(pull, chain.ParentMode))
        || pull.Code switch
        {
            "asks-for-a-verdict" => record.Assessment?.AsksForVerdict == true,
            "suicidal" => record.SafetyFlags.Contains(SafetyConcern.Suicide),
            "harmed-by-the-partner" => record.SafetyFlags.Contains(SafetyConcern.Violence) || record.SafetyFlags.Contains(SafetyConcern.CoerciveControl),
            "threatening-violent" => record.SafetyFlags.Contains(SafetyConcern.HarmToOthers),
            _ => false,
        };

    private static bool Pulls(TherapistPull pull, string? mode) => mode is not null && pull.PartnerModes.Contains(mode, StringComparer.OrdinalIgnoreCase);

    /// <summary>A score of 1 to 6 as 0 to 1.</summary>
    internal static double AsShare(double score) => (score - 1) / 5;
}
