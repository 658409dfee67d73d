using Attune.App.Asking;
using Attune.Method.Catalogue;
using Attune.Practice.Refusals;

namespace Attune.App.SelfReports;

/// <summary>The words of a partner's own pages. What they share with the check-in (whose it is, the permission, the expectation) has its words there.</summary>
internal static class SelfReportText
{
    public static readonly PartnerWords Words = new("Attune.App.SelfReports.SelfReportText");

    /// <summary>The ways of working; in English as the shipped catalogue has them.</summary>
    public static readonly PartnerWords Ways = new("Attune.App.SelfReports.WayText");

    public static string Of(PartnerLanguage language, string key) => Words.Of(language, key);

    /// <summary>Name and one line of a way of working. A practice that words one in its own way, or has one of its own, is read as it wrote it, in every language.</summary>
    public static (string Name, string Line) Way(PartnerLanguage language, Technique way) =>
        Ways.Find(PartnerLanguage.English, $"{way.Code}.Name") == way.PlainName && Ways.Find(PartnerLanguage.English, $"{way.Code}.Line") == way.Summary.Plain
            ? (Ways.Of(language, $"{way.Code}.Name"), Ways.Of(language, $"{way.Code}.Line"))
            : (way.PlainName, way.Summary.Plain);

    /// <summary>A refusal as the partner reads it: by its code and field, never by its own text.</summary>
    public static string Of(PartnerLanguage language, Refusal refusal, MethodCatalogue catalogue) => (refusal.Code, refusal.Field) switch
    {
        ("PRA022", "ComingWords" or "Hopes" or "Fears" or "EarlierTherapyEnded" or "EarlierTherapyMended" or "WhatHelps") =>
            CheckInText.Words.Of(language, "Error.Length", Of(language, refusal.Field), 1_000),
        ("PRA021" or "APP001", "Coming") => Choose(language, Of(language, refusal.Field)),
        ("PRA021" or "APP001", "Expectation" or "MaySpeak") => Choose(language, CheckInText.Of(language, refusal.Field)),
        ("PRA020" or "APP001", { } field) when field.StartsWith(SelfReportReading.Comfort, StringComparison.Ordinal)
            && catalogue.TryGetTechnique(field[SelfReportReading.Comfort.Length..], out var way) => Choose(language, Way(language, way).Name),
        _ => CheckInText.Of(language, "Error.Other"),
    };

    private static string Choose(PartnerLanguage language, string asked) => CheckInText.Words.Of(language, "Error.Choice", asked);
}
