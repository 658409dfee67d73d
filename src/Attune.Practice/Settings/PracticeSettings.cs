using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Attune.Method.Measures;
using Attune.Practice.Records;

namespace Attune.Practice.Settings;

/// <summary>How a practice wants its program. The defaults are those of a practice that chose nothing.</summary>
public sealed record PracticeSettings
{
    /// <summary>bpm; the article's limit, after Gottman and Gottman, 2014.</summary>
    public const double UsualArousalLimit = 100;

    /// <summary>bpm; for athletes, whose hearts beat slower at rest (the same source).</summary>
    public const double AthletesArousalLimit = 80;

    /// <summary>Days [our proposal].</summary>
    public const int UsualCopyDays = 14;

    private const string Drawer = "practice-settings";

    /// <summary>bpm. For recordings that are added from now on: each result keeps the limit that it was found by.</summary>
    public double ArousalLimit { get; init; } = UsualArousalLimit;

    /// <summary>Code of the language in which a partner's pages begin.</summary>
    public string PartnersLanguage { get; init; } = "en";

    /// <summary>The brief offers its print with first names, each time anew. Otherwise initials alone.</summary>
    public bool OffersFirstNames { get; init; }

    /// <summary>After how many days without a copy the caseload says so; null: never.</summary>
    public int? CopyDays { get; init; } = UsualCopyDays;

    /// <summary>When the therapist last said that the folder was copied; null: never.</summary>
    public DateTimeOffset? CopiedAt { get; init; }

    /// <summary>Whether letters are shortcuts outside fields.</summary>
    public bool HasShortcuts { get; init; } = true;

    /// <summary>The first walk was finished or skipped.</summary>
    public bool IsWalkOver { get; init; }

    /// <summary>In the order in which they were defined.</summary>
    public ImmutableArray<MeasureDefinition> Measures { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whole days since the last copy, or since <paramref name="begun"/> when there was none; null when a reminder is off or not due.</summary>
    public int? CopyOverdue(DateTimeOffset now, DateTimeOffset begun) =>
        CopyDays is { } days && (now - (CopiedAt ?? begun)).Days is var since && since >= days ? since : null;

    /// <summary>The settings of an unsealed record. What they hold is about no person: it lies beside the log, under the root key.</summary>
    internal static PracticeSettings In(PracticeDoor door) =>
        door.ReadSetting(Drawer) is { } text ? JsonSerializer.Deserialize(text, SettingsJson.Default.PracticeSettings)! : new();

    internal void PutIn(PracticeDoor door) => door.WriteSetting(Drawer, JsonSerializer.Serialize(this, SettingsJson.Default.PracticeSettings));
}

[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(PracticeSettings))]
internal sealed partial class SettingsJson : JsonSerializerContext;
