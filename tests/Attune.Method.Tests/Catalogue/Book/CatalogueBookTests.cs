using System.Globalization;
using System.Text.RegularExpressions;
using Attune.Method.Catalogue;
using Attune.Method.Catalogue.Book;

namespace Attune.Method.Tests.Catalogue.Book;

public sealed partial class CatalogueBookTests
{
    private static readonly string Whole = CatalogueBook.Write(MethodCatalogue.BuiltIn);

    private static readonly string Read = AsRead(Whole);

    private static MethodCatalogue Shipped => MethodCatalogue.BuiltIn;

    [Fact]
    public void Write_EveryEntry_StandsWithNameAndCode() =>
        Assert.All(Shipped.Entries, entry => Assert.Contains($"# {entry.Name}\n\n*{entry.PlainName}* · `{entry.Code}`", Read));

    [Fact]
    public void Write_EveryPlainText_IsThere() => Assert.Empty(Missing(CatalogueTexts.Plain(Shipped), Read));

    [Fact]
    public void Write_EveryClinicalText_IsThere() => Assert.Empty(Missing(CatalogueTexts.Clinical(Shipped), Read));

    [Fact]
    public void Missing_SpecimenOfATextLeftOut_IsCaught() => Assert.Equal(["/a"], Missing([("/a", "Nobody wrote this."), ("/b", "Chair work")], Read));

    [Fact]
    public void Write_EverySourceAndStanding_StandsUnderItsEntry()
    {
        Assert.All(Shipped.Entries, entry => Assert.Contains($"*Source: {entry.Source}. {BookWords.Of(entry.Standing)}.*", Read));
        int sourced = Shipped.Entries.Count() + Shipped.WrittenSchemas.Count() + Shipped.Modes.Count(mode => mode.Response is not null) + 1;
        Assert.Equal(sourced, Whole.Split("\n*Source: ").Length - 1);
    }

    [Fact]
    public void Write_EveryRuleOnItsFirstPages_IsSaid()
    {
        Assert.Contains("Nothing in this book is clinical advice", Read);
        Assert.Contains("no emergency service", Read);
        Assert.Contains("Where no source is named but Attune, all of it is our own judgement.", Read);
    }

    [Fact]
    public void Write_CodesOfEntries_StandOnlyAsTheirOwn()
    {
        // A hyphenated code in running text would be a reference that was not resolved to a name.
        var codes = Shipped.Entries.Select(entry => entry.Code).Where(code => code.Contains('-')).ToHashSet();
        var running = OwnCode().Replace(Whole, "");

        Assert.DoesNotContain(Hyphenated().Matches(running), match => codes.Contains(match.Value));
    }

    [Fact]
    public void Write_Triggers_OfTheProgramItselfBearASign() =>
        Assert.Equal(
            Shipped.WrittenSchemas.Sum(schema => schema.Portrait!.Triggers.Count(trigger => trigger.ByAttune)), Whole.Split("· **Attune itself** |").Length - 1);

    [Fact]
    public void Write_SameCatalogueUnderAnotherCulture_GivesTheSameText()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(Whole, CatalogueBook.Write(Specimen.Loaded(CatalogueLoader.BuiltIn())));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Write_EveryChapter_ComesInOrderAndCanBeWrittenAlone()
    {
        var chapters = Whole.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).ToList();

        Assert.Equal(CatalogueBook.ChapterNames.Length, chapters.Count);
        Assert.Distinct(CatalogueBook.ChapterNames);
        Assert.All(CatalogueBook.ChapterNames.Zip(chapters), each =>
        {
            var alone = CatalogueBook.WriteChapter(Shipped, each.First);
            Assert.Equal([each.Second], alone.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
            Assert.Contains("no emergency service", alone);
            Assert.Contains(alone[alone.IndexOf(each.Second, StringComparison.Ordinal)..], Whole);
        });
    }

    [Fact]
    public void WriteChapter_NoSuchChapter_Throws() =>
        Assert.Contains("'recipes'", Assert.Throws<ArgumentException>(() => CatalogueBook.WriteChapter(Shipped, "recipes")).Message);

    [Fact]
    public void Write_WithAPracticesOwnFiles_SaysWhatTheyReplaced()
    {
        var own = Specimen.Loaded(Specimen.Occasion.With("code: specimen", "code: fee").With("prepare: Speak of it beforehand.", "prepare: Speak of the fee at the door."));
        var book = AsRead(CatalogueBook.Write(own));

        Assert.Contains("occasion fee: specimen.yaml in place of plan.occasions.yaml", book);
        Assert.Contains("Speak of the fee at the door.", book);
        Assert.DoesNotContain("taken from a practice’s own files", Read);
    }

    [Fact]
    public void Write_WhatIsNotWrittenYet_IsSaid()
    {
        var sparse = Shipped with
        {
            Schemas = [Shipped.Schema("ed") with { Portrait = null }],
            Modes = [.. Shipped.Modes.Select(mode => mode with { Response = null })],
            Clashes = [],
        };
        var book = AsRead(CatalogueBook.Write(sparse));

        Assert.Contains("Not written yet.", book);
        Assert.Contains("How to answer it is not written yet.", book);
        Assert.Contains("| not written yet |", book);
    }

    private static List<string> Missing(IEnumerable<(string Path, string Text)> texts, string book) =>
        [.. texts.Where(each => !book.Contains(each.Text, StringComparison.Ordinal)).Select(each => each.Path)];

    /// <summary>What a reader of the Markdown sees of the words: escapes are gone.</summary>
    private static string AsRead(string book) => Escape().Replace(book, "$1");

    [GeneratedRegex(@"\\([\p{P}\p{S}])")]
    private static partial Regex Escape();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex OwnCode();

    [GeneratedRegex(@"[\p{L}]+(?:-[\p{L}]+)+")]
    private static partial Regex Hyphenated();
}
