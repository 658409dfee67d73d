namespace Attune.Method.Agreement;

/// <summary>
/// What several raters said about several targets (sessions, segments, tapes). A code is a number: for nominal measures only whether two are equal
/// counts, for the others their distance on the scale, so that a step that nobody used keeps its place. NaN = not rated.
/// </summary>
public sealed class RatingTable
{
    private readonly double[] _ratings;

    /// <summary>
    /// Target by target, each with one rating per rater in the same order. Throws where the length is no multiple of <paramref name="raters"/>,
    /// <paramref name="raters"/> is below 1, or a rating is infinite.
    /// </summary>
    public RatingTable(int raters, ReadOnlySpan<double> targetByTarget)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(raters, 1);
        if (targetByTarget.Length % raters != 0)
            throw new ArgumentException($"{targetByTarget.Length} ratings are no whole number of targets with {raters} raters.", nameof(targetByTarget));
        foreach (var rating in targetByTarget)
        {
            if (double.IsInfinity(rating))
                throw new ArgumentException("A rating is finite, or NaN where there is none.", nameof(targetByTarget));
        }
        _ratings = targetByTarget.ToArray();
        (Raters, Targets) = (raters, _ratings.Length / raters);
    }

    public int Raters { get; }

    public int Targets { get; }

    /// <summary>One target's ratings in the raters' order, NaN = not rated.</summary>
    public ReadOnlySpan<double> Of(int target) => _ratings.AsSpan(target * Raters, Raters);

    /// <summary>The targets that have exactly this many ratings, those that are missing left away; in order.</summary>
    internal List<double[]> WithRatings(int count)
    {
        var found = new List<double[]>(Targets);
        for (var target = 0; target < Targets; target++)
        {
            if (Given(target) is { } given && given.Length == count)
                found.Add(given);
        }
        return found;
    }

    /// <summary>The targets that have at least two ratings, those that are missing left away; in order.</summary>
    internal List<double[]> Pairable()
    {
        var found = new List<double[]>(Targets);
        for (var target = 0; target < Targets; target++)
        {
            if (Given(target) is { Length: >= 2 } given)
                found.Add(given);
        }
        return found;
    }

    private double[] Given(int target) => Array.FindAll(Of(target).ToArray(), rating => !double.IsNaN(rating));
}
