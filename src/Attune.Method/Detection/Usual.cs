using Attune.Method.Alliance;

namespace Attune.Method.Detection;

/// <summary>What is usual at each answered session of one series, in either form, oldest first.</summary>
internal ref struct Usual
{
    private readonly ReadOnlySpan<double> _series;
    private readonly ChartBaseline _kind;
    private readonly bool _isByMedian;
    private readonly bool _isWhole;
    private readonly IndividualsChart? _wholeChart;
    private RunningBaseline _running;
    private SortedRanges _ranges;

    /// <param name="ranges">Room for as many moving ranges as the series has values, to take their median; empty: their mean is taken.</param>
    public Usual(ReadOnlySpan<double> series, DetectionForm form, ChartBaseline kind, Span<double> ranges = default)
    {
        _series = series;
        _kind = kind;
        _isByMedian = ranges.Length > 0;
        _running = new RunningBaseline(kind);
        _ranges = new SortedRanges(ranges);
        if (form != DetectionForm.WholeSeries)
            return;
        for (var i = 0; i < series.Length; i++)
        {
            if (!double.IsNaN(series[i]))
                Add(i, isFlagged: false);
        }
        _wholeChart = Chart;
        _isWhole = true;
    }

    public readonly Baseline Baseline => _running.Current;

    /// <summary>Null: too few sessions to judge by.</summary>
    public readonly IndividualsChart? Chart => _isWhole ? _wholeChart
        : _isByMedian ? IndividualsChart.OfMedian(_running.Current, _ranges.Median, _kind)
        : IndividualsChart.Of(_running.Current, _kind);

    /// <summary>Lets the session at <paramref name="at"/>, which has a value, be part of what is earlier. Changes nothing in the whole-series form.</summary>
    public void Add(int at, bool isFlagged)
    {
        if (_isWhole)
            return;
        var change = _running.Add(_series[at], isFlagged);
        if (!_isByMedian)
            return;
        if (change == BaselineChange.BegunAnew)
            BeginAnew(at);
        else if (change == BaselineChange.Kept)
            _ranges.Keep(_series[at]);
        else
            _ranges.Part();
    }

    // The flagged run is what was answered last: found going back, kept going forward.
    private void BeginAnew(int last)
    {
        _ranges.Clear();
        var first = last + 1;
        for (var run = 0; run < Baseline.FlaggedRunThatBecomesUsual; run += double.IsNaN(_series[first]) ? 0 : 1)
            first--;
        foreach (var value in _series[first..(last + 1)])
        {
            if (!double.IsNaN(value))
                _ranges.Keep(value);
        }
    }
}
