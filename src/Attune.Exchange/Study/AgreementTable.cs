using System.Collections.Immutable;
using Attune.Method.Agreement;

namespace Attune.Exchange.Study;

/// <summary>
/// Coefficients of agreement as a table: <c>coefficient</c>, <c>value</c> (missing where it does not exist: <c>reason</c> says why), <c>lower</c>,
/// <c>upper</c>, <c>confidence</c>, <c>interval</c> (how they were made; missing where there is none), <c>units</c>, <c>left_out</c>, <c>raters</c>, <c>reason</c>.
/// </summary>
public static class AgreementTable
{
    private const string Icc = "icc_";

    private static ImmutableArray<StudyColumn> Columns { get; } =
    [
        new("coefficient", StudyKind.Text), new("value", StudyKind.Number), new("lower", StudyKind.Number), new("upper", StudyKind.Number), new("confidence", StudyKind.Number), new("interval", StudyKind.Text),
        new("units", StudyKind.Whole), new("left_out", StudyKind.Whole), new("raters", StudyKind.Whole), new("reason", StudyKind.Text),
    ];

    /// <summary>Those that the table can be asked for: kappas of two with two raters, what counts distances with numbers alone.</summary>
    public static IReadOnlyList<string> Fitting(RatingRows ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        return
        [
            .. Enum.GetValues<AgreementMeasure>().Where(measure => WhyNot(ratings, measure) is null).Select(StudyNames.Of),
            .. Enum.GetValues<IntraclassForm>().Where(_ => ratings.AreNumbers).Select(form => Icc + StudyNames.Of(form)),
        ];
    }

    /// <summary>One row for each coefficient. Throws <see cref="StudyRefusedException"/> where the table does not hold what it is computed from.</summary>
    public static StudyRows Of(RatingRows ratings, IReadOnlyList<string> coefficients, AgreementIntervalOptions intervals)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(coefficients);
        ArgumentNullException.ThrowIfNull(intervals);
        var rows = new StudyRows(Columns);
        foreach (var name in coefficients)
        {
            if (name.StartsWith(Icc, StringComparison.Ordinal))
                AddIntraclass(rows, ratings, name, intervals.Confidence);
            else
                Add(rows, ratings, Enum.GetValues<AgreementMeasure>().Cast<AgreementMeasure?>().FirstOrDefault(one => StudyNames.Of(one!.Value) == name) ?? throw Refused($"'{name}' is asked for by itself."), intervals);
        }

