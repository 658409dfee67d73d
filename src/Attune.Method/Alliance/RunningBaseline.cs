using System.Runtime.CompilerServices;

namespace Attune.Method.Alliance;

/// <summary>
/// A baseline that grows by one answered session at a time, oldest first, each in constant time. A value that changes: hold it in a field that can be
/// written, or the growth is lost in a copy.
/// </summary>
internal struct RunningBaseline(ChartBaseline kind)
{
    private FlaggedRun _flaggedRun;
    private int _flagged;
    private int _count;
    private double _sum;
    private double _mean;
    private double _squares;
    private double _rangeSum;
    private int _ranges;
    private double? _neighbour;

    public readonly Baseline Current => new(
        _count,
        _count == 0 ? null : _sum / _count,
        _count < 2 ? 0 : Math.Sqrt(_squares / (_count - 1)),
        _ranges == 0 ? 0 : _rangeSum / _ranges);

    /// <summary>A session that gave no value is not added: the next one is the neighbour of the one before. A flagged one parts its neighbours.</summary>
    public BaselineChange Add(double value, bool isFlagged)
    {
        if (!isFlagged || kind == ChartBaseline.AllPastData)
        {
            _flagged = 0;
            Keep(value);
            return BaselineChange.Kept;
        }
        _neighbour = null;
        _flaggedRun[_flagged++] = value;
        if (_flagged < Baseline.FlaggedRunThatBecomesUsual)
            return BaselineChange.LeftOut;
        BeginAnew();
        return BaselineChange.BegunAnew;
    }

    private void BeginAnew()
    {
        (_count, _sum, _mean, _squares, _rangeSum, _ranges, _flagged) = (0, 0, 0, 0, 0, 0, 0);
        foreach (var value in _flaggedRun)
            Keep(value);
    }

    // Welford's way: one pass, and steady for a series that hardly varies.
    private void Keep(double value)
    {
        _count++;
        _sum += value;
        var off = value - _mean;
        _mean += off / _count;
        _squares += off * (value - _mean);
        if (_neighbour is { } before)
        {
            _rangeSum += Math.Abs(value - before);
            _ranges++;
        }
        _neighbour = value;
    }

    [InlineArray(Baseline.FlaggedRunThatBecomesUsual)]
    private struct FlaggedRun
    {
        private double _first;
    }
}

/// <summary>What a session did to a baseline.</summary>
internal enum BaselineChange
{
    Kept = 1,
    LeftOut = 2,

    /// <summary>It was the last of so many flagged in a row that they, and they alone, are now the baseline.</summary>
    BegunAnew = 3,
}
