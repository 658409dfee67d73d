namespace Attune.House.Tests;

/// <summary>Nothing is loaded from another host at run time; this is the half of the rule that the files can show.</summary>
public sealed class OutsideHostTests
{
    [Fact]
    public void StaticFiles_OfTheApp_NameNoOtherHost() =>
        Assert.Empty(Tree.FilesUnder(Path.Combine(Tree.Root, "src", "Attune.App"), ".razor", ".css", ".js", ".html").SelectMany(file => Rules.OutsideHosts(file, Tree.Read(file))));

    [Theory]
    [InlineData("page.razor", """<script src="https://cdn.example.com/x.js"></script>""")]
    [InlineData("page.razor", """<img src='//cdn.example.com/x.png' />""")]
    [InlineData("page.css", "@import url(http://fonts.example.com/css);")]
    [InlineData("page.js", "const u = 'https://example.com/'; // the rest")]
    [InlineData("page.js", "new WebSocket('wss://example.com/live');")]
    [InlineData("page.html", "<a href=\"https://www.w3.org.example.com/\">x</a>")]
    public void StaticFiles_SpecimenWithAHost_IsCaught(string file, string text) => Assert.Single(Rules.OutsideHosts(file, text));

    [Theory]
    [InlineData("page.razor", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>")]
    [InlineData("page.razor", "@* see https://example.com/why *@ <p>x</p>")]
    [InlineData("page.css", "/* after https://example.com */ p { color: red }")]
    [InlineData("page.js", "// as https://example.com says\nfetch('/beats');")]
    [InlineData("page.html", "<!-- https://example.com --><p>x</p>")]
    public void StaticFiles_CommentOrVocabulary_IsLetThrough(string file, string text) => Assert.Empty(Rules.OutsideHosts(file, text));
}
