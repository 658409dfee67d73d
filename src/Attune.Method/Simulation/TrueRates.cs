using Attune.Method.Anticipation.Forecasting;

namespace Attune.Method.Simulation;

/// <summary>
/// The two intercepts, solved so that the asked shares have a first rupture within six sessions, over couples of a stream of their own who stay. That of
/// ruptures at all: in couples without one yet; what the other's rupture does to the split is left out (it moves the share by less than .01). That of told
/// ones: over the ruptures that then happen, since one that was not told makes the next more likely.
/// </summary>
internal sealed record TrueRates(double Therapist, double Partner)
{
    private const int Pilots = 2_048;
    private const int PilotsWithRuptures = 4_096;
    private const uint PilotSeed = 0x5EED_0F_0Eu;
    private const double Reached = 0.002;

    public static TrueRates Solve(SimulationOptions options, TrueHazard hazard, CoupleDraw draw)
    {
        var people = new List<HazardSums[]>(2 * Pilots);
        for (var number = 0u; number < Pilots; number++)
            people.AddRange(CoupleWalk.BeforeAnyRupture(options, hazard, draw, PilotSeed, number, ForecastModel.FirstSessions));
        var therapist = Rise(
            alpha => people.Average(sessions => 1 - sessions.Aggregate(1.0, (none, sums) => none * (1 - hazard.LogOdds(sums.Any, alpha).Any))),
            options.FirstSixTherapist,
            nameof(options.FirstSixTherapist));

        var staying = options with { Sessions = ForecastModel.FirstSessions, Dropout = 0 };
        var broken = new List<List<HazardSums>>(2 * PilotsWithRuptures);
        for (var number = 0u; number < PilotsWithRuptures; number++)
            broken.AddRange(CoupleWalk.AtRuptures(staying, hazard, new TrueRates(therapist, 0), draw, PilotSeed + 1, number));
        var partner = Rise(
            alpha => broken.Average(ruptures => 1 - ruptures.Aggregate(1.0, (none, sums) => none * (1 - Told(sums, alpha)))),
            options.FirstSixPartner,
            nameof(options.FirstSixPartner));
        return new TrueRates(therapist, partner);

        double Told(HazardSums sums, double alpha)
        {
            var any = hazard.LogOdds(sums.Any, therapist).Any;
            return Math.Min(any, hazard.LogOdds(sums.Told, alpha).Any) / any;
        }
    }

    private static double Rise(Func<double, double> rising, double share, string option)
    {
        double low = -20, high = 20;
        for (var i = 0; i < 40; i++)
        {
            var middle = (low + high) / 2;
            if (rising(middle) < share)
                low = middle;
            else
                high = middle;
        }

        var reached = rising(high);
        return Math.Abs(reached - share) <= Reached
            ? high
            : throw new ArgumentException(FormattableString.Invariant($"{option}: {share} within six sessions cannot be reached with these options, at most {reached:0.000}."), option);
    }
}
