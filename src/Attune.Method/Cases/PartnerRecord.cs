namespace Attune.Method.Cases;

/// <summary>What the record holds of one partner beside the sessions.</summary>
public sealed class PartnerRecord
{
    internal PartnerRecord(Partner partner) => Partner = partner;

    public Partner Partner { get; }

    public string? Name { get; internal set; }

    /// <summary>The latest assessment; null while none was made.</summary>
    public PartnerAssessed? Assessment { get; private set; }

    /// <summary>The event number of <see cref="Assessment"/>; 0 while none was made.</summary>
    public long AssessmentNumber { get; private set; }

    /// <summary>What this partner expected before the first session.</summary>
    public ExpectationAnswer? FirstExpectation { get; internal set; }

    internal void Assessed(long number, PartnerAssessed e) => (AssessmentNumber, Assessment) = (number, e);
}
