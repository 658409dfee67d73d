using Attune.App.Hosting;
using Attune.App.Tests.Cli;
using Attune.App.Tests.Support;
using Attune.Method.Catalogue;

namespace Attune.App.Tests.Hosting;

/// <summary>A practice's own words, from a file in its data folder to what is read on a page.</summary>
public sealed class OwnCatalogueTests : IDisposable
{
    private readonly string _data = RunningHost.NewFolder();

    private string Own => OwnCatalogue.FolderIn(_data);

    [Fact]
    public void Beside_NoFolderOfItsOwn_IsTheShippedOne() => Assert.Same(MethodCatalogue.BuiltIn, Loaded());

    [Fact]
    public void Beside_FolderWithoutAFileToRead_IsTheShippedOne()
    {
        Written("readme.txt", "not yaml: [");
        Written(".draft.yaml", "hidden: [");
        Written("fee.yaml~", "what an editor left: [");

        Assert.Same(MethodCatalogue.BuiltIn, Loaded());
    }

    [Fact]
    public void Beside_TwoFilesWithOneEntry_TheLaterByOrdinalNameWins()
    {
        Written("a.yaml", OurHouse.Fee.Replace("Fee of our house", "Small a", StringComparison.Ordinal));
        Written("B.YAML", OurHouse.Fee.Replace("Fee of our house", "Capital B", StringComparison.Ordinal));

        Assert.Equal("Small a", Loaded().Occasion("fee").Name);
        Assert.Contains(new CatalogueReplacement("occasion fee", "catalogue/a.yaml", "catalogue/B.YAML"), Loaded().Replacements);
    }

    [Fact]
    public void Beside_ChangedCopyOfAShippedFile_MayKeepItsName()
    {
        // Taken for the shipped file itself, every entry in it would occur twice.
        var shipped = CatalogueLoader.BuiltInFiles.Single(file => file.Name == "channels.yaml");
        Written(shipped.Name, shipped.Text.Replace("name: Tone of voice", "name: Sound of the voice", StringComparison.Ordinal));

        Assert.Equal("Sound of the voice", Loaded().Channel("tone").Name);
    }

    [Fact]
    public void Beside_FileThatCannotBeRead_IsAFaultAmongTheOthers()
    {
        Written("fee.yaml", OurHouse.Fee.Replace("weight: 0.5", "weight: 5", StringComparison.Ordinal));
        Directory.CreateSymbolicLink(Path.Combine(Own, "gone.yaml"), Path.Combine(_data, "nowhere.yaml"));

        var faulty = Assert.IsType<CatalogueOutcome.Faulty>(OwnCatalogue.Beside(_data));

        Assert.Equal(["catalogue/gone.yaml", "catalogue/fee.yaml"], faulty.Faults.Select(fault => fault.File));
        Assert.StartsWith("Not readable: ", faulty.Faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_FaultyOwnFiles_PrintsThemAllSaysHowToGoOnAndOpensNothing()
    {
        Written("fee.yaml", OurHouse.Fee.Replace("weight: 0.5", "weight: 5", StringComparison.Ordinal));
        Written("words.yaml", "forbiden-words: []");

        var (code, output, error) = await AttuneProcess.RunAsync("serve", "--data", _data, "--urls", "http://127.0.0.1:0");

        var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((3, "", 3), (code, output, lines.Length));
        Assert.Equal("catalogue/fee.yaml(12): occasion fee: 'weight' is '5', not a number from 0 to 1.", lines[0]);
        Assert.StartsWith("catalogue/words.yaml(1): Unknown section 'forbiden-words'; known: ", lines[1], StringComparison.Ordinal);
        Assert.Contains("Attune was not started", lines[2], StringComparison.Ordinal);
        Assert.Contains($"attune catalogue --overrides \"{Own}\"", lines[2], StringComparison.Ordinal);
        Assert.Equal([Own], Directory.EnumerateFileSystemEntries(_data));
    }

    [Fact]
    public async Task Serve_OwnFiles_ShowTheirWordsOnThePageAndInTheBrief()
    {
        const string OwnSentence = "I would like to hear it in your own words, here in our house.";
        var portrait = CatalogueLoader.BuiltInFiles.Single(file => file.Text.Contains("- schema: ed\n", StringComparison.Ordinal)).Text;
        var shippedSentence = MethodCatalogue.BuiltIn.Schema("ed").Portrait!.FirstSentence;
        Written("fee.yaml", OurHouse.Fee);
        Written("portrait.yaml", portrait.Replace(shippedSentence, OwnSentence, StringComparison.Ordinal));

        using var serve = AttuneProcess.Start("serve", "--data", _data, "--urls", "http://127.0.0.1:0");
        var welcome = await serve.ReadyAsync();
        using var client = Browser.ClientFor(welcome);
        var browser = new Browser(client, new Uri(welcome.GetLeftPart(UriPartial.Authority)));
        await browser.GetAsync(welcome.PathAndQuery);
        await browser.SubmitAsync(await browser.GetAsync("/first-run"), "first-run",
            ("TherapistName", "Robin Quill"), ("Passphrase", "four words of mine"), ("Again", "four words of mine"));
        var couple = (await browser.SubmitAsync(await browser.GetAsync("/couples"), "begin", ("NameOfA", "Alma"), ("NameOfB", "Bo"))).Location!;
        await browser.SubmitAsync(await browser.GetAsync($"{couple}/assessment/a"), "assess", ("Schema.ed", "5"));
        var plan = await browser.GetAsync($"{couple}/sessions/1/plan");
        Assert.Contains("What our house asks for", plan.Text, StringComparison.Ordinal);

        var planned = await browser.FollowAsync(await browser.SubmitAsync(plan, "plan", ("Aim", "To begin")));

        Assert.Contains(OwnSentence, planned.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(shippedSentence, planned.Text, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private MethodCatalogue Loaded() => Assert.IsType<CatalogueOutcome.Loaded>(OwnCatalogue.Beside(_data)).Catalogue;

    private void Written(string name, string content)
    {
        Directory.CreateDirectory(Own);
        File.WriteAllText(Path.Combine(Own, name), content);
    }
}
