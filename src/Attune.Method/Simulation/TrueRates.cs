using Attune.Method.Anticipation.Forecasting;

namespace Attune.Method.Simulation;

/// <summary>
/// The two intercepts, solved so that the asked shares have a first rupture within six sessions. Over couples of a stream of their own who stay and have
/// had no rupture yet; what a partner's rupture does to the split between the two is left out of it (it moves the shares by less than .01).
/// </summary>
internal sealed record TrueRates(double Therapist, double Partner)
{
    private const int Pilots = 2_048;
    private const uint PilotSeed = 0x5EED_0F_0Eu;
    private const double Reached = 0.002;

    public static TrueRates Solve(SimulationOptions options, TrueHazard hazard, CoupleDraw draw)
    {
        var people = new List<(HazardSums[] Sessions, bool IsFlat)>(2 * Pilots);
        for (var number = 0u; number < Pilots; number++)
            people.AddRange(CoupleWalk.BeforeAnyRupture(options, hazard, draw, PilotSeed, number, ForecastModel.FirstSessions));
        var therapist = Rise(alpha => people.Average(one => Within(one.Sessions, sums => hazard.LogOdds(sums.Any, alpha).Any)), options.FirstSixTherapist, nameof(options.FirstSixTherapist));
        var partner = Rise(
            alpha => people.Average(one => one.IsFlat ? 0 : Within(one.Sessions, sums => Math.Min(hazard.LogOdds(sums.Told, alpha).Any, hazard.LogOdds(sums.Any, therapist).Any))),
            options.FirstSixPartner,
            nameof(options.FirstSixPartner));
        return new TrueRates(therapist, partner);
    }

    private static double Within(HazardSums[] sessions, Func<HazardSums, double> chance)
    {
        var none = 1.0;
        foreach (var one in sessions)
            none *= 1 - chance(one);
        return 1 - none;
    }

    private static double Rise(Func<double, double> rising, double share, string option)
    {
        double low = -20, high = 20;
        for (var i = 0; i < 60; i++)
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
