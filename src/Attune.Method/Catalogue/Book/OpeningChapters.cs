namespace Attune.Method.Catalogue.Book;

/// <summary>What holds for every page, and the channels by which the early signs are sorted.</summary>
internal static class OpeningChapters
{
    public static void Notice(BookText text)
    {
        text.Line("Nothing in this book is clinical advice about anybody. It helps a trained therapist to think, and takes the place of no training, no supervision and no judgement of your own.");
        text.Line("It is no emergency service either. When somebody may be in danger, your own protocol stands before every line here; call the emergency number of your country.");
    }

    public static void Reading(BookText text, MethodCatalogue catalogue)
    {
        text.Line("This is the content of the method as Attune holds it: what its pages take their words from, what its brief is made of, and what its forecast weighs.");
        Notice(text);
        text.Line("**Two wordings.** What stands in the column *clinical* is for a colleague. What stands in the column *plain* could be said to the person it is about. "
            + "What stands outside of the two columns is in plain words too, names and sources aside, also where it is said to you: nobody should be hurt by coming upon it. "
            + "Try a sentence on your own tongue first; one that is not yours will not sound true.");
        text.Line("**Standing.** Under each entry stands where its *idea* comes from. The wording is always our own.");
        text.Table(["", "What it means"],
        [
            ["published", "The idea is found in the work that is named."],
            ["the article", "It is found in the article that Attune rests on: Travis Atkinson, *Ruptures in the Therapeutic Alliance: Repairing and Rebuilding Trust with a Couple*, The Schema Therapy Bulletin."],
            ["our own judgement", "We think so, and no study has tested it. Where no source is named but Attune, all of it is our own judgement."],
        ]);
        text.Line("**Numbers** from 0 to 1 are our own judgement too, to one decimal: 0 is not at all, 1 is as much as anything can. The forecast’s weights are guesses made before any session was seen.");
        text.Line("**Names and codes.** The large name is the field’s own. The one in italics can be said to the person. The code is what the record keeps.");
        text.Line("**Change it.** A practice can put files of its own beside its record, in the folder `catalogue`; what they say takes the place of what is shipped, entry by entry.");
        text.Listed("In this copy, taken from a practice’s own files",
            [.. catalogue.Replacements.Select(replaced => $"{replaced.Entry}: {replaced.File} in place of {replaced.Replaced}")]);
    }

    public static void Channels(BookText text, MethodCatalogue catalogue)
    {
        text.Line("Before the words come, or beside them, something can be seen or heard. The early signs of every schema are sorted by these.");
        foreach (var channel in catalogue.Channels)
        {
            text.Entry(3, channel);
            text.Wordings(("Look for", channel.LookFor));
            text.Source(channel.Source, channel.Standing);
        }
    }
}
