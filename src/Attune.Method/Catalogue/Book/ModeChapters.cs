namespace Attune.Method.Catalogue.Book;

/// <summary>The modes by their groups, and the angers that look alike.</summary>
internal static class ModeChapters
{
    public static void Modes(BookText text, MethodCatalogue catalogue)
    {
        text.Line("The state that somebody is in just now, and how to answer it when the alliance is strained and three people are in the room.");
        foreach (var group in Enum.GetValues<SchemaModeGroup>())
        {
            text.Heading(3, BookWords.Of(group));
            foreach (var mode in catalogue.Modes.Where(mode => mode.Group == group))
                Mode(text, catalogue, mode);
        }
    }

    public static void Angers(BookText text, MethodCatalogue catalogue)
    {
        text.Line("They look alike and want opposite things. Where one cannot tell, asking is better than guessing.");
        foreach (var anger in catalogue.Angers)
        {
            text.Entry(3, anger, BookText.Safe(catalogue.Modes(anger.Modes)));
            text.Wordings(("What it wants", anger.Wants), ("The answer", anger.Answer));
            text.Listed("What one sees or hears", anger.Signs);
            text.Say("A first sentence", anger.FirstSentence);
            text.Source(anger.Source, anger.Standing);
        }
    }

    private static void Mode(BookText text, MethodCatalogue catalogue, SchemaMode mode)
    {
        text.Entry(4, mode,
            mode.Synonyms.IsEmpty ? null : "also " + BookText.Safe(string.Join(", ", mode.Synonyms)),
            mode.FormOf is { } wider ? "a form of " + BookText.Safe(catalogue.Modes([wider])) : null,
            mode.InventoryPlace is { } place ? $"scale {place} of the inventory" : null);
        text.Line(string.Join(" · ", Belonging(catalogue, mode)));
        text.Wordings(("What it is", mode.Summary));
        text.Source(mode.Source, mode.Standing);
        if (mode.Response is { } response)
            Response(text, response);
        else if (catalogue.ResponseTo(mode.Code) is not null && mode.FormOf is { } answeredAs)
            text.Line($"Answered as the {BookText.Safe(catalogue.Modes([answeredAs]))} is.");
        else
            text.Line("How to answer it is not written yet.");
    }

    private static IEnumerable<string> Belonging(MethodCatalogue catalogue, SchemaMode mode)
    {
        if (mode.Family is { } family)
            yield return (mode.Group == SchemaModeGroup.Parent ? "turned outward, meets the other as: " : "meets the other as: ") + BookText.Safe(BookWords.Of(family, catalogue));
        yield return mode.Group2021 is { } group ? $"in the list of 2021: {BookWords.Of(group)}" : "not in the list of 2021";
        if (!mode.Schemas.IsEmpty)
            yield return "linked with: " + BookText.Safe(catalogue.Schemas(mode.Schemas));
    }

    private static void Response(BookText text, ModeResponse response)
    {
        text.Wordings(("Aim of the answer", response.Aim));
        text.Numbered("What to do", response.WhatToDo);
        text.Labelled("Easily done instead", response.TypicalError);
        text.Labelled("The other partner meanwhile", response.OtherPartnerMeanwhile);
        text.Say("A first sentence", response.FirstSentence);
        foreach (var each in response.Cases)
        {
            text.Numbered(BookText.Safe(each.When), each.WhatToDo);
            text.Say("A first sentence then", each.FirstSentence);
        }

        text.Source(response.Source, response.Standing);
    }
}
