using System.Globalization;
using Attune.Method.Agreement;

namespace Attune.Method.Tests.Agreement;

/// <summary>Against psych (<c>Reference/agreement_intervals.R</c>), statsmodels (<c>Reference/kappa_weighted.py</c>) and a bootstrap written out again (<c>Reference/alpha_bootstrap.py</c>).</summary>
public sealed class AgreementIntervalTests
{
    private const double Normal975 = 1.959963984540054;

    private static readonly ILookup<string, (string What, string Value)> Kappas = Rows("kappa-intervals.csv");

    private static readonly ILookup<string, (string What, string Value)> Weighted = Rows("kappa-weighted.csv");

    private static readonly ILookup<string, (string What, string Value)> Alphas = Rows("alpha-bootstrap.csv");

    [Theory]
    [InlineData("small")]
    [InlineData("middle")]
    [InlineData("large")]
    [InlineData("book")]
    public void Cohen_ReferenceTable_HasTheStandardErrorOfPsychAndStatsmodels(string name)
    {
        var table = Ratings.Table(Text(Kappas, name, "ratings"));
        Assert.Equal(Text(Kappas, name, "ratings"), Text(Weighted, name, "ratings"));
        Assert.Equal(Numbers(Kappas, name, "CohensKappa")[1], Numbers(Weighted, name, "CohensKappa")[1], 1e-12);
        foreach (var measure in (AgreementMeasure[])[AgreementMeasure.CohensKappa, AgreementMeasure.LinearWeightedKappa, AgreementMeasure.QuadraticWeightedKappa])
        {
            var expected = Numbers(Weighted, name, $"{measure}");
            var found = KappaIntervals.Cohen(table, measure)!;

            Assert.Equal(expected[0], Ratings.Value(Ratings.Of(measure, table)), 1e-10);
            Assert.Equal(expected[1], found.StandardError, 1e-10);
            Assert.Equal(expected[0] - Normal975 * expected[1], found.Lower, 1e-9);
            Assert.Equal(Math.Min(1, expected[0] + Normal975 * expected[1]), found.Upper, 1e-9);
            Assert.Equal((AgreementIntervalVariant.FleissCohenEveritt, 0.95, false), (found.Variant, found.Confidence, found.HasNoWidth));
        }
    }

    [Theory]
    [InlineData("fleiss-15")]
    [InlineData("fleiss-80")]
    public void Fleiss_ReferenceTable_HasTheNumericalStandardError(string name)
    {
        var table = Ratings.Table(Text(Kappas, name, "ratings"));
        var expected = Numbers(Kappas, name, "FleissKappa");
        var found = KappaIntervals.Fleiss(table)!;

        Assert.Equal(expected[0], Ratings.Value(FleissKappa.Of(table)), 1e-10);
        Assert.Equal(expected[1], found.StandardError, 1e-7);
    }

    [Theory]
    [InlineData("made")]
    [InlineData("few")]
    public void Alpha_ReferenceTable_HasTheBootstrapWrittenOutAgain(string name)
    {
        var table = Ratings.Table(Text(Alphas, name, "ratings"));
        foreach (var measure in (AgreementMeasure[])[AgreementMeasure.NominalAlpha, AgreementMeasure.OrdinalAlpha, AgreementMeasure.IntervalAlpha])
        {
            var expected = Numbers(Alphas, name, $"{measure}");
            var found = AlphaIntervals.Bootstrap(table, measure, seed: 11, resamples: 400)!;

            Assert.Equal(expected[0], found.Lower, 1e-9);
            Assert.Equal(expected[1], found.Upper, 1e-9);
            Assert.Equal(expected[2], found.StandardError, 1e-9);
            Assert.Equal(((int)expected[3], 400), (found.Undefined, found.Undefined + found.Resamples));
            Assert.Equal(found, AlphaIntervals.Bootstrap(table, measure, seed: 11, resamples: 400));
            Assert.NotEqual(found, AlphaIntervals.Bootstrap(table, measure, seed: 12, resamples: 400));
        }

        Assert.Equal(name == "few", Numbers(Alphas, name, "NominalAlpha")[3] > 0);
    }

