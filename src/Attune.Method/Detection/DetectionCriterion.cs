namespace Attune.Method.Detection;

/// <summary>
/// By what a fall is found in one series of ratings, each under the name that the literature gives it and each alone: what it keeps out of its
/// baseline is what it flags itself. <see cref="Alliance.RuptureCriterion"/> names the ones that a course is read by, which share a baseline; on
/// the same baseline both find the same.
/// <para>
/// "Own SD" and limits come from the earlier answered sessions, or from the whole series, as <see cref="DetectionForm"/> says, and need four of them.
/// All look at the low side alone. None is validated for couples.
/// </para>
/// </summary>
public enum DetectionCriterion
{
    /// <summary>
    /// A fall from the answered session before by at least one own SD (n - 1), after Strauss et al. (2006; which threshold is theirs: unconfirmed). An own SD of 0 judges nothing (our
    /// proposal): any fall would be infinitely many of them.
    /// </summary>
    OneOwnSdDrop = 1,

    /// <summary>The same by two own SD, after Stiles et al. (2004; unconfirmed likewise).</summary>
    TwoOwnSdDrop = 2,

    /// <summary>
    /// A fall by at least one SD, own or reference, whichever is larger: the stricter of the two (Gumz et al., 2012). The reference judges from the
    /// second answered session on. Nothing is kept out.
    /// </summary>
    OneStricterSdDrop = 3,

    /// <summary>The same by two. What it flags is kept out of the own SD; four flagged in a row are the new usual (both our proposal).</summary>
    TwoStricterSdDrop = 4,

    /// <summary>
    /// Below the mean less 3 sigma, sigma being the mean moving range over 1.128 (individuals chart; Lipner et al., 2022, for the alliance). All
    /// sessions in the baseline, and no floor of sigma: after a constant series, as at the ceiling, any fall is flagged.
    /// </summary>
    IndividualsChartThreeSigma = 5,

    /// <summary>The same with 2 sigma.</summary>
    IndividualsChartTwoSigma = 6,

    /// <summary>
    /// The 3-sigma chart with flagged sessions kept out of the baseline; sigma never below .3 points, and four flagged in a row are the new usual (all
    /// our proposal). Has no whole-series form.
    /// </summary>
    IndividualsChartThreeSigmaKeptOut = 7,

    /// <summary>The same with 2 sigma.</summary>
    IndividualsChartTwoSigmaKeptOut = 8,

    /// <summary>
    /// The 3-sigma chart with sigma from the median moving range over .954: one dip does not widen it. When more than half of the steps are 0, as at
    /// the ceiling, sigma is 0 and any value below the mean is flagged.
    /// </summary>
    MedianRangeChartThreeSigma = 9,

    /// <summary>The same with 2 sigma.</summary>
    MedianRangeChartTwoSigma = 10,

    /// <summary>The 3-sigma median chart with flagged sessions kept out, as <see cref="IndividualsChartThreeSigmaKeptOut"/>.</summary>
    MedianRangeChartThreeSigmaKeptOut = 11,

    /// <summary>The same with 2 sigma.</summary>
    MedianRangeChartTwoSigmaKeptOut = 12,

    /// <summary>
    /// Western Electric test 1 (Statistical Quality Control Handbook, 1956; counts as in method-facts 1.2): one beyond 3 sigma. The same as
    /// <see cref="IndividualsChartThreeSigma"/>.
    /// </summary>
    WesternElectricRule1 = 13,

    /// <summary>
    /// Test 2: two of three beyond 2 sigma; flagged is the session that completes it and lies beyond itself. Each session is held against the limit of
    /// its own time (our proposal), one that could not be judged counts as not beyond; a session without an answer is stepped over.
    /// </summary>
    WesternElectricRule2 = 14,

    /// <summary>Test 3: four of five beyond 1 sigma, as test 2.</summary>
    WesternElectricRule3 = 15,

    /// <summary>Test 4: eight in a row below the centre, as test 2.</summary>
    WesternElectricRule4 = 16,

    /// <summary>
    /// Lower tabular CUSUM (Page, 1954): C = max(0, C + (centre - x) / sigma - .5), flagged above 4. Centre and sigma of the individuals chart, sigma
    /// never below .3 points, and C goes on after an alarm until it has run dry (both our proposal).
    /// </summary>
    CusumFour = 17,

    /// <summary>The same, flagged above 5.</summary>
    CusumFive = 18,

    /// <summary>
    /// Exponentially weighted moving average (Roberts, 1959) of the distances from the centre, weight .2, flagged below 3 of its own sigma,
    /// sigma * sqrt(.2 / 1.8 * (1 - .8^(2t))) after t judged sessions. Weight, width and the floor of sigma (.3 points) are our proposal.
    /// </summary>
    Ewma = 19,

    /// <summary>
    /// A fall from the answered session before by at least the reliable change, 1.96 * SD * sqrt(2 * (1 - reliability)) (Jacobson and Truax, 1991), of
    /// the reference. Reading it from session to session is our proposal; nothing is learnt of the person.
    /// </summary>
    ReliableChange = 20,

    /// <summary>
    /// Slow erosion, after the declines over more than one session of Gumz et al. (2012): three or more in a row that together fell by at least one
    /// SD, own or reference, whichever is larger (our proposal). Flagged is every session that carries it on.
    /// </summary>
    DeclineOverSessions = 21,

    /// <summary>
    /// Somebody said that there was tension (after Muran et al., 2009). It is told and not inferred: no series shows it, and no noise makes it, so it
    /// has no false alarm by the simulation. What a person may mistake is another matter.
    /// </summary>
    DirectReport = 22,

    /// <summary>
    /// Bayesian online change points (Adams and MacKay, 2007): a regime lower than all before it together began within the last three answered sessions
    /// with a posterior probability of .5 or more. Bound, window and <see cref="ChangePointPrior.Of"/>, the person's first answer standing for its mean,
    /// are our proposal. Has no whole-series form.
    /// </summary>
    OnlineChangePoint = 23,

    /// <summary>
    /// Below the person's own straight line by at least 1.5 residual SD (n - 2; method-facts 8.3). So far: the line of the earlier answered sessions drawn on, and
    /// the SD of a prediction, sd * sqrt(1 + 1/n + (t - mean)^2 / sum of squares) (our proposal). A line through all points judges nothing. Sessions are counted as
    /// they were answered.
    /// </summary>
    BelowOwnTrend = 24,

    /// <summary>
    /// A fall by at least one SD, own within-person or the reference between persons, whichever is larger: the stricter of the two as Gumz et al. (2012)
    /// combine them. <see cref="OneStricterSdDrop"/> takes the within-person reference in its place. Nothing is kept out.
    /// </summary>
    OneSdDropWithinOrBetween = 25,

    /// <summary>The same by two.</summary>
    TwoSdDropWithinOrBetween = 26,
}
