using System.Globalization;
using Attune.App.Asking;
using Attune.Method.Assessment;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Couples;

namespace Attune.App.SelfReports;

/// <summary>A partner's own report as the therapist reads it: the questions as they were asked, in English.</summary>
internal static class SelfReportWords
{
    public static string On(DateTimeOffset at) => at.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string State(bool? takenOver) => takenOver switch { true => ": taken over", false => ": left beside yours", null => "" };

    /// <summary>Nothing chosen is read as the most careful of the three.</summary>
    public static string Permission(SpeakPermission? permission) => permission switch
    {
        SpeakPermission.WhenWeAreThree => "May be spoken about when you are three.",
        SpeakPermission.OnlyWithMeAlone => "Told alone: only with them alone.",
        _ => "Just to know: not to be raised.",
    };

    public static IEnumerable<(string Asked, string Answer)> Answers(SelfReport report, MethodCatalogue catalogue)
    {
        if (!report.Coming.IsEmpty)
            yield return (English("Coming"), string.Join(", ", report.Coming.Select(one => English($"Coming.{one}"))));
        foreach (var (key, words) in new[]
        {
            ("ComingWords", report.ComingWords), ("Hopes", report.Hopes), ("Fears", report.Fears), ("EarlierTherapyEnded", report.EarlierTherapyEnded),
            ("EarlierTherapyMended", report.EarlierTherapyMended), ("WhatHelps", report.WhatHelps),
        })
        {
            if (words is not null)
                yield return (English(key), $"“{words}”");
        }

        foreach (var topic in report.WouldRatherNot)
            yield return (English(Asked(topic)), "would rather not say");
        if (report.Expectation is { } expectation)
            yield return (CheckInText.Of("Expectation"), CheckInText.Of($"Expectation.{expectation}"));
        foreach (var (code, comfort) in report.Comfort.OrderBy(one => one.Value))
            yield return (Technique(catalogue, code), string.Create(CultureInfo.InvariantCulture, $"{comfort} of 10"));
        if (!report.NotKnown.IsEmpty)
            yield return ("Does not know", string.Join(", ", report.NotKnown.Select(code => Technique(catalogue, code))));
    }

    /// <summary>What taking it over would change, beside what is there.</summary>
    public static string[] Taking(SelfReportTaking taking, MethodCatalogue catalogue, PartnerView of) =>
        [.. taking.Parts.Select(part => Part(part, taking, of)), .. taking.Differing.Select(code => Differing(code, taking, catalogue, of))];

    private static string Part(SelfReportPart part, SelfReportTaking taking, PartnerView of) => part switch
    {
        SelfReportPart.ReasonToCome => "Their own reason to come, which is empty in yours.",
        SelfReportPart.Hopes => "Their hope becomes an expectation without an answer yet.",
        SelfReportPart.EarlierTherapy => "The earlier therapy joins the earlier ruptures.",
        SelfReportPart.Comfort => $"Comfort with {Ways(taking.Assessed.Comfort.Count(one => Noted(of, one.Key) != one.Value))}, as {of.Name} gave it.",
        SelfReportPart.WouldRatherNot => "What they would rather not say is noted, so that it is not asked again.",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "A part without words."),
    };

    private static string Ways(int count) => count == 1 ? "one way of working" : string.Create(CultureInfo.InvariantCulture, $"{count} ways of working");

    private static string Differing(string code, SelfReportTaking taking, MethodCatalogue catalogue, PartnerView of) =>
        string.Create(CultureInfo.InvariantCulture, $"{Technique(catalogue, code)}: you noted {Noted(of, code)}, {of.Name} says {taking.Assessed.Comfort[code]}.");

    private static int? Noted(PartnerView of, string code) => of.Assessment is { } known && known.Comfort.TryGetValue(code, out var noted) ? noted : null;

    private static string Technique(MethodCatalogue catalogue, string code) => catalogue.TryGetTechnique(code, out var way) ? way.PlainName : code;

    private static string Asked(AssessmentTopic topic) => topic switch
    {
        AssessmentTopic.Expectations => "Hopes",
        AssessmentTopic.PastRuptures => "EarlierTherapyEnded",
        _ => "Coming",
    };

    private static string English(string key) => SelfReportText.Of(PartnerLanguage.English, key);
}
