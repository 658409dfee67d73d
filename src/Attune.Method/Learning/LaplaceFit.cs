namespace Attune.Method.Learning;

/// <summary>
/// The posterior of the weights as a normal with the curvature at its mode (Laplace), partners' own intercepts included and then summed over
/// (<see cref="PartnerShift"/>). Newton's method, halving a step that does not go down; where the curvature is not positive, without the part that makes it
/// so (Gauss and Newton). The mode does not depend on where it began (to 1e-10 posterior SDs), nor on the number of cores (to the last bit).
/// </summary>
public static class LaplaceFit
{
    public const int MostSteps = 200;

    internal const string Algorithm = "bayesian-logistic-hazard-laplace";

    internal const int Version = 2;

    /// <summary>Squared length of a Newton step, in posterior SDs, that is not worth taking.</summary>
    private const double SettledAt = 1e-20;

    private const double NearlySettled = 1e-8;

    /// <summary>Where a step that gains nothing still moves some log-odds by this much, the likelihood has no maximum: near one, none moves by a thousandth.</summary>
    private const double RunsAwayBy = .1;

    /// <summary>All at once.</summary>
    /// <exception cref="ArgumentException">The prior is not made for these rows, or holds a number that is not finite.</exception>
    public static LearningFit Fit(LearningRows rows, LearningPrior prior) => Fit(rows, prior, null);

    /// <summary>The same from where an earlier fit, over fewer or other rows, had come to: sooner, and to the same place.</summary>
    public static LearningFit Refit(LearnedPosterior start, LearningRows rows)
    {
        ArgumentNullException.ThrowIfNull(start);
        return Fit(rows, start.Prior, start);
    }

    /// <summary>By proper beliefs, of which there is always a posterior; sooner from an earlier one that was made of the same beliefs.</summary>
    /// <exception cref="InvalidOperationException">A belief was flat after all, and the rows do not settle it.</exception>
    internal static LearnedPosterior ByBeliefs(LearningRows rows, LearningPrior prior, LearnedPosterior? earlier)
    {
        var start = earlier is not null && LearnedPosterior.Alike(earlier.Prior, prior) ? earlier : null;
        return Fit(rows, prior, start) is var fit && fit is LearningFit.Learned { Posterior: var posterior }
            ? posterior
            : throw new InvalidOperationException($"No posterior: {fit}.");
    }

