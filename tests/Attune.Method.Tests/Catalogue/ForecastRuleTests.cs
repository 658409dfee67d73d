using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Catalogue;

/// <summary>Rules for the forecast's terms and what they are set against, each with a specimen that must fail.</summary>
public sealed class ForecastRuleTests
{
    private static string Shipped => Specimen.Shipped("forecast-terms:");

    [Fact]
    public void Forecast_ShippedOneAgain_HasNoFault() => Assert.Empty(Specimen.Faults(Shipped));

    [Fact]
    public void Term_ThatTheProgramDoesNotKnow_IsAFaultAndNamesThoseItKnows()
    {
        var spoilt = Shipped.With("- code: pull\n", "- code: weather\n");

        var fault = Assert.Single(Specimen.Faults(spoilt));

        Assert.Equal(spoilt.LineOf("- code: weather"), fault.Line);
        Assert.StartsWith("The program gives no value to a term 'weather'; known: schema-level, ", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("conjoint.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_OneMissing_IsAFaultWithoutALine()
    {
        var files = CatalogueLoader.BuiltInFiles.Select(file => file.Text != Shipped ? file : file with { Text = Shipped.With("- code: pull\n", "- code: split\n") });

        var faults = Assert.IsType<CatalogueOutcome.Faulty>(CatalogueLoader.Parse([.. files])).Faults;

        Assert.Contains(new CatalogueFault("forecast.yaml", null, "", "The forecast term 'pull' is missing."), faults);
        Assert.Contains(faults, fault => fault.Message.StartsWith("'split' occurs twice", StringComparison.Ordinal));
        Assert.Equal(2, faults.Length);
    }

    [Fact]
    public void Reference_ASecondOne_IsAFaultWhereItStands()
    {
        var second = Shipped.With("- code: reference\n", "- code: another\n");

        var fault = Assert.Single(Specimen.Faults(second));

        Assert.Equal((second.LineOf("- code: another"), "There can be one forecast reference only, and 'reference' is one already."), (fault.Line, fault.Message));
    }

    [Fact]
    public void Reference_None_IsAFaultWithoutALine()
    {
        var text = Shipped;
        var files = CatalogueLoader.BuiltInFiles.Select(file => file.Text != text ? file : file with { Text = text[text.IndexOf("forecast-terms:", StringComparison.Ordinal)..] });

        Assert.Equal(
            [new CatalogueFault("forecast.yaml", null, "", "There is no forecast reference.")],
            Assert.IsType<CatalogueOutcome.Faulty>(CatalogueLoader.Parse([.. files])).Faults);
    }

    [Fact]
    public void Reference_SharesThatDoNotAddUp_IsAFault()
    {
        var spoilt = Shipped.With("shares: { task: 0.35,", "shares: { task: 0.45,");

        var fault = Assert.Single(Specimen.Faults(spoilt));

        Assert.Equal((spoilt.LineOf("- code: reference"), "The shares of the areas do not add up to 1."), (fault.Line, fault.Message));
    }

    [Theory]
    [InlineData("profiles: 512", "profiles: 0", "'profiles' is '0', not a whole number from 1 to 100000.")]
    [InlineData("spread: 0.74", "spread: NaN", "'spread' is 'NaN', not a number from 0.01 to 5.")]
    [InlineData("schema-mean: 2.6", "schema-mean: 7", "'schema-mean' is '7', not a number from 1 to 6.")]
    public void Reference_NumberOutOfReach_IsAFaultWithItsBounds(string before, string after, string message)
    {
        var spoilt = Shipped.With(before, after);

        var fault = Assert.Single(Specimen.Faults(spoilt));

        Assert.Equal((spoilt.LineOf(after), message), (fault.Line, fault.Message));
    }

    [Fact]
    public void Term_ReplacedByAPractice_TakesItsPlace()
    {
        var catalogue = Specimen.Loaded(Shipped.With("mean: 0.14", "mean: 0.3"));

        Assert.Equal(.3, catalogue.Forecast.Term("schema-level").Mean);
        Assert.Equal(MethodCatalogue.BuiltIn.Forecast.Terms.Select(term => term.Code), catalogue.Forecast.Terms.Select(term => term.Code));
        Assert.Throws<KeyNotFoundException>(() => catalogue.Forecast.Term("weather"));
    }
}
