using System.Collections.Immutable;

namespace Attune.Method.Trust;

/// <summary>Which learning model is fitted, by the name that the literature gives it.</summary>
public enum TrustModel
{
    /// <summary>What is kept, .5 to 1; the start is the open prior (1, 1).</summary>
    BetaForgetting = 1,

    /// <summary>Rate and start, 0 to 1 each.</summary>
    RescorlaWagner = 2,

    /// <summary>Two rates and start, 0 to 1 each.</summary>
    RescorlaWagnerTwoRates = 3,

    /// <summary>Eta, first rate and start, 0 to 1 each.</summary>
    PearceHall = 4,
}

/// <summary>What a model's parameters are where the outcomes are likeliest, over one course or several that share them.</summary>
public abstract record TrustFit
{
    /// <summary>Moments below which nothing is fitted [our proposal]: three parameters from fewer are no finding.</summary>
    public const int LeastMoments = 10;

    private const int GridSteps = 8;
    private const double SmallestStep = 1e-7;
    private const double LeastKept = 0.5;

    private TrustFit(TrustModel model, int moments, int leftOut) => (Model, Moments, LeftOut) = (model, moments, leftOut);

    public TrustModel Model { get; }

    /// <summary>Tested moments of all courses.</summary>
    public int Moments { get; }

    /// <summary>Moments in which nothing was tested.</summary>
    public int LeftOut { get; }

    /// <param name="Loss">Sum over the moments of the log loss (<see cref="TrustScore"/>), the least that was found.</param>
    /// <param name="AtBound">Whether a parameter lies at an end of its range: the data would have it beyond, or do not tell.</param>
    public sealed record Fitted(TrustModel Model, int Moments, int LeftOut, TrustLearning Learning, double Loss, bool AtBound) : TrustFit(Model, Moments, LeftOut);

    public sealed record CannotTell(TrustModel Model, int Moments, int LeftOut, NoTrustFitReason Reason) : TrustFit(Model, Moments, LeftOut);

    /// <summary>
    /// Bounded maximum likelihood: a grid, and from its best three points a search along the axes with halving steps, so that a flat or folded loss does not
    /// lead astray. The order of courses does not matter to more than rounding.
    /// </summary>
    public static TrustFit Of(TrustModel model, ImmutableArray<TrustCourse> courses)
    {
        var outcomes = courses.SelectMany(course => course.Outcomes).ToArray();
        var tested = outcomes.Where(outcome => !double.IsNaN(outcome)).ToArray();
        var leftOut = outcomes.Length - tested.Length;
        if (tested.Length < LeastMoments)
            return new CannotTell(model, tested.Length, leftOut, NoTrustFitReason.TooFewMoments);
        if (Array.TrueForAll(tested, outcome => outcome == tested[0]))
            return new CannotTell(model, tested.Length, leftOut, NoTrustFitReason.OneOutcomeOnly);
        var (parameters, loss) = Search(model, [.. courses.Select(course => course.Outcomes.ToArray())]);
        var least = model == TrustModel.BetaForgetting ? LeastKept : 0;
        var atBound = Array.Exists(parameters, value => value - least < 1e-6 || value > 1 - 1e-6);
        return new Fitted(model, tested.Length, leftOut, Made(model, parameters), loss, atBound);
    }

    private static TrustLearning Made(TrustModel model, double[] at) => model switch
    {
        TrustModel.BetaForgetting => new TrustLearning.BetaForgetting(1, 1, at[0]),
        TrustModel.RescorlaWagner => new TrustLearning.RescorlaWagner(at[0], at[1]),
        TrustModel.RescorlaWagnerTwoRates => new TrustLearning.RescorlaWagnerTwoRates(at[0], at[1], at[2]),
        TrustModel.PearceHall => new TrustLearning.PearceHall(at[0], at[1], at[2]),
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, "No such model."),
    };

    private static (double[] At, double Loss) Search(TrustModel model, double[][] courses)
    {
        var dimensions = model switch { TrustModel.BetaForgetting => 1, TrustModel.RescorlaWagner => 2, _ => 3 };
        var least = model == TrustModel.BetaForgetting ? LeastKept : 0;
        var after = new double[courses.Max(course => course.Length)];
        return Grid(dimensions, least).Select(point => (Point: point, Loss: LossAt(point))).OrderBy(one => one.Loss).Take(3).Select(one => Down(one.Point, one.Loss)).MinBy(one => one.Loss);

        double LossAt(double[] point)
        {
            var (learning, loss) = (Made(model, point), 0.0);
            foreach (var course in courses)
            {
                learning.Fill(course, after.AsSpan(0, course.Length));
                for (var i = 0; i < course.Length; i++)
                {
                    if (!double.IsNaN(course[i]))
                        loss += TrustScore.LossOf(i == 0 ? learning.Start : after[i - 1], course[i]);
                }
            }

            return loss;
        }

        (double[] At, double Loss) Down(double[] from, double loss)
        {
            var at = (double[])from.Clone();
            for (var step = (1 - least) / GridSteps; step > SmallestStep; step /= 2)
            {
                for (var moved = true; moved;)
                {
                    moved = false;
                    foreach (var direction in Directions(dimensions))
                    {
                        double[] next = [.. at.Zip(direction, (value, sign) => Math.Clamp(value + sign * step, least, 1))];
                        var found = LossAt(next);
                        if (found >= loss)
                            continue;
                        (at, loss, moved) = (next, found, true);
                    }
                }
            }

            return (at, loss);
        }
    }

    private static IEnumerable<double[]> Grid(int dimensions, double least)
    {
        var values = Enumerable.Range(0, GridSteps).Select(step => least + (1 - least) * (step + 0.5) / GridSteps).ToArray();
        return Points(values, dimensions);
    }

    // Every combination of down, stay and up: diagonals let it follow a narrow valley.
    private static double[][] Directions(int dimensions) => [.. Points([-1, 0, 1], dimensions).Where(signs => Array.Exists(signs, sign => sign != 0))];

    private static IEnumerable<double[]> Points(double[] values, int dimensions) => dimensions == 0
        ? [[]]
        : Points(values, dimensions - 1).SelectMany(point => values.Select(value => (double[])[.. point, value]));
}

/// <summary>Why no parameters are given.</summary>
public enum NoTrustFitReason
{
    /// <summary>Fewer than <see cref="TrustFit.LeastMoments"/> tested moments.</summary>
    TooFewMoments = 1,

    /// <summary>All outcomes are the same: any fast learner predicts them, and the likeliest parameters lie at their ends.</summary>
    OneOutcomeOnly = 2,
}
