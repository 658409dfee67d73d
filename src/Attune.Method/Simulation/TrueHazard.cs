using Attune.Method.Alliance;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Catalogue;

namespace Attune.Method.Simulation;

/// <summary>
/// The forecast's formula with given true weights. The intercept is not in it: it is solved afterwards (<see cref="TrueRates"/>). Values come from the
/// forecast's own <see cref="TermValues"/>, so that a model that reads the same case can find the weights again.
/// </summary>
internal sealed class TrueHazard
{
    private readonly Dictionary<string, (double Therapist, double Partner)> _weights = new(StringComparer.Ordinal);

    public TrueHazard(MethodCatalogue catalogue, SimulationOptions options)
    {
        var model = ForecastModel.Of(catalogue);
        Values = model.Values;
        Shares = catalogue.Forecast.Reference.Shares;
        var stretch = options.SignalSpread / catalogue.Forecast.Reference.Spread;
        foreach (var term in catalogue.Forecast.Terms)
        {
            var isGiven = options.TrueWeights.TryGetValue(term.Code, out var given);
            _weights[term.Code] = isGiven ? (given, given) : (Weight(TensionReporter.Therapist), Weight(TensionReporter.Partner));

            double Weight(TensionReporter reporter) => stretch * term.Mean * (term.IsFixed ? 1 : model.ScaleOf(reporter));
        }
    }

    public TermValues Values { get; }

    public AreaStrengths Shares { get; }

    /// <summary>Adds what the inputs add to the log-odds: of a rupture, and of one that is told, in which silent schemas count less.</summary>
    public void Add(List<TermInput> inputs, ref HazardSums sums)
    {
        foreach (var input in inputs)
        {
            var weights = _weights[input.Term];
            sums.Any.Add(weights.Therapist * input.Value, input.Strengths);
            sums.Told.Add(weights.Partner * input.Value * input.Told, input.Strengths);
        }
    }

    /// <summary>The schema that adds most to an area; null when none adds.</summary>
    public string? Heaviest(IEnumerable<TermInput> inputs, RuptureArea area)
    {
        string? heaviest = null;
        var most = 0.0;
        foreach (var one in inputs.Where(input => input.Schema is not null).GroupBy(input => input.Schema!, StringComparer.Ordinal).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var weight = one.Sum(input => _weights[input.Term].Therapist * input.Value * input.Strengths.In(area));
            if (weight > most)
                (heaviest, most) = (one.Key, weight);
        }

        return heaviest;
    }

    public AreaLogOdds LogOdds(AreaSums sums, double intercept) =>
        new(intercept + Math.Log(Shares.Task) + sums.Task, intercept + Math.Log(Shares.Goal) + sums.Goal, intercept + Math.Log(Shares.Bond) + sums.Bond);
}

/// <summary>Sums of the terms in each area, log-odds.</summary>
internal struct AreaSums
{
    public double Task;
    public double Goal;
    public double Bond;

    public void Add(double value, AreaStrengths strengths)
    {
        Task += value * strengths.Task;
        Goal += value * strengths.Goal;
        Bond += value * strengths.Bond;
    }
}

/// <summary>Of a rupture at all, and of one that is told.</summary>
internal struct HazardSums
{
    public AreaSums Any;
    public AreaSums Told;
}