    internal static LearningFit Fit(LearningRows rows, LearningPrior prior, LearnedPosterior? start)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(prior);
        prior.CheckFits(rows);
        if (WhyNot(rows, prior) is { } reason)
            return new LearningFit.Refused(reason);
        var state = start?.StateFor(rows) ?? Start(rows, prior);
        return new Descent(rows, prior, state).Run();
    }

    private static LearningRefusal? WhyNot(LearningRows rows, LearningPrior prior)
    {
        if (rows.Count == 0)
            return prior.Terms.Append(prior.Intercept).Any(IsFlat) ? LearningRefusal.NoRows : null;
        if (!IsFlat(prior.Intercept))
            return null;
        return rows.Reports == 0 ? LearningRefusal.NoSessionWithReport : rows.Reports == rows.Count ? LearningRefusal.NoSessionWithoutReport : null;
    }

    private static bool IsFlat(TermPrior term) => double.IsPositiveInfinity(term.Sd);

    private static ArrowState Start(LearningRows rows, LearningPrior prior)
    {
        var state = new ArrowState(rows.Width, rows.Partners);
        state.Weights[0] = prior.Intercept.Mean;
        for (var k = 0; k < prior.Terms.Length; k++)
            state.Weights[k + 1] = prior.Terms[k].Mean;
        return state;
    }

    private sealed class Descent(LearningRows rows, LearningPrior prior, ArrowState state)
    {
        private readonly LossSurface _surface = new(rows, prior);
        private readonly double[] _step = new double[rows.Width];
        private readonly double[] _ownStep = new double[rows.Partners];
        private CholeskyFactor? _factor;
        private bool _isLookedAt;
        private bool _isGaussNewton;

        public LearningFit Run()
        {
            var before = double.PositiveInfinity;
            for (var steps = 0; steps < MostSteps; steps++)
            {
                if (!Look())
                    return new LearningFit.Refused(steps == 0 ? LearningRefusal.SingularDesign : LearningRefusal.Separable);
                var length = SetStep();
                if (length < NearlySettled && MostMoved() > RunsAwayBy)
                    return new LearningFit.Refused(LearningRefusal.Separable);
                // What rounding leaves does not get shorter any more.
                if (length < SettledAt || (length < 1e-14 && length > before / 4))
                    return new LearningFit.Learned(Posterior());
                if (!Walk(length))
                    break;
                before = length;
            }

            return new LearningFit.Refused(LearningRefusal.DidNotSettle);
        }

        private LearnedPosterior Posterior()
        {
            var evidence = LearnedPosterior.LogEvidenceAt(rows, prior, _factor!, _surface.Sums);
            var mean = prior.PartnerSd > 0 ? PartnerShift.From(state, _surface, _factor!, _isGaussNewton) : (state.Weights, state.Own);
            return new LearnedPosterior(rows, prior, state, mean, _factor!.Inverse(), evidence);
        }

        // False: not positive definite in any form.
        private bool Look()
        {
            if (!_isLookedAt)
                _surface.LookAt(state, gaussNewton: false);
            (_isLookedAt, _isGaussNewton) = (false, false);
            if (Factor())
                return true;
            _isGaussNewton = true;
            _surface.LookAt(state, gaussNewton: true);
            return Factor();
        }

        private bool Factor()
        {
            _factor = _surface.Sums.IsConvex ? CholeskyFactor.Of(_surface.Sums.Square, rows.Terms.Length + 1, rows.Width) : null;
            return _factor is not null;
        }

        // Its squared length, in posterior SDs.
        private double SetStep()
        {
            for (var k = 0; k < _step.Length; k++)
                _step[k] = k < _factor!.Size ? -_surface.Sums.Slope[k] : 0;
            _factor!.Solve(_step);
            double length = 0;
            for (var k = 0; k < _factor.Size; k++)
                length -= _step[k] * _surface.Sums.Slope[k];
            if (prior.PartnerSd == 0)
                return length;
            for (var group = 0; group < _ownStep.Length; group++)
            {
                var (slope, curvature) = (state.OwnSlope[group], state.OwnCurvature[group]);
                _ownStep[group] = -(slope + SquareSum.Dot(state.Cross.AsSpan(group * rows.Width, rows.Width), _step)) / curvature;
                length += slope * slope / curvature;
            }

            return length;
        }

        // The state is moved to the first point that is lower; the next look is at it.
        private bool Walk(double length)
        {
            var (from, weights, own) = (_surface.Sums.Loss, state.Weights.ToArray(), state.Own.ToArray());
            for (var part = 1.0; part > 1e-9; part /= 2)
            {
                for (var k = 0; k < weights.Length; k++)
                    state.Weights[k] = weights[k] + part * _step[k];
                for (var group = 0; group < own.Length; group++)
                    state.Own[group] = own[group] + part * _ownStep[group];
                if (length < NearlySettled)
                    return true;
                _surface.LookAt(state, gaussNewton: false);
                _isLookedAt = true;
                if (_surface.Sums.Loss <= from - 1e-4 * part * length)
                    return true;
            }

            return false;
        }

        private double MostMoved()
        {
            double most = 0;
            for (var group = 0; group < rows.Partners; group++)
            {
                for (var at = rows.Starts[group] * rows.Areas; at < rows.Starts[group + 1] * rows.Areas; at++)
                    most = Math.Max(most, Math.Abs(_ownStep[group] + SquareSum.Dot(rows.Values.AsSpan(at * rows.Width, rows.Width), _step)));
            }

            return most;
        }
    }
}
