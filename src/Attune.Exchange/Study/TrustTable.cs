using System.Collections.Immutable;
using Attune.Method.Trust;

namespace Attune.Exchange.Study;

/// <summary>
/// The three readings of trust for each course: <c>course</c>, <c>tested_moments</c>, <c>care_came</c>, <c>expected</c>, <c>fit</c> (0 to 1; missing
/// where nothing tells), <c>word</c>, <c>is_leaning</c> (1 or 0), <c>known_mean</c>, <c>known_sd</c>. Columns read: outcome, forecast (0 to 1), weight.
/// </summary>
public static class TrustTable
{
    /// <summary>Weights of moments lie between the two [our proposal]; one that does not, and one that is missing, is 1.</summary>
    public const double LeastWeight = 0.01;

    /// <inheritdoc cref="LeastWeight"/>
    public const double MostWeight = 100;

    public static ImmutableArray<WantedColumn> Wanted { get; } = [new("outcome", true, 0, 1), new("forecast", false, 0, 1), new("weight", false, LeastWeight, MostWeight)];

    public static ImmutableArray<StudyColumn> Columns { get; } =
    [
        new("course", StudyKind.Text), new("tested_moments", StudyKind.Whole), new("care_came", StudyKind.Number), new("expected", StudyKind.Number),
        new("fit", StudyKind.Number), new("word", StudyKind.Text), new("is_leaning", StudyKind.Whole), new("known_mean", StudyKind.Number), new("known_sd", StudyKind.Number),
    ];

    /// <summary>A row without an outcome is no tested moment; its forecast is still the latest expectation.</summary>
    public static StudyRows Read(CourseBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        var rows = new StudyRows(Columns);
        for (var course = 0; course < block.Count; course++)
        {
            var (moments, expectations) = MomentsOf(block, course);
            var reading = TrustReadings.Of(moments, expectations, 0);
            rows.Add(block.Name(course)).Add(reading.TestedMoments).Add(reading.CareCame).Add(reading.Expected).Add(reading.Fit)
                .Add(StudyNames.Of(reading.Word)).Add(reading.IsLeaning ? 1 : 0).Add(reading.Known.Mean).Add(reading.Known.Width);
        }

        return rows;
    }

    internal static (ImmutableArray<TestedMoment> Moments, ImmutableArray<double> Expectations) MomentsOf(CourseBlock block, int course)
    {
        var moments = ImmutableArray.CreateBuilder<TestedMoment>();
        var expectations = ImmutableArray.CreateBuilder<double>();
        var outcomes = block.Values(0, course);
        var forecasts = block.Values(1, course);
        var weights = block.Values(2, course);
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (!double.IsNaN(forecasts[i]))
                expectations.Add(forecasts[i]);
            if (!double.IsNaN(outcomes[i]))
                moments.Add(new TestedMoment(i + 1, double.IsNaN(weights[i]) ? 1 : weights[i], outcomes[i], expectations.Count == 0 ? null : expectations[^1]));
        }

        return (moments.ToImmutable(), expectations.ToImmutable());
    }
}
