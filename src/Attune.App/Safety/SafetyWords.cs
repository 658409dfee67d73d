using System.Collections.Immutable;
using System.Globalization;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.App.Safety;

/// <summary>The words of the time alone. What a flag keeps off is said without saying why.</summary>
internal static class SafetyWords
{
    public static readonly (string, string)[] Alone =
    [
        ("yes", "yes, out of the room and out of hearing"), ("no", "no, or I am not sure"),
    ];

    /// <summary>In the order of the catalogue; a concern without an entry comes last, under its own name.</summary>
    public static ImmutableArray<(SafetyConcern Concern, string Name)> Concerns(MethodCatalogue catalogue) =>
    [
        .. Enum.GetValues<SafetyConcern>()
            .Select(concern => (Concern: concern, Prompt: catalogue.SafetyPrompts.FirstOrDefault(prompt => prompt.Code == Code(concern))))
            .OrderBy(one => one.Prompt is null ? int.MaxValue : catalogue.SafetyPrompts.IndexOf(one.Prompt))
            .Select(one => (one.Concern, one.Prompt?.Name ?? one.Concern.ToString())),
    ];

    public static string Name(SafetyConcern concern, MethodCatalogue catalogue) => Concerns(catalogue).First(one => one.Concern == concern).Name;

    /// <summary>What came of one screen: nothing said is no all-clear, and neither is what was said with the other in hearing.</summary>
    public static string Of(SafetyScreened screen, MethodCatalogue catalogue)
    {
        var came = screen.WouldRatherNot ? "would rather not answer, which is no all-clear"
            : screen.Concerns.IsEmpty ? "nothing came up"
            : string.Join(", ", screen.Concerns.Select(concern => Name(concern, catalogue).ToLowerInvariant()));
        return $"{screen.At.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, {(screen.Alone ? "alone" : "not alone, so ask again")}: {came}.";
    }

    /// <summary>Neutral: what is kept off looks the same whoever said what.</summary>
    public static readonly string[] KeptOff =
    [
        "No forecast is made, and the plan leaves out what could leave somebody undefended beside the other.",
        "Tasks for home between the two, and carrying a repair over to them, are not offered.",
        "Neither partner's heart nor a question about home can be switched on.",
        "What is on already stays as it is, on every screen. What happened can always be noted.",
    ];

    private static string Code(SafetyConcern concern) => concern switch
    {
        SafetyConcern.Violence => "violence",
        SafetyConcern.CoerciveControl => "control",
        SafetyConcern.Suicide => "suicide",
        SafetyConcern.HarmToOthers => "harm-to-others",
        SafetyConcern.Addiction => "addiction",
        SafetyConcern.ActiveAffair => "affair-still-active",
        _ => "",
    };
}
