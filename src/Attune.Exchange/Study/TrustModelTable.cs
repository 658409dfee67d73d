using System.Collections.Immutable;
using Attune.Method.Trust;

namespace Attune.Exchange.Study;

/// <summary>A model and where its parameters come from.</summary>
/// <param name="Fit">Given or pooled; null: fitted to each course by itself.</param>
/// <param name="Learning">Null: fitted to each course, or could not be fitted.</param>
public sealed record TrustModelRun(TrustModel Model, TrustParameters From, TrustLearning? Learning, TrustFit? Fit);

/// <summary>
/// The learning models of trust beside each other, a row for each course and model: <c>course</c>, <c>model</c>, <c>parameters_from</c>, <c>moments</c>, the parameters (missing where
/// the model has none of that name), <c>fit_log_score</c> and <c>at_bound</c> where they were fitted, <c>expected</c> after the last moment, <c>brier</c> and <c>log_score</c> one step
/// ahead over all moments; and over the moments with a forecast (<c>compared</c>) those of the model, of the person's own forecasts, and of the mean outcome,
/// which is known only afterwards; <c>reason</c> why there are no parameters. Each moment counts once.
/// </summary>
public static class TrustModelTable
{
    private static readonly string[] Parameters = ["alpha", "beta", "kept", "rate", "gain", "loss", "eta", "first_rate", "first"];

    public static ImmutableArray<StudyColumn> Columns { get; } =
    [
        new("course", StudyKind.Text), new("model", StudyKind.Text), new("parameters_from", StudyKind.Text), new("moments", StudyKind.Whole),
        .. Parameters.Select(name => new StudyColumn(name, StudyKind.Number)),
        new("fit_log_score", StudyKind.Number), new("at_bound", StudyKind.Whole), new("expected", StudyKind.Number), new("brier", StudyKind.Number), new("log_score", StudyKind.Number),
        new("compared", StudyKind.Whole), .. new[] { "model", "own", "constant" }.SelectMany(of => new StudyColumn[] { new($"{of}_brier", StudyKind.Number), new($"{of}_log_score", StudyKind.Number) }),
        new("reason", StudyKind.Text),
    ];

    public static StudyRows Of(CourseBlock block, ImmutableArray<TrustModelRun> models)
    {
        ArgumentNullException.ThrowIfNull(block);
        var rows = new StudyRows(Columns);
        for (var course = 0; course < block.Count; course++)
        {
            var moments = CourseOf(block, course);
            foreach (var model in models)
                Add(rows, block.Name(course), moments, model);
        }

        return rows;
    }

    /// <summary>The tested moments of a course, each with the last forecast that was given by then.</summary>
    internal static TrustCourse CourseOf(CourseBlock block, int course) => TrustCourse.Of(TrustTable.MomentsOf(block, course).Moments);

    private static void Add(StudyRows rows, string name, TrustCourse course, TrustModelRun run)
    {
        var fit = run.From == TrustParameters.Course ? TrustFit.Of(run.Model, [course]) : run.Fit;
        var learning = run.Learning ?? (fit as TrustFit.Fitted)?.Learning;
        rows.Add(name).Add(StudyNames.Of(run.Model)).Add(StudyNames.Of(run.From)).Add(course.Outcomes.Length);
        foreach (var parameter in Parameters)
            rows.Add(learning is null ? double.NaN : ParameterOf(learning, parameter));
        rows.Add(fit is TrustFit.Fitted fitted ? fitted.Loss / fitted.Moments : double.NaN).Add(fit is TrustFit.Fitted { AtBound: var atBound } ? (atBound ? 1 : 0) : double.NaN);
        var compared = learning is null ? null : TrustComparison.Of(learning, course);
        var (trajectory, score) = learning is null ? (null, null) : Followed(learning, course);
        rows.Add(trajectory is null ? double.NaN : trajectory.After.IsEmpty ? trajectory.Start : trajectory.After[^1]).Add(score?.Brier).Add(score?.LogScore).Add(compared?.Model.Moments ?? double.NaN);
        foreach (var one in new[] { compared?.Model, compared?.Own, compared?.Constant })
            rows.Add(one?.Brier).Add(one?.LogScore);
        rows.Add(fit is TrustFit.CannotTell cannot ? StudyNames.Of(cannot.Reason) : null);
    }

    private static (TrustTrajectory Trajectory, TrustScore Score) Followed(TrustLearning learning, TrustCourse course)
    {
        var trajectory = learning.Follow(course.Outcomes.AsSpan());
        return (trajectory, TrustScore.Of(trajectory.Predictions.AsSpan(), course.Outcomes.AsSpan()));
    }

    private static double ParameterOf(TrustLearning learning, string name) => (learning, name) switch
    {
        (TrustLearning.BetaForgetting beta, "alpha") => beta.Alpha,
        (TrustLearning.BetaForgetting beta, "beta") => beta.Beta,
        (TrustLearning.BetaForgetting beta, "kept") => beta.Kept,
        (TrustLearning.RescorlaWagner one, "rate") => one.Rate,
        (TrustLearning.RescorlaWagner one, "first") => one.First,
        (TrustLearning.RescorlaWagnerTwoRates two, "gain") => two.Gain,
        (TrustLearning.RescorlaWagnerTwoRates two, "loss") => two.Loss,
        (TrustLearning.RescorlaWagnerTwoRates two, "first") => two.First,
        (TrustLearning.PearceHall hall, "eta") => hall.Eta,
        (TrustLearning.PearceHall hall, "first_rate") => hall.FirstRate,
        (TrustLearning.PearceHall hall, "first") => hall.First,
        _ => double.NaN,
    };
}
