using System.Collections.Immutable;
using System.Globalization;
using Attune.Method.Anticipation;
using Attune.Method.Cases;

namespace Attune.App.Forecasting;

/// <summary>The words of the therapist's own forecast; each word's chance is the method's.</summary>
internal static class ForecastWords
{
    public const string Question = "How likely is it that each will tell of a tension, hurt or distance after this session?";

    public static ImmutableArray<(string Value, string Text)> Options { get; } = [.. StatedChances.All.ToArray().Select(chance => (chance.ToString(), Full(chance)))];

    public static string Word(StatedChance chance) => chance switch
    {
        StatedChance.Hardly => "hardly",
        StatedChance.RatherNot => "rather not",
        StatedChance.Possibly => "possibly",
        StatedChance.AsLikelyAsNot => "as likely as not",
        _ => "probably",
    };

    /// <summary>Such as "hardly: about 1 in 20".</summary>
    public static string Full(StatedChance chance) =>
        chance.Frequency() is var (of, sessions) ? string.Create(CultureInfo.InvariantCulture, $"{Word(chance)}: about {of} in {sessions}") : "";

    /// <summary>As it stands in a sentence.</summary>
    public static string Of(StatedChance? chance) => chance is { } said ? Full(said).Replace(": about", ", about", StringComparison.Ordinal) : "left open";

    public static string Of(WhatCame came) => came switch
    {
        WhatCame.Told => "told",
        WhatCame.NotTold => "said that there was none",
        _ => "no answer",
    };
}
