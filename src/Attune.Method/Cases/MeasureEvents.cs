using System.Collections.Immutable;

namespace Attune.Method.Cases;

/// <summary>
/// A score of a measure that the practice defined, typed by the therapist. Name and range stand here as they were then: a score means nothing without
/// them, and the definition may change.
/// </summary>
public sealed record MeasureScored : CaseEvent
{
    public required Partner Partner { get; init; }

    /// <summary>The session that it belongs to; 0 before the first.</summary>
    public required int Session { get; init; }

    /// <summary>Code of the practice's definition.</summary>
    public required string Measure { get; init; }

    public required string Name { get; init; }

    public required double LowestScore { get; init; }

    public required double HighestScore { get; init; }

    /// <summary>Null takes back what was typed for this session.</summary>
    public double? Score { get; init; }

    /// <summary>What was typed for each item; empty for a whole score.</summary>
    public ImmutableArray<double> Items { get; init => field = value.IsDefault ? [] : value; } = [];

    public override Subject Subject => Partner.AsSubject();
}
