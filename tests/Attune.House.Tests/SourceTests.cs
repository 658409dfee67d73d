namespace Attune.House.Tests;

/// <summary>What holds for every file of the tree. Each rule has a specimen that must fail.</summary>
public sealed class SourceTests
{
    private static readonly string[] Code = [".cs", ".razor", ".css", ".js", ".sql", ".yaml"];

    [Fact]
    public void Files_OfTheTree_AreShort() => Assert.Empty(Broken(Rules.TooLong, Tree.Files(Code)));

    [Fact]
    public void Files_SpecimenOfOneLineTooMany_IsCaught()
    {
        Assert.NotEmpty(Rules.TooLong("specimen.cs", string.Concat(Enumerable.Repeat("line\n", Rules.LongestFile + 1))));
        Assert.Empty(Rules.TooLong("specimen.cs", string.Concat(Enumerable.Repeat("line\n", Rules.LongestFile))));
    }

    /// <summary>The one script that a page cannot do without is read in one sitting.</summary>
    [Fact]
    public void LiveModule_AllItsFiles_HaveFewerThanFiveHundredLines()
    {
        var files = Tree.Files(".js").Where(file => file.Contains("/wwwroot/look/live/", StringComparison.Ordinal)).ToList();
        Assert.InRange(files.Count, 4, 9);
        Assert.InRange(files.Sum(file => Tree.Read(file).Count(character => character == '\n')), 200, 499);
    }

    [Fact]
    public void Warnings_OfTheTree_AreNeverSilenced() => Assert.Empty(Broken(Rules.SilencedWarnings, Tree.Files(".cs", ".razor")));

    [Theory]
    [InlineData("    #pragma warning " + "disable CA1822")]
    [InlineData("[Suppress" + "Message(\"Design\", \"CA1034\")]")]
    [InlineData("#nullable " + "disable")]
    public void Warnings_SilencedSpecimen_IsCaught(string line) => Assert.NotEmpty(Rules.SilencedWarnings("specimen.cs", "using System;\n" + line + "\n"));

    [Fact]
    public void TestNames_OfTheTree_SayMethodStateAndOutcome() =>
        Assert.Empty(Broken(Rules.UnnamedTests, Tree.Files(".cs").Where(file => file.StartsWith("tests/", StringComparison.Ordinal))));

    [Theory]
    [InlineData("    [Fact]\n    public void Works() { }")]
    [InlineData("    [Fact] public async Task Append_Works() => await X();")]
    [InlineData("    [Theory]\n    [InlineData(1, \"a]b(\")]\n    public void Append_Works(int n) { }")]
    [InlineData("    [Theory, MemberData(nameof(Rooms))]\n    public static Task<int> Append(string room) => X(room);")]
    [InlineData("    [Fact(Skip = \"no\")]\n    [Trait(\"a\", \"b\")]\n    public void Append() { }")]
    public void TestNames_SpecimenWithoutTwoUnderscores_IsCaught(string test) => Assert.Single(Rules.UnnamedTests("specimen.cs", test));

    [Fact]
    public void TestNames_WellNamedSpecimen_IsLetThrough() =>
        Assert.Empty(Rules.UnnamedTests("specimen.cs", "    [Fact]\n    public void Append_NumberTaken_WritesNothing() { }\n    public void Help() { }"));

    [Fact]
    public void Traces_OfTheTree_NameNoMachineAndNoRegistry() =>
        Assert.Empty(Broken(Rules.ForeignTraces, Tree.Files(".cs", ".razor", ".css", ".js", ".md", ".txt", ".sql", ".yaml", ".csproj", ".props", ".slnx", ".json", ".py", ".sh", ".cmd", "")));

    [Theory]
    [InlineData("see /ho" + "me/somebody/attune")]
    [InlineData("/wo" + "rk/attune/tests")]
    [InlineData("<add key=\"n\" value=\"https://api.nuget" + ".org/v3\" />")]
    public void Traces_SpecimenOfAMachine_IsCaught(string text) => Assert.NotEmpty(Rules.ForeignTraces("specimen.md", text));

    [Fact]
    public void Catalogue_OfPagesAndGrains_IsThePracticesOwn() =>
        Assert.Empty(Broken(Rules.PastTheOwnCatalogue, Tree.Files(".cs", ".razor").Where(IsPageOrGrain)));

    [Fact]
    public void Catalogue_SpecimenThatTakesTheShippedOne_IsCaught()
    {
        const string Page = "    private static MethodCatalogue Catalogue => MethodCatalogue.BuiltIn;";

        Assert.NotEmpty(Rules.PastTheOwnCatalogue("src/Attune.App/Planning/PlanPage.razor", Page));
        Assert.Empty(Rules.PastTheOwnCatalogue("src/Attune.App/Cli/DemoVerb.cs", Page));
        Assert.Empty(Rules.PastTheOwnCatalogue("src/Attune.App/Planning/PlanPage.razor", "@inject MethodCatalogue Catalogue"));
    }

    [Theory]
    [InlineData("P:System.DateTimeOffset.UtcNow;")]
    [InlineData("P:System.DateTime.Now;")]
    [InlineData("M:System.Random.#ctor;")]
    public void BannedSymbols_ClockAndChance_AreOnTheList(string symbol) => Assert.Contains(symbol, Tree.Read("BannedSymbols.txt"), StringComparison.Ordinal);

    [Fact]
    public void BannedSymbols_TheRule_IsAnErrorAndReadByEveryProject()
    {
        Assert.Contains("dotnet_diagnostic.RS0030.severity = error", Tree.Read(".editorconfig"), StringComparison.Ordinal);
        Assert.Contains("BannedSymbols.txt", Tree.Read("Directory.Build.props"), StringComparison.Ordinal);
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", Tree.Read("Directory.Build.props"), StringComparison.Ordinal);
    }

    [Fact]
    public void Solution_EveryProjectOfTheTree_IsInIt() =>
        Assert.All(Tree.Files(".csproj"), project => Assert.Contains($"\"{project}\"", Tree.Read("Attune.slnx"), StringComparison.Ordinal));

    private static bool IsPageOrGrain(string file) =>
        file.StartsWith("src/Attune.App/", StringComparison.Ordinal) || file.StartsWith("src/Attune.Practice/", StringComparison.Ordinal);

    private static List<string> Broken(Func<string, string, IReadOnlyList<string>> rule, IEnumerable<string> files)
    {
        var read = files.ToList();
        Assert.NotEmpty(read);          // a rule held against nothing would always hold
        return [.. read.SelectMany(file => rule(file, Tree.Read(file)))];
    }
}
