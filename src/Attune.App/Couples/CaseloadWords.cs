using Attune.App.Repairing;
using Attune.Method.Alliance;
using Attune.Practice.Therapists;

namespace Attune.App.Couples;

/// <summary>A couple's line in the caseload: why it stands where it stands, and what else there is.</summary>
internal static class CaseloadWords
{
    /// <summary>What decides the place of the line, in the caseload's own order.</summary>
    public static string Reason(CaseloadLine line) =>
        line.IsClosed ? "The work with them is closed." : All(line) is [var first, ..] ? Sentence(first) : "Nothing is waiting.";

    /// <summary>The rest, with how often they came.</summary>
    public static string Also(CaseloadLine line)
    {
        var held = line.SessionsHeld switch { 0 => "no session yet", 1 => "1 session", var n => $"{n} sessions" };
        return Sentence(string.Join("; ", All(line).Skip(line.IsClosed ? 0 : 1).Prepend(held)));
    }

    private static List<string> All(CaseloadLine line) =>
    [
        .. new[] { Open(line), Owed(line), Missing(line), line.Threat is { } threat ? Of(threat, line) : null }.OfType<string>(),
    ];

    private static string? Open(CaseloadLine line) => line.OpenRuptures switch
    {
        0 => null,
        1 => $"1 rupture not confirmed as repaired, from {Ago(line.OldestOpenSessions)}",
        var n => $"{n} ruptures not confirmed as repaired, the oldest from {Ago(line.OldestOpenSessions)}",
    };

    private static string? Owed(CaseloadLine line) => line.Owed.Length switch { 0 => null, 1 => "1 promise of yours not given yet", var n => $"{n} promises of yours not given yet" };

    private static string? Missing(CaseloadLine line) => line.MissingAnswers switch { 0 => null, 1 => "1 answer missing", var n => $"{n} answers missing" };

    private static string? Of(Threat threat, CaseloadLine line)
    {
        var who = RuptureWords.Owner(threat.Who, line.NameOfA, line.NameOfB);
        var after = threat.Session == 0 ? "before the first session" : $"after session {threat.Session}";
        return threat.Kind switch
        {
            ThreatKind.NotSureToComeBack => $"{who} was not sure of coming back, in session {threat.Session}",
            ThreatKind.DidNotCome => $"{who} did not come {after}",
            ThreatKind.MadeThingsHarder => $"{who} said that what you did together made things harder, in session {threat.Session}",
            ThreatKind.LeaningOut => $"{who} leans toward leaving the relationship",
            ThreatKind.HopeFading => $"{who} seemed to be running out of hope, in session {threat.Session}",
            ThreatKind.GrowingSplit => $"the gap between the two alliances has been widening, up to session {threat.Session}",
            ThreatKind.Cancelled => $"{who} cancelled {after}",
            _ => null,
        };
    }

    private static string Ago(int? sessions) => sessions switch { null or 0 => "the last session", 1 => "1 session ago", var n => $"{n} sessions ago" };

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..] + ".";
}