    [Fact]
    public void Intervals_WhereTheCoefficientIsNot_AreNot()
    {
        var constant = new RatingTable(2, [1, 1, 1, 1, 1, 1]);
        var perfect = new RatingTable(2, [1, 1, 2, 2, 3, 3]);

        Assert.Null(KappaIntervals.Cohen(constant, AgreementMeasure.CohensKappa));
        Assert.Null(KappaIntervals.Fleiss(constant));
        Assert.Null(AlphaIntervals.Bootstrap(constant, AgreementMeasure.NominalAlpha, 1));
        Assert.True(KappaIntervals.Cohen(perfect, AgreementMeasure.LinearWeightedKappa)!.HasNoWidth);
        Assert.Equal(1, KappaIntervals.Fleiss(perfect)!.Upper);
        Assert.Throws<ArgumentOutOfRangeException>(() => KappaIntervals.Cohen(perfect, AgreementMeasure.NominalAlpha));
        Assert.Throws<ArgumentOutOfRangeException>(() => KappaIntervals.Cohen(perfect, AgreementMeasure.CohensKappa, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => AlphaIntervals.Bootstrap(perfect, AgreementMeasure.CohensKappa, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => AlphaIntervals.Bootstrap(perfect, AgreementMeasure.NominalAlpha, 1, 99));
    }

    [Fact]
    public void Events_RunTooLongToMatch_IsRefusedBeforeItTakesTheMemory()
    {
        static ObservedEvent[] Every(int count, int milliseconds) => [.. Enumerable.Range(0, count).Select(i => new ObservedEvent(TimeSpan.FromMilliseconds(i * milliseconds), i % 2 == 0 ? "x" : "y"))];

        var refused = Assert.Throws<ArgumentException>(() => EventKappa.Of(Every(50_000, 10), Every(50_000, 10), TimeSpan.FromSeconds(1)));
        Assert.Contains("25000 and 25000 events", refused.Message, StringComparison.Ordinal);
        // As many events, apart: no bound on how many there are in all.
        Assert.IsType<EventAgreement.Measured>(EventKappa.Of(Every(50_000, 3_000), Every(50_000, 3_000), TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Alpha_KrippendorffsFourRaters_IsAsPublished()
    {
        var folder = Environment.GetEnvironmentVariable("ATTUNE_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "The variable ATTUNE_DATA does not name the folder of real codings.");
        var path = Path.Combine(folder!, "coding", "agreement", "cac.raw4raters.csv");
        Assert.SkipUnless(File.Exists(path), $"{path} is not there.");
        double[] ratings = [.. File.ReadLines(path).Skip(1).Where(line => line.Length > 0).SelectMany(line => line.Split(',')[1..]).Select(cell => cell.Trim().Trim('"') is { Length: > 0 } code && code != "NA" ? double.Parse(code, CultureInfo.InvariantCulture) : double.NaN)];
        var table = new RatingTable(4, ratings);

        Assert.Equal(12, table.Targets);
        Assert.Equal(0.743, Ratings.Value(KrippendorffAlpha.Nominal(table)), 0.0006);
        Assert.Equal(0.815, Ratings.Value(KrippendorffAlpha.Ordinal(table)), 0.0006);
        Assert.Equal(0.849, Ratings.Value(KrippendorffAlpha.Interval(table)), 0.0006);
        var interval = AlphaIntervals.Bootstrap(table, AgreementMeasure.NominalAlpha, 1)!;
        Assert.True(interval.Lower < 0.743 && interval.Upper > 0.743);
    }

    private static string Text(ILookup<string, (string What, string Value)> rows, string name, string what) => rows[name].Single(row => row.What == what).Value;

    private static double[] Numbers(ILookup<string, (string What, string Value)> rows, string name, string what) =>
        [.. Text(rows, name, what).Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

    private static ILookup<string, (string What, string Value)> Rows(string table)
    {
        using var reader = new StreamReader(typeof(AgreementIntervalTests).Assembly.GetManifestResourceStream($"Reference/{table}")!);
        return reader.ReadToEnd().Split('\n').Skip(1).Select(line => line.TrimEnd('\r').Split(',')).Where(cells => cells.Length == 3).ToLookup(cells => cells[0], cells => (cells[1], cells[2]));
    }
}
