namespace Attune.Method.Cases;

/// <summary>The fold of a therapist's own log: compartment data.</summary>
public sealed class TherapistProfile
{
    private readonly SortedDictionary<string, OwnCardWritten> _cards = new(StringComparer.Ordinal);

    private readonly List<RestingRateTaken> _rests = [];

    public long LastNumber { get; private set; }

    /// <summary>Quiet minutes that were taken, oldest first.</summary>
    public IReadOnlyList<RestingRateTaken> Rests => _rests;

    /// <summary>The own card per early schema code; the latest of each.</summary>
    public IReadOnlyDictionary<string, OwnCardWritten> Cards => _cards;

    public string? Name { get; private set; }

    public TherapistAssessed? Assessment { get; private set; }

    /// <summary>The event number of <see cref="Assessment"/>; 0 while there is none.</summary>
    public long AssessmentNumber { get; private set; }

    /// <summary>Counts a row that cannot be read, so that the numbers stay in step.</summary>
    public void Withhold(long number) => StepTo(number);

    public void Apply(long number, CaseEvent happened)
    {
        StepTo(number);
        switch (happened)
        {
            case TherapistIntroduced e: Name = e.Name; break;
            case TherapistAssessed e: (AssessmentNumber, Assessment) = (number, e); break;
            case OwnCardWritten e: _cards[e.EarlySchema] = e; break;
            case RestingRateTaken e: _rests.Add(e); break;
            default: throw new InvalidOperationException($"Event {number} of kind {happened.GetType().Name} does not belong to a therapist's own log.");
        }
    }

    private void StepTo(long number)
    {
        if (number != LastNumber + 1)
            throw new InvalidOperationException($"Event {number} was folded after event {LastNumber}.");
        LastNumber = number;
    }
}
