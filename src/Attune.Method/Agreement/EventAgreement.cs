namespace Attune.Method.Agreement;

/// <summary>How far two observers' events agree (<see cref="EventKappa"/>).</summary>
public abstract record EventAgreement
{
    private EventAgreement(EventCounts counts, TimeSpan tolerance) => (Counts, Tolerance) = (counts, tolerance);

    public EventCounts Counts { get; }

    /// <summary>How far apart two events may begin and be matched; this far included.</summary>
    public TimeSpan Tolerance { get; }

    /// <summary>Shares of all units (0 to 1): matched with the same code, and expected so by chance. Expected is below 1.</summary>
    public sealed record Measured(EventCounts Counts, TimeSpan Tolerance, double Observed, double Expected) : EventAgreement(Counts, Tolerance)
    {
        /// <summary>1 = every event was noted by both, at that time and as the same; 0 = as much as by chance, or nothing shared.</summary>
        public double Value => (Observed - Expected) / (1 - Expected);
    }

    /// <summary>Kappa does not exist for these events; the counts stand.</summary>
    public sealed record CannotTell(EventCounts Counts, TimeSpan Tolerance, NoAgreementReason Reason) : EventAgreement(Counts, Tolerance);
}

/// <summary>
/// Events of two observers: noted by both with the same code, noted by both with different codes, and noted by one alone.
/// </summary>
public sealed record EventCounts(int Same, int Confused, int OnlyFirst, int OnlySecond)
{
    /// <summary>A pair is one, an event without a partner is one.</summary>
    public int Units => Same + Confused + OnlyFirst + OnlySecond;
}
