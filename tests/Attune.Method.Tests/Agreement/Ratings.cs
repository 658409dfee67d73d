using System.Globalization;
using Attune.Method.Agreement;

namespace Attune.Method.Tests.Agreement;

/// <summary>Tables of ratings as they are written: targets apart by a slash, raters by a blank, "-" = not rated.</summary>
internal static class Ratings
{
    public static RatingTable Table(string text)
    {
        double[][] targets = [.. text.Split('/').Select(target => target.Split(' ').Select(Code).ToArray())];
        return Table(targets);
    }

    public static RatingTable Table(double[][] targets) => new(targets[0].Length, targets.SelectMany(target => target).ToArray());

    public static RatingTable Pair(double[] first, double[] second) => Table([.. first.Zip(second, (a, b) => new[] { a, b })]);

    public static double Value(AgreementFinding finding) => Assert.IsType<AgreementFinding.Measured>(finding).Value;

    public static AgreementFinding Of(AgreementMeasure measure, RatingTable table) => measure switch
    {
        AgreementMeasure.CohensKappa => CohensKappa.Unweighted(table),
        AgreementMeasure.LinearWeightedKappa => CohensKappa.LinearWeighted(table),
        AgreementMeasure.QuadraticWeightedKappa => CohensKappa.QuadraticWeighted(table),
        AgreementMeasure.FleissKappa => FleissKappa.Of(table),
        AgreementMeasure.NominalAlpha => KrippendorffAlpha.Nominal(table),
        AgreementMeasure.OrdinalAlpha => KrippendorffAlpha.Ordinal(table),
        AgreementMeasure.IntervalAlpha => KrippendorffAlpha.Interval(table),
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };

    /// <summary>Null where the finding says why there is none.</summary>
    public static double? ValueOrNone(AgreementFinding finding) => (finding as AgreementFinding.Measured)?.Value;

    private static double Code(string text) => text == "-" ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);
}
