using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Catalogue;

namespace Attune.Method.Learning;

/// <summary>What a table tells of one partner's session; null and NaN: not told.</summary>
/// <param name="Task">1 to 7, answered after the session; so are goal and bond.</param>
/// <param name="IsOpenBefore">Whether an earlier rupture was still open when it began.</param>
/// <param name="Scores">1 to 6 by the catalogue's schemas, in its order.</param>
public sealed record ObservedSession(
    double Number, double? Task, double? Goal, double? Bond, string? Technique, string? Occasion, double? Motivation, double? OtherMotivation, bool? IsOpenBefore,
    ImmutableArray<double> Scores)
{
    internal double? In(RuptureArea area) => area switch
    {
        RuptureArea.Task => Task,
        RuptureArea.Goal => Goal,
        RuptureArea.Bond => Bond,
    };

    internal double? Composite => (Task + Goal + Bond) / 3;
}

/// <summary>
/// The catalogue's terms of sessions that are known from a table and not from a case. Answers of a session, or of a later one, never enter its own terms.
/// What a table does not tell adds nothing: <see cref="NeverTold"/>.
/// </summary>
public sealed class ObservedSessions
{
    // Of the check-in's composite, as the forecast takes it.
    private const double BetweenSd = 1;

    private readonly MethodCatalogue _catalogue;
    private readonly TensionReporter _reporter;
    private readonly TermValues _values;

    public ObservedSessions(MethodCatalogue catalogue, TensionReporter reporter)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        (_catalogue, _reporter, _values) = (catalogue, reporter, ForecastModel.Of(catalogue).Values);
        Terms = [.. catalogue.Forecast.Terms.Select(term => term.Code)];
    }

    /// <summary>Codes, in the order of the values of each area.</summary>
    public ImmutableArray<string> Terms { get; }

    /// <summary>Terms that no column tells. The conjoint term is the same for every couple, so it lies in the intercept.</summary>
    public static ImmutableArray<string> NeverTold { get; } = ["comfort", "shared-view", "expectation", "split-growth", "pull", "conjoint"];

    /// <summary>The values of each of the partner's sessions, as <see cref="LearningRow.Values"/> has them.</summary>
    /// <param name="own">In order of their numbers.</param>
    /// <param name="other">The other partner's, in order; empty where there is none.</param>
    public ImmutableArray<ImmutableArray<double>> Of(IReadOnlyList<ObservedSession> own, IReadOnlyList<ObservedSession> other)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(other);
        var all = ImmutableArray.CreateBuilder<ImmutableArray<double>>(own.Count);
        var levels = new (double? Last, double? Before)[AreaValues.All.Length];
        var (gap, next) = ((double?)null, 0);
        foreach (var session in own)
        {
            all.Add(ValuesOf(session, levels, gap));
            for (var area = 0; area < levels.Length; area++)
            {
                if (session.In(AreaValues.All[area]) is { } answered)
                    levels[area] = (answered, levels[area].Last);
            }

            while (next < other.Count && other[next].Number < session.Number)
                next++;
            if (next < other.Count && other[next].Number.Equals(session.Number) && session.Composite is { } mine && other[next].Composite is { } theirs)
                gap = (mine - theirs) / BetweenSd;
        }

        return all.ToImmutable();
    }

    private ImmutableArray<double> ValuesOf(ObservedSession session, (double? Last, double? Before)[] levels, double? gap)
    {
        List<TermInput> inputs = [];
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < session.Scores.Length; i++)
        {
            if (double.IsNaN(session.Scores[i]))
                continue;
            scores[_catalogue.Schemas[i].Code] = session.Scores[i];
            _values.AddSchema(inputs, _catalogue.Schemas[i].Code, session.Scores[i]);
        }

        _values.AddMotivation(inputs, session.Motivation, session.OtherMotivation);
        if (session.Technique is { } technique)
            _values.AddTechnique(inputs, technique, scores, comfort: null);
        if (session.Occasion is { } occasion)
            _values.AddOccasion(inputs, occasion, scores);
        for (var area = 0; area < levels.Length; area++)
        {
            if (levels[area].Last is { } last)
                _values.AddLevel(inputs, AreaValues.All[area], last, levels[area].Before);
        }

        if (gap is { } apart)
            _values.AddSplit(inputs, apart, slope: null);
        if (session.IsOpenBefore == true)
            _values.AddOpenRupture(inputs);
        if (session.Number <= ForecastModel.FirstSessions)
            _values.AddFirstSix(inputs);
        var values = new double[AreaValues.All.Length * Terms.Length];
        foreach (var input in inputs)
            AreaValues.Add(input, Terms.IndexOf(input.Term), _reporter, values, Terms.Length);
        return [.. values];
    }
}
