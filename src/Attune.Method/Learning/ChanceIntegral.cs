namespace Attune.Method.Learning;

/// <summary>
/// Chances over log-odds that are jointly normal. One area: Gauss-Hermite. Several: the largest part that all areas share is taken out (a chance rises
/// with it, so that limits can be solved for), and the rest, of one dimension less, is gone over with a grid.
/// </summary>
internal static class ChanceIntegral
{
    private const int OnTheStack = 1024;

    // The logistic curve is smooth over pi log-odds: the wider the normal, the more nodes. Errors stay below 1e-8 up to SDs of 2 (measured).
    private static readonly (double UpTo, GaussHermite Rule)[] Rules =
        [(.1, GaussHermite.Of(5)), (.25, GaussHermite.Of(9)), (.5, GaussHermite.Of(15)), (1, GaussHermite.Of(31)), (double.PositiveInfinity, GaussHermite.Of(100))];

    /// <summary>Of one area; <paramref name="sd"/> 0 or more.</summary>
    public static PredictedChance Of(double logOdds, double sd)
    {
        var rule = RuleFor(sd);
        double mean = 0;
        for (var i = 0; i < rule.Nodes.Length; i++)
            mean += rule.Weights[i] * Logistic(logOdds + sd * rule.Nodes[i]);
        return new PredictedChance(Math.Min(1, mean), Logistic(logOdds - Normal.Upper95 * sd), Logistic(logOdds + Normal.Upper95 * sd));
    }

    /// <summary>Of a report in any area. One to three areas; <paramref name="covariance"/> row by row.</summary>
    public static PredictedChance Any(ReadOnlySpan<double> logOdds, ReadOnlySpan<double> covariance)
    {
        if (logOdds.Length == 1)
            return Of(logOdds[0], Math.Sqrt(covariance[0]));
        var (shared, root) = Split(covariance, logOdds.Length);
        var grid = Grid(logOdds, root);
        return new PredictedChance(Mean(grid, shared), Quantile(grid, shared, .05), Quantile(grid, shared, .95));
    }

    /// <summary>The chance of <see cref="Any"/> alone: a limit takes some hundred times as long.</summary>
    public static double MeanOfAny(ReadOnlySpan<double> logOdds, ReadOnlySpan<double> covariance)
    {
        if (logOdds.Length == 1)
            return Of(logOdds[0], Math.Sqrt(covariance[0])).Probability;
        var (shared, root) = Split(covariance, logOdds.Length);
        return Mean(Grid(logOdds, root), shared);
    }

    /// <summary>1 - product of (1 - p), one by one: small chances are not lost.</summary>
    public static double AnyAt(ReadOnlySpan<double> logOdds, double shift)
    {
        double any = 0, none = 1;
        foreach (var one in logOdds)
        {
            var chance = Logistic(one + shift);
            any += none * chance;
            none *= 1 - chance;
        }

        return any;
    }

    private static double Mean(List<(double Weight, double[] LogOdds)> grid, double shared)
    {
        var rule = RuleFor(shared);
        double mean = 0;
        foreach (var (weight, odds) in grid)
        {
            for (var i = 0; i < rule.Nodes.Length; i++)
                mean += weight * rule.Weights[i] * AnyAt(odds, shared * rule.Nodes[i]);
        }

        // The weights add up to 1 but for rounding.
        return Math.Min(1, mean);
    }

    private static GaussHermite RuleFor(double sd) => Array.Find(Rules, rule => sd <= rule.UpTo).Rule ?? Rules[^1].Rule;

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    // The chance that lies above this share of what may be: where the share below a log-odds is what was asked, by Newton inside a bracket that closes.
    private static double Quantile(List<(double Weight, double[] LogOdds)> grid, double shared, double share)
    {
        if (shared == 0)
            return StepQuantile(grid, share);
        Span<double> shifts = grid.Count <= OnTheStack ? stackalloc double[grid.Count] : new double[grid.Count];
        shifts.Clear();
        double low = -60, high = 60, at = 0;
        foreach (var (weight, odds) in grid)
            at += weight * LogOddsOf(odds, 0).Any;
        for (var step = 0; step < 100 && high - low > 1e-11; step++)
        {
            double below = 0, density = 0;
            for (var i = 0; i < grid.Count; i++)
            {
                var (weight, odds) = grid[i];
                var shift = ShiftTo(odds, at, shifts[i]);
                shifts[i] = shift;
                below += weight * Normal.Below(shift / shared);
                density += weight * Normal.Density(shift / shared) / (shared * LogOddsOf(odds, shift).Slope);
            }

            var off = below - share;
            if (Math.Abs(off) < 1e-12)
                break;
            if (off < 0)
                low = at;
            else
                high = at;
            var next = at - off / density;
            at = next > low && next < high ? next : (low + high) / 2;
        }

        return Logistic(at);
    }

