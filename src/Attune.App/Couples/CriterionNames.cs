using Attune.Method.Detection;

namespace Attune.App.Couples;

/// <summary>Each criterion under its name in the literature, with where it comes from. What of it we could not check at its source says so.</summary>
internal static class CriterionNames
{
    public static string Of(DetectionCriterion criterion) => criterion switch
    {
        DetectionCriterion.DirectReport => "told",
        DetectionCriterion.OneOwnSdDrop => "drop of 1 own SD",
        DetectionCriterion.TwoOwnSdDrop => "drop of 2 own SD",
        DetectionCriterion.OneStricterSdDrop => "drop of 1 SD, own or usual, the stricter",
        DetectionCriterion.TwoStricterSdDrop => "drop of 2 SD, own or usual, the stricter",
        DetectionCriterion.IndividualsChartThreeSigma => "control chart, 3 sigma, all past sessions",
        DetectionCriterion.IndividualsChartTwoSigma => "control chart, 2 sigma, all past sessions",
        DetectionCriterion.IndividualsChartThreeSigmaKeptOut => "control chart, 3 sigma, flagged sessions kept out",
        DetectionCriterion.IndividualsChartTwoSigmaKeptOut => "control chart, 2 sigma, flagged sessions kept out",
        DetectionCriterion.MedianRangeChartThreeSigma => "control chart by the median range, 3 sigma, all past sessions",
        DetectionCriterion.MedianRangeChartTwoSigma => "control chart by the median range, 2 sigma, all past sessions",
        DetectionCriterion.MedianRangeChartThreeSigmaKeptOut => "control chart by the median range, 3 sigma, flagged sessions kept out",
        DetectionCriterion.MedianRangeChartTwoSigmaKeptOut => "control chart by the median range, 2 sigma, flagged sessions kept out",
        DetectionCriterion.WesternElectricRule1 => "Western Electric test 1: one beyond 3 sigma",
        DetectionCriterion.WesternElectricRule2 => "Western Electric test 2: two of three beyond 2 sigma",
        DetectionCriterion.WesternElectricRule3 => "Western Electric test 3: four of five beyond 1 sigma",
        DetectionCriterion.WesternElectricRule4 => "Western Electric test 4: eight in a row below the centre",
        DetectionCriterion.CusumFour => "lower CUSUM, alarm at 4",
        DetectionCriterion.CusumFive => "lower CUSUM, alarm at 5",
        DetectionCriterion.Ewma => "moving average that forgets (EWMA)",
        DetectionCriterion.ReliableChange => "reliable change from one session to the next",
        DetectionCriterion.DeclineOverSessions => "decline over several sessions",
        DetectionCriterion.OnlineChangePoint => "change point to a lower level",
        DetectionCriterion.BelowOwnTrend => "below their own trend",
        DetectionCriterion.OneSdDropWithinOrBetween => "drop of 1 SD, within or between persons, the stricter",
        DetectionCriterion.TwoSdDropWithinOrBetween => "drop of 2 SD, within or between persons, the stricter",
        _ => criterion.ToString(),
    };

    /// <summary>"Unconfirmed": from general knowledge of the field, not read at its source by us.</summary>
    public static string Source(DetectionCriterion criterion) => criterion switch
    {
        DetectionCriterion.DirectReport => "after Muran and others, 2009",
        DetectionCriterion.OneOwnSdDrop => "after Strauss and others, 2006; whose it was is unconfirmed",
        DetectionCriterion.TwoOwnSdDrop => "after Stiles and others, 2004; whose it was is unconfirmed",
        DetectionCriterion.OneStricterSdDrop or DetectionCriterion.TwoStricterSdDrop => "after Gumz and others, 2012; the usual spread of .5 is ours",
        DetectionCriterion.DeclineOverSessions => "after Gumz and others, 2012",
        DetectionCriterion.IndividualsChartThreeSigma or DetectionCriterion.IndividualsChartTwoSigma => "after Lipner and others, 2022",
        DetectionCriterion.IndividualsChartThreeSigmaKeptOut or DetectionCriterion.IndividualsChartTwoSigmaKeptOut => "after Lipner and others, 2022; keeping out is ours",
        DetectionCriterion.MedianRangeChartThreeSigma or DetectionCriterion.MedianRangeChartTwoSigma => "a variant of the individuals chart; for the alliance it is ours",
        DetectionCriterion.MedianRangeChartThreeSigmaKeptOut or DetectionCriterion.MedianRangeChartTwoSigmaKeptOut => "a variant of the individuals chart; keeping out is ours",
        DetectionCriterion.WesternElectricRule1 or DetectionCriterion.WesternElectricRule2
            or DetectionCriterion.WesternElectricRule3 or DetectionCriterion.WesternElectricRule4 => "handbook of 1956; the counts are unconfirmed",
        DetectionCriterion.CusumFour or DetectionCriterion.CusumFive => "after Page, 1954; slack and alarm are unconfirmed",
        DetectionCriterion.Ewma => "after Roberts, 1959, unconfirmed; weight and width are ours",
        DetectionCriterion.ReliableChange => "after Jacobson and Truax, 1991; from session to session is ours",
        DetectionCriterion.OnlineChangePoint => "after Adams and MacKay, 2007; bound and prior are ours",
        DetectionCriterion.BelowOwnTrend => "ours",
        DetectionCriterion.OneSdDropWithinOrBetween or DetectionCriterion.TwoSdDropWithinOrBetween => "as Gumz and others, 2012, combine the two",
        _ => "",
    };
}
