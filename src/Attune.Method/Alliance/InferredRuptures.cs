using System.Collections.Immutable;

namespace Attune.Method.Alliance;

/// <summary>
/// The criteria that read a rupture from one partner's composites (method-facts 1.4 and engineering 7, our proposals), one answered session at a
/// time, oldest first. A session without a composite is stepped over, never filled in, so that a fall across a gap is a fall, found at the session
/// that shows it.
/// <para>
/// What leaves the baseline: direct ruptures and what the strict criteria flag. The loose chart also leaves out what it flags itself, and so has a
/// baseline of its own. Slow erosion, the loose drop and the chart over all past data leave everything in.
/// </para>
/// </summary>
internal sealed class InferredRuptures
{
    private RunningBaseline _usual = new(ChartBaseline.FlaggedKeptOut);
    private RunningBaseline _looselyUsual = new(ChartBaseline.FlaggedKeptOut);
    private RunningBaseline _all = new(ChartBaseline.AllPastData);
    private double? _last;
    private DeclineRun _declines;

    /// <summary>Whether there was a composite before: without one nothing can be judged.</summary>
    public bool HasEarlier => _last is not null;

    /// <summary>The first session that the control chart, flagged sessions kept out, could judge; null: none yet. From there on it always can.</summary>
    public int? ChartJudgesFrom { get; private set; }

    /// <summary>
    /// Below this (the chart), or at it (the drop), the next composite would be flagged by the criterion that leads; null while nothing judges it. In
    /// points, and not cut to the scale.
    /// </summary>
    public double? Limit => IndividualsChart.Of(_usual.Current, ChartBaseline.FlaggedKeptOut) is { } chart
        ? chart.LowerLimit(IndividualsChart.StrictSigmas)
        : _last - _usual.Current.Threshold;

    /// <summary>Adds what is found for this session, in the order of the criteria, then lets it be part of what is earlier.</summary>
    /// <param name="composite">1 to 7.</param>
    /// <param name="isDirect">Whether somebody reported a rupture in this session.</param>
    public void Judge(int session, double composite, bool isDirect, ImmutableArray<RuptureFinding>.Builder into)
    {
        var usual = _usual.Current;
        var first = into.Count;
        Drops(session, composite, usual, into);
        var loosely = Charts(session, composite, usual, into);
        Erosion(session, composite, usual, into);

        var isFlagged = isDirect;
        for (var i = first; i < into.Count; i++)
            isFlagged |= into[i].IsStrict;
        _usual.Add(composite, isFlagged);
        _looselyUsual.Add(composite, isFlagged || loosely);
        _all.Add(composite, isFlagged);
        _last = composite;
    }

    private void Drops(int session, double to, Baseline usual, ImmutableArray<RuptureFinding>.Builder into)
    {
        if (_last is not { } from)
            return;
        foreach (var (sds, threshold) in ((int, double)[])[(RuptureFinding.Drop.Strict, usual.Threshold), (RuptureFinding.Drop.Loose, usual.LooseThreshold)])
        {
            if (Baseline.IsFall(from, to, threshold))
                into.Add(new RuptureFinding.Drop(session, sds, from, to, from - threshold, threshold));
        }
    }

    // Whether the loose chart that keeps flagged sessions out has flagged it.
    private bool Charts(int session, double at, Baseline usual, ImmutableArray<RuptureFinding>.Builder into)
    {
        if (usual.Count >= IndividualsChart.Least)
            ChartJudgesFrom ??= session;
        var all = _all.Current;
        Chart(session, IndividualsChart.StrictSigmas, ChartBaseline.FlaggedKeptOut, at, usual, into);
        var loosely = Chart(session, IndividualsChart.LooseSigmas, ChartBaseline.FlaggedKeptOut, at, _looselyUsual.Current, into);
        Chart(session, IndividualsChart.StrictSigmas, ChartBaseline.AllPastData, at, all, into);
        Chart(session, IndividualsChart.LooseSigmas, ChartBaseline.AllPastData, at, all, into);
        return loosely;
    }

    private static bool Chart(int session, int sigmas, ChartBaseline kind, double at, Baseline before, ImmutableArray<RuptureFinding>.Builder into)
    {
        if (IndividualsChart.Of(before, kind) is not { } chart || !chart.IsBelow(at, sigmas))
            return false;
        into.Add(new RuptureFinding.ControlChart(session, sigmas, kind, at, chart.Centre, chart.Sigma, chart.LowerLimit(sigmas), before.Count));
        return true;
    }

    private void Erosion(int session, double to, Baseline usual, ImmutableArray<RuptureFinding>.Builder into)
    {
        _declines.Add(session, to);
        var threshold = usual.LooseThreshold;
        if (_declines.IsErosion(threshold))
            into.Add(new RuptureFinding.SlowErosion(session, _declines.Since, _declines.Count, _declines.From, to, _declines.From - threshold, threshold));
    }
}
