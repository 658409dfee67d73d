using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Attune.App.Cli.Hearts;
using Attune.Exchange.Study;
using Attune.Method.Alliance;
using Attune.Method.Catalogue;

namespace Attune.App.Cli.Study;

/// <summary>The hazard over a table of partner-sessions: learnt, predicted and scored.</summary>
internal static class ForecastVerb
{
    private const string OfCatalogue = "catalogue";

    public static Command Make()
    {
        var options = new StudyOptions();
        var terms = new Option<string?>("--terms") { Description = "Columns of the terms, separated by commas, or 'catalogue'; without it all other columns of numbers, or the catalogue's where the table is one of 'study simulate'.", HelpName = "NAME,NAME|catalogue" };
        HeartsOptions.Require(terms, given => given is null || given.Any(char.IsLetterOrDigit), "Name a column, or 'catalogue'.");
        var areas = new Option<string?>("--areas") { Description = "One log-odds for all (plain logistic), or one for each of task, goal and bond; without it as the columns are.", HelpName = "one|three" };
        areas.AcceptOnlyFromAmong("one", "three");
        var outcome = new Option<string?>("--outcome") { Description = "The column of the answer: 1 or yes, 0 or no, nothing for none. Without it 'outcome'." };
        var reporter = StudyWords.OneOf("--reporter", "Whose reports: whose prior the catalogue's is, and which column of a simulated table.", TensionReporter.Partner);
        var prior = new Option<string?>("--prior") { Description = "What is believed before: a small table (term, mean, sd), 'flat' (maximum likelihood) or 'catalogue'.", HelpName = "FILE|flat|catalogue" };
        var folds = new Option<int?>("--folds") { Description = "Leave couples out in so many parts in place of one by one; without it one by one, in large tables 20 parts." };
        HeartsOptions.Require(folds, count => count is null or (>= 2 and <= 1_000_000), "Two parts or more.");
        var predictions = new Option<FileInfo?>("--predictions") { Description = "A second table to write: each session's chance, with and without its couple." };
        var scores = new Option<FileInfo?>("--scores") { Description = "A table of the scores to write." };
        var bins = new Option<FileInfo?>("--bins") { Description = "A table of the calibration's bins to write." };
        var verb = options.AddTo(new Command("forecast", "What foretells a reported rupture: weights learnt from partner-sessions, chances, and how good they are for couples left out."));
        foreach (var option in new Option[] { terms, areas, outcome, reporter, prior, folds, predictions, scores, bins })
            verb.Add(option);
        verb.SetAction(given =>
        {
            var request = options.Read(given);
            var asked = new ForecastRequest(
                TermsOf(given.GetValue(terms)), given.GetValue(areas) switch { "one" => 1, "three" => 3, _ => null }, given.GetValue(outcome),
                StudyWords.Choice<TensionReporter>(given.GetRequiredValue(reporter))!.Value, request.IsStrict);
            var run = new Run(request, asked, given.GetValue(prior), given.GetValue(folds), given.GetValue(predictions), given.GetValue(scores), given.GetValue(bins));
            return run.Fault() is { } fault ? Faults.Say(fault) : StudyRun.Of(request, run.Work);
        });
        return verb;
    }

    private static ImmutableArray<string>? TermsOf(string? given) => given switch
    {
        null => null,
        OfCatalogue => [],
        _ => [.. given.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
    };

    private sealed class Run(StudyRequest request, ForecastRequest asked, string? prior, int? folds, FileInfo? predictions, FileInfo? scores, FileInfo? bins)
    {
        private FileInfo[] Written => [.. new[] { request.Out, predictions, scores, bins, request.Plot }.OfType<FileInfo>()];

        private FileInfo? PriorFile => prior is null or ForecastPrior.Flat or ForecastPrior.Catalogue ? null : new FileInfo(prior);

        public string? Fault()
        {
            if (asked.Terms is { IsEmpty: true } && asked.Areas == 1)
                return "The catalogue's terms differ by area: --areas three.";
            if (PriorFile is { Exists: false } absent)
                return $"There is no file {absent.FullName}: --prior is a file, 'flat' or 'catalogue'.";
            if (Written.FirstOrDefault(file => file.Directory is not { Exists: true }) is { } homeless)
                return $"There is no folder {homeless.DirectoryName} to write {homeless.Name} into.";
            var places = Written.Concat([request.Table!]).Concat(PriorFile is { } read ? [read] : Array.Empty<FileInfo>()).GroupBy(file => file.FullName, StringComparer.Ordinal);
            return places.FirstOrDefault(same => same.Count() > 1) is { } twice ? $"{twice.Key} is named twice: each file has a name of its own." : null;
        }

        public void Work(IProgress<double>? progress)
        {
            var catalogue = MethodCatalogue.BuiltIn;
            var rows = ForecastReader.Read(request.Table!, asked, catalogue, request.Crew, progress);
            var belief = ForecastPrior.Of(rows.Columns, prior, asked.Reporter, catalogue);
            var fit = ForecastFit.Of(rows, belief, folds);
            var weights = ForecastSheets.Weights(fit);
            using (var output = new StudyOutput("forecast", request, weights.Columns))
            {
                output.Append(weights);
                output.Finish(Parameters(fit), ForecastSummary.Read(fit), ForecastSummary.Json(fit), console => ForecastSummary.Show(console, fit));
            }

            Beside(fit, predictions, ForecastSheets.PredictionColumns, () => ForecastSheets.Predictions(fit, request.Crew));
            Beside(fit, scores, ForecastSheets.ScoreColumns, () => [ForecastSheets.Scores(fit)]);
            Beside(fit, bins, ForecastSheets.BinColumns, () => [ForecastSheets.Bins(fit)]);
            if (request.Plot is { } plot)
                ForecastPicture.Of(fit).Save(plot.FullName);
        }

        private void Beside(ForecastFit fit, FileInfo? place, ImmutableArray<StudyColumn> columns, Func<IEnumerable<StudyRows>> pieces)
        {
            if (place is null)
                return;
            using var output = new StudyOutput("forecast", request with { Out = place, Format = FormatOf(place) }, columns);
            foreach (var piece in pieces())
                output.Append(piece);
            output.Finish(Parameters(fit), ForecastSummary.Read(fit), ForecastSummary.Json(fit), _ => { });
        }

        private static StudyFormat FormatOf(FileInfo place) => place.Extension.ToUpperInvariant() switch
        {
            ".PARQUET" => StudyFormat.Parquet,
            ".JSON" or ".JSONL" or ".NDJSON" => StudyFormat.Json,
            _ => StudyFormat.Csv,
        };

        private JsonObject Parameters(ForecastFit fit) => new()
        {
            ["terms"] = fit.Rows.Columns.IsCatalogue ? OfCatalogue : new JsonArray([.. fit.Rows.Columns.Terms.Select(term => (JsonNode)term)]),
            ["areas"] = fit.Rows.Columns.Areas,
            ["outcome"] = fit.Rows.Columns.Outcome,
            ["reporter"] = StudyNames.Of(asked.Reporter),
            ["prior"] = fit.Posterior.Prior.Version,
            ["prior_file"] = PriorFile is { } file ? StudyManifest.Of(file) : null,
            ["partner_sd"] = fit.Posterior.Prior.PartnerSd,
            ["folds"] = fit.Folds,
            ["strict"] = request.IsStrict,
            ["algorithm"] = fit.Posterior.Provenance.Algorithm,
            ["algorithm_version"] = fit.Posterior.Provenance.Version.ToString(CultureInfo.InvariantCulture),
        };
    }
}
