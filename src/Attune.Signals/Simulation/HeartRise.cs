namespace Attune.Signals.Simulation;

/// <summary>
/// A rise of the heart rate from rest to a plateau and back. The rate leaves rest at <see cref="At"/>, reaches the plateau after
/// <see cref="Rising"/>, stays there for <see cref="Held"/> and is back at rest after <see cref="Falling"/>.
/// </summary>
/// <param name="At">Time since the first beat.</param>
/// <param name="PlateauBpm">Rate of the plateau, in [40, 180] bpm.</param>
/// <param name="Held">How long the plateau lasts.</param>
public sealed record HeartRise(TimeSpan At, double PlateauBpm, TimeSpan Held)
{
    /// <summary>Two minutes where nothing is said (our proposal).</summary>
    public TimeSpan Rising { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Four minutes where nothing is said: hearts calm slower than they rise (our proposal).</summary>
    public TimeSpan Falling { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>Share of the way from rest to the plateau at a moment, in [0, 1]; smooth at both ends.</summary>
    internal double ShareAt(double second)
    {
        var since = second - At.TotalSeconds;
        var over = since - Rising.TotalSeconds - Held.TotalSeconds;
        if (since <= 0 || over >= Falling.TotalSeconds)
            return 0;
        if (over > 0)
            return Smooth(1 - (over / Falling.TotalSeconds));
        return since >= Rising.TotalSeconds ? 1 : Smooth(since / Rising.TotalSeconds);
    }

    private static double Smooth(double x) => x * x * (3 - (2 * x));
}
