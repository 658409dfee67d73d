using System.Collections.Immutable;

namespace Attune.Method.Catalogue.Book;

/// <summary>
/// The whole catalogue to be read from beginning to end, as Markdown: both wordings side by side, source and standing under each entry, codes
/// resolved to names. Pure: the same catalogue gives the same text on every machine. Lines end in a single line feed.
/// </summary>
public static class CatalogueBook
{
    private static readonly ImmutableArray<BookChapter> Chapters =
    [
        new("reading", "How to read this book", OpeningChapters.Reading),
        new("channels", "The eight channels", OpeningChapters.Channels),
        new("schemas", "The early schemas", SchemaChapter.Write),
        new("modes", "The modes, and how to answer them", ModeChapters.Modes),
        new("angers", "Three angers", ModeChapters.Angers),
        new("blame", "Blame", CoupleChapters.Blame),
        new("techniques", "Techniques", PlanChapters.Techniques),
        new("occasions", "Occasions", PlanChapters.Occasions),
        new("clashes", "The clash grid", CoupleChapters.Clashes),
        new("pulls", "What pulls on the therapist", TherapistChapters.Pulls),
        new("markers", "Markers of withdrawal and confrontation", TherapistChapters.Markers),
        new("senses", "The therapist’s own senses and feelings", TherapistChapters.SensesAndFeelings),
        new("steadying", "Steadying, and the four words", TherapistChapters.Steadying),
        new("repair", "The steps of a repair", RepairChapters.Steps),
        new("making-room", "Making room for what was told in private", RepairChapters.MakingRoom),
        new("transparency", "Saying what nobody should have to guess", RepairChapters.Transparency),
        new("curiosities", "Curious questions", AssessmentChapters.Curiosities),
        new("safety", "Safety prompts", AssessmentChapters.Safety),
        new("forecast", "What the forecast is made of", ForecastChapter.Write),
        new("words", "Words that nobody should read about themselves", ClosingChapters.Words),
        new("sources", "Index of sources", ClosingChapters.Sources),
    ];

    /// <summary>The short names of the chapters, in their order.</summary>
    public static ImmutableArray<string> ChapterNames { get; } = [.. Chapters.Select(chapter => chapter.Name)];

    public static string Write(MethodCatalogue catalogue)
    {
        var text = new BookText();
        text.Heading(1, "The catalogue of Attune");
        text.Line(string.Join('\n', Chapters.Select((chapter, index) => $"{index + 1}. {BookText.Link(chapter.Title)}")));
        foreach (var chapter in Chapters)
        {
            chapter.WriteTo(text, catalogue);
        }

        return text.ToString();
    }

    /// <summary>One chapter alone; it begins with what holds for all of them.</summary>
    /// <exception cref="ArgumentException">Not one of <see cref="ChapterNames"/>.</exception>
    public static string WriteChapter(MethodCatalogue catalogue, string name)
    {
        var chapter = Chapters.FirstOrDefault(each => each.Name == name) ?? throw new ArgumentException($"There is no chapter '{name}'.", nameof(name));
        var text = new BookText();
        text.Heading(1, "From the catalogue of Attune");
        OpeningChapters.Notice(text);
        chapter.WriteTo(text, catalogue);
        return text.ToString();
    }
}

/// <param name="Name">Short, for the command line.</param>
internal sealed record BookChapter(string Name, string Title, Action<BookText, MethodCatalogue> Body)
{
    public void WriteTo(BookText text, MethodCatalogue catalogue)
    {
        text.Heading(2, Title);
        Body(text, catalogue);
    }
}
