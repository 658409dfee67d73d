using System.Globalization;
using Attune.Method.Agreement;

namespace Attune.Method.Tests.Agreement;

/// <summary>Against <c>Reference/agreement.py</c>, which gets the same from the definitions in a second, slow way.</summary>
public sealed class AgreementReferenceTests
{
    private static readonly ILookup<string, (string What, string Value)> Expected = Rows().ToLookup(row => row.Name, row => (row.What, row.Value));

    public static TheoryData<string> Tables => [.. Expected.Where(rows => rows.Any(row => row.What == "ratings")).Select(rows => rows.Key)];

    public static TheoryData<string> Observations => [.. Expected.Select(rows => rows.Key).Where(name => name.StartsWith("events-", StringComparison.Ordinal))];

    [Fact]
    public void Table_AsStored_HoldsEveryMeasureAndForm()
    {
        Assert.Equal((9, 4, 80), (Tables.Count, Observations.Count, Expected.Count(rows => rows.Key[0] == 'F')));
        var measured = Expected.SelectMany(rows => rows).Select(row => row.What).ToHashSet();
        Assert.All(Enum.GetNames<AgreementMeasure>().Concat(Enum.GetNames<IntraclassForm>()), name => Assert.Contains(name, measured));
    }

    [Theory, MemberData(nameof(Tables))]
    public void Coefficients_ReferenceTable_EqualTheDefinitions(string name)
    {
        var table = Ratings.Table(Text(name, "ratings"));
        var compared = 0;
        foreach (var measure in Enum.GetValues<AgreementMeasure>().Where(measure => Has(name, $"{measure}")))
        {
            Close(Number(name, $"{measure}"), Ratings.Value(Ratings.Of(measure, table)), 1e-12, $"{measure}");
            compared++;
        }
        Assert.Equal(table.Raters == 2 ? 7 : 4, compared);
    }

    [Theory, MemberData(nameof(Tables))]
    public void Intraclass_ReferenceTable_EqualsTheDefinitionsWithItsInterval(string name)
    {
        var table = Ratings.Table(Text(name, "ratings"));
        foreach (var form in Enum.GetValues<IntraclassForm>())
        {
            var found = Assert.IsType<IntraclassFinding.Measured>(IntraclassCorrelation.Of(table, form));
            Close(Number(name, $"{form}"), found.Value, 1e-12, $"{form}");
            Close(Number(name, $"{form}.lower"), found.Interval!.Lower, 1e-9, $"{form}.lower");
            Close(Number(name, $"{form}.upper"), found.Interval.Upper, 1e-9, $"{form}.upper");
        }
    }

    [Fact]
    public void FQuantile_ReferenceGrid_EqualsTheIntegratedDensity()
    {
        foreach (var rows in Expected.Where(rows => rows.Key[0] == 'F'))
        {
            var numbers = rows.Key.Split(' ').Skip(1).Select(Parse).ToArray();
            Close(Parse(Assert.Single(rows).Value), FDistribution.Quantile(numbers[0], numbers[1], numbers[2]), 1e-9, rows.Key);
        }
    }

    [Theory, MemberData(nameof(Observations))]
    public void EventKappa_ReferenceObservations_EqualsEveryMatchingTriedAndFitted(string name)
    {
        var found = Assert.IsType<EventAgreement.Measured>(
            EventKappa.Of(Events(Text(name, "first")), Events(Text(name, "second")), TimeSpan.FromMilliseconds(800)));

        Assert.Equal(
            [Text(name, "same"), Text(name, "confused"), Text(name, "onlyFirst"), Text(name, "onlySecond")],
            new[] { found.Counts.Same, found.Counts.Confused, found.Counts.OnlyFirst, found.Counts.OnlySecond }.Select(one => $"{one}"));
        Close(Number(name, "kappa"), found.Value, 1e-9, "kappa");
    }

    private static List<ObservedEvent> Events(string text) =>
        [.. text.Split(' ').Select(one => one.Split('@')).Select(parts => new ObservedEvent(TimeSpan.FromMilliseconds(Parse(parts[1])), parts[0]))];

    private static void Close(double expected, double actual, double tolerance, string what) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * (1 + Math.Abs(expected)), $"{what}: {actual:R} instead of {expected:R}");

    private static bool Has(string name, string what) => Expected[name].Any(row => row.What == what);

    private static string Text(string name, string what) => Expected[name].Single(row => row.What == what).Value;

    private static double Number(string name, string what) => Parse(Text(name, what));

    private static double Parse(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<(string Name, string What, string Value)> Rows()
    {
        using var reader = new StreamReader(typeof(AgreementReferenceTests).Assembly.GetManifestResourceStream("Reference/agreement.csv")!);
        return [.. reader.ReadToEnd().Split('\n').Skip(1).Select(line => line.TrimEnd('\r').Split(',')).Where(cells => cells.Length == 3)
            .Select(cells => (cells[0], cells[1], cells[2]))];
    }
}
