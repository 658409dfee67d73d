using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Repair;

namespace Attune.Method.Anticipation;

/// <summary>Makes the brief for a session from what is known so far. Pure.</summary>
public static class Briefing
{
    /// <summary>A mean item score from here on counts as relevant: common practice, no norm (method's facts 4.8).</summary>
    public const double RelevantScore = 4;

    /// <summary>A comfort with a technique from here down asks for its ladder [our proposal].</summary>
    public const int LowComfort = 3;

    /// <summary>No more than three points for each partner: the brief is read in a minute.</summary>
    private const int PointsEach = 3;

    public static Brief For(CoupleCase couple, MethodCatalogue catalogue, int session)
    {
        var plan = couple.FindSession(session)?.Plan;
        var last = couple.Sessions.LastOrDefault(held => held.Held is not null && held.Number < session);
        return new Brief(
            session,
            [.. OpenPromises.Of(couple, session).Select(owed => new Promise(owed.Partner, owed.Text))],
            [.. Both<Partner>(partner => last is not null && last[partner].CheckIn is null ? [partner] : [])],
            [.. Both(partner => CareFor(couple[partner], catalogue))],
            plan is null ? [] : [.. Both(partner => CautionsFor(couple[partner], plan, catalogue))]);
    }

    private static IEnumerable<T> Both<T>(Func<Partner, IEnumerable<T>> of) => of(Partner.A).Concat(of(Partner.B));

    private static IEnumerable<CarePoint> CareFor(PartnerRecord partner, MethodCatalogue catalogue)
    {
        var scores = partner.Assessment?.EarlySchemas ?? ImmutableSortedDictionary<string, double>.Empty;
        return scores
            .Where(score => score.Value >= RelevantScore && catalogue.TryGetSchema(score.Key, out var schema) && schema.Portrait is not null)
            .OrderByDescending(score => score.Value).ThenBy(score => score.Key, StringComparer.Ordinal)
            .Take(PointsEach)
            .Select(score => Point(partner.Partner, score.Value, catalogue.Schema(score.Key)));
    }

    private static CarePoint Point(Partner partner, double score, EarlySchema schema)
    {
        var portrait = schema.Portrait!;
        var area = Strongest(portrait.Strengths);
        var trigger = portrait.Triggers.FirstOrDefault(one => one.Areas.Contains(area)) ?? portrait.Triggers[0];
        var sign = portrait.EarlySigns[0];
        return new CarePoint(partner, schema.Code, score, area, trigger.Text.Plain, sign.Channel, sign.Text, portrait.FirstSentence);
    }

    private static RuptureArea Strongest(AreaStrengths strengths) =>
        strengths.Bond >= strengths.Task && strengths.Bond >= strengths.Goal ? RuptureArea.Bond
        : strengths.Task >= strengths.Goal ? RuptureArea.Task : RuptureArea.Goal;

    private static IEnumerable<Caution> CautionsFor(PartnerRecord partner, SessionPlanned plan, MethodCatalogue catalogue)
    {
        foreach (var code in plan.Techniques)
        {
            if (!catalogue.TryGetTechnique(code, out var technique))
                continue;
            var touched = Touched(partner, technique.Sensitivities);
            int? comfort = partner.Assessment is { } known && known.Comfort.TryGetValue(code, out var given) ? given : null;
            var uneasy = comfort <= LowComfort;
            if (touched.IsEmpty && !uneasy)
                continue;
            // Who is both touched and uneasy begins one step later than nothing at all: with the part in the third person, seated.
            int? step = technique.Ladder.IsEmpty ? null : uneasy && !touched.IsEmpty ? Math.Min(2, technique.Ladder.Length) : 1;
            yield return new Caution(partner.Partner, code, touched, comfort, step, technique.Alternatives);
        }

        foreach (var code in plan.Occasions)
        {
            if (catalogue.TryGetOccasion(code, out var occasion) && Touched(partner, occasion.Sensitivities) is { IsEmpty: false } touched)
                yield return new Caution(partner.Partner, code, touched, null, null, []);
        }
    }

    private static ImmutableArray<string> Touched(PartnerRecord partner, ImmutableArray<SchemaSensitivity> sensitivities) =>
        partner.Assessment is { } known
            ? [.. sensitivities
                .Where(one => known.EarlySchemas.TryGetValue(one.Schema, out var score) && score >= RelevantScore)
                .OrderByDescending(one => one.Weight * known.EarlySchemas[one.Schema])
                .Select(one => one.Schema)]
            : [];
}
