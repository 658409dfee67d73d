using System.Collections.Immutable;
using Attune.App.Forms;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.App.SelfReports;

/// <summary>What a partner sent from one page. What is not on that page, or was left empty, is missing here.</summary>
internal static class SelfReportReading
{
    /// <summary>Before the code of a way of working.</summary>
    public const string Comfort = "Comfort.";

    public const string Unknown = "unknown";

    public static SelfReport Read(SentForm sent, MethodCatalogue catalogue)
    {
        var ways = catalogue.Techniques.Where(way => sent.Text(Comfort + way.Code) is not null).Select(way => way.Code).ToList();
        return new SelfReport
        {
            Coming = sent.ManyOf<ComingReason>("Coming", "How they come"),
            ComingWords = sent.Text("ComingWords"),
            Hopes = sent.Text("Hopes"),
            Fears = sent.Text("Fears"),
            EarlierTherapyEnded = sent.Text("EarlierTherapyEnded"),
            EarlierTherapyMended = sent.Text("EarlierTherapyMended"),
            WhatHelps = sent.Text("WhatHelps"),
            Expectation = sent.Choice<ExpectationAnswer>("Expectation", "What they expect"),
            Comfort = ways.Where(code => !IsUnknown(code)).Select(code => (code, sent.Whole(Comfort + code, "Comfort")))
                .Where(one => one.Item2 is not null).ToImmutableSortedDictionary(one => one.code, one => one.Item2!.Value, StringComparer.Ordinal),
            NotKnown = [.. ways.Where(IsUnknown)],
            WouldRatherNot = sent.ManyOf<AssessmentTopic>("WouldRatherNot", "What they would rather not say"),
            MaySpeak = sent.Choice<SpeakPermission>("MaySpeak", "Whether it may be spoken about"),
        };

        bool IsUnknown(string code) => sent.Text(Comfort + code) == Unknown;
    }
}
