using Attune.Method.Alliance;
using static Attune.Method.Detection.DetectionCriterion;

namespace Attune.Method.Detection;

/// <content>Which sessions a criterion could flag at all.</content>
public static partial class RuptureDetection
{
    /// <summary>
    /// The first answered session, from 1, that the criterion could flag, a person's own spread of 0 apart. In the whole-series form charts, own SD and
    /// trend also need four answered sessions in all (<see cref="CouldJudge"/>). A direct report is told in any session: 1.
    /// </summary>
    public static int JudgesFrom(DetectionCriterion criterion, DetectionForm form)
    {
        var afterBaseline = form == DetectionForm.SoFar ? IndividualsChart.Least : 0;
        return criterion switch
        {
            DirectReport => 1,
            OneStricterSdDrop or TwoStricterSdDrop or OneSdDropWithinOrBetween or TwoSdDropWithinOrBetween or ReliableChange or OnlineChangePoint => 2,
            OneOwnSdDrop or TwoOwnSdDrop => Math.Max(2, afterBaseline + 1),
            DeclineOverSessions => DeclineRun.Least + 1,
            WesternElectricRule2 => afterBaseline + 2,
            WesternElectricRule3 => afterBaseline + 4,
            WesternElectricRule4 => afterBaseline + 8,
            _ => afterBaseline + 1,
        };
    }

    /// <summary>Whether it could flag this answered session (from 1) of a series with so many answered sessions, in a form that it has.</summary>
    public static bool CouldJudge(DetectionCriterion criterion, DetectionForm form, int answeredSession, int answeredOfAll)
    {
        if (form == DetectionForm.WholeSeries && (!HasWholeSeriesForm(criterion) || (NeedsABaseline(criterion) && answeredOfAll < IndividualsChart.Least)))
            return false;
        return answeredSession >= JudgesFrom(criterion, form) && answeredSession <= answeredOfAll;
    }

    private static bool NeedsABaseline(DetectionCriterion criterion) => criterion is not (DirectReport or OneStricterSdDrop or TwoStricterSdDrop
        or OneSdDropWithinOrBetween or TwoSdDropWithinOrBetween or ReliableChange or OnlineChangePoint or DeclineOverSessions);
}
