namespace Attune.House.Tests;

/// <summary>What is written for people leads where it says, and its pictures are there, small, and told in words.</summary>
public sealed class DocsTests
{
    private static readonly IReadOnlyList<string> Pages =
        [.. Tree.Files(".md").Where(file => file.StartsWith("docs/", StringComparison.Ordinal) || !file.Contains('/', StringComparison.Ordinal))];

    [Fact]
    public void Links_OfEveryPage_LeadSomewhere()
    {
        Assert.Contains("docs/guide.md", Pages);
        Assert.Empty(Pages.SelectMany(file => DocLinks.Faults(file, Tree.Read(file), LengthOf, Tree.Read)));
    }

    [Fact]
    public void Pictures_OfTheDocs_AreFewAndEachIsShown()
    {
        var there = Tree.Files(".png").Where(file => file.StartsWith("docs/pictures/", StringComparison.Ordinal)).ToList();

        Assert.InRange(there.Count, 1, DocLinks.MostPictures);
        Assert.Equal(there, Pages.SelectMany(file => DocLinks.Pictures(file, Tree.Read(file))).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Guide_Always_IsLinkedFromTheFirstPage() => Assert.Contains("(docs/guide.md)", Tree.Read("README.md"), StringComparison.Ordinal);

    [Theory]
    [InlineData("[x](nothing.md)", "docs/guide.md: nothing.md is not there")]
    [InlineData("[x](privacy.md#no-such-place)", "docs/guide.md: docs/privacy.md has no heading #no-such-place")]
    [InlineData("[x](#trust)", "docs/guide.md: docs/guide.md has no heading #trust")]
    [InlineData("![a picture with enough words](pictures/none.png)", "docs/guide.md: pictures/none.png is not there")]
    [InlineData("![](pictures/course.png)", "docs/guide.md: pictures/course.png is not told to who does not see it")]
    [InlineData("![a picture with enough words](pictures/large.png)", "docs/guide.md: docs/pictures/large.png has 150001 bytes, more than 150000")]
    public void Links_SpecimenThatIsWrong_IsCaught(string text, string fault) =>
        Assert.Equal([fault], DocLinks.Faults("docs/guide.md", text, OfTheSpecimen, _ => "# Only\n\n## One place\n"));

    [Theory]
    [InlineData("[x](privacy.md#one-place) and [y](https://example.org/a)")]
    [InlineData("`[x](nothing.md)` and\n```sh\n[x](nothing.md)\n```\n")]
    [InlineData("![a picture with enough words](pictures/course.png)")]
    public void Links_SpecimenThatIsRight_IsLetThrough(string text) =>
        Assert.Empty(DocLinks.Faults("docs/guide.md", text, OfTheSpecimen, _ => "# Only\n\n## One place\n"));

    [Fact]
    public void Anchors_OfAHeading_AreSmallWithHyphens() =>
        Assert.Equal(["locking-copies-a-forgotten-passphrase", "what-attune-is"], DocLinks.Anchors("# What `x` Attune is?\n## Locking, copies, a forgotten passphrase\n").Select(one => one.Replace("--", "-", StringComparison.Ordinal)).Order());

    private static long? OfTheSpecimen(string path) => path switch
    {
        "docs/guide.md" or "docs/privacy.md" => 100,
        "docs/pictures/course.png" => 150_000,
        "docs/pictures/large.png" => 150_001,
        _ => null,
    };

    private static long? LengthOf(string path)
    {
        var full = Path.Combine(Tree.Root, path);
        return File.Exists(full) ? new FileInfo(full).Length : Directory.Exists(full) ? 0 : null;
    }
}
