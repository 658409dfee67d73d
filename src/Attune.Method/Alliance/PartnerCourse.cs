using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Attune.Method.Cases;

namespace Attune.Method.Alliance;

/// <summary>
/// One partner's course: a point per held session, in order, and the findings in order of their sessions. It rests on this partner's answers and on
/// what the therapist noted about this partner; the other partner does not enter.
/// </summary>
public sealed record PartnerCourse(Partner Partner, ImmutableArray<CoursePoint> Points, ImmutableArray<RuptureFinding> Findings)
{
    /// <summary>The first session that the control chart, flagged sessions kept out, could judge; null while it could judge none.</summary>
    public int? ChartJudgesFrom { get; init; }

    /// <summary>
    /// The findings to show first: what was said, possible siding, and <em>one</em> inferred criterion, so that criteria side by side do not make a
    /// page that is always red.
    /// </summary>
    [JsonIgnore]
    public IEnumerable<RuptureFinding> Leading => Findings.Where(Leads);

    /// <summary>What the other criteria found: one click down, each by its name. "Cannot tell" is in neither.</summary>
    [JsonIgnore]
    public IEnumerable<RuptureFinding> Beside => Findings.Where(finding => finding is not RuptureFinding.Inconclusive && !Leads(finding));

    /// <summary>
    /// The inferred criterion that leads for this session (our proposal): the control chart at 3 sigma, flagged sessions kept out, from the first
    /// session that it could judge; before that the 2-SD drop, which then mostly rests on the reference SD.
    /// </summary>
    public RuptureCriterion LeadingCriterion(int session) =>
        session >= ChartJudgesFrom ? RuptureCriterion.ControlChartThreeSigma : RuptureCriterion.TwoSdDrop;

    public bool Leads(RuptureFinding finding) => finding switch
    {
        RuptureFinding.Direct or RuptureFinding.PossibleSiding => true,
        RuptureFinding.Inconclusive or RuptureFinding.ControlChart { Baseline: ChartBaseline.AllPastData } => false,
        _ => finding.Criterion == LeadingCriterion(finding.Session),
    };

    /// <summary>Null when no such session was held.</summary>
    public CoursePoint? PointOf(int session)
    {
        var at = FirstNotBefore(Points, point => point.Session, session);
        return at < Points.Length && Points[at].Session == session ? Points[at] : null;
    }

    /// <summary>
    /// Whether this session leaves the baseline of what is usual: a direct rupture, or a strict criterion (the 2-SD drop, or the 3-sigma chart that
    /// keeps flagged sessions out). Neither a loose criterion nor possible siding does that.
    /// </summary>
    public bool IsFlagged(int session)
    {
        for (var at = FirstNotBefore(Findings, finding => finding.Session, session); at < Findings.Length && Findings[at].Session == session; at++)
        {
            if (Findings[at].IsStrict)
                return true;
        }
        return false;
    }

    private static int FirstNotBefore<T>(ImmutableArray<T> inOrder, Func<T, int> sessionOf, int session)
    {
        var (low, high) = (0, inOrder.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sessionOf(inOrder[middle]) < session)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
