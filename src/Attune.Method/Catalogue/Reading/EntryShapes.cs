namespace Attune.Method.Catalogue.Reading;

/// <summary>How each kind of entry is spelled in YAML: one method per kind, key by key.</summary>
internal static class EntryShapes
{
    public static EarlySchema Schema(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        entry.OptionalTexts("synonyms"),
        entry.Clinical("domain"),
        entry.Wordings("need"),
        entry.Wordings("summary"),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"),
        Portrait: null);

    public static SchemaPortrait Portrait(EntryReader entry) => new(
        entry.Wordings("expects"),
        entry.Children("triggers", PortraitShapes.Trigger, required: true),
        entry.Children("early-signs", PortraitShapes.Sign, required: true),
        entry.Strengths("strengths"),
        entry.Choice<Telling>("telling"),
        entry.References("child-modes", EntryKind.Mode, required: true),
        entry.References("parent-modes", EntryKind.Mode, required: false),
        PortraitShapes.Coping(entry, "surrender", CopingStyle.Surrender),
        PortraitShapes.Coping(entry, "avoidance", CopingStyle.Avoidance),
        PortraitShapes.Coping(entry, "overcompensation", CopingStyle.Overcompensation),
        entry.Wordings("stance"),
        entry.Plain("first-sentence"),
        PortraitShapes.Guidance(entry),
        entry.Children("kinds", PortraitShapes.Kind, required: false),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    public static SchemaMode Mode(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        entry.Choice<SchemaModeGroup>("group"),
        entry.OptionalTexts("synonyms"),
        entry.OptionalReference("form-of", EntryKind.Mode),
        entry.OptionalWhole("inventory-place", 1, 14),
        entry.OptionalChoice<ModeFamily>("family"),
        entry.OptionalChoice<ModeGroup2021>("group-2021"),
        entry.References("schemas", EntryKind.Schema, required: false),
        entry.Wordings("summary"),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"),
        Response: null);

    public static ModeResponse Response(EntryReader entry) => new(
        entry.Wordings("aim"),
        entry.Plains("what-to-do"),
        entry.Plain("typical-error"),
        entry.Plain("other-partner"),
        entry.Plain("first-sentence"),
        entry.Children("cases", Case, required: false),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    public static Technique Technique(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        entry.Wordings("aim"),
        entry.Wordings("summary"),
        [.. entry.Children("ladder", Rung, required: false).Select((text, index) => new LadderStep(index + 1, text))],
        entry.References("alternatives", EntryKind.Technique, required: false),
        entry.Strengths("strengths"),
        entry.Children("sensitivities", Sensitivity, required: true),
        entry.Choice<TechniqueSafety>("safety"),
        entry.Plain("first-sentence"),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    public static Occasion Occasion(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        entry.Wordings("summary"),
        entry.Plain("prepare"),
        entry.Plain("first-sentence"),
        entry.Strengths("strengths"),
        entry.Children("sensitivities", Sensitivity, required: true),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    public static TherapistPull Pull(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        entry.References("partner-modes", EntryKind.Mode, required: false),
        entry.References("own-schemas", EntryKind.Schema, required: true),
        entry.References("own-chain", EntryKind.Mode, required: true),
        entry.Wordings("chain-in-words"),
        entry.Choice<Involvement>("toward-this-partner"),
        entry.Choice<Involvement>("toward-the-other"),
        entry.Plain("consequence"),
        entry.Plains("signs"),
        entry.Plains("helps"),
        entry.Plain("first-sentence"),
        entry.Flag("safety-first"),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    public static PartnerChannel Channel(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        entry.Wordings("look-for"),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    public static SteadyingExercise Exercise(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        entry.Wordings("summary"),
        entry.Plains("steps"),
        entry.Whole("seconds", 1, 600),
        entry.OptionalPlain("aloud"),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    public static CoalWord Coal(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        entry.Wordings("line"),
        entry.Plain("ask-yourself"),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    /// <summary>The order is the place in the list; it is set when the catalogue is put together.</summary>
    public static RepairStepGuide RepairStep(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        Order: 0,
        entry.Wordings("line"),
        entry.Plain("sentence"),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    public static AngerGuide Anger(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        entry.References("modes", EntryKind.Mode, required: false),
        entry.Wordings("wants"),
        entry.Plains("signs"),
        entry.Wordings("answer"),
        entry.Plain("first-sentence"),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    public static ForbiddenWord Forbidden(EntryReader entry) => new(entry.Clinical("word"), entry.Clinical("instead"));

    private static ResponseCase Case(EntryReader entry) =>
        new(entry.Plain("when"), entry.Plains("what-to-do"), entry.Plain("first-sentence"));

    private static TwoWordings Rung(EntryReader entry) => new(entry.Clinical("clinical"), entry.Plain("plain"));

    private static SchemaSensitivity Sensitivity(EntryReader entry) =>
        new(entry.Reference("schema", EntryKind.Schema), entry.Share("weight"));
}
