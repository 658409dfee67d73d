using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Assessment;

/// <summary>What a part of a chain rests on.</summary>
public enum ChainSource
{
    SetByTherapist = 1,

    /// <summary>Seen in sessions.</summary>
    FromMarks = 2,

    /// <summary>The highest of the person's own mode scores among those that go with the schema.</summary>
    FromScores = 3,

    /// <summary>What the catalogue holds for usual.</summary>
    FromCatalogue = 4,
}

/// <summary>A mode of a chain and what it rests on.</summary>
public sealed record ChainPart(string Mode, ChainSource From);

/// <summary>A person's own chain for one schema, as far as it is known. Null: not clear yet.</summary>
/// <param name="Way">Which of the three ways of coping the coping mode belongs to; null when it is none of the schema's usual ones, or not clear.</param>
public sealed record ReadChain(string EarlySchema, ChainPart? Child, ChainPart? Parent, ChainPart? Coping, CopingStyle? Way);

/// <summary>
/// Each person's own chain per schema: what the therapist set goes before everything; else what was seen in sessions, else the person's own mode
/// scores, else (child and parent only) the catalogue. The catalogue never proposes a way of coping by itself: a schema has three (article-map 27).
/// </summary>
public static class OwnChains
{
    /// <summary>Marks of a mode from here on go before scores; one placed while aroused counts half [our proposal].</summary>
    public const double EnoughMarks = 2;

    private const double WeightWhileAroused = 0.5;

    /// <summary>A partner's chain. Null for a schema that is not written.</summary>
    public static ReadChain? Of(CoupleCase couple, Partner partner, EarlySchema schema, MethodCatalogue catalogue)
    {
        var record = couple[partner];
        return Of(
            schema, record.Chains.GetValueOrDefault(schema.Code), record.Assessment?.SchemaModes,
            couple.Sessions.SelectMany(session => session[partner].Marks).Where(mark => mark.Kind == MarkKind.Mode), catalogue);
    }

    /// <summary>The therapist's own chain: from the own card, else from the own scores, else the catalogue. Null for a schema that is not written.</summary>
    public static ReadChain? OfTherapist(TherapistProfile therapist, EarlySchema schema, MethodCatalogue catalogue) =>
        Of(schema, therapist.Cards.GetValueOrDefault(schema.Code)?.Chain, therapist.Assessment?.SchemaModes, [], catalogue);

    private static ReadChain? Of(
        EarlySchema schema, OwnChain? set, ImmutableSortedDictionary<string, double>? scores, IEnumerable<MarkPlaced> marks, MethodCatalogue catalogue)
    {
        if (schema.Portrait is not { } portrait)
            return null;
        if (set is not null)
            return new ReadChain(schema.Code, Set(set.ChildMode), Set(set.ParentMode), Set(set.CopingMode), WayOf(portrait, set.CopingMode));
        var seen = Seen(marks, schema.Code);
        var coping = Best([.. portrait.WaysOfCoping.SelectMany(way => way.Modes).Distinct(StringComparer.OrdinalIgnoreCase)], seen, scores, catalogue, suggests: false);
        return new ReadChain(
            schema.Code,
            Best(portrait.ChildModes, seen, scores, catalogue, suggests: true),
            Best(portrait.ParentModes, seen, scores, catalogue, suggests: true),
            coping,
            WayOf(portrait, coping?.Mode));
    }

    // A mark without a schema speaks for every schema that its mode goes with.
    private static Dictionary<string, double> Seen(IEnumerable<MarkPlaced> marks, string schema) => marks
        .Where(mark => mark.EarlySchema is null || mark.EarlySchema.Equals(schema, StringComparison.OrdinalIgnoreCase))
        .GroupBy(mark => mark.Code, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.Sum(mark => mark.WhileAroused ? WeightWhileAroused : 1), StringComparer.OrdinalIgnoreCase);

    private static ChainPart? Best(
        ImmutableArray<string> candidates, Dictionary<string, double> seen, ImmutableSortedDictionary<string, double>? scores, MethodCatalogue catalogue, bool suggests)
    {
        if (candidates.IsEmpty)
            return null;
        var most = candidates.MaxBy(code => seen.GetValueOrDefault(code))!;
        if (seen.GetValueOrDefault(most) >= EnoughMarks)
            return new ChainPart(most, ChainSource.FromMarks);
        var scored = candidates.Where(code => ScoreOf(code, scores, catalogue) is not null).ToArray();
        if (scored.Length > 0)
            return new ChainPart(scored.MaxBy(code => ScoreOf(code, scores, catalogue))!, ChainSource.FromScores);
        return suggests ? new ChainPart(candidates[0], ChainSource.FromCatalogue) : null;
    }

    // A form has no scale of its own: the lonely child is scored as the vulnerable child.
    private static double? ScoreOf(string code, ImmutableSortedDictionary<string, double>? scores, MethodCatalogue catalogue)
    {
        if (scores is null)
            return null;
        if (scores.TryGetValue(code, out var own))
            return own;
        return catalogue.TryGetMode(code, out var mode) && mode.FormOf is { } wider && scores.TryGetValue(wider, out var score) ? score : null;
    }

    private static CopingStyle? WayOf(SchemaPortrait portrait, string? mode) =>
        mode is null ? null : portrait.WaysOfCoping.FirstOrDefault(way => way.Modes.Contains(mode, StringComparer.OrdinalIgnoreCase))?.Style;

    private static ChainPart? Set(string? mode) => mode is null ? null : new ChainPart(mode, ChainSource.SetByTherapist);
}
