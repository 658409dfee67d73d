using System.Globalization;
using Attune.Method.Anticipation;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.App.Debriefing;

/// <summary>The words of the debrief's choices, and how times in a session are said.</summary>
internal static class DebriefWords
{
    public static readonly (string, string)[] YesNo = [("no", "no"), ("yes", "yes")];

    public static readonly (string, string)[] Presence =
    [
        (nameof(Method.Cases.Presence.WithThem), "yes"), (nameof(Method.Cases.Presence.WithEffort), "with effort"),
        (nameof(Method.Cases.Presence.FarFrom), "far from them"), (nameof(Method.Cases.Presence.TooClose), "too close"),
    ];

    public static readonly (string, string)[] Ease =
        [(nameof(Method.Cases.Ease.Easy), "easy"), (nameof(Method.Cases.Ease.Effort), "with effort"), (nameof(Method.Cases.Ease.CouldNot), "could not")];

    public static readonly (string, string)[] Doses =
        [(nameof(Dose.TooLittle), "too little"), (nameof(Dose.Right), "right"), (nameof(Dose.TooMuch), "too much")];

    public static readonly (string, string)[] Degrees = [("0", "not at all"), ("1", "a little"), ("2", "mostly"), ("3", "fully")];

    public static readonly (string, string)[] Strengths = [(nameof(ReactionStrength.Subtle), "subtle"), (nameof(ReactionStrength.Strong), "strong")];

    public static (string, string)[] Centre(string nameOfA, string nameOfB) =>
    [
        (nameof(Method.Cases.Centre.TheCouple), "the couple"), (nameof(Method.Cases.Centre.A), nameOfA), (nameof(Method.Cases.Centre.B), nameOfB),
        (nameof(Method.Cases.Centre.TheMethod), "the method"), (nameof(Method.Cases.Centre.Me), "me"),
    ];

    public static (string, string)[] Care(string nameOfA, string nameOfB) =>
        [(nameof(CareGiven.Both), "both"), (nameof(CareGiven.A), nameOfA), (nameof(CareGiven.B), nameOfB), (nameof(CareGiven.Neither), "neither")];

    public static (string, string)[] Toward(string nameOfA, string nameOfB) =>
    [
        (nameof(EpisodeToward.A), nameOfA), (nameof(EpisodeToward.B), nameOfB), (nameof(EpisodeToward.Both), "both"),
        (nameof(EpisodeToward.Neither), "neither"), (nameof(EpisodeToward.CannotTell), "cannot tell"),
    ];

    /// <summary>A moment in a session as minutes and seconds: 31:10.</summary>
    public static string At(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}:{time.Seconds:00}");

