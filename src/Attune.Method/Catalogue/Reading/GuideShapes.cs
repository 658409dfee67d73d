namespace Attune.Method.Catalogue.Reading;

/// <summary>How the guides for the couple, for monitoring and for the assessment are spelled in YAML.</summary>
internal static class GuideShapes
{
    public static ModeFamilyGuide Family(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        entry.Clinical("letter"),
        entry.Choice<ModeFamily>("code"),
        entry.Wordings("summary"),
        entry.Wordings("smallest-step"),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    public static ModeClash Clash(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        entry.Choice<ModeFamily>("one"),
        entry.OptionalChoice<ModeFamily>("other"),
        entry.Wordings("what-happens"),
        entry.Wordings("children"),
        entry.Plain("therapist-seat"),
        entry.OptionalChoices<ModeFamily>("seat-families"),
        entry.Plain("sided-against"),
        entry.Choice<ClashSafety>("safety"),
        entry.Plains("what-to-do"),
        entry.Plain("first-sentence"),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    public static BlameGuide Blame(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        entry.Wordings("summary"),
        entry.Plains("how-to-tell"),
        entry.References("rule-out-first", EntryKind.Blame, required: false),
        entry.References("schemas", EntryKind.Schema, required: false),
        entry.Plains("what-to-do"),
        entry.Plain("accused"),
        entry.Plain("pulled-into"),
        entry.Plain("never"),
        entry.Flag("safety"),
        entry.Plain("first-sentence"),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    public static RuptureMarker Marker(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        entry.Choice<MarkerKind>("kind"),
        entry.Choice<MarkerBy>("by"),
        entry.OptionalChoice<WithdrawalForm>("form"),
        entry.Wordings("looks"),
        entry.Plain("not-this"),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    public static OwnSense Sense(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        entry.Choice<BodySense>("sense"),
        entry.Wordings("notice"),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    public static OwnFeeling Feeling(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        entry.Wordings("text"),
        entry.Plains("may-say"),
        entry.Choice<FeelingDirection>("involvement"),
        entry.Plain("helps"),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    public static TransparencyItem Transparency(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        entry.Wordings("text"),
        entry.Plain("sentence"),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    public static RoomMaker RoomMaker(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        entry.Wordings("line"),
        entry.Plain("sentence"),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    public static CuriosityTopic Curiosity(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        entry.Choice<CuriosityAbout>("about"),
        entry.Wordings("line"),
        entry.Plain("question"),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    public static SafetyPrompt SafetyPrompt(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        entry.Wordings("line"),
        entry.Plains("ask"),
        entry.Plains("if-yes"),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    public static ForecastTerm ForecastTerm(EntryReader entry) => new(
        entry.Code(),
        entry.Clinical("name"),
        entry.Plain("plain-name"),
        entry.Wordings("line"),
        entry.Real("mean", -5, 5),
        entry.Real("sd", 0, 5),
        entry.OptionalStrengths("strengths"),
        entry.Flag("fixed"),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));

    public static ForecastReference ForecastReference(EntryReader entry) => new(
        entry.Code(),
        entry.Whole("seed", 0, int.MaxValue),
        entry.Whole("profiles", 1, 100_000),
        entry.Real("schema-mean", 1, 6),
        entry.Real("schema-sd", 0.01, 5),
        entry.Share("schema-shared"),
        entry.Real("motivation-mean", 0, 10),
        entry.Real("motivation-sd", 0.01, 10),
        entry.Share("occasion-share"),
        entry.Real("spread", 0.01, 5),
        entry.Strengths("shares"),
        entry.Share("first-six-partner"),
        entry.Share("first-six-therapist"),
        entry.Share("silent"),
        entry.Share("silent-until-sudden"),
        entry.Real("intercept-sd", 0, 5),
        entry.Clinical("source"),
        entry.Choice<Standing>("standing"));
}
