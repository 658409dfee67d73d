using System.Collections.Immutable;

namespace Attune.Method.Learning;

/// <summary>One answered session with the chances that were given for it by those who had not seen it, each strictly between 0 and 1.</summary>
/// <param name="Forecast">Learnt without this couple.</param>
/// <param name="BaseRate">Share of reports, without this couple.</param>
/// <param name="Guess">The therapist's own; null when not asked or skipped.</param>
public sealed record ScoredSession(int Couple, int Partner, double Forecast, double BaseRate, double? Guess, bool IsReport);

/// <summary>How good chances were over some sessions.</summary>
/// <param name="LogScore">Mean of ln of the chance that was given to what came; 0 is best.</param>
/// <param name="Discrimination">Chance that a session with a report had the higher forecast than one without, ties one half (area under the curve); null with one class only.</param>
public sealed record ForecastScores(int Sessions, int Reports, BrierScore Brier, double LogScore, Calibration Calibration, double? Discrimination)
{
    /// <summary>Null for no sessions.</summary>
    /// <exception cref="ArgumentException">A chance outside (0, 1).</exception>
    public static ForecastScores? Of(IReadOnlyList<(double Chance, bool IsReport)> sessions)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        if (sessions.Count == 0)
            return null;
        if (sessions.Any(session => session.Chance is not (> 0 and < 1)))
            throw new ArgumentException("A chance lies between 0 and 1, without both.", nameof(sessions));
        var bins = CalibrationBin.Of(sessions);
        return new ForecastScores(
            sessions.Count,
            sessions.Count(session => session.IsReport),
            BrierScore.Of(sessions, bins),
            sessions.Average(session => LogScoreOf(session.Chance, session.IsReport)),
            Calibration.Of(sessions, bins),
            Auc(sessions));
    }

    public static double LogScoreOf(double chance, bool isReport) => Math.Log(isReport ? chance : 1 - chance);

    // Mann and Whitney's U by mean ranks.
    private static double? Auc(IReadOnlyList<(double Chance, bool IsReport)> sessions)
    {
        var sorted = sessions.OrderBy(session => session.Chance).ToArray();
        double ranks = 0;
        long reports = sorted.Count(session => session.IsReport), others = sorted.Length - reports;
        if (reports == 0 || others == 0)
            return null;
        for (int first = 0, end; first < sorted.Length; first = end)
        {
            for (end = first; end < sorted.Length && sorted[end].Chance == sorted[first].Chance; end++)
            {
            }

            ranks += (first + 1 + end) / 2.0 * sorted[first..end].Count(session => session.IsReport);
        }

        return (ranks - reports * (reports + 1) / 2.0) / reports / others;
    }
}

/// <summary>
/// Mean squared distance of chance and outcome, 0 best, with Murphy's parts over the calibration's bins: value = reliability - resolution + uncertainty +
/// within. The last is what is lost by taking the chances of a bin for alike; it is not in Murphy (1973), whose chances come in steps.
/// </summary>
/// <param name="Reliability">Squared distance of a bin's mean chance and its share of reports: 0 best.</param>
/// <param name="Resolution">Squared distance of a bin's share and the whole's: the more the better.</param>
/// <param name="Uncertainty">Share of reports times share of none: not the forecast's doing.</param>
public sealed record BrierScore(double Value, double Reliability, double Resolution, double Uncertainty, double Within)
{
    internal static BrierScore Of(IReadOnlyList<(double Chance, bool IsReport)> sessions, ImmutableArray<CalibrationBin> bins)
    {
        double n = sessions.Count, share = sessions.Count(session => session.IsReport) / n;
        var value = sessions.Average(session => Squared(session.Chance - (session.IsReport ? 1 : 0)));
        var reliability = bins.Sum(bin => bin.Sessions * Squared(bin.MeanChance - bin.Share)) / n;
        var resolution = bins.Sum(bin => bin.Sessions * Squared(bin.Share - share)) / n;
        var uncertainty = share * (1 - share);
        return new BrierScore(value, reliability, resolution, uncertainty, value - (reliability - resolution + uncertainty));
    }

    private static double Squared(double x) => x * x;
}
