using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Repair;

/// <summary>Why a partner is asked about using a piece of a repair at home.</summary>
public enum ReuseBecause
{
    CarriedOver = 1,
    NextTimeLine = 2,
}

/// <summary>
/// A question for later: was it used at home? <paramref name="Since"/>: the session after which it may be asked; <paramref name="Before"/>: what
/// was answered the time before, null when it was never asked.
/// </summary>
public sealed record ReuseQuestion(RuptureId Rupture, Partner Partner, ReuseBecause Because, int Since, ReuseAnswer? Before);

/// <summary>
/// Whether the couple used what was mended here (article-map rows 34 and 38): the test of carrying it over. Repairs carried over are asked about in
/// both partners, a line for the next time in those whose rupture it was. Asked from the session after; asked again, one session later, after "not
/// yet" and "tried and got stuck"; never again after the other two answers (our proposal).
/// </summary>
public static class HomeReuse
{
    /// <summary>
    /// What to ask in <paramref name="session"/>, in the order of the ruptures. Nothing under a safety flag and nothing once the work is closed; what
    /// is answered all the same can always be recorded.
    /// </summary>
    public static ImmutableArray<ReuseQuestion> ToAsk(CoupleCase couple, int session)
    {
        if (couple.HasSafetyFlag || couple.Closed is not null)
            return [];
        var questions = ImmutableArray.CreateBuilder<ReuseQuestion>();
        foreach (var rupture in couple.Ruptures.Where(one => !one.IsSetAside))
        {
            foreach (var partner in Partners.All)
            {
                if (QuestionFor(rupture, partner) is { } question && question.Since < session)
                    questions.Add(question);
            }
        }
        return questions.ToImmutable();
    }

    /// <summary>What one partner said last about one rupture; null when they were not asked.</summary>
    public static RepairReused? LastOf(RuptureRecord rupture, Partner partner) => rupture.Reuses.LastOrDefault(said => said.Partner == partner);

    private static ReuseQuestion? QuestionFor(RuptureRecord rupture, Partner partner)
    {
        var carried = rupture.Steps.FirstOrDefault(step => step.Kind == RepairStepKind.CarriedOverToTheCouple);
        var hasLine = rupture.Owner.Includes(partner) && rupture.Formulation.NextTimeToPartner is not null;
        if (carried is null && !hasLine)
            return null;
        var last = LastOf(rupture, partner);
        if (last is { Answer: ReuseAnswer.UsedAndHelped or ReuseAnswer.WouldRatherNot })
            return null;
        var begun = carried?.Session ?? rupture.Session;
        return new ReuseQuestion(
            rupture.Id, partner, carried is null ? ReuseBecause.NextTimeLine : ReuseBecause.CarriedOver, Math.Max(begun, last?.Session ?? begun), last?.Answer);
    }
}
