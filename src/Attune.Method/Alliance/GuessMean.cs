namespace Attune.Method.Alliance;

/// <summary>The mean of guess less answer over the last few sessions with both, in between-person SD. A value that changes.</summary>
internal struct GuessMean
{
    private readonly Queue<double> _recent;

    public GuessMean() => _recent = new Queue<double>(BlindSpot.Window);

    /// <summary>Sessions that it is taken over, four at most.</summary>
    public readonly int Over => _recent.Count;

    /// <summary>Null over none.</summary>
    public readonly double? Mean => _recent.Count == 0 ? null : _recent.Average();

    /// <summary>In between-person SD.</summary>
    public readonly void Add(double difference)
    {
        if (_recent.Count == BlindSpot.Window)
            _recent.Dequeue();
        _recent.Enqueue(difference);
    }

    /// <summary>Whether a mean so large, either way, is off.</summary>
    public static bool IsOff(double? mean) => Math.Abs(mean ?? 0) >= BlindSpot.OffFrom - Baseline.Rounding;
}
