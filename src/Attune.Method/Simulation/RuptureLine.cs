using Attune.Method.Catalogue;

namespace Attune.Method.Simulation;

/// <summary>The line of each shape, in points below the usual level.</summary>
internal static class RuptureLine
{
    private const double InItsArea = 1.5;
    private const double Elsewhere = 0.75;

    /// <summary><paramref name="since"/> the onset, in sessions; 0 is the onset itself, below it nothing has happened.</summary>
    public static double Fall(RuptureShape shape, double depth, int length, TrueRepair repair, int since)
    {
        if (since < 0)
            return 0;
        var left = shape == RuptureShape.StepThatStays ? depth : repair switch { TrueRepair.Full => 0, TrueRepair.Partial => depth / 2, _ => depth };
        if (since >= length)
            return left;
        return shape switch
        {
            RuptureShape.SuddenFallSuddenReturn or RuptureShape.StepThatStays => depth,
            RuptureShape.SlowFallSuddenReturn => depth * (since + 1) / length,
            RuptureShape.SuddenFallSlowReturn => left + ((depth - left) * (length - since) / length),
            RuptureShape.SlowFallSlowReturn => Bent(depth, left, length, since),
            _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "No such shape."),
        };
    }

    public static double ShareOf(RuptureArea deepest, RuptureArea area) => deepest == area ? InItsArea : Elsewhere;

    // Deepest in the middle; of an even length in the earlier of the two.
    private static double Bent(double depth, double left, int length, int since)
    {
        var down = (length + 1) / 2;
        return since < down ? depth * (since + 1) / down : left + ((depth - left) * (length - since) / (length - down + 1));
    }
}
