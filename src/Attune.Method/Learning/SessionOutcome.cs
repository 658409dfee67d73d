namespace Attune.Method.Learning;

/// <summary>What one reporter said of one partner's session. <c>default</c> is unanswered: never "no".</summary>
public readonly record struct SessionOutcome
{
    private SessionOutcome(OutcomeKind kind, int area) => (Kind, Area) = (kind, area);

    public OutcomeKind Kind { get; }

    /// <summary>From 0, in the order of the rows' areas; -1 unless <see cref="Kind"/> is <see cref="OutcomeKind.ReportOfArea"/>.</summary>
    public int Area => Kind == OutcomeKind.ReportOfArea ? field : -1;

    public bool IsReport => Kind is OutcomeKind.ReportOfArea or OutcomeKind.ReportOfUnknownArea;

    /// <summary>Censored: it says nothing about a rupture, and is counted.</summary>
    public static SessionOutcome Unanswered => default;

    /// <summary>Answered, and nothing was reported. Likelihood 1 - p(any).</summary>
    public static SessionOutcome NoReport => new(OutcomeKind.NoReport, -1);

    /// <summary>A rupture in some area. Likelihood p(any).</summary>
    public static SessionOutcome ReportOfUnknownArea => new(OutcomeKind.ReportOfUnknownArea, -1);

    /// <summary>
    /// A rupture in this area, from 0, was told. Several may have broken, of which one is told, none rather than another: likelihood p(area) x mean of
    /// 1 / (1 + how many others broke), which over the areas adds up to p(any).
    /// </summary>
    public static SessionOutcome ReportOfArea(int area)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(area);
        return new SessionOutcome(OutcomeKind.ReportOfArea, area);
    }
}

public enum OutcomeKind
{
    Unanswered = 0,
    NoReport = 1,
    ReportOfArea = 2,
    ReportOfUnknownArea = 3,
}
