using System.Globalization;

namespace Attune.Method.Catalogue.Book;

/// <summary>The terms of the forecast with their priors, and what it is set against.</summary>
internal static class ForecastChapter
{
    public static void Write(BookText text, MethodCatalogue catalogue)
    {
        var forecast = catalogue.Forecast;
        text.Line("The forecast is a sum of reasons. Each term says how much one unit of it adds to the log-odds of a rupture, and how far the practice’s own sessions may move it. "
            + "What is not known adds nothing.");
        text.Table(["Term", "Mean", "SD", "Bears on"], forecast.Terms.Select(term => new[]
        {
            BookText.Safe(term.Name), BookWords.Of(term.Mean), BookWords.Of(term.Sd),
            (term.Strengths is { } strengths ? BookWords.Of(strengths) : "as the schema, technique or occasion does") + (term.IsFixed ? "; not scaled to the profiles" : ""),
        }));
        Reference(text, forecast.Reference);
        text.Heading(3, "The terms one by one");
        foreach (var term in forecast.Terms)
        {
            text.Entry(4, term);
            text.Wordings(("What it says", term.Line));
            text.Source(term.Source, term.Standing);
        }
    }

    private static void Reference(BookText text, ForecastReference reference)
    {
        text.Heading(3, "What it is set against");
        text.Table(["", ""],
        [
            ["Reference profiles, and their seed", string.Create(CultureInfo.InvariantCulture, $"{reference.Profiles}, {reference.Seed}")],
            ["Mean item score of an early schema, 1 to 6, and its SD", $"{BookWords.Of(reference.SchemaMean)}, {BookWords.Of(reference.SchemaSd)}"],
            ["Share of that variance which all schemas of a person have in common", BookWords.Of(reference.SchemaShared)],
            ["Motivation, 0 to 10, and its SD", $"{BookWords.Of(reference.MotivationMean)}, {BookWords.Of(reference.MotivationSd)}"],
            ["Share of sessions with an occasion", BookWords.Of(reference.OccasionShare)],
            ["SD of the summed terms over the profiles, log-odds", BookWords.Of(reference.Spread)],
            ["How the base rate falls on the areas", BookWords.Of(reference.Shares)],
            ["First report within six sessions, by partners and by therapists", $"{BookWords.Of(reference.FirstSixPartner)}, {BookWords.Of(reference.FirstSixTherapist)}"],
            ["What of a silent schema shows in the partner’s own report, and of one that is silent until sudden", $"{BookWords.Of(reference.Silent)}, {BookWords.Of(reference.SilentUntilSudden)}"],
            ["Prior SD of the intercept, log-odds", BookWords.Of(reference.InterceptSd)],
        ]);
        text.Source(reference.Source, reference.Standing);
    }
}
