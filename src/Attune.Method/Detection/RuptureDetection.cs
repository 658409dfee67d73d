using System.Collections.Immutable;
using Attune.Method.Alliance;
using static Attune.Method.Detection.DetectionCriterion;

namespace Attune.Method.Detection;

/// <summary>Falls in one series of ratings, by one criterion at a time: where to ask, never a verdict.</summary>
public static partial class RuptureDetection
{
    /// <summary>All that can be judged from a series: every one but the direct report.</summary>
    public static ImmutableArray<DetectionCriterion> Criteria { get; } = [.. Enum.GetValues<DetectionCriterion>().Where(criterion => criterion != DirectReport)];

    /// <summary>Whether the criterion has a form that judges each session by all of them. Those that keep flagged sessions out and the online change points have none.</summary>
    public static bool HasWholeSeriesForm(DetectionCriterion criterion) => criterion is not (DirectReport or OnlineChangePoint or IndividualsChartThreeSigmaKeptOut
        or IndividualsChartTwoSigmaKeptOut or MedianRangeChartThreeSigmaKeptOut or MedianRangeChartTwoSigmaKeptOut);

    /// <summary>
    /// Writes for each session whether the criterion flags it. Allocates nothing. A constant series is never flagged; judged by earlier sessions, the first answered one neither.
    /// </summary>
    /// <param name="series">One value per session, oldest first, higher is better, in the unit of the reference. NaN: no answer; it is stepped over, never
    /// filled in, so that a fall across it is a fall, and is not flagged itself. Infinity is refused.</param>
    /// <param name="flags">As long as the series; what it held is overwritten.</param>
    public static void Flag(
        DetectionCriterion criterion, DetectionForm form, ReadOnlySpan<double> series, DetectionReference reference, Span<bool> flags)
    {
        ArgumentNullException.ThrowIfNull(reference);
        Check(criterion, form, series, flags);
        switch (criterion)
        {
            case OneOwnSdDrop: DropKernels.OwnSd(series, flags, form, 1); break;
            case TwoOwnSdDrop: DropKernels.OwnSd(series, flags, form, 2); break;
            case OneStricterSdDrop: DropKernels.StricterSd(series, flags, form, 1, reference.WithinSd, ChartBaseline.AllPastData); break;
            case TwoStricterSdDrop: DropKernels.StricterSd(series, flags, form, 2, reference.WithinSd, ChartBaseline.FlaggedKeptOut); break;
            case IndividualsChartThreeSigma: ChartKernels.MeanRange(series, flags, form, 3, ChartBaseline.AllPastData); break;
            case IndividualsChartTwoSigma: ChartKernels.MeanRange(series, flags, form, 2, ChartBaseline.AllPastData); break;
            case IndividualsChartThreeSigmaKeptOut: ChartKernels.MeanRange(series, flags, form, 3, ChartBaseline.FlaggedKeptOut); break;
            case IndividualsChartTwoSigmaKeptOut: ChartKernels.MeanRange(series, flags, form, 2, ChartBaseline.FlaggedKeptOut); break;
            case MedianRangeChartThreeSigma: ChartKernels.MedianRange(series, flags, form, 3, ChartBaseline.AllPastData); break;
            case MedianRangeChartTwoSigma: ChartKernels.MedianRange(series, flags, form, 2, ChartBaseline.AllPastData); break;
            case MedianRangeChartThreeSigmaKeptOut: ChartKernels.MedianRange(series, flags, form, 3, ChartBaseline.FlaggedKeptOut); break;
            case MedianRangeChartTwoSigmaKeptOut: ChartKernels.MedianRange(series, flags, form, 2, ChartBaseline.FlaggedKeptOut); break;
            case WesternElectricRule1: ChartKernels.Run(series, flags, form, 1, 1, 3); break;
            case WesternElectricRule2: ChartKernels.Run(series, flags, form, 2, 3, 2); break;
            case WesternElectricRule3: ChartKernels.Run(series, flags, form, 4, 5, 1); break;
            case WesternElectricRule4: ChartKernels.Run(series, flags, form, 8, 8, 0); break;
            case CusumFour: ChartKernels.Cusum(series, flags, form, 4); break;
            case CusumFive: ChartKernels.Cusum(series, flags, form, 5); break;
            case Ewma: ChartKernels.Ewma(series, flags, form); break;
            case ReliableChange: DropKernels.Fixed(series, flags, reference.ReliableChange); break;
            case DeclineOverSessions: DropKernels.Erosion(series, flags, form, reference.WithinSd); break;
            case OnlineChangePoint: ChangePointKernel.Flag(series, flags, reference); break;
            case BelowOwnTrend: TrendKernel.Flag(series, flags, form); break;
            case OneSdDropWithinOrBetween: DropKernels.StricterSd(series, flags, form, 1, reference.BetweenSd, ChartBaseline.AllPastData); break;
            case TwoSdDropWithinOrBetween: DropKernels.StricterSd(series, flags, form, 2, reference.BetweenSd, ChartBaseline.AllPastData); break;
            default: throw new ArgumentOutOfRangeException(nameof(criterion), criterion, "No such criterion.");
        }
    }

    private static void Check(DetectionCriterion criterion, DetectionForm form, ReadOnlySpan<double> series, Span<bool> flags)
    {
        if (criterion == DirectReport)
            throw new ArgumentException("A direct report is told, not found in a series.", nameof(criterion));
        if (form is not (DetectionForm.SoFar or DetectionForm.WholeSeries))
            throw new ArgumentOutOfRangeException(nameof(form), form, "No such form.");
        if (form == DetectionForm.WholeSeries && !HasWholeSeriesForm(criterion))
            throw new ArgumentException($"{criterion} goes from session to session and has no whole-series form.", nameof(form));
        if (flags.Length != series.Length)
            throw new ArgumentException($"{flags.Length} flags for {series.Length} sessions.", nameof(flags));
        CheckValues(series);
    }

    /// <summary>NaN is a session without an answer; infinity is refused.</summary>
    internal static void CheckValues(ReadOnlySpan<double> series)
    {
        foreach (var value in series)
        {
            if (double.IsInfinity(value))
                throw new ArgumentException("A rating is infinite.", nameof(series));
        }
    }
}
