using System.Globalization;
using System.Text.Json.Nodes;
using Attune.App.Cli.Hearts;
using Attune.Exchange.Study;
using Attune.Method.Learning;
using Spectre.Console;

namespace Attune.App.Cli.Study;

/// <summary>What was learnt and how good it is, for people and for programs.</summary>
internal static class ForecastSummary
{
    public static void Show(IAnsiConsole console, ForecastFit fit)
    {
        var (tally, from, evaluation) = (fit.Rows.Tally, fit.Posterior.Provenance, fit.Evaluation);
        Line(console, $"{tally.Rows} rows · {from.Couples} couples · {from.Partners} partners · {from.Sessions} answered sessions, {from.Reports} with a report");
        Line(console, $"Prior: {from.Prior}; partners differ by an SD of {from.PartnerSd} log-odds. {from.Algorithm} {from.Version}; weights in log-odds a unit, with their 90% interval.");
        ShowLeftOut(console, fit);
        if (ForecastSheets.Forecasters(evaluation) is { IsEmpty: false } all)
        {
            var table = HeartsWords.Table("couples left out", "sessions", "brier", "reliability", "resolution", "log score", "auc", "calibration intercept", "slope");
            foreach (var (name, one) in all)
            {
                // A base rate without a couple is lower where the couple has more reports: what follows from the order of such chances says nothing.
                var isRate = name == "base_rate";
                var line = isRate ? null : one.Calibration.Line;
                table.Row(
                    name.Replace('_', ' '), one.Sessions.ToString(CultureInfo.InvariantCulture), Number(one.Brier.Value), Number(one.Brier.Reliability), Number(one.Brier.Resolution),
                    Number(one.LogScore), Number(isRate ? null : one.Discrimination), With(line?.Intercept, line?.InterceptError), With(line?.Slope, line?.SlopeError));
            }

            console.Write(table);
        }

        Line(console, $"{Verdict(fit)}");
        Line(console, $"{Rule(fit)}");
        if (evaluation.AgainstGuess is { } guess)
            Line(console, $"Beside the therapist's own guess, over {guess.Guess.Sessions} sessions: {guess.Difference.Mean:+0.0000;-0.0000} a session in log score, lower limit {guess.Difference.Lower:+0.0000;-0.0000}.");
    }

    public static JsonObject Read(ForecastFit fit)
    {
        var tally = fit.Rows.Tally;
        var missing = new JsonObject();
        foreach (var (term, count) in fit.Rows.Columns.Terms.Zip(tally.MissingValues))
            missing[term] = count;
        return new()
        {
            ["rows"] = tally.Rows,
            ["couples"] = fit.Posterior.Provenance.Couples,
            ["partners"] = fit.Posterior.Provenance.Partners,
            ["sessions_answered"] = fit.Posterior.Provenance.Sessions,
            ["sessions_with_report"] = tally.Reports,
            ["sessions_unanswered"] = tally.Unanswered,
            ["rows_not_held"] = tally.NotHeld,
            ["rows_without_couple_partner_or_session"] = tally.WithoutPlace,
            ["guesses_out_of_range"] = tally.GuessesOutOfRange,
            ["guesses_of_0_or_1"] = tally.CertainGuesses,
            ["sessions_without_value"] = missing,
            ["columns_passed_over"] = new JsonArray([.. fit.Rows.Columns.PassedOver.Select(name => (JsonNode)name)]),
            ["open_rupture_from"] = fit.Rows.Columns.OpenBefore,
        };
    }

    public static JsonObject Json(ForecastFit fit)
    {
        var evaluation = fit.Evaluation;
        var scores = new JsonObject();
        foreach (var (name, one) in ForecastSheets.Forecasters(evaluation))
            scores[name] = new JsonObject { ["sessions"] = one.Sessions, ["brier"] = one.Brier.Value, ["log_score"] = one.LogScore, ["auc"] = one.Discrimination };
        return new()
        {
            ["verdict"] = StudyNames.Of(evaluation.Verdict),
            ["rule"] = Rule(fit),
            ["against_base_rate"] = Json(evaluation.AgainstBaseRate),
            ["against_guess"] = Json(evaluation.AgainstGuess?.Difference),
            ["sessions_left_out_of_scores"] = evaluation.LeftOut,
            ["scores"] = scores,
            ["log_evidence"] = fit.Posterior.LogEvidence,
            ["notes"] = new JsonArray([.. fit.Dependent.Select(one => (JsonNode)ForecastFit.Sentence(one))]),
        };
    }

