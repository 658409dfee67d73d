using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Anticipation;

/// <summary>
/// How many words a brief has as it is printed, counted from above: a word more than is printed, never one less. What stays on the screen, such as
/// anything that depends on a safety flag, is not counted, so that paper is the same with a flag and without one.
/// </summary>
public static class BriefLength
{
    // The words that stand round what is counted: the heading, two initials, and what it rests on.
    private const int Frame = 18;
    private const int RoundPromise = 9;
    private const int RoundMissing = 8;
    private const int EmptySide = 6;
    private const int RoundPoint = 8;
    private const int RoundCautions = 4;
    private const int RoundAgain = 19;
    private const int RoundQuestion = 6;
    private const int MoreOnTheMap = 5;

    /// <summary>Of the whole brief.</summary>
    public static int Of(Brief brief, MethodCatalogue catalogue) =>
        WithoutPoints(brief, catalogue)
        + OfPoints([.. brief.CareFor(Partner.A)], brief.MoreForA, catalogue)
        + OfPoints([.. brief.CareFor(Partner.B)], brief.MoreForB, catalogue);

    /// <summary>Of all but the care points.</summary>
    internal static int WithoutPoints(Brief brief, MethodCatalogue catalogue) =>
        Frame
        + brief.Owed.Sum(promise => RoundPromise + Words(promise.Text))
        + (brief.Missing.Length * RoundMissing)
        + OfCautions(brief, Partner.A, catalogue) + OfCautions(brief, Partner.B, catalogue)
        + brief.Again.Sum(again => RoundAgain + Words(NameOf(again.Code, catalogue)))
        + (brief.Question is { } question ? RoundQuestion + Words(question.Question) : 0);

    /// <summary>Of one partner's points, and of what is said about those left out.</summary>
    internal static int OfPoints(IReadOnlyCollection<CarePoint> points, int more, MethodCatalogue catalogue) =>
        (points.Count == 0 ? EmptySide : points.Sum(point => Of(point, catalogue))) + (more > 0 ? MoreOnTheMap : 0);

    private static int Of(CarePoint point, MethodCatalogue catalogue) =>
        RoundPoint + Words(NameOf(point.Schema, catalogue))
        + Words(catalogue.TryGetChannel(point.Channel, out var channel) ? channel.PlainName : point.Channel)
        + Words(point.EarlySign) + Words(point.FirstSentence);

    // On paper they are named in one line for each partner; why is said by the points, and on the screen.
    private static int OfCautions(Brief brief, Partner partner, MethodCatalogue catalogue)
    {
        var named = brief.Cautions.Where(fit => fit.Partner == partner && !fit.IsKept && fit.IsOnPaper).Sum(fit => Words(NameOf(fit.Code, catalogue)));
        return named == 0 ? 0 : RoundCautions + named;
    }

    private static string NameOf(string code, MethodCatalogue catalogue) =>
        catalogue.TryGetSchema(code, out var schema) ? schema.PlainName
        : catalogue.TryGetTechnique(code, out var technique) ? technique.PlainName
        : catalogue.TryGetOccasion(code, out var occasion) ? occasion.PlainName
        : code;

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
