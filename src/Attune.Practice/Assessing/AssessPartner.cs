using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Refusals;

namespace Attune.Practice.Assessing;

/// <summary>What is known of one partner from the first phase, typed by the therapist. Replaces the assessment before it.</summary>
public sealed record AssessPartner : CoupleCommand
{
    public required Partner Partner { get; init; }

    public ImmutableSortedDictionary<string, double> EarlySchemas { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    public ImmutableSortedDictionary<string, double> SchemaModes { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    public ImmutableSortedDictionary<string, int> Comfort { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    public int? SharedView { get; init; }

    public int? Motivation { get; init; }

    public int? Hope { get; init; }

    public string? ReasonToCome { get; init; }

    public string? ExpectsOfTherapy { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (!Enum.IsDefined(Partner))
            return Decision.No(new Refusal("PRA021", "Choose whom the assessment is about.", "Partner"));
        var before = couple[Partner];
        if (Stale(before.AssessmentNumber))
            return Decision.No(CommonRefusals.ChangedMeanwhile);
        var check = new Check()
            .Within(SharedView, 0, 10, "SharedView", "The shared view")
            .Within(Motivation, 0, 10, "Motivation", "Motivation")
            .Within(Hope, 0, 10, "Hope", "Hope")
            .NotLonger(ReasonToCome, 2_000, "ReasonToCome", "The reason to come")
            .NotLonger(ExpectsOfTherapy, 2_000, "ExpectsOfTherapy", "What they expect");
        Scores.Check(check, EarlySchemas, "Schema");
        Scores.Check(check, SchemaModes, "Mode");
        foreach (var (technique, comfort) in Comfort)
            check.Within(comfort, 0, 10, $"Comfort.{technique}", "Comfort");
        return check.Fails
            ? Decision.No(check.Why)
            : Decision.Record(new PartnerAssessed
            {
                At = at,
                Amends = before.AssessmentNumber is 0 ? null : before.AssessmentNumber,
                Partner = Partner,
                EarlySchemas = EarlySchemas,
                SchemaModes = SchemaModes,
                Comfort = Comfort,
                SharedView = SharedView,
                Motivation = Motivation,
                Hope = Hope,
                ReasonToCome = ReasonToCome,
                ExpectsOfTherapy = ExpectsOfTherapy,
            });
    }
}

/// <summary>Mean item scores of licensed measures go from 1 to 6.</summary>
internal static class Scores
{
    public static void Check(Check check, ImmutableSortedDictionary<string, double> scores, string kind)
    {
        foreach (var (code, score) in scores)
            check.Within(score, 1, 6, $"{kind}.{code}", $"The score of {code}");
    }
}
