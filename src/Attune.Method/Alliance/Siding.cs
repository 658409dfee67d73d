namespace Attune.Method.Alliance;

/// <summary>
/// Possible siding, from the fairness answer alone (article-map row 25, our proposal): at 3 or below, or down by 2 or more from the last answered
/// one. The composite does not enter. An unanswered item is stepped over.
/// </summary>
internal sealed class Siding
{
    /// <summary>A fairness answer here or below is one by itself.</summary>
    public const int LowFairness = 3;

    /// <summary>A fall this large is one, wherever it ends.</summary>
    public const int Fall = 2;

    private int? _last;

    /// <summary>One finding at most; null when there is none, or the item was not answered.</summary>
    public RuptureFinding.PossibleSiding? Judge(int session, int? answered)
    {
        if (answered is not { } fairness)
            return null;
        var before = _last;
        _last = fairness;
        var limit = Math.Max(LowFairness, before - Fall ?? LowFairness);
        return fairness <= limit ? new RuptureFinding.PossibleSiding(session, fairness, before, limit) : null;
    }
}
