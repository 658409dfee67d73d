using Attune.Method.Catalogue;

namespace Attune.Method.Simulation;

/// <summary>
/// Couples with a known truth. A couple depends on its seed, its number, the options and the catalogue, and on nothing else: they can be made in any
/// order, on any number of threads, and one at a time. The intercepts are solved once, when it is made.
/// </summary>
public sealed class CoupleSimulator
{
    private readonly TrueHazard _hazard;
    private readonly CoupleDraw _draw;

    /// <exception cref="ArgumentException">Options that cannot be drawn from: <see cref="SimulationOptions.Faults"/>, or a base rate that they cannot reach. The message begins with the option's name.</exception>
    public CoupleSimulator(MethodCatalogue catalogue, SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Faults is [var fault, ..])
            throw new ArgumentException($"{fault.Option}: {fault.Why}", nameof(options));
        Options = options;
        _hazard = new TrueHazard(catalogue, options);
        _draw = new CoupleDraw(catalogue);
        Rates = TrueRates.Solve(options, _hazard, _draw);
    }

    public SimulationOptions Options { get; }

    internal TrueRates Rates { get; }

    /// <summary>One couple.</summary>
    public SimulatedCouple Couple(uint seed, uint number) => CoupleWalk.Of(Options, _hazard, Rates, _draw, seed, number, seen: null);

    /// <summary>Couples by number, made as they are asked for.</summary>
    public IEnumerable<SimulatedCouple> Couples(uint seed, uint first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (var i = 0u; i < count; i++)
            yield return Couple(seed, unchecked(first + i));
    }

    /// <summary>The same couple, and before each session that is held what the forecast could have known of each partner.</summary>
    internal SimulatedCouple Couple(uint seed, uint number, InputsSeen seen) => CoupleWalk.Of(Options, _hazard, Rates, _draw, seed, number, seen);
}
