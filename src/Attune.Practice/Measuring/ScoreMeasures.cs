using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Measures;
using Attune.Practice.Couples;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;

namespace Attune.Practice.Measuring;

/// <summary>What was typed for one measure; nothing typed takes an earlier score back.</summary>
public sealed record MeasureEntry(MeasureDefinition Definition, ImmutableArray<double> Typed);

/// <summary>
/// Scores of one partner and session on the practice's own measures. One event for each that is new or changed, under that partner's key.
/// </summary>
public sealed record ScoreMeasures : CoupleCommand
{
    public required Partner Partner { get; init; }

    /// <summary>0 before the first session.</summary>
    public required int Session { get; init; }

    public ImmutableArray<MeasureEntry> Scores { get; init; } = [];

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (Session != 0 && !SessionRules.MayExist(couple, Session))
            return Decision.No(SessionRules.OutOfTurn(couple, Session));
        var check = new Check();
        foreach (var (definition, typed) in Scores)
        {
            if (typed.IsEmpty)
                continue;
            check.That(typed.Length == definition.Fields, MeasureRefusals.SomeMissing(definition, typed.Length));
            foreach (var one in typed)
                check.Within(one, definition.Lowest, definition.Highest, $"Measure.{definition.Code}", definition.Name);
        }

        if (check.Fails)
            return Decision.No(check.Why);
        var events = Scores.Select(entry => Scored(couple, entry, at)).OfType<CaseEvent>().ToImmutableArray();
        return events.IsEmpty ? Decision.No(MeasureRefusals.NothingNew) : new Decision(events, []);
    }

    private MeasureScored? Scored(CoupleCase couple, MeasureEntry entry, DateTimeOffset at)
    {
        var (definition, typed) = entry;
        double? score = typed.IsEmpty ? null : definition.Score(typed);
        var items = definition.Scoring == MeasureScoring.WholeScore ? [] : typed;
        var known = couple[Partner].MeasureScores.FirstOrDefault(one => one.Session == Session && one.Measure == definition.Code);
        if (known?.Score == score && (known is null || known.Items.SequenceEqual(items)))
            return null;
        return new MeasureScored
        {
            At = at,
            Partner = Partner,
            Session = Session,
            Measure = definition.Code,
            Name = definition.Name,
            LowestScore = definition.LowestScore,
            HighestScore = definition.HighestScore,
            Score = score,
            Items = items,
        };
    }
}

internal static class MeasureRefusals
{
    public static readonly Refusal NothingNew = new("MEA001", "Nothing here is new: type a score, or empty one to take it back.");

    public static Refusal SomeMissing(MeasureDefinition definition, int typed) => new(
        "MEA002", $"{definition.Name} has {definition.Fields} items and {typed} were typed. An item that was left out is not guessed: type all of them, or none.",
        $"Measure.{definition.Code}");
}
