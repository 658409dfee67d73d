using System.Globalization;

namespace Attune.Method.Catalogue.Book;

/// <summary>What can be planned, and what happens around it.</summary>
internal static class PlanChapters
{
    public static void Techniques(BookText text, MethodCatalogue catalogue)
    {
        text.Line("After every step of a ladder both partners are asked whether it was too little, right, or too much. What a safety flag does is said to nobody but the therapist.");
        foreach (var technique in catalogue.Techniques)
        {
            text.Entry(3, technique);
            text.Wordings(("Aim", technique.Aim), ("What it is", technique.Summary));
            if (!technique.Ladder.IsEmpty)
                text.Wordings(technique.Ladder.Select(step => (string.Create(CultureInfo.InvariantCulture, $"Step {step.Number}"), step.Text)));
            text.Labelled("Instead", technique.Alternatives.IsEmpty ? "no other way to the same aim is written here" : catalogue.Techniques(technique.Alternatives));
            TooMuchFor(text, catalogue, technique.Sensitivities, technique.Strengths);
            text.Labelled("Under a safety flag", BookWords.Of(technique.Safety));
            text.Say("A first sentence", technique.FirstSentence);
            text.Source(technique.Source, technique.Standing);
        }
    }

    public static void Occasions(BookText text, MethodCatalogue catalogue)
    {
        text.Line("What happens in or around a session and may touch somebody, whatever was planned.");
        foreach (var occasion in catalogue.Occasions)
        {
            text.Entry(3, occasion);
            text.Wordings(("What it is", occasion.Summary));
            text.Labelled("Beforehand", occasion.Prepare);
            TooMuchFor(text, catalogue, occasion.Sensitivities, occasion.Strengths);
            text.Say("A first sentence", occasion.FirstSentence);
            text.Source(occasion.Source, occasion.Standing);
        }
    }

    private static void TooMuchFor(BookText text, MethodCatalogue catalogue, IEnumerable<SchemaSensitivity> sensitivities, AreaStrengths strengths)
    {
        text.Labelled("Whom it may be too much for", catalogue.Sensitivities(sensitivities));
        text.Labelled("Then it bears on the", BookWords.Of(strengths));
    }
}
