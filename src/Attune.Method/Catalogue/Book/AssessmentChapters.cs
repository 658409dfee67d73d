namespace Attune.Method.Catalogue.Book;

/// <summary>What is asked before and beside the work.</summary>
internal static class AssessmentChapters
{
    public static void Curiosities(BookText text, MethodCatalogue catalogue)
    {
        text.Line("Every couple has a culture of its own. One question at a time, asked because one would like to know.");
        foreach (var topic in catalogue.Curiosities)
        {
            text.Entry(3, topic, BookWords.Of(topic.About));
            text.Wordings(("What it is about", topic.Line));
            text.Say("The question", topic.Question);
            text.Source(topic.Source, topic.Standing);
        }
    }

    public static void Safety(BookText text, MethodCatalogue catalogue)
    {
        text.Line("Asked of each partner alone, of every couple, and again when something changes. A help to ask: no instrument, no score and no verdict. Your own protocol comes first.");
        foreach (var prompt in catalogue.SafetyPrompts)
        {
            text.Entry(3, prompt);
            text.Wordings(("What it is about", prompt.Line));
            text.Listed("Ask", prompt.Ask);
            text.Listed("If yes", prompt.IfYes);
            text.Source(prompt.Source, prompt.Standing);
        }
    }
}