        return rows;
    }

    /// <summary>SOFTA's consensus of three raters, a row for each unit.</summary>
    public static StudyRows Softa(RatingRows ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        if (ratings.Raters.Count != 3 || !ratings.AreNumbers)
            throw Refused($"SOFTA's consensus is of three raters with numbers from -3 to 3; here are {ratings.Raters.Count}.");
        var rows = new StudyRows([new("unit", StudyKind.Text), new("consensus", StudyKind.Number), new("how", StudyKind.Text)]);
        for (var unit = 0; unit < ratings.Units.Count; unit++)
        {
            var three = ratings.Ratings.Of(unit).ToArray();
            if (three.FirstOrDefault(one => !double.IsNaN(one) && (one != Math.Floor(one) || Math.Abs(one) > SoftaConsensus.Extreme), double.NaN) is var wrong && !double.IsNaN(wrong))
                throw new StudyRefusedException(new(StudyCodes.OutOfRange, FormattableString.Invariant($"Unit '{ratings.Units[unit]}' has the rating {wrong}: SOFTA's go from -3 to 3 in whole steps.")));
            var consensus = SoftaConsensus.Of(Whole(three[0]), Whole(three[1]), Whole(three[2]));
            rows.Add(ratings.Units[unit]).Add(consensus switch
            {
                SoftaConsensus.Agreed agreed => agreed.Rating,
                SoftaConsensus.MeanOfClosest mean => mean.Rating,
                SoftaConsensus.Middle middle => middle.Rating,
                _ => double.NaN,
            }).Add(consensus switch
            {
                SoftaConsensus.Agreed => "agreed",
                SoftaConsensus.MeanOfClosest => "mean_of_closest",
                SoftaConsensus.Middle => "middle",
                _ => "rating_missing",
            });
        }

        return rows;

        static int? Whole(double rating) => double.IsNaN(rating) ? null : (int)rating;
    }

    private static void Add(StudyRows rows, RatingRows ratings, AgreementMeasure measure, AgreementIntervalOptions intervals)
    {
        if (WhyNot(ratings, measure) is { } why)
            throw Refused($"{StudyNames.Of(measure)}: {why}");
        var table = ratings.Ratings;
        var found = measure switch
        {
            AgreementMeasure.CohensKappa => CohensKappa.Unweighted(table),
            AgreementMeasure.LinearWeightedKappa => CohensKappa.LinearWeighted(table),
            AgreementMeasure.QuadraticWeightedKappa => CohensKappa.QuadraticWeighted(table),
            AgreementMeasure.FleissKappa => FleissKappa.Of(table),
            AgreementMeasure.NominalAlpha => KrippendorffAlpha.Nominal(table),
            AgreementMeasure.OrdinalAlpha => KrippendorffAlpha.Ordinal(table),
            AgreementMeasure.IntervalAlpha => KrippendorffAlpha.Interval(table),
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "No such measure."),
        };
        var interval = measure switch
        {
            AgreementMeasure.CohensKappa or AgreementMeasure.LinearWeightedKappa or AgreementMeasure.QuadraticWeightedKappa => KappaIntervals.Cohen(table, measure, intervals.Confidence),
            AgreementMeasure.FleissKappa => KappaIntervals.Fleiss(table, confidence: intervals.Confidence),
            _ => AlphaIntervals.Bootstrap(table, measure, intervals.Seed, intervals.Resamples, intervals.Confidence),
        };
        rows.Add(StudyNames.Of(measure)).Add(found is AgreementFinding.Measured measured ? measured.Value : double.NaN)
            .Add(interval?.Lower).Add(interval?.Upper).Add(interval?.Confidence).Add(interval is null ? null : StudyNames.Of(interval.Variant))
            .Add(found.Targets).Add(found.LeftOut).Add(table.Raters).Add(found is AgreementFinding.CannotTell cannot ? StudyNames.Of(cannot.Reason) : null);
    }

    private static void AddIntraclass(StudyRows rows, RatingRows ratings, string name, double confidence)
    {
        if (!ratings.AreNumbers)
            throw Refused($"{name}: ratings are words, and it wants numbers.");
        var found = IntraclassCorrelation.Of(ratings.Ratings, Enum.GetValues<IntraclassForm>().First(form => Icc + StudyNames.Of(form) == name), confidence);
        var measured = found as IntraclassFinding.Measured;
        rows.Add(name).Add(measured?.Value).Add(measured?.Interval?.Lower).Add(measured?.Interval?.Upper).Add(measured?.Interval?.Confidence)
            .Add(measured?.Interval is null ? null : "f_distribution").Add(found.Targets).Add(found.LeftOut).Add(ratings.Raters.Count).Add(found is IntraclassFinding.CannotTell cannot ? StudyNames.Of(cannot.Reason) : null);
    }

    private static string? WhyNot(RatingRows ratings, AgreementMeasure measure) => measure switch
    {
        AgreementMeasure.CohensKappa or AgreementMeasure.LinearWeightedKappa or AgreementMeasure.QuadraticWeightedKappa when ratings.Raters.Count != 2 =>
            $"it is of two raters, and there are {ratings.Raters.Count}.",
        AgreementMeasure.CohensKappa or AgreementMeasure.FleissKappa or AgreementMeasure.NominalAlpha => null,
        _ when !ratings.AreNumbers => "ratings are words, and it wants numbers.",
        _ => null,
    };

    private static StudyRefusedException Refused(string why) => new(new(StudyCodes.NotComputable, why));
}

/// <summary>What intervals are made with.</summary>
/// <param name="Seed">Of the bootstrap of the alphas; the same seed gives the same interval.</param>
public sealed record AgreementIntervalOptions(double Confidence, uint Seed = 1, int Resamples = AlphaIntervals.UsualResamples);
