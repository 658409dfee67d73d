using System.Collections.Immutable;

namespace Attune.Method.Learning;

/// <summary>Whether what was given a chance of a fifth came in a fifth of the sessions.</summary>
/// <param name="Line">Null when it cannot be fitted; <paramref name="WhyNoLine"/> says why.</param>
/// <param name="Bins">Points of the plot, by rising chance.</param>
public sealed record Calibration(CalibrationLine? Line, LearningRefusal? WhyNoLine, ImmutableArray<CalibrationBin> Bins)
{
    internal static Calibration Of(IReadOnlyList<(double Chance, bool IsReport)> sessions, ImmutableArray<CalibrationBin> bins)
    {
        var rows = LearningRows.Of(["log-odds"], 1, sessions.Select((session, i) => new LearningRow(
            0, 0, [Math.Log(session.Chance / (1 - session.Chance))], session.IsReport ? SessionOutcome.ReportOfUnknownArea : SessionOutcome.NoReport)));
        return LaplaceFit.Fit(rows, LearningPrior.Flat(["log-odds"])) switch
        {
            LearningFit.Learned { Posterior: var line } =>
                new Calibration(new CalibrationLine(line.Intercept.Mean, line.Intercept.Sd, line.Terms[0].Mean, line.Terms[0].Sd), null, bins),
            LearningFit.Refused refused => new Calibration(null, refused.Reason, bins),
            _ => throw new InvalidOperationException("A fit is learnt or refused."),
        };
    }
}

/// <summary>
/// Logistic regression of the outcome on the log-odds of the chance (Cox, 1958): 0 and 1 are best; a slope below 1 says that chances are too extreme, above
/// that they are too timid. With standard errors by the curvature, as if sessions were independent.
/// </summary>
public sealed record CalibrationLine(double Intercept, double InterceptError, double Slope, double SlopeError);

/// <summary>Sessions with like chances. The share of reports has Wilson's 95% interval (1927), as if sessions were independent.</summary>
public sealed record CalibrationBin(int Sessions, int Reports, double MeanChance, double Share, double Lower, double Upper)
{
    /// <summary>At most [our proposal]; as many sessions in each as equal chances, which stay together, allow.</summary>
    public const int Most = 10;

    private const double Z = 1.959963984540054;

    internal static ImmutableArray<CalibrationBin> Of(IReadOnlyList<(double Chance, bool IsReport)> sessions)
    {
        var sorted = sessions.OrderBy(session => session.Chance).ToArray();
        var bins = ImmutableArray.CreateBuilder<CalibrationBin>(Most);
        for (int first = 0, end; first < sorted.Length; first = end)
        {
            var goal = (long)sorted.Length * (bins.Count + 1) / Most;
            for (end = first + 1; end < sorted.Length && (end < goal || sorted[end].Chance == sorted[end - 1].Chance); end++)
            {
            }

            bins.Add(Of(sorted.AsSpan(first, end - first)));
        }

        return bins.ToImmutable();
    }

    private static CalibrationBin Of(ReadOnlySpan<(double Chance, bool IsReport)> sessions)
    {
        double sum = 0;
        var reports = 0;
        foreach (var (chance, isReport) in sessions)
            (sum, reports) = (sum + chance, reports + (isReport ? 1 : 0));
        double n = sessions.Length, share = reports / n;
        var middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
        var half = Z / (1 + Z * Z / n) * Math.Sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        // At a share of 0 or 1 the limit is the share itself, but for rounding.
        return new CalibrationBin(sessions.Length, reports, sum / n, share, Math.Clamp(middle - half, 0, share), Math.Clamp(middle + half, share, 1));
    }
}
