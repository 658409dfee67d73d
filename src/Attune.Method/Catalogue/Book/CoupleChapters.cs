namespace Attune.Method.Catalogue.Book;

/// <summary>What happens between the two, and where the therapist ends up in it.</summary>
internal static class CoupleChapters
{
    public static void Blame(BookText text, MethodCatalogue catalogue)
    {
        text.Line("Blame sounds alike and is not. What has to be ruled out is ruled out first, because a wrong answer would itself be the rupture.");
        foreach (var blame in catalogue.Blames)
        {
            text.Entry(3, blame, blame.IsSafetyMatter ? "**a matter of safety: your own protocol first**" : null);
            text.Wordings(("What it is", blame.Summary));
            text.Listed("How to tell", blame.HowToTell);
            text.Labelled("Rule out first", blame.RuleOutFirst.IsEmpty ? "nothing; this one comes before the others" : catalogue.Blames(blame.RuleOutFirst));
            if (!blame.Schemas.IsEmpty)
                text.Labelled("Usually at its root", catalogue.Schemas(blame.Schemas));
            text.Listed("What to do", blame.WhatToDo);
            text.Labelled("The one who is accused", blame.Accused);
            text.Labelled("What you are pulled into", blame.PulledInto);
            text.Labelled("Never", blame.Never);
            text.Say("A first sentence", blame.FirstSentence);
            text.Source(blame.Source, blame.Standing);
        }
    }

    public static void Clashes(BookText text, MethodCatalogue catalogue)
    {
        text.Line("Six ways of meeting each other, and what two of them do with each other. Who moves first is not part of it; the therapist’s seat is.");
        text.Heading(3, "The grid");
        var columns = Enum.GetValues<ModeFamily>();
        text.Table(["", .. columns.Select(family => BookText.Safe(BookWords.Of(family, catalogue)))],
            columns.Select((row, index) => (string[])[$"**{BookText.Safe(BookWords.Of(row, catalogue))}**", .. columns.Select((column, place) =>
                place < index ? "·" : BookText.Safe(catalogue.ClashOf(row, column)?.PlainName ?? "not written yet"))]));
        text.Heading(3, "The six families");
        foreach (var family in catalogue.Families)
        {
            text.Entry(4, family, $"**{BookText.Safe(family.Letter)}**");
            text.Wordings(("What it is", family.Summary), ("The smallest step out of it", family.SmallestStep));
            text.Source(family.Source, family.Standing);
        }

        text.Heading(3, "Two and two");
        foreach (var clash in catalogue.Clashes)
            Clash(text, catalogue, clash);
    }

    private static void Clash(BookText text, MethodCatalogue catalogue, ModeClash clash)
    {
        var other = clash.Other is { } family ? BookWords.Of(family, catalogue) : "any";
        text.Entry(4, clash, BookText.Safe($"{BookWords.Of(clash.One, catalogue)} with {other}"));
        if (clash.Safety != ClashSafety.None)
            text.Labelled("First", BookWords.Of(clash.Safety));
        text.Wordings(("What happens", clash.WhatHappens), ("The children under it", clash.Children));
        text.Labelled("Where you usually end up", clash.TherapistSeat);
        if (!clash.SeatFamilies.IsEmpty)
            text.Labelled("As a family, that is", string.Join(", ", clash.SeatFamilies.Select(seat => BookWords.Of(seat, catalogue))));
        text.Labelled("Who feels sided against", clash.SidedAgainst);
        text.Listed("What to do", clash.WhatToDo);
        text.Say("A first sentence", clash.FirstSentence);
        text.Source(clash.Source, clash.Standing);
    }
}
