namespace Attune.Method.Alliance;

/// <summary>
/// By what a finding was made, under the name that the literature gives it. How often each is wrong depends on it and on how many sessions were
/// looked at, so it is a property of the two and not of one finding: <see cref="Detection.CourseCriteria.Of(RuptureFinding)"/> and
/// <see cref="Detection.FalseAlarmTable"/>.
/// </summary>
public enum RuptureCriterion
{
    /// <summary>Direct self-report (after Muran et al., 2009, in our own wording). Not inferred.</summary>
    DirectReport = 1,

    /// <summary>The 2-SD drop from the session before, against the larger of own and reference SD (Gumz et al., 2012, on Stiles et al., 2004).</summary>
    TwoSdDrop = 2,

    /// <summary>The same with 1 SD (Gumz et al., 2012, on Strauss et al., 2006): marks nearly everybody sooner or later.</summary>
    OneSdDrop = 3,

    /// <summary>The individuals control chart at 3 sigma (Lipner et al., 2022).</summary>
    ControlChartThreeSigma = 4,

    /// <summary>The individuals control chart at 2 sigma.</summary>
    ControlChartTwoSigma = 5,

    /// <summary>Decline over more than one session (Gumz et al., 2012): slow erosion.</summary>
    DeclineOverSessions = 6,

    /// <summary>The fairness answer alone: our own rule, from the article's remark on siding.</summary>
    FairnessAnswer = 7,
}
