using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Attune.Method.Alliance;
using Attune.Method.Catalogue;

namespace Attune.Method.Anticipation.Forecasting;

/// <summary>
/// The prior of the forecast: eta(area) = alpha + ln share(area) + sum over terms of mean x value x strength(area); p(any) = 1 - product of
/// (1 - p(area)). Alpha is solved per reporter so that the mean over the reference profiles of 1 - (1 - p(any))^6, with the six-session term on and
/// the conjoint term off, is the article's share of first reports. The means of the terms are scaled so that the summed terms, areas weighted by
/// their shares, have the reference's spread over the profiles. Made from a catalogue, once.
/// </summary>
internal sealed class ForecastModel
{
    public const int FirstSessions = 6;

    private static readonly ConditionalWeakTable<MethodCatalogue, ForecastModel> Made = [];

    private readonly Dictionary<string, ForecastTerm> _terms;
    private readonly Report _partner;
    private readonly Report _therapist;

    private ForecastModel(MethodCatalogue catalogue)
    {
        Values = new TermValues(catalogue);
        Weights = catalogue.Forecast;
        _terms = Weights.Terms.ToDictionary(term => term.Code, StringComparer.Ordinal);
        Profiles = [.. ReferenceProfiles.Of(catalogue).Select(InputsOf)];
        _partner = Calibrate(TensionReporter.Partner, Weights.Reference.FirstSixPartner);
        _therapist = Calibrate(TensionReporter.Therapist, Weights.Reference.FirstSixTherapist);
    }

    public ForecastWeights Weights { get; }

    public TermValues Values { get; }

    /// <summary>The inputs of each reference profile in its first six sessions, without the conjoint term.</summary>
    public ImmutableArray<ImmutableArray<TermInput>> Profiles { get; }

    /// <summary>The model of this catalogue; solved at the first call.</summary>
    public static ForecastModel Of(MethodCatalogue catalogue) => Made.GetValue(catalogue, made => new ForecastModel(made));

    /// <summary>The factor on the means of the terms that are not fixed.</summary>
    public double ScaleOf(TensionReporter reporter) => ReportOf(reporter).Scale;

    /// <summary>Alpha, log-odds, before the share of an area.</summary>
    public double InterceptOf(TensionReporter reporter) => ReportOf(reporter).Alpha;

    /// <summary>Median of p(any) over the reference profiles in a couple's therapy, inside or after the first six sessions: what "usual" means in words.</summary>
    public double UsualOf(TensionReporter reporter, bool inFirstSix) => inFirstSix ? ReportOf(reporter).UsualInFirstSix : ReportOf(reporter).UsualLater;

    public ReportForecast Forecast(IReadOnlyList<TermInput> inputs, TensionReporter reporter, bool inFirstSix)
    {
        var report = ReportOf(reporter);
        var (task, goal, bond) = (Area(inputs, report, RuptureArea.Task), Area(inputs, report, RuptureArea.Goal), Area(inputs, report, RuptureArea.Bond));
        return new ReportForecast(reporter, task, goal, bond, Any(task.Probability, goal.Probability, bond.Probability), UsualOf(reporter, inFirstSix));
    }

    /// <summary>What one input adds to the log-odds of an area.</summary>
    public double Contribution(TermInput input, TensionReporter reporter, RuptureArea area) => Weight(input, ReportOf(reporter)) * input.Strengths.In(area);

