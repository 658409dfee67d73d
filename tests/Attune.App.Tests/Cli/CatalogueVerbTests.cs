using Attune.App.Tests.Support;

namespace Attune.App.Tests.Cli;

public sealed class CatalogueVerbTests : IDisposable
{
    private readonly string _folder = RunningHost.NewFolder();

    [Fact]
    public async Task Catalogue_WithoutOut_GoesToStandardOutputAsItGoesToAFile()
    {
        var file = Path.Combine(_folder, "book.md");
        var (code, output, error) = await AttuneProcess.RunAsync("catalogue");
        var toFile = await AttuneProcess.RunAsync("catalogue", "--out", file);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal((0, "", ""), toFile);
        Assert.Equal(output, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.StartsWith("# The catalogue of Attune\n", output, StringComparison.Ordinal);
        Assert.Contains("## Index of sources\n", output, StringComparison.Ordinal);
        Assert.Contains("“", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Catalogue_WithOverrides_PutsThePracticesOwnAfterTheShipped()
    {
        Written("b.yaml", OurHouse.Fee);
        Written("a.yaml", OurHouse.Fee.Replace("Lay the list", "Do not lay the list", StringComparison.Ordinal));
        Written("notes.txt", "no catalogue: this is not read");

        var (code, output, error) = await AttuneProcess.RunAsync("catalogue", "--overrides", _folder, "--chapter", "occasions");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("### Fee of our house\n", output, StringComparison.Ordinal);
        Assert.Contains("Lay the list of fees on the small table.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Do not lay the list", output, StringComparison.Ordinal);
        Assert.DoesNotContain("## Techniques", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Catalogue_FaultyOverrides_PrintsEveryFaultAndWritesNothing()
    {
        var folder = Path.GetFileName(_folder);
        Written("a.yaml", OurHouse.Fee.Replace("weight: 0.5", "weight: 5", StringComparison.Ordinal).Replace("schema: ed", "schema: zz", StringComparison.Ordinal));
        Written("b.yml", OurHouse.Fee);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "c.yaml"), [0x66, 0xFF, 0x66], TestContext.Current.CancellationToken);
        var file = Path.Combine(_folder, "book.md");

        var (code, output, error) = await AttuneProcess.RunAsync("catalogue", "--overrides", _folder, "--out", file);

        Assert.Equal((3, ""), (code, output));
        Assert.Equal(
            [
                $"{folder}/b.yml: Only files that end in .yaml are read: give it that ending.",
                $"{folder}/c.yaml: Not text in UTF-8.",
                $"{folder}/a.yaml(12): occasion fee: 'weight' is '5', not a number from 0 to 1.",
                $"{folder}/a.yaml(12): occasion fee: There is no schema 'zz'.",
                "Nothing was written.",
            ],
            error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task Catalogue_NoSuchFolderOfOverrides_IsOneSentence() =>
        AssertOneSentence(await AttuneProcess.RunAsync("catalogue", "--overrides", Path.Combine(_folder, "nowhere")), "There is no folder");

    [Fact]
    public async Task Catalogue_NoSuchFolderToWriteInto_IsOneSentence() =>
        AssertOneSentence(await AttuneProcess.RunAsync("catalogue", "--out", Path.Combine(_folder, "nowhere", "book.md")), "There is no folder");

    [Fact]
    public async Task Catalogue_OutIsAFolder_IsOneSentence() =>
        AssertOneSentence(await AttuneProcess.RunAsync("catalogue", "--out", _folder), "could not be written");

    [Fact]
    public async Task Catalogue_NoSuchChapter_IsOneSentenceThatNamesThem() =>
        AssertOneSentence(await AttuneProcess.RunAsync("catalogue", "--chapter", "recipes"), "There is no chapter 'recipes'; there are reading, channels, schemas,");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void AssertOneSentence((int Code, string Output, string Error) ended, string words)
    {
        Assert.Equal((2, ""), (ended.Code, ended.Output));
        Assert.Contains(words, ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private void Written(string name, string content) => File.WriteAllText(Path.Combine(_folder, name), content);
}
