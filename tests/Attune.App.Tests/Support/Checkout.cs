namespace Attune.App.Tests.Support;

/// <summary>The files that the tests are built from.</summary>
internal static class Checkout
{
    /// <summary>The folder of Attune.slnx.</summary>
    public static string Root { get; } = Found();

    private static string Found()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Attune.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("There is no Attune.slnx above the tests.");
        return folder;
    }
}
