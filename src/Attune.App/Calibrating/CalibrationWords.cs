using System.Globalization;
using Attune.Method.Alliance;
using Attune.Method.Learning;
using Attune.Practice.Learning;

namespace Attune.App.Calibrating;

/// <summary>The words about how far a forecast can be believed. They are about the forecast, never about somebody's work.</summary>
internal static class CalibrationWords
{
    /// <summary>A normal's middle 90%.</summary>
    private const double Ninety = 1.6448536269514722;

    /// <summary>A weight that has moved by less of what was believed of it has hardly moved [our proposal].</summary>
    private const double HardlyMoved = .25;

    public static string Title(TensionReporter reporter) => reporter == TensionReporter.Partner ? "What partners tell" : "What you notice";

    public static string WhatIsForecast(TensionReporter reporter) => reporter == TensionReporter.Partner
        ? "That a partner tells of a tension, hurt or distance in the check-in after a session."
        : "That you note one in the debrief.";

    /// <summary>What comes first.</summary>
    public static string Sentence(ReporterLearning learnt) => learnt.Evaluation?.Verdict switch
    {
        null => $"{From(learnt.Provenance)}: how the forecast does with couples it has not seen is being worked out.",
        ForecastVerdict.BetterThanBaseRate => $"{From(learnt.Provenance)}: with couples it had not seen, the forecast says more than the base rate does.",
        ForecastVerdict.NoBetter => $"{From(learnt.Provenance)}: with couples it had not seen, the forecast says no more than the base rate does.",
        _ => learnt.Provenance.Sessions == 0 ? "No answered session yet, so nothing was learnt." : $"{From(learnt.Provenance)}: too few to tell whether the forecast says more than the base rate does.",
    };

    /// <summary>What follows from it, and what does not.</summary>
    public static string Meaning(ReporterLearning learnt) => learnt.Evaluation?.Verdict switch
    {
        null => "",
        ForecastVerdict.BetterThanBaseRate => "Its chances carry some weight; your own eyes still see what no form asks for.",
        ForecastVerdict.NoBetter => "So take its chances lightly, and its reasons as questions. That says something about the forecast and nothing about your work: strain in a session is hard to foresee for anybody.",
        _ => string.Create(CultureInfo.InvariantCulture,
            $"It can be told from {ForecastEvaluation.LeastCouples} couples on, with {ForecastEvaluation.LeastOfEach} sessions after which a strain was told and {ForecastEvaluation.LeastOfEach} after which none was (our proposal). So far: {Number(learnt.Provenance.Couples, "couple")}, {learnt.Provenance.Reports} with and {learnt.Provenance.Sessions - learnt.Provenance.Reports} without."),
    };

    /// <summary>Such as "From 212 answered sessions of 14 couples"; each partner's session counts.</summary>
    public static string From(LearningProvenance from) => $"From {Number(from.Sessions, "answered session")} of {Number(from.Couples, "couple")}";

    /// <summary>How the couples that were tried had not been seen.</summary>
    public static string LeftOut(int? folds) => folds is { } parts
        ? $"The couples were divided into {parts} parts; each part in turn was left out, the others were learnt from, and its sessions forecast as a new couple's."
        : "Each couple in turn was left out, the others were learnt from, and its sessions forecast as a new couple's.";

    public static string Number(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");

    /// <summary>The own guess beside the forecast, over the same sessions.</summary>
    public static string Beside(GuessComparison both)
    {
        var over = $"Over {Number(both.Guess.Sessions, "session")} of {Number(both.Difference.Couples, "couple")} for which you had said what you expect";
        if (both.Difference.Couples < ForecastEvaluation.LeastCouples || Math.Min(both.Guess.Reports, both.Guess.Sessions - both.Guess.Reports) < ForecastEvaluation.LeastOfEach)
            return $"{over}: too few to tell which of the two comes nearer.";
        return both.Difference switch
        {
            { Lower: > 0 } => $"{over}: the forecast came nearer. It weighs many small answers and never tires; you saw what it cannot see.",
            { Mean: <= 0 } => $"{over}: what you expected came at least as near as the forecast. Trust your eye.",
            _ => $"{over}: the two came about equally near.",
        };
    }

    /// <summary>Which way a weight has moved.</summary>
    public static string Moved(LearnedWeight weight) => Math.Abs(weight.Mean - weight.PriorMean) < HardlyMoved * weight.PriorSd ? "hardly moved"
        : weight.Mean > weight.PriorMean ? "counts for more" : "counts for less";

    /// <summary>Mean and middle 90%, log-odds.</summary>
    public static string Weight(double mean, double sd) => string.Create(CultureInfo.InvariantCulture, $"{Signed(mean)} ({Signed(mean - Ninety * sd)} to {Signed(mean + Ninety * sd)})");

    public static string Signed(double value) => value.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture);

    public static string Plain(double value) => value.ToString("0.000", CultureInfo.InvariantCulture).Replace('-', '−');

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0}%");

    /// <summary>Why the calibration has no line.</summary>
    public static string Of(LearningRefusal? why) => why switch
    {
        LearningRefusal.NoSessionWithReport => "no strain was told",
        LearningRefusal.NoSessionWithoutReport => "a strain was told each time",
        LearningRefusal.SingularDesign => "the same chance each time",
        LearningRefusal.Separable => "every higher chance had a report, and no lower one",
        _ => "cannot be fitted",
    };
}