    public static string Lasting(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s");

    /// <summary>About how long, in whole minutes.</summary>
    public static string Minutes(TimeSpan time) => Math.Round(time.TotalMinutes) switch
    {
        < 1 => "less than a minute",
        1 => "1 minute",
        var n => string.Create(CultureInfo.InvariantCulture, $"{n:0} minutes"),
    };

    public static string Heart(ArousalNoted arousal) => (arousal.Judgeable, arousal.Episodes.Length) switch
    {
        (false, 0) => "Too little of the recording could be believed to say whether your rate crossed.",
        (true, 0) => "Your rate never crossed by the rule.",
        (_, 1) => "Your rate crossed once:",
        (_, var n) => $"Your rate crossed {n} times:",
    };

    public static string Group(SchemaModeGroup group) => group switch
    {
        SchemaModeGroup.Child => "Modes: who is hurt, or protests",
        SchemaModeGroup.Parent => "Modes: whose voice",
        SchemaModeGroup.Coping => "Modes: how it is kept away",
        SchemaModeGroup.Healthy => "Modes: what is well",
        _ => group.ToString(),
    };

    /// <summary>What was seen, with what it touched and how it was seen.</summary>
    public static string Mark(MarkPlaced mark, MethodCatalogue catalogue)
    {
        var touched = mark.EarlySchema is null ? "" : $", touching {(catalogue.TryGetSchema(mark.EarlySchema, out var schema) ? schema.Name : mark.EarlySchema)}";
        return $"{What(mark, catalogue)}, {(mark.Strength == ReactionStrength.Strong ? "strong" : "subtle")}{touched}{(mark.WhileAroused ? "; seen while your own rate was up" : "")}";
    }

    private static string What(MarkPlaced mark, MethodCatalogue catalogue) => mark.Kind switch
    {
        MarkKind.Channel when catalogue.TryGetChannel(mark.Code, out var channel) => channel.PlainName,
        MarkKind.Marker when catalogue.TryGetMarker(mark.Code, out var marker) => marker.PlainName,
        MarkKind.Mode when catalogue.TryGetMode(mark.Code, out var mode) => mode.Name,
        _ => mark.Code,
    };

    /// <summary>The question that a crossing asks, with what was marked nearest to it.</summary>
    public static string WasRupture(CrossingQuestion question, string nameOfA, string nameOfB, MethodCatalogue catalogue)
    {
        if (question is not { Mark: { } mark, Before: { } before })
            return "Was it a rupture?";
        var when = before.TotalSeconds switch { >= 1 => $"{Short(before)} before", <= -1 => $"{Short(before.Negate())} after", _ => "just then" };
        var aroused = mark.WhileAroused ? " (marked while your own rate was up)" : "";
        return $"At {At(question.At)} your rate crossed; {when}, seen in {(mark.Partner == Partner.A ? nameOfA : nameOfB)}: “{What(mark, catalogue)}”{aroused}. Was this a rupture?";
    }

    /// <summary>Seconds alone while it is less than a minute.</summary>
    public static string Short(TimeSpan time) => time.TotalSeconds < 60 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s") : Lasting(time);

    /// <summary>About when: an approximate time stays approximate.</summary>
    public static string About(TimeSpan? into) => into is { } time ? string.Create(CultureInfo.InvariantCulture, $"about {Math.Round(time.TotalMinutes):0} min in") : "";

    /// <summary>Where a proposed "yes" comes from, or what was marked and proposes nothing; null without marks.</summary>
    public static string? Because(PartnerProposal proposal, MethodCatalogue catalogue)
    {
        if (proposal.Because.IsEmpty)
            return null;
        var said = proposal.Because.Select(mark => mark.Into is null ? Mark(mark, catalogue) : $"{Mark(mark, catalogue)}, {About(mark.Into)}");
        return $"{(proposal.Tension is null ? "Marked while your own rate was up, so nothing is proposed from it" : "Proposed, from what you marked")}: {string.Join("; ", said)}.";
    }

    /// <summary>A rupture as it would be noted, and where that comes from.</summary>
    public static string Rupture(RuptureProposal proposal, MethodCatalogue catalogue)
    {
        var formulation = proposal.Formulation;
        var parts = new[]
        {
            formulation.PrimaryArea?.ToString().ToLowerInvariant(),
            formulation.PrimarySchema is { } code ? $"{(catalogue.TryGetSchema(code, out var schema) ? schema.Name : code)} ({From(proposal.SchemaFrom)})" : null,
            formulation.CopingMode is { } coping ? $"{(catalogue.TryGetMode(coping, out var mode) ? mode.Name : coping)} ({From(proposal.CopingFrom)})" : null,
        }.OfType<string>().ToList();
        return parts.Count == 0 ? "with nothing filled in yet" : string.Join(", ", parts);
    }

    private static string From(ProposedFrom? from) => from == ProposedFrom.YourMark ? "your mark" : "the map";

    /// <summary>How the rate was taken, in words; a choice that this program does not know is said by its name.</summary>
    public static string Rate(string choice) => choice switch
    {
        "EveryBeat" => "every single beat counted",
        "EverySecond" => "the rate of each second counted",
        "CentredMean15" => "the rate averaged over the 15 s around each second",
        "DipsBridged5" => "dips of up to 5 s passed over",
        "MeanOfLast15" => "the rate averaged over the last 15 s, as it was heard",
        _ => choice,
    };

    public static string Artefacts(string rule) => rule switch
    {
        "None" => "left in",
        "Range" => "taken out by range",
        "RangeThenMalik" => "taken out by range and by a step of more than 20% from the beat before (Malik)",
        "RangeThenKamath" => "taken out by range and by a step of more than 32.5% up or 24.5% down from the beat before (Kamath)",
        "RangeThenAcar" => "taken out by range and by the mean of the last nine beats kept (Acar)",
        "RangeThenKarlsson" => "taken out by range and by the mean of the neighbours (Karlsson and others, 2012)",
        "RangeThenKarlssonLive" => "left out by range and by the mean of the neighbours as each beat came (Karlsson and others, 2012)",
        "LipponenTarvainen" => "corrected by what is usual in the recording itself (Lipponen and Tarvainen, 2019)",
        _ => rule,
    };

    public static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(share * 100):0}%");
}
