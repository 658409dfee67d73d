namespace Attune.Method.Learning;

/// <summary>
/// From the most probable point of weights and partners together to that of the weights alone, partners' own intercepts summed over (Laplace), and to the mean
/// of each partner's own: the joint one takes partners as if their own were known there, and leaves everybody's intercept too high. One step, of first order: the
/// slope of half the ln of the partners' curvatures, through the covariance.
/// </summary>
internal static class PartnerShift
{
    /// <summary>Log-odds. What the difference leaves out is 1e-9 of a shift or so, what is rounded less.</summary>
    private const double Step = 1e-4;

    /// <summary>Weights and partners' own where they are said to be; the state stays where it is. Two looks.</summary>
    public static (double[] Weights, double[] Own) From(ArrowState state, LossSurface surface, CholeskyFactor factor, bool gaussNewton)
    {
        var (width, partners) = (state.Weights.Length, state.Own.Length);
        var (up, down) = (LookFrom(Step), LookFrom(-Step));
        var (shift, third) = (new double[width], new double[partners]);
        for (var j = 0; j < partners; j++)
        {
            var curvature = state.OwnCurvature[j];
            third[j] = (up.OwnCurvature[j] - down.OwnCurvature[j]) / (2 * Step);
            for (var at = j * width; at < (j + 1) * width; at++)
            {
                // Third derivatives do not mind the order: a weight's in a partner's curvature is the partner's in the cross. The partner's own moves along.
                var slope = (up.Cross[at] - down.Cross[at]) / (2 * Step) - third[j] * state.Cross[at] / curvature;
                shift[at - j * width] -= slope / curvature / 2;
            }
        }

        factor.Solve(shift);
        var (weights, own) = (state.Weights.ToArray(), state.Own.ToArray());
        for (var k = 0; k < factor.Size; k++)
            weights[k] += shift[k];
        shift.AsSpan(factor.Size).Clear();
        for (var j = 0; j < partners; j++)
        {
            var curvature = state.OwnCurvature[j];
            own[j] -= SquareSum.Dot(state.Cross.AsSpan(j * width, width), shift) / curvature + third[j] / (curvature * curvature) / 2;
        }

        return (weights, own);

        ArrowState LookFrom(double step)
        {
            var moved = new ArrowState(width, partners) { Weights = state.Weights, Own = [.. state.Own.Select(one => one + step)] };
            surface.LookAt(moved, gaussNewton);
            return moved;
        }
    }
}
