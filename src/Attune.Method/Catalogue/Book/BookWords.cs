using System.Globalization;

namespace Attune.Method.Catalogue.Book;

/// <summary>Codes as names, and closed sets as words.</summary>
internal static class BookWords
{
    public static string Of(Standing standing) => standing switch
    {
        Standing.Published => "Standing: published",
        Standing.Article => "Standing: the article",
        Standing.OurProposal => "Standing: our own judgement",
    };

    public static string Of(Telling telling) => telling switch
    {
        Telling.Told => "Likely to be told",
        Telling.Silent => "Likely to be kept silent",
        Telling.SilentUntilSudden => "Kept silent for a long while, then told all at once",
    };

    public static string Of(SchemaModeGroup group) => group switch
    {
        SchemaModeGroup.Child => "Child modes: who is hurt, or protests",
        SchemaModeGroup.Parent => "Parent modes: whose voice it is",
        SchemaModeGroup.Coping => "Coping modes: how it is kept away",
        SchemaModeGroup.Healthy => "Healthy modes: what is well",
    };

    public static string Of(ModeGroup2021 group) => group switch
    {
        ModeGroup2021.Child => "child",
        ModeGroup2021.NormSetting => "norm-setting",
        ModeGroup2021.Avoidance => "avoidance",
        ModeGroup2021.Inversion => "inversion",
        ModeGroup2021.Healthy => "healthy",
    };

    public static string Of(TechniqueSafety safety) => safety switch
    {
        TechniqueSafety.Unaffected => "not changed by it",
        TechniqueSafety.NotWhenDirectedAtPartner => "not offered when directed at the partner",
        TechniqueSafety.NotOffered => "not offered",
    };

    public static string Of(ClashSafety safety) => safety switch
    {
        ClashSafety.None => "",
        ClashSafety.ScreenViolence => "Screen for violence.",
        ClashSafety.ScreenAlone => "Screen for coercive control, each of them alone.",
        ClashSafety.StopNow => "Stop what is happening now.",
        ClashSafety.AskLeaving => "Ask each about hope and about leaving.",
        ClashSafety.FlatAnswers => "The answers may be flat: ask in the room.",
    };

    public static string Of(Involvement involvement) => involvement switch
    {
        Involvement.Steady => "steady",
        Involvement.Under => "under-involved",
        Involvement.Over => "over-involved",
        Involvement.Unclear => "not clear yet",
    };

    public static string Of(FeelingDirection direction) => direction switch
    {
        FeelingDirection.Under => "toward under-involvement",
        FeelingDirection.Over => "toward over-involvement",
        FeelingDirection.Either => "either way",
    };

    public static string Of(MarkerKind kind) => kind switch
    {
        MarkerKind.Withdrawal => "Withdrawal: moving away",
        MarkerKind.Confrontation => "Confrontation: moving against",
    };

    public static string Of(MarkerBy by) => by switch
    {
        MarkerBy.Partner => "by a partner",
        MarkerBy.Therapist => "by the therapist",
    };

    public static string Of(WithdrawalForm form) => form switch
    {
        WithdrawalForm.ShuttingDown => "shutting down",
        WithdrawalForm.Avoiding => "avoiding",
        WithdrawalForm.Masking => "masking",
    };

    public static string Of(BodySense sense) => sense switch
    {
        BodySense.See => "Seeing",
        BodySense.Hear => "Hearing",
        BodySense.Taste => "Tasting",
        BodySense.Smell => "Smelling",
        BodySense.Feel => "Feeling",
    };

    public static string Of(CuriosityAbout about) => about switch
    {
        CuriosityAbout.Partner => "asked of one partner",
        CuriosityAbout.Couple => "asked of the two",
    };

    public static string Of(CopingStyle style) => style switch
    {
        CopingStyle.Surrender => "Surrender",
        CopingStyle.Avoidance => "Avoidance",
        CopingStyle.Overcompensation => "Overcompensation",
    };

    public static string Of(RuptureArea area) => area switch
    {
        RuptureArea.Task => "task",
        RuptureArea.Goal => "goal",
        RuptureArea.Bond => "bond",
    };

    public static string Of(AreaStrengths strengths) => $"task {Of(strengths.Task)}, goal {Of(strengths.Goal)}, bond {Of(strengths.Bond)}";

    public static string Of(double number) => number.ToString("0.0##", CultureInfo.InvariantCulture);

    public static string Of(ModeFamily family, MethodCatalogue catalogue) =>
        catalogue.Families.FirstOrDefault(guide => guide.Family == family) is { } guide ? $"{guide.Name} ({guide.Letter})" : family.ToString();

    public static string Schemas(this MethodCatalogue catalogue, IEnumerable<string> codes) =>
        string.Join(", ", codes.Select(code => catalogue.TryGetSchema(code, out var schema) ? schema.Name : code));

    public static string Modes(this MethodCatalogue catalogue, IEnumerable<string> codes, string between = ", ") =>
        string.Join(between, codes.Select(code => catalogue.TryGetMode(code, out var mode) ? mode.Name : code));

    public static string Techniques(this MethodCatalogue catalogue, IEnumerable<string> codes) =>
        string.Join(", ", codes.Select(code => catalogue.TryGetTechnique(code, out var technique) ? technique.Name : code));

    public static string Blames(this MethodCatalogue catalogue, IEnumerable<string> codes) =>
        string.Join("; ", codes.Select(code => catalogue.TryGetBlame(code, out var blame) ? blame.Name : code));

    /// <summary>Whom it may be too much for, the most first.</summary>
    public static string Sensitivities(this MethodCatalogue catalogue, IEnumerable<SchemaSensitivity> sensitivities) =>
        string.Join(", ", sensitivities.OrderByDescending(each => each.Weight).Select(each => $"{catalogue.Schemas([each.Schema])} {Of(each.Weight)}"));
}
