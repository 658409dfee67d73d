using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Catalogue;

public sealed class ShippedCatalogueTests
{
    private static MethodCatalogue Catalogue => MethodCatalogue.BuiltIn;

    [Fact]
    public void BuiltIn_ShippedFiles_LoadWithoutFault()
    {
        var outcome = CatalogueLoader.BuiltIn();

        Assert.True(outcome is CatalogueOutcome.Loaded, string.Join('\n', (outcome as CatalogueOutcome.Faulty)?.Faults ?? []));
    }
}
