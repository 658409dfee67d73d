using System.Globalization;
using Attune.Method.Cases;

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

    public static readonly (string, string)[] Centre =
    [
        (nameof(Method.Cases.Centre.TheCouple), "the couple"), (nameof(Method.Cases.Centre.A), "A"), (nameof(Method.Cases.Centre.B), "B"),
        (nameof(Method.Cases.Centre.TheMethod), "the method"), (nameof(Method.Cases.Centre.Me), "me"),
    ];

    public static readonly (string, string)[] Care =
        [(nameof(CareGiven.Both), "both"), (nameof(CareGiven.A), "A"), (nameof(CareGiven.B), "B"), (nameof(CareGiven.Neither), "neither")];

    public static readonly (string, string)[] Toward =
    [
        (nameof(EpisodeToward.A), "A"), (nameof(EpisodeToward.B), "B"), (nameof(EpisodeToward.Both), "both"),
        (nameof(EpisodeToward.Neither), "neither"), (nameof(EpisodeToward.CannotTell), "cannot tell"),
    ];

    /// <summary>A moment in a session as minutes and seconds: 31:10.</summary>
    public static string At(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}:{time.Seconds:00}");

    public static string Lasting(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s");

    /// <summary>How the rate was taken, in words; a choice that this program does not know is said by its name.</summary>
    public static string Rate(string choice) => choice switch
    {
        "EveryBeat" => "every single beat counted",
        "EverySecond" => "the rate of each second counted",
        "CentredMean15" => "the rate averaged over the 15 s around each second",
        "DipsBridged5" => "dips of up to 5 s passed over",
        _ => choice,
    };

    public static string Artefacts(string rule) => rule switch
    {
        "None" => "left in",
        "Range" => "taken out by range",
        "RangeThenKarlsson" => "taken out by range and by the mean of the neighbours (Karlsson and others, 2012)",
        _ => rule,
    };

    public static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(share * 100):0}%");
}
