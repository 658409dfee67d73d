using System.Collections.Immutable;

namespace Attune.Method.Learning;

/// <summary>
/// What a forecast learns from, by one reporter: answered sessions, those of one partner together and those of one couple together, as flat arrays.
/// Immutable. Unanswered sessions are counted and left out.
/// </summary>
public sealed class LearningRows
{
    private LearningRows(ImmutableArray<string> terms, int areas, LearningRow[] answered, int unanswered)
    {
        (Terms, Areas, Unanswered) = (terms, areas, unanswered);
        Width = WidthOf(terms.Length);
        Values = new double[answered.Length * areas * Width];
        Outcomes = new sbyte[answered.Length];
        Guesses = new double[answered.Length];
        List<int> starts = [], couples = [], partners = [];
        for (var row = 0; row < answered.Length; row++)
        {
            var one = answered[row];
            if (row == 0 || answered[row - 1].Partner != one.Partner)
            {
                starts.Add(row);
                couples.Add(one.Couple);
                partners.Add(one.Partner);
            }

            Outcomes[row] = one.Outcome.Kind switch
            {
                OutcomeKind.NoReport => None,
                OutcomeKind.ReportOfUnknownArea when areas > 1 => SomeArea,
                OutcomeKind.ReportOfUnknownArea => 1,
                _ => (sbyte)(one.Outcome.Area + 1),
            };
            Guesses[row] = one.Guess ?? double.NaN;
            Place(one.Values, row);
        }

        (Starts, CoupleOfGroup, PartnerOfGroup) = ([.. starts, answered.Length], [.. couples], [.. partners]);
        (Reports, Couples, Groups) = Counted();
    }

    // What is left when the groups from first to before end go.
    private LearningRows(LearningRows all, int first, int end)
    {
        var (from, to, size) = (all.Starts[first], all.Starts[end], all.Areas * all.Width);
        (Terms, Areas, Unanswered, Width) = (all.Terms, all.Areas, all.Unanswered, all.Width);
        Values = [.. all.Values.AsSpan(0, from * size), .. all.Values.AsSpan(to * size)];
        Outcomes = [.. all.Outcomes.AsSpan(0, from), .. all.Outcomes.AsSpan(to)];
        Guesses = [.. all.Guesses.AsSpan(0, from), .. all.Guesses.AsSpan(to)];
        Starts = [.. all.Starts[..first], .. all.Starts[end..].Select(start => start - (to - from))];
        CoupleOfGroup = [.. all.CoupleOfGroup[..first], .. all.CoupleOfGroup[end..]];
        PartnerOfGroup = [.. all.PartnerOfGroup[..first], .. all.PartnerOfGroup[end..]];
        (Reports, Couples, Groups) = Counted();
    }

    /// <summary>No report.</summary>
    internal const sbyte None = 0;

    /// <summary>A report of an unknown area; a known one is its number from 1.</summary>
    internal const sbyte SomeArea = -1;

    /// <summary>Codes, in the order of the values.</summary>
    public ImmutableArray<string> Terms { get; }

    /// <summary>How many areas, 1 or more.</summary>
    public int Areas { get; }

    /// <summary>Answered sessions, each partner's counted.</summary>
    public int Count => Outcomes.Length;

    public int Reports { get; }

    /// <summary>Sessions without an answer, each partner's counted: they enter nothing.</summary>
    public int Unanswered { get; }

    /// <summary>With an answered session.</summary>
    public int Couples { get; }

    /// <summary>With an answered session.</summary>
    public int Partners => PartnerOfGroup.Length;

    /// <summary>Row by row, area by area: 1 for the intercept, the terms, noughts up to <see cref="Width"/>.</summary>
    internal double[] Values { get; }

    internal int Width { get; }

    internal sbyte[] Outcomes { get; }

    /// <summary>NaN where there is none.</summary>
    internal double[] Guesses { get; }

    /// <summary>First row of each partner; last, the number of rows.</summary>
    internal int[] Starts { get; }

    internal int[] CoupleOfGroup { get; }

    internal int[] PartnerOfGroup { get; }

    /// <summary>Rows in any order; those of one partner keep theirs.</summary>
    /// <exception cref="ArgumentException">A row of the wrong length, a value that is not finite, an area that there is not, a guess outside (0, 1), or a partner in two couples.</exception>
    public static LearningRows Of(ImmutableArray<string> terms, int areas, IEnumerable<LearningRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(areas, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(areas, sbyte.MaxValue);
        var coupleOf = new Dictionary<int, int>();
        List<LearningRow> answered = [];
        var unanswered = 0;
        foreach (var row in rows)
        {
            Check(row, terms.Length, areas, coupleOf);
            if (row.Outcome.Kind == OutcomeKind.Unanswered)
                unanswered++;
            else
                answered.Add(row);
        }

        return new LearningRows(terms, areas, [.. answered.OrderBy(row => row.Couple).ThenBy(row => row.Partner)], unanswered);
    }

    /// <summary>From a partner's key to the place of their rows.</summary>
    internal Dictionary<int, int> Groups { get; }

    /// <summary>All rows but those of the groups from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    internal LearningRows Without(int first, int end) => new(this, first, end);

    internal ReadOnlySpan<double> ValuesOf(int row) => Values.AsSpan(row * Areas * Width, Areas * Width);

    /// <summary>The intercept and the terms, up to full vectors.</summary>
    internal static int WidthOf(int terms) => (terms + 1 + SquareSum.Step - 1) / SquareSum.Step * SquareSum.Step;

    private (int Reports, int Couples, Dictionary<int, int> Groups) Counted() => (
        Outcomes.Count(outcome => outcome != None),
        CoupleOfGroup.Distinct().Count(),
        Enumerable.Range(0, PartnerOfGroup.Length).ToDictionary(group => PartnerOfGroup[group]));

    private void Place(ImmutableArray<double> values, int row)
    {
        for (var area = 0; area < Areas; area++)
        {
            var to = Values.AsSpan((row * Areas + area) * Width, Width);
            to[0] = 1;
            values.AsSpan(area * Terms.Length, Terms.Length).CopyTo(to[1..]);
        }
    }

    private static void Check(LearningRow row, int terms, int areas, Dictionary<int, int> coupleOf)
    {
        if (row.Values.IsDefault || row.Values.Length != terms * areas)
            throw new ArgumentException($"A row has {(row.Values.IsDefault ? 0 : row.Values.Length)} values; {terms} terms in {areas} areas want {terms * areas}.", nameof(row));
        foreach (var value in row.Values)
        {
            if (!double.IsFinite(value))
                throw new ArgumentException($"A value of partner {row.Partner} is {value}.", nameof(row));
        }

        if (row.Outcome.Area >= areas)
            throw new ArgumentException($"Area {row.Outcome.Area} of {areas}.", nameof(row));
        if (row.Guess is { } guess and not (> 0 and < 1))
            throw new ArgumentException($"A guess of {guess}: it lies between 0 and 1, without both.", nameof(row));
        if (!coupleOf.TryAdd(row.Partner, row.Couple) && coupleOf[row.Partner] != row.Couple)
            throw new ArgumentException($"Partner {row.Partner} is in couple {coupleOf[row.Partner]} and in {row.Couple}.", nameof(row));
    }
}
