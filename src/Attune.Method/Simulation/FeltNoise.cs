using Attune.Method.Catalogue;

namespace Attune.Method.Simulation;

/// <summary>
/// The noise of one person's three ratings: each AR(1) with the same autocorrelation, partly in common, so that their mean is AR(1) too and has the asked
/// SD at every session.
/// </summary>
internal struct FeltNoise(double withinSd, double autocorrelation)
{
    /// <summary>Share of the variance of an item that all three have in common [our proposal].</summary>
    private const double Common = 0.6;

    private readonly double _itemSd = withinSd / Math.Sqrt(Common + (1 - Common) / 3);
    private readonly double _fresh = Math.Sqrt(1 - autocorrelation * autocorrelation);
    private double _common;
    private double _task;
    private double _goal;
    private double _bond;
    private bool _hasBegun;

    /// <summary>Four normal numbers are drawn.</summary>
    public void Next(ref SeededStream stream)
    {
        _common = Step(_common, stream.Normal());
        _task = Step(_task, stream.Normal());
        _goal = Step(_goal, stream.Normal());
        _bond = Step(_bond, stream.Normal());
        _hasBegun = true;
    }

    /// <summary>Points.</summary>
    public readonly double In(RuptureArea area) => _itemSd * (Math.Sqrt(Common) * _common + Math.Sqrt(1 - Common) * area switch
    {
        RuptureArea.Task => _task,
        RuptureArea.Goal => _goal,
        RuptureArea.Bond => _bond,
    });

    /// <summary>Of the composite, points.</summary>
    public readonly double Mean => (In(RuptureArea.Task) + In(RuptureArea.Goal) + In(RuptureArea.Bond)) / 3;

    private readonly double Step(double before, double drawn) => _hasBegun ? autocorrelation * before + _fresh * drawn : drawn;
}
