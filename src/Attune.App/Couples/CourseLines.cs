using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Practice.Couples;
using Radzen.Blazor;

namespace Attune.App.Couples;

/// <summary>What a line of the course's chart stands for.</summary>
internal enum ChartPart
{
    /// <summary>Two points of one session that lie a split apart. Drawn first, under everything.</summary>
    Split = 1,

    /// <summary>What the next point is judged by.</summary>
    Limit = 2,
    Composite = 3,
    Rupture = 4,
    NoAnswer = 5,
}

internal sealed record ChartMark(double Session, double Value);

/// <summary>One drawn line, or marks without a line.</summary>
internal sealed record ChartLine(ChartPart Part, string Key, IReadOnlyList<ChartMark> Marks)
{
    public required string Stroke { get; init; }

    public string Fill { get; init; } = "none";

    public double Width { get; init; }

    public LineType Type { get; init; } = LineType.Solid;

    public MarkerType Marker { get; init; } = MarkerType.None;

    public double Size { get; init; }
}

/// <summary>The lines of the course's chart. Values in points of the 1 to 7 scale, sessions from 1; nothing is drawn where nothing was answered.</summary>
internal static class CourseLines
{
    private const double Foot = 1;

    public static IEnumerable<ChartLine> Of(CoupleView view) =>
        Splits(view).Concat(Each(view, Limits)).Concat(Each(view, Composites)).Concat(Each(view, (_, one) => Ruptures(view, one))).Concat(Each(view, NoAnswers));

    /// <summary>What the parts that are there mean; the two partners' own marks stand before it.</summary>
    public static IEnumerable<string> Key(IEnumerable<ChartLine> lines) => lines.Select(line => line.Part).Distinct().Order().Select(part => part switch
    {
        ChartPart.Split => "upright: the two stand a point or more apart",
        ChartPart.Limit => "dotted: what is unusual for this person begins below it",
        ChartPart.Rupture => "ring: a rupture",
        ChartPart.NoAnswer => "at the foot: no answer",
        _ => "",
    }).Where(words => words.Length > 0);

    private static IEnumerable<ChartLine> Each(CoupleView view, Func<CoupleView, PartnerView, IEnumerable<ChartLine>> lines) =>
        lines(view, view.A).Concat(lines(view, view.B));

    private static IEnumerable<ChartLine> Splits(CoupleView view) => view.Alliance.Sessions
        .Where(session => session.Composite is { IsSplit: true })
        .Select(session => new ChartLine(ChartPart.Split, $"split{session.Session}", [.. Both(view, session.Session)]) { Stroke = "var(--soft)", Width = 1 });

    private static IEnumerable<ChartMark> Both(CoupleView view, int session) => new[] { view.A, view.B }
        .Select(one => one.Course.PointOf(session)?.Composite).OfType<double>().Select(value => new ChartMark(session, value));

    private static IEnumerable<ChartLine> Limits(CoupleView view, PartnerView one) => Stretches(one, point => point.Limit is { } limit and > Foot ? limit : null)
        .Select((marks, number) => new ChartLine(ChartPart.Limit, $"limit{one.Partner}{number}", marks) { Stroke = Colour(one.Partner), Width = 1, Type = LineType.Dotted });

    private static IEnumerable<ChartLine> Composites(CoupleView view, PartnerView one) => Stretches(one, point => point.Composite)
        .Select((marks, number) => new ChartLine(ChartPart.Composite, $"{one.Partner}{number}", marks)
        {
            Stroke = Colour(one.Partner),
            Fill = Colour(one.Partner),
            Width = 2.5,
            Type = one.Partner == Partner.A ? LineType.Solid : LineType.Dashed,
            Marker = Shape(one.Partner),
            Size = 6,
        });

    // At the partner's own point of that session; a rupture of both has a ring on each.
    private static IEnumerable<ChartLine> Ruptures(CoupleView view, PartnerView one) => Marks(
        ChartPart.Rupture, one, 14,
        view.Ruptures.Where(rupture => !rupture.IsSetAside && rupture.Owner.Includes(one.Partner)).Select(rupture => rupture.Session).Distinct()
            .Select(session => new ChartMark(session, one.Course.PointOf(session)?.Composite ?? Foot)));

    private static IEnumerable<ChartLine> NoAnswers(CoupleView view, PartnerView one) => Marks(
        ChartPart.NoAnswer, one, 6, one.Course.Points.Where(point => point.Answer != SessionAnswer.Answered).Select(point => new ChartMark(point.Session, Foot)));

    // A line of width 0 for each mark: what lies between two of them is nothing.
    private static IEnumerable<ChartLine> Marks(ChartPart part, PartnerView one, double size, IEnumerable<ChartMark> marks) => marks.Select(mark =>
        new ChartLine(part, $"{part}{one.Partner}{mark.Session}", [mark]) { Stroke = Colour(one.Partner), Marker = Shape(one.Partner), Size = size });

    // A gap where there is no value, never a guess.
    private static IEnumerable<List<ChartMark>> Stretches(PartnerView one, Func<CoursePoint, double?> value)
    {
        List<ChartMark> now = [];
        foreach (var point in one.Course.Points)
        {
            if (value(point) is { } known)
            {
                now.Add(new ChartMark(point.Session, known));
                continue;
            }

            if (now.Count > 0)
                yield return now;
            now = [];
        }

        if (now.Count > 0)
            yield return now;
    }

    private static string Colour(Partner partner) => partner == Partner.A ? "var(--a)" : "var(--b)";

    private static MarkerType Shape(Partner partner) => partner == Partner.A ? MarkerType.Circle : MarkerType.Diamond;
}