    // Nothing that the areas share is unknown: what may be is the grid's own points.
    private static double StepQuantile(List<(double Weight, double[] LogOdds)> grid, double share)
    {
        double below = 0;
        var (chances, weights) = (grid.Select(one => AnyAt(one.LogOdds, 0)).ToArray(), grid.Select(one => one.Weight).ToArray());
        Array.Sort(chances, weights);
        for (var i = 0; i < chances.Length; i++)
        {
            below += weights[i];
            if (below >= share)
                return chances[i];
        }

        return chances[^1];
    }

    // Log-odds of "any", which rise with the shift by 0 to 1 a unit times the number of areas, and how fast they do there.
    private static (double Any, double Slope) LogOddsOf(double[] odds, double shift)
    {
        double any = 0, none = 1, sum = 0;
        foreach (var one in odds)
        {
            // One exponential for the chance and for its rest, neither lost when it is small.
            var e = Math.Exp(-Math.Abs(one + shift));
            var (small, large) = (e / (1 + e), 1 / (1 + e));
            var (p, q) = one + shift > 0 ? (large, small) : (small, large);
            any += none * p;
            none *= q;
            sum += p;
        }

        return (Math.Log(any / none), sum / any);
    }

    private static double ShiftTo(double[] odds, double target, double shift)
    {
        double low = -200, high = 200;
        for (var step = 0; step < 100; step++)
        {
            var (any, slope) = LogOddsOf(odds, shift);
            var off = any - target;
            if (Math.Abs(off) < 1e-12)
                return shift;
            if (off > 0)
                high = shift;
            else
                low = shift;
            var next = shift - off / slope;
            shift = next > low && next < high ? next : (low + high) / 2;
        }

        return shift;
    }

    // c 1 1' with the largest c that leaves a covariance, 1 / (1' V^-1 1), and a root of what is left.
    private static (double Shared, double[] Root) Split(ReadOnlySpan<double> covariance, int n)
    {
        var ridged = covariance.ToArray();
        double trace = 0;
        for (var i = 0; i < n; i++)
            trace += covariance[i * n + i];
        if (trace <= 0)
            return (0, new double[n * n]);
        for (var i = 0; i < n; i++)
            ridged[i * n + i] += 1e-11 * trace;
        double common = 0;
        if (CholeskyFactor.Of(ridged, n, n) is { } factor)
        {
            Span<double> ones = stackalloc double[n];
            ones.Fill(1);
            factor.Solve(ones);
            foreach (var one in ones)
                common += one;
            common = common > 0 ? 1 / common : 0;
        }

        var left = covariance.ToArray();
        for (var i = 0; i < left.Length; i++)
            left[i] -= common;
        return (Math.Sqrt(common), Root(left, n, 1e-10 * trace));
    }

    // Lower root of a matrix that may be singular: a pivot that is only rounding counts as 0.
    private static double[] Root(double[] matrix, int n, double rounding)
    {
        var root = new double[n * n];
        for (var j = 0; j < n; j++)
        {
            var pivot = matrix[j * n + j];
            for (var k = 0; k < j; k++)
                pivot -= root[j * n + k] * root[j * n + k];
            if (pivot <= rounding)
                continue;
            root[j * n + j] = Math.Sqrt(pivot);
            for (var i = j + 1; i < n; i++)
            {
                var rest = matrix[i * n + j];
                for (var k = 0; k < j; k++)
                    rest -= root[i * n + k] * root[j * n + k];
                root[i * n + j] = rest / root[j * n + j];
            }
        }

        return root;
    }

    private static List<(double Weight, double[] LogOdds)> Grid(ReadOnlySpan<double> logOdds, double[] root)
    {
        var n = logOdds.Length;
        List<(double Weight, double[] LogOdds)> grid = [(1, logOdds.ToArray())];
        for (var j = 0; j < n; j++)
        {
            if (root[j * n + j] == 0)
                continue;
            double squared = 0;
            for (var i = j; i < n; i++)
                squared = Math.Max(squared, root[i * n + j] * root[i * n + j]);
            var rule = RuleFor(Math.Sqrt(squared));
            List<(double, double[])> wider = [];
            foreach (var (weight, odds) in grid)
            {
                for (var node = 0; node < rule.Nodes.Length; node++)
                {
                    var moved = odds.ToArray();
                    for (var i = j; i < n; i++)
                        moved[i] += root[i * n + j] * rule.Nodes[node];
                    wider.Add((weight * rule.Weights[node], moved));
                }
            }

            grid = wider;
        }

        return grid;
    }
}