    public static double Logistic(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    public static double Any(double task, double goal, double bond) => 1 - (1 - task) * (1 - goal) * (1 - bond);

    private Report ReportOf(TensionReporter reporter) => reporter == TensionReporter.Partner ? _partner : _therapist;

    private AreaForecast Area(IReadOnlyList<TermInput> inputs, Report report, RuptureArea area)
    {
        var intercept = report.Alpha + Math.Log(Weights.Reference.Shares.In(area));
        var contributions = ImmutableArray.CreateBuilder<Contribution>(inputs.Count);
        var logOdds = intercept;
        for (var i = 0; i < inputs.Count; i++)
        {
            var value = Weight(inputs[i], report) * inputs[i].Strengths.In(area);
            if (value == 0)
                continue;
            contributions.Add(new Contribution(inputs[i].Term, inputs[i].Schema, inputs[i].Of, value));
            logOdds += value;
        }

        return new AreaForecast(area, intercept, contributions.ToImmutable(), logOdds, Logistic(logOdds));
    }

    private double Weight(TermInput input, Report report)
    {
        var term = _terms[input.Term];
        return (term.IsFixed ? term.Mean : report.Scale * term.Mean) * input.Value * (report.Reporter == TensionReporter.Partner ? input.Told : 1);
    }

    private ImmutableArray<TermInput> InputsOf(ReferenceProfile profile)
    {
        List<TermInput> inputs = [];
        foreach (var (code, score) in profile.Scores)
            Values.AddSchema(inputs, code, score);
        if (profile.Technique is { } technique)
            Values.AddTechnique(inputs, technique, profile.Scores, comfort: null);
        if (profile.Occasion is { } occasion)
            Values.AddOccasion(inputs, occasion, profile.Scores);
        Values.AddMotivation(inputs, profile.Motivation, profile.OtherMotivation);
        Values.AddFirstSix(inputs);
        return [.. inputs];
    }

    private Report Calibrate(TensionReporter reporter, double firstSix)
    {
        var unscaled = new Report(reporter, 1, 0, 0, 0);
        var spread = Sd([.. Profiles.Select(inputs => Summed(inputs, unscaled))]);
        var scaled = unscaled with { Scale = Weights.Reference.Spread / spread };
        // Per profile the summed terms of each area; the intercept alone is searched for.
        var sums = Profiles.Select(inputs => Areas.Select(area => AreaSum(inputs, scaled, area)).ToArray()).ToArray();
        var alpha = Solve(alpha => sums.Average(sum => 1 - Math.Pow(1 - AnyAt(alpha, sum, 0, 0), FirstSessions)) - firstSix);
        var (six, couple) = (_terms["first-six"], _terms["conjoint"]);
        return scaled with
        {
            Alpha = alpha,
            UsualInFirstSix = Medians.Of(sums.Select(sum => AnyAt(alpha, sum, 0, couple.Mean))),
            UsualLater = Medians.Of(sums.Select(sum => AnyAt(alpha, sum, -six.Mean, couple.Mean))),
        };
    }

    private static ReadOnlySpan<RuptureArea> AllAreas => [RuptureArea.Task, RuptureArea.Goal, RuptureArea.Bond];

    private static RuptureArea[] Areas { get; } = AllAreas.ToArray();

    private double AnyAt(double alpha, double[] sums, double six, double couple)
    {
        var shares = Weights.Reference.Shares;
        double none = 1;
        for (var i = 0; i < sums.Length; i++)
        {
            var area = Areas[i];
            var fixedTerms = six * _terms["first-six"].Strengths!.Value.In(area) + couple * _terms["conjoint"].Strengths!.Value.In(area);
            none *= 1 - Logistic(alpha + Math.Log(shares.In(area)) + sums[i] + fixedTerms);
        }

        return 1 - none;
    }

    private double AreaSum(ImmutableArray<TermInput> inputs, Report report, RuptureArea area) =>
        inputs.Sum(input => Weight(input, report) * input.Strengths.In(area));

    // Terms that are the same for everybody do not spread.
    private double Summed(ImmutableArray<TermInput> inputs, Report report)
    {
        var shares = Weights.Reference.Shares;
        return inputs.Where(input => !_terms[input.Term].IsFixed).Sum(input => Weight(input, report)
            * (shares.Task * input.Strengths.Task + shares.Goal * input.Strengths.Goal + shares.Bond * input.Strengths.Bond));
    }

    private static double Sd(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    // Rising in alpha; halved until it no longer moves.
    private static double Solve(Func<double, double> rising)
    {
        double low = -40, high = 40;
        while (true)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high)
                return middle;
            if (rising(middle) < 0)
                low = middle;
            else
                high = middle;
        }
    }

    private sealed record Report(TensionReporter Reporter, double Scale, double Alpha, double UsualInFirstSix, double UsualLater);
}
