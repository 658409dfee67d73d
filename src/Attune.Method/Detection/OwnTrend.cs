using Attune.Method.Alliance;

namespace Attune.Method.Detection;

/// <summary>
/// A straight line through what was answered, by least squares against the number of the answered session (from 0), and the spread round it. A value that
/// changes: hold it in a field that can be written.
/// </summary>
internal struct OwnTrend
{
    /// <summary>The fewest sessions that a line is judged by (our proposal): two of them are used up by it.</summary>
    public const int Least = 4;

    /// <summary>So many residual SD below the line (method-facts 8.3).</summary>
    public const double Sds = 1.5;

    // What a line through points on a line leaves over of binary fractions.
    private const double NoSpread = 1e-6;

    private int _count;
    private double _first;
    private double _sum;
    private double _sumByTime;
    private double _squares;

    public readonly int Count => _count;

    public void Add(double value)
    {
        if (_count == 0)
            _first = value;
        // From the first one on, so that a level far from 0 takes no digits.
        var off = value - _first;
        _sum += off;
        _sumByTime += off * _count;
        _squares += off * off;
        _count++;
    }

    /// <summary>Residual SD (n - 2), and slope and value of the line at 0. NaN below three.</summary>
    public readonly (double Intercept, double Slope, double Sd) Line()
    {
        if (_count <= 2)
            return (double.NaN, double.NaN, double.NaN);
        double n = _count;
        var (meanTime, mean) = ((n - 1) / 2, _sum / n);
        var slope = (_sumByTime - n * meanTime * mean) / Spread(n);
        var left = _squares - n * mean * mean - slope * slope * Spread(n);
        return (_first + mean - slope * meanTime, slope, Math.Sqrt(Math.Max(0, left) / (n - 2)));
    }

    /// <summary>Whether an answer that is one of those the line goes through lies so far below it.</summary>
    public readonly bool IsBelow((double Intercept, double Slope, double Sd) line, int at, double value) =>
        _count >= Least && line.Sd > NoSpread && value - (line.Intercept + line.Slope * at) <= -Sds * line.Sd + Baseline.Rounding;

    /// <summary>Whether the next answer lies so far below the line, drawn on: in SD of a prediction.</summary>
    public readonly bool IsNextBelow(double value)
    {
        if (_count < Least)
            return false;
        double n = _count;
        var line = Line();
        var ahead = n - (n - 1) / 2;
        var sd = line.Sd * Math.Sqrt(1 + 1 / n + ahead * ahead / Spread(n));
        return line.Sd > NoSpread && value - (line.Intercept + line.Slope * n) <= -Sds * sd + Baseline.Rounding;
    }

    private static double Spread(double n) => n * (n * n - 1) / 12;
}
