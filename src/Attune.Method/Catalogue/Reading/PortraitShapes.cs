namespace Attune.Method.Catalogue.Reading;

/// <summary>The parts of a schema's portrait, key by key.</summary>
internal static class PortraitShapes
{
    public static RuptureTrigger Trigger(EntryReader entry) =>
        new(entry.Code(), entry.Wordings("text"), entry.Choices<RuptureArea>("areas"), entry.Flag("by-attune"));

    public static EarlySign Sign(EntryReader entry) => new(entry.Reference("channel", EntryKind.Channel), entry.Plain("text"));

    public static WayOfCoping Coping(EntryReader entry, string key, CopingStyle style) =>
        entry.Child(key, way => new WayOfCoping(style, way.References("modes", EntryKind.Mode, required: false), way.Flag("as-is"), way.Wordings("looks")))
        ?? new WayOfCoping(style, [], IsAsIs: true, new TwoWordings("", ""));

    public static SchemaGuidance Guidance(EntryReader entry) => new(
        entry.Plains("prepare"),
        entry.Plains("meets-need"),
        entry.Plain("thanks"),
        entry.Wordings("disclosure"),
        entry.Child("coal", lines => new CoalLines(lines.Plain("curious"), lines.Plain("open"), lines.Plain("accepting"), lines.Plain("loving")))
            ?? new CoalLines("", "", "", ""),
        entry.Child("next-time", lines => new NextTimeWording(lines.Plain("to-therapist"), lines.Plain("to-partner"))) ?? new NextTimeWording("", ""));

    public static SchemaKind Kind(EntryReader entry) => new(entry.Code(), entry.Wordings("text"), entry.Plain("answer"));
}
