using System.Collections.Immutable;

namespace Attune.Method.Measures;

/// <summary>Which way is better on a measure.</summary>
public enum MeasureDirection
{
    HigherIsBetter = 1,
    LowerIsBetter = 2,
}

/// <summary>How the score of a measure comes about.</summary>
public enum MeasureScoring
{
    /// <summary>The score is typed as it stands on the form.</summary>
    WholeScore = 1,
    MeanOfItems = 2,
    SumOfItems = 3,
}

/// <summary>
/// A measure that a practice uses beside the check-in, as its therapist defines it. It holds no wording of a questionnaire: that is the licence
/// holder's, and stays on paper or where it was answered.
/// </summary>
public sealed record MeasureDefinition
{
    /// <summary>Stable within a practice; small letters, digits and hyphens.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required MeasureScoring Scoring { get; init; }

    /// <summary>How many items are typed; 0 for a whole score.</summary>
    public int Items { get; init; }

    /// <summary>The lowest answer to an item; the lowest score when it is typed whole.</summary>
    public required double Lowest { get; init; }

    /// <summary>The highest answer to an item; the highest score when it is typed whole.</summary>
    public required double Highest { get; init; }

    public required MeasureDirection Direction { get; init; }

    /// <summary>Mean of the group that it is held against; null when none is known.</summary>
    public double? ReferenceMean { get; init; }

    /// <summary>Standard deviation of that group; null when none is known. Never 0 or less.</summary>
    public double? ReferenceSd { get; init; }

    /// <summary>Where range and reference come from.</summary>
    public required string Source { get; init; }

    /// <summary>The lowest score that there can be.</summary>
    public double LowestScore => Scoring == MeasureScoring.SumOfItems ? Items * Lowest : Lowest;

    /// <summary>The highest score that there can be.</summary>
    public double HighestScore => Scoring == MeasureScoring.SumOfItems ? Items * Highest : Highest;

    /// <summary>How many numbers are typed for one partner and session.</summary>
    public int Fields => Scoring == MeasureScoring.WholeScore ? 1 : Items;

    /// <summary>
    /// The score of what was typed. NaN unless there are exactly <see cref="Fields"/> numbers: an item that was left out is not guessed.
    /// </summary>
    public double Score(ImmutableArray<double> typed)
    {
        if (typed.IsDefault || typed.Length != Fields || typed.Length == 0)
            return double.NaN;
        return Scoring == MeasureScoring.MeanOfItems ? typed.Average() : typed.Sum();
    }
}
