namespace Attune.Method.Catalogue.Book;

/// <summary>Each schema as one meets it with a therapist, in a room with the other partner in it.</summary>
internal static class SchemaChapter
{
    public static void Write(BookText text, MethodCatalogue catalogue)
    {
        text.Line("What each is like toward the therapist, with the other partner in the room. A person may have several, and none of them is the person.");
        text.Line(string.Join('\n', catalogue.Schemas.Select(schema => $"- {BookText.Link(schema.Name)}")));
        foreach (var schema in catalogue.Schemas)
        {
            text.Entry(3, schema, BookText.Safe(schema.Domain), schema.Synonyms.IsEmpty ? null : "also " + BookText.Safe(string.Join(", ", schema.Synonyms)));
            text.Wordings([("Need", schema.Need), ("Learnt to expect", schema.Summary), .. Expects(schema.Portrait)]);
            text.Source(schema.Source, schema.Standing);
            if (schema.Portrait is { } portrait)
                Portrait(text, catalogue, portrait);
            else
                text.Line("Not written yet.");
        }
    }

    private static IEnumerable<(string, TwoWordings)> Expects(SchemaPortrait? portrait) =>
        portrait is null ? [] : [("Expects of the therapist", portrait.ExpectsOfTherapist)];

    private static void Portrait(BookText text, MethodCatalogue catalogue, SchemaPortrait portrait)
    {
        Ruptures(text, catalogue, portrait);
        Chain(text, catalogue, portrait);
        Help(text, portrait);
        text.Source(portrait.Source, portrait.Standing);
    }

    private static void Ruptures(BookText text, MethodCatalogue catalogue, SchemaPortrait portrait)
    {
        text.Heading(4, "What sets it off");
        text.Wordings(portrait.Triggers.Select(trigger =>
            (string.Join(", ", trigger.Areas.Select(BookWords.Of)) + (trigger.ByAttune ? " · **Attune itself**" : ""), trigger.Text)));

        text.Heading(4, "Early signs");
        text.Table(["", "What one may see or hear"], portrait.EarlySigns.Select(sign =>
            new[] { BookText.Safe(catalogue.TryGetChannel(sign.Channel, out var channel) ? channel.Name : sign.Channel), BookText.Safe(sign.Text) }));

        text.Labelled("How strongly it bears", BookWords.Of(portrait.Strengths));
        text.Labelled("Told or silent", BookWords.Of(portrait.Telling));
    }

    private static void Chain(BookText text, MethodCatalogue catalogue, SchemaPortrait portrait)
    {
        text.Heading(4, "The chain, and three ways of coping");
        text.Labelled("Who is hurt", catalogue.Modes(portrait.ChildModes));
        text.Labelled("Whose voice", portrait.ParentModes.IsEmpty ? "none is typical" : catalogue.Modes(portrait.ParentModes));
        text.Wordings(portrait.WaysOfCoping.Select(way =>
        {
            var modes = way.Modes.Select(code => catalogue.Modes([code])).Concat(way.IsAsIs ? ["as it is, with no coping before it"] : []);
            return ($"**{BookWords.Of(way.Style)}:** {BookText.Safe(string.Join(", ", modes))}", way.Looks);
        }));
        if (portrait.Kinds.IsEmpty)
            return;
        text.Heading(4, "Kinds, and their own answers");
        text.Wordings(portrait.Kinds.Select(kind => (InWords(kind), kind.Text)));
        foreach (var kind in portrait.Kinds)
            text.Labelled($"The answer to {InWords(kind)}", kind.Answer);
    }

    /// <summary>A kind has no name: its code is one, in words.</summary>
    private static string InWords(SchemaKind kind) => $"“{BookText.Safe(kind.Code.Replace('-', ' '))}”";

    private static void Help(BookText text, SchemaPortrait portrait)
    {
        var guidance = portrait.Guidance;
        text.Heading(4, "What helps");
        text.Wordings(("How to be with this person", portrait.Stance));
        text.Listed("Beforehand", guidance.Prepare);
        text.Listed("What meets the need", guidance.MeetsNeed);
        text.Say("A first sentence", portrait.FirstSentence);
        text.Say("Thanks for the risk", guidance.Thanks);
        text.Wordings(("A personal word of the therapist", guidance.Disclosure));
        text.Table(["To oneself", ""],
        [
            ["Curious", BookText.Safe(guidance.Coal.Curious)], ["Open", BookText.Safe(guidance.Coal.Open)],
            ["Accepting", BookText.Safe(guidance.Coal.Accepting)], ["Loving", BookText.Safe(guidance.Coal.Loving)],
        ]);
        text.Say("Next time, to the therapist", guidance.NextTime.ToTherapist);
        text.Say("Next time, to the partner", guidance.NextTime.ToPartner);
    }
}