    private static JsonObject? Json(ScoreDifference? one) => one is null ? null : new()
    {
        ["mean"] = one.Mean,
        ["lower_95"] = one.Lower,
        ["couples"] = one.Couples,
        ["draws"] = one.Draws,
        ["seed"] = one.Seed,
    };

    private static void ShowLeftOut(IAnsiConsole console, ForecastFit fit)
    {
        var tally = fit.Rows.Tally;
        foreach (var (count, what) in new (long Count, string What)[]
        {
            (tally.Unanswered, "sessions have no answer: nothing is learnt from them, and they are never taken for a no"),
            (tally.NotHeld, "rows are of sessions that were not held: left out"),
            (tally.WithoutPlace, "rows name no couple, partner or session: left out"),
            (tally.GuessesOutOfRange, "guesses lie outside of 0 to 1: taken for none"),
            (tally.CertainGuesses, "guesses of exactly 0 or 1: taken for .01 and .99"),
            (fit.Evaluation.LeftOut, "answered sessions could not be scored: without their couples there is nothing to learn from"),
        })
        {
            if (count > 0)
                Line(console, $"{count} {what}.");
        }

        foreach (var (term, count) in fit.Rows.Columns.Terms.Zip(tally.MissingValues).Where(one => one.Second > 0))
            Line(console, $"{count} sessions have no value of '{term}': it adds 0 there.");
        if (fit.Rows.Columns.IsCatalogue)
            Line(console, $"No column tells {string.Join(", ", ObservedSessions.NeverTold)}: their weights stay as believed.");
        if (fit.Rows.Columns.OpenBefore is { } open)
            Line(console, $"Whether a rupture was still open comes from column '{open}'.");
        foreach (var one in fit.Dependent.Where(one => !fit.Rows.Columns.IsCatalogue || !ObservedSessions.NeverTold.Contains(one.Term)))
            Line(console, $"{ForecastFit.Sentence(one)} It is kept, since something is believed of it; the sessions cannot tell its weight.");
        if (fit.Rows.Columns is { IsCatalogue: false, PassedOver: { IsEmpty: false } passed })
            Line(console, $"Columns not used: {string.Join(", ", passed)}.");
    }

    private static string Verdict(ForecastFit fit)
    {
        var difference = fit.Evaluation.AgainstBaseRate;
        var by = difference is null ? "" : string.Create(CultureInfo.InvariantCulture, $" ({difference.Mean:+0.0000;-0.0000} a session in log score, lower limit {difference.Lower:+0.0000;-0.0000})");
        return fit.Evaluation.Verdict switch
        {
            ForecastVerdict.BetterThanBaseRate => $"Better than the base rate for couples it had not seen{by}.",
            ForecastVerdict.NoBetter => $"No better than the base rate for couples it had not seen{by}.",
            _ when fit.Posterior.Provenance.Couples == 1 => "There is one couple alone, so that none can be left out: nothing is said of how good the forecast is.",
            _ => $"Too few to tell whether it is better than the base rate{by}.",
        };
    }

    private static string Rule(ForecastFit fit)
    {
        var how = fit.Folds == 0 || fit.Folds == fit.Posterior.Provenance.Couples ? "one couple at a time" : string.Create(CultureInfo.InvariantCulture, $"couples left out in {fit.Folds} parts");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Rule: better where the one-sided 95% limit of the mean difference in log score lies above 0 (couples drawn with replacement), {how}; below {ForecastEvaluation.LeastCouples} couples, or {ForecastEvaluation.LeastOfEach} sessions with or without a report, too few to tell [our proposal].");
    }

    private static void Line(IAnsiConsole console, FormattableString text) => console.WriteLine(HeartsWords.Plain(FormattableString.Invariant(text)));

    private static string Number(double? value) => HeartsWords.Number(value ?? double.NaN, "0.0000");

    private static string With(double? value, double? error) => value is null ? "-" : $"{HeartsWords.Number(value.Value, "0.00")} (se {HeartsWords.Number(error!.Value, "0.00")})";
}
