using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.Learning;

namespace Attune.Practice.Learning;

/// <summary>How far the forecast can be believed. For the therapist alone.</summary>
/// <param name="Couples">All of the therapist's, with a session or without.</param>
/// <param name="Unread">Couples whose record could not be read at all: they are in nothing here.</param>
/// <param name="PartlyRead">Couples of which something was erased or is locked: the rest is in.</param>
/// <param name="Told">What partners tell in their check-ins; null while it is being worked out.</param>
/// <param name="Noticed">What the therapist tells in the debrief; null while it is being worked out.</param>
/// <param name="StoodAside">Partners' sessions that are not learnt from, because a safety flag was up before them.</param>
/// <param name="Asked">What became of the therapist's own forecasts.</param>
public sealed record CalibrationView(int Couples, int Unread, int PartlyRead, ReporterLearning? Told, ReporterLearning? Noticed, int StoodAside, OwnForecastCount Asked);

/// <summary>What was learnt of one reporter's answers.</summary>
/// <param name="Terms">What each weight was believed to be, and is after these sessions; log-odds a unit.</param>
/// <param name="Evaluation">Without its single sessions; null while it is being worked out.</param>
public sealed record ReporterLearning(TensionReporter Reporter, LearningProvenance Provenance, LearnedWeight Intercept, ImmutableArray<LearnedWeight> Terms, ForecastEvaluation? Evaluation)
{
    internal static ReporterLearning Of(GatheredLearning learning, ForecastEvaluation? evaluation) => new(
        learning.Reporter, learning.Posterior.Provenance, learning.Posterior.Intercept, learning.Posterior.Terms, evaluation is null ? null : evaluation with { Sessions = [] });
}

public enum LearnedStanding
{
    /// <summary>It takes a moment; the program's own weights hold meanwhile.</summary>
    BeingWorkedOut = 1,

    /// <summary>Fewer answered sessions than <see cref="GatheredLearning.ShownFrom"/> by either reporter: no number is shown.</summary>
    TooFew = 2,

    Given = 3,

    /// <summary>A safety flag is up: nothing is forecast.</summary>
    SteppedAside = 4,
}

/// <summary>What the practice's own sessions say about one couple's next session. For the therapist alone: it holds what was told in private.</summary>
/// <param name="Told">Null unless given, and where too few check-ins were answered.</param>
/// <param name="Noticed">Null unless given, and where too few debriefs were written.</param>
public sealed record LearnedChances(LearnedStanding Standing, int Session, LearnedReport? Told = null, LearnedReport? Noticed = null);

/// <summary>Both partners' next session by one reporter.</summary>
/// <param name="Verdict">How this did on couples it had not seen; null while that is being worked out.</param>
public sealed record LearnedReport(LearnedPartnerForecast A, LearnedPartnerForecast B, LearningProvenance Provenance, ForecastVerdict? Verdict)
{
    public LearnedPartnerForecast this[Partner partner] => partner == Partner.A ? A : B;
}
