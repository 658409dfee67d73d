using System.Text.RegularExpressions;
using Attune.Method.Catalogue;
using Attune.Method.Catalogue.Book;

namespace Attune.Method.Tests.Catalogue.Book;

/// <summary>Whether the book is well-formed Markdown; each rule has a specimen that must fail.</summary>
public sealed partial class BookShapeTests
{
    private static readonly string Whole = CatalogueBook.Write(MethodCatalogue.BuiltIn);

    [Fact]
    public void Headings_OfTheBook_AreWellFormed() => Assert.Empty(BadHeadings(Whole));

    [Theory]
    [InlineData("# One\n\n### Three\n")]
    [InlineData("# One\n\n# Another\n")]
    [InlineData("# One\n\ntext\n## Two\n")]
    [InlineData("# One\n\n## Two\ntext\n")]
    [InlineData("# One\n\n## \n")]
    [InlineData("## Two\n")]
    public void Headings_BadSpecimen_IsCaught(string markdown) => Assert.NotEmpty(BadHeadings(markdown));

    [Fact]
    public void Tables_OfTheBook_HaveOneWidthEach() => Assert.Empty(BadTables(Whole));

    [Fact]
    public void Tables_SpecimenWithABarTooMany_IsCaught()
    {
        Assert.Single(BadTables("| a | b |\n| --- | --- |\n| c | d | e |\n"));
        Assert.Empty(BadTables("| a | b |\n| --- | --- |\n| c \\| d | e |\n"));
    }

    [Fact]
    public void Links_OfTheBook_EachLeadToOneHeading() => Assert.Empty(BadLinks(Whole));

    [Theory]
    [InlineData("[a](#nowhere)\n\n# A\n")]
    [InlineData("[a](#a)\n\n# A\n\n## A\n")]
    public void Links_BadSpecimen_IsCaught(string markdown) => Assert.Single(BadLinks(markdown));

    [Fact]
    public void Lines_OfTheBook_EndPlainlyAndHoldNoEmptyLabel()
    {
        Assert.DoesNotContain('\r', Whole);
        Assert.DoesNotContain("\n\n\n", Whole);
        Assert.EndsWith("\n", Whole);
        Assert.All(Whole.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
        Assert.DoesNotMatch(@"\*\*[^*\n]+\.\*\*\n", Whole);
        Assert.DoesNotContain("“”", Whole);
    }

    [Theory]
    [InlineData("Plain, with (brackets) – and a hy-phen & “marks”; it’s 3.5!", "Plain, with (brackets) – and a hy-phen & “marks”; it’s 3.5!")]
    [InlineData("a | b", @"a \| b")]
    [InlineData("*bold* _it_ `code` [link](x) <b>&amp;", @"\*bold\* \_it\_ \`code\` \[link\](x) \<b\>\&amp;")]
    [InlineData("# heading", @"\# heading")]
    [InlineData("- item", @"\- item")]
    [InlineData("12. item", @"12\. item")]
    [InlineData("  two\n  lines ", "two lines")]
    public void Safe_WhateverAPracticeWrites_StaysText(string text, string markdown) => Assert.Equal(markdown, BookText.Safe(text));

    [Theory]
    [InlineData("Arntz et al., 2021; response Attune, 2026, after Beckley, Schema Therapy Bulletin", "Arntz et al., 2021|Attune, 2026|Beckley, Schema Therapy Bulletin")]
    [InlineData("Siegel, 2011, in Atkinson, Schema Therapy Bulletin; pace Attune, 2026", "Siegel, 2011|Atkinson, Schema Therapy Bulletin|Attune, 2026")]
    [InlineData("Attune, 2026; first reports after Atkinson, Schema Therapy Bulletin (from Norcross, 2011)", "Attune, 2026|Atkinson, Schema Therapy Bulletin|Norcross, 2011")]
    [InlineData("Sydney Schema Therapy and others; an addition, not in the inventory", "Sydney Schema Therapy and others")]
    [InlineData("Attune, 2026, after the ISST couples curriculum", "Attune, 2026|ISST couples curriculum")]
    [InlineData("our own team", "our own team")]
    public void Works_OfASourceLine_AreToldApart(string source, string works) => Assert.Equal(works, string.Join('|', ClosingChapters.Works(source)));

    [Fact]
    public void Works_OfTheWholeCatalogue_AreFewAndBeginWithAName()
    {
        var works = MethodCatalogue.BuiltIn.Entries.SelectMany(entry => ClosingChapters.Works(entry.Source)).Distinct().ToList();

        Assert.InRange(works.Count, 10, 25);
        Assert.All(works, work => Assert.Matches(@"^\p{Lu}", work));
    }

    private static List<string> BadHeadings(string markdown)
    {
        var lines = markdown.Split('\n');
        var bad = new List<string>();
        int level = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            if (Heading().Match(lines[i]) is not { Success: true } heading)
                continue;
            int now = heading.Groups["level"].Length;
            bool stands = (i == 0 || lines[i - 1].Length == 0) && (i + 1 >= lines.Length || lines[i + 1].Length == 0);
            if (!stands || now > level + 1 || (now == 1 && level > 0) || heading.Groups["text"].Value.Trim().Length == 0)
                bad.Add($"{i + 1}: {lines[i]}");
            level = now;
        }

        return bad;
    }

    private static List<string> BadTables(string markdown) =>
    [
        .. Table().Matches(markdown).SelectMany(table =>
        {
            var rows = table.Value.TrimEnd('\n').Split('\n');
            return rows.Where(row => Bar().Count(row) != Bar().Count(rows[0]));
        }),
    ];

    private static List<string> BadLinks(string markdown)
    {
        var slugs = markdown.Split('\n').Select(line => Heading().Match(line)).Where(heading => heading.Success)
            .CountBy(heading => BookText.Slug(heading.Groups["text"].Value.Replace("\\", "", StringComparison.Ordinal))).ToDictionary();
        return [.. Link().Matches(markdown).Select(link => link.Groups["slug"].Value).Where(slug => slugs.GetValueOrDefault(slug) != 1)];
    }

    [GeneratedRegex(@"^(?<level>#{1,6}) (?<text>.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\|.*\|\n(?:\|.*\|\n)+", RegexOptions.Multiline)]
    private static partial Regex Table();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();

    [GeneratedRegex(@"\]\(#(?<slug>[^)]+)\)")]
    private static partial Regex Link();
}
