namespace Attune.Method.Alliance;

/// <summary>
/// Answered sessions in a row that were each lower than the one before, oldest first. A value that changes: hold it in a field that can be written.
/// </summary>
internal struct DeclineRun
{
    /// <summary>The fewest declines in a row that are an erosion.</summary>
    public const int Least = 3;

    private double? _last;

    /// <summary>How many in a row, up to the session added last; 0 when that one was no decline.</summary>
    public int Count { get; private set; }

    /// <summary>The session of the first of them.</summary>
    public int Since { get; private set; }

    /// <summary>The value that they fell from.</summary>
    public double From { get; private set; }

    /// <summary>A session that gave no value is not added: a fall across a gap is a fall.</summary>
    public void Add(int session, double value)
    {
        if (_last is not { } last || value >= last - Baseline.Rounding)
            Count = 0;
        else if (Count++ == 0)
            (Since, From) = (session, last);
        _last = value;
    }

    /// <summary>Whether there are enough of them, and together they fell by at least the threshold.</summary>
    public readonly bool IsErosion(double threshold) => Count >= Least && Baseline.IsFall(From, _last!.Value, threshold);
}
