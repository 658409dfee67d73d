using System.Collections.Immutable;

namespace Attune.Method.Trust;

/// <summary>
/// How an expectation of care could be learnt from one experience after another: the learning models beside the three readings, for comparing them over
/// many courses. None of them is shown to a couple. An outcome is 0 (no care) to 1 (care); NaN = nothing was tested, and nothing changes then: neither
/// value nor rate, and nothing is forgotten. Each moment counts once.
/// </summary>
public abstract record TrustLearning
{
    private TrustLearning()
    {
    }

    /// <summary>
    /// Beta posterior with exponential forgetting: a = g a + r, b = g b + 1 - r, expectation a / (a + b). Effective memory 1 / (1 - g) moments
    /// (method-facts 7).
    /// </summary>
    /// <param name="Alpha">Before the first moment, above 0.</param>
    /// <param name="Beta">Before the first moment, above 0.</param>
    /// <param name="Kept">g, above 0 to 1; 1 forgets nothing.</param>
    public sealed record BetaForgetting(double Alpha, double Beta, double Kept) : TrustLearning
    {
        /// <summary>What is believed after each moment.</summary>
        public ImmutableArray<BetaBelief> Beliefs(ReadOnlySpan<double> outcomes)
        {
            Require(Alpha > 0 && Beta > 0 && double.IsFinite(Alpha + Beta), nameof(Alpha), "Both parts of the start lie above 0.");
            Require(Kept is > 0 and <= 1, nameof(Kept), "What is kept lies above 0 and at most at 1.");
            var beliefs = ImmutableArray.CreateBuilder<BetaBelief>(outcomes.Length);
            var (alpha, beta) = (Alpha, Beta);
            foreach (var outcome in outcomes)
            {
                RequireOutcome(outcome);
                if (!double.IsNaN(outcome))
                    (alpha, beta) = (Kept * alpha + outcome, Kept * beta + 1 - outcome);
                beliefs.Add(new BetaBelief(alpha, beta));
            }

            return beliefs.ToImmutable();
        }

        internal override double Start => new BetaBelief(Alpha, Beta).Mean;

        internal override void Fill(ReadOnlySpan<double> outcomes, Span<double> after)
        {
            var beliefs = Beliefs(outcomes);
            for (var i = 0; i < after.Length; i++)
                after[i] = beliefs[i].Mean;
        }
    }

    /// <summary>V = V + rate (r - V) (Rescorla and Wagner, 1972).</summary>
    /// <param name="Rate">0 to 1.</param>
    /// <param name="First">V before the first moment, 0 to 1.</param>
    public sealed record RescorlaWagner(double Rate, double First) : TrustLearning
    {
        internal override double Start => First;

        internal override void Fill(ReadOnlySpan<double> outcomes, Span<double> after) => new RescorlaWagnerTwoRates(Rate, Rate, First).Fill(outcomes, after);
    }

    /// <summary>The same with one rate for outcomes above the expectation and another for those below: losses may weigh more.</summary>
    /// <param name="Gain">0 to 1.</param>
    /// <param name="Loss">0 to 1.</param>
    /// <param name="First">0 to 1.</param>
    public sealed record RescorlaWagnerTwoRates(double Gain, double Loss, double First) : TrustLearning
    {
        internal override double Start => First;

        internal override void Fill(ReadOnlySpan<double> outcomes, Span<double> after)
        {
            RequireShare(Gain, nameof(Gain));
            RequireShare(Loss, nameof(Loss));
            RequireShare(First, nameof(First));
            var value = First;
            for (var i = 0; i < after.Length; i++)
            {
                RequireOutcome(outcomes[i]);
                if (!double.IsNaN(outcomes[i]))
                    value += (outcomes[i] > value ? Gain : Loss) * (outcomes[i] - value);
                after[i] = value;
            }
        }
    }

    /// <summary>V = V + alpha (r - V), and then alpha = eta |r - V| + (1 - eta) alpha with the V from before: surprise makes attentive (Pearce and Hall, 1980).</summary>
    /// <param name="Eta">0 to 1.</param>
    /// <param name="FirstRate">alpha before the first moment, 0 to 1.</param>
    /// <param name="First">V before the first moment, 0 to 1.</param>
    public sealed record PearceHall(double Eta, double FirstRate, double First) : TrustLearning
    {
        internal override double Start => First;

        internal override void Fill(ReadOnlySpan<double> outcomes, Span<double> after)
        {
            RequireShare(Eta, nameof(Eta));
            RequireShare(FirstRate, nameof(FirstRate));
            RequireShare(First, nameof(First));
            var (value, rate) = (First, FirstRate);
            for (var i = 0; i < after.Length; i++)
            {
                RequireOutcome(outcomes[i]);
                if (!double.IsNaN(outcomes[i]))
                {
                    var surprise = outcomes[i] - value;
                    (value, rate) = (value + rate * surprise, Eta * Math.Abs(surprise) + (1 - Eta) * rate);
                }

                after[i] = value;
            }
        }
    }

    /// <summary>Follows a course. Throws for a parameter outside its bounds and for an outcome that is neither 0 to 1 nor NaN.</summary>
    public TrustTrajectory Follow(ReadOnlySpan<double> outcomes)
    {
        var after = new double[outcomes.Length];
        Fill(outcomes, after);
        return new TrustTrajectory(Start, ImmutableArray.Create(after));
    }

    internal abstract double Start { get; }

    internal abstract void Fill(ReadOnlySpan<double> outcomes, Span<double> after);

    private static void RequireShare(double value, string name) => Require(value is >= 0 and <= 1, name, "It lies between 0 and 1.");

    private static void RequireOutcome(double outcome) => Require(outcome is (>= 0 and <= 1) or double.NaN, nameof(outcome), "An outcome lies between 0 and 1, or is NaN where nothing was tested.");

    private static void Require(bool holds, string name, string why)
    {
        if (!holds)
            throw new ArgumentOutOfRangeException(name, why);
    }
}

/// <summary>An expectation of care as it moves.</summary>
/// <param name="Start">Before the first moment, 0 to 1.</param>
/// <param name="After">After each moment, 0 to 1.</param>
public sealed record TrustTrajectory(double Start, ImmutableArray<double> After)
{
    /// <summary>What is expected of each moment before it: the one-step-ahead predictions.</summary>
    public ImmutableArray<double> Predictions => After.IsEmpty ? [] : [Start, .. After[..^1]];
}

/// <summary>A Beta distribution of how often care comes; both above 0.</summary>
public sealed record BetaBelief(double Alpha, double Beta)
{
    public double Mean => Alpha / (Alpha + Beta);

    /// <summary>Central interval, by quantiles. Throws where the share does not lie between 0 and 1, or a part is below one eighth.</summary>
    public (double Lower, double Upper) Interval(double share = 0.9)
    {
        if (!(share is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "Between 0 and 1.");
        return (Quantiles.Beta((1 - share) / 2, Alpha, Beta), Quantiles.Beta((1 + share) / 2, Alpha, Beta));
    }
}
