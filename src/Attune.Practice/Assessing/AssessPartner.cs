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

    public Leaning? Leaning { get; init; }

    public ImmutableArray<string> Injuries { get; init; } = [];

    public bool? AsksForVerdict { get; init; }

    public BlameKind? Blames { get; init; }

    public ImmutableArray<PastRupture> PastRuptures { get; init; } = [];

    public string? Trauma { get; init; }

    public bool SlowBond { get; init; }

    public string? DiffersFromTherapist { get; init; }

    public ImmutableSortedDictionary<string, string> NotKnownYet { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableArray<AssessmentTopic> WouldRatherNot { get; init; } = [];

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
            .NotLonger(ExpectsOfTherapy, 2_000, "ExpectsOfTherapy", "What they expect")
            .Defined(Leaning, "Leaning", "How decided they are")
            .Defined(Blames, "Blames", "What the blame is about")
            .NotLonger(Trauma, 4_000, "Trauma", "What lies behind")
            .NotLonger(DiffersFromTherapist, 1_000, "DiffersFromTherapist", "The difference of background");
        foreach (var injury in Injuries)
            check.NotLonger(injury, 1_000, "Injuries", "An injury that keeps coming back");
        foreach (var past in PastRuptures)
        {
            check.Defined<PastRelation>(past.With, "PastRuptures", "With whom a past rupture was")
                .NotLonger(past.HowItEnded, 1_000, "PastRuptures", "How it ended")
                .NotLonger(past.WouldHaveMended, 1_000, "PastRuptures", "What would have mended it");
        }

        foreach (var topic in WouldRatherNot)
            check.Defined<AssessmentTopic>(topic, "WouldRatherNot", "What they would rather not say");
        NotKnown.Check(check, NotKnownYet);
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
                Leaning = Leaning,
                Injuries = Injuries,
                AsksForVerdict = AsksForVerdict,
                Blames = Blames,
                PastRuptures = PastRuptures,
                Trauma = Trauma,
                SlowBond = SlowBond,
                DiffersFromTherapist = DiffersFromTherapist,
                NotKnownYet = NotKnownYet,
                WouldRatherNot = WouldRatherNot,
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

/// <summary>Lines about what the therapist does not know yet, by topic.</summary>
internal static class NotKnown
{
    public static void Check(Check check, ImmutableSortedDictionary<string, string> lines)
    {
        foreach (var (topic, line) in lines)
            check.NotLonger(line, 1_000, $"NotKnownYet.{topic}", "What you do not know yet");
    }
}
