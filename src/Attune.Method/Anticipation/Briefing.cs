using System.Collections.Immutable;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Repair;

namespace Attune.Method.Anticipation;

/// <summary>Makes the brief for a session from what is known so far. Pure.</summary>
public static class Briefing
{
    /// <summary>The brief is read in a minute, so it has fewer words than this on paper: our proposal.</summary>
    public const int FewerWordsThan = 200;

    /// <summary>No more than three points for each partner, however short they are: our proposal.</summary>
    public const int PointsEach = 3;

    /// <summary>The brief of the map's session.</summary>
    public static Brief Of(RuptureMap map, CoupleCase couple, MethodCatalogue catalogue)
    {
        var last = couple.Sessions.LastOrDefault(held => held.Held is not null && held.Number < map.Session);
        var brief = new Brief(
            map.Session,
            [.. OpenPromises.Of(couple, map.Session).Select(owed => new Promise(owed.Partner, owed.PromisedInSession, owed.Text))],
            map.Forecast is CoupleForecast.Given given ? given.Likelihood : null,
            last is null ? [] : [.. new[] { Partner.A, Partner.B }.Where(partner => last[partner].CheckIn is null)],
            [],
            [.. map.Partners.SelectMany(side => side.Fits)],
            [.. map.Partners.SelectMany(side => side.Again)],
            [.. map.Partners.Select(side => side.Private).OfType<PrivateWord>()],
            map.Couple.Question);
        return WithPoints(brief, Ranked(map.A), Ranked(map.B), catalogue);
    }

    // One item for each schema, in its strongest area, strongest first.
    private static ImmutableArray<MapItem> Ranked(PartnerMap side) => [.. side.Items.DistinctBy(item => item.Schema)];

    /// <summary>
    /// Everybody's strongest point, whatever it takes; then the second ones and the third ones, the stronger before the weaker, for as long as the whole
    /// stays short enough. Whose next point does not fit gets no weaker one in its place. So leaving one partner out never takes a point from the
    /// other, and to exchange the two exchanges their points.
    /// </summary>
    private static Brief WithPoints(Brief brief, ImmutableArray<MapItem> a, ImmutableArray<MapItem> b, MethodCatalogue catalogue)
    {
        var rest = BriefLength.WithoutPoints(brief, catalogue);
        var (ofA, ofB) = (Math.Min(1, a.Length), Math.Min(1, b.Length));
        for (var rank = 1; rank < PointsEach; rank++)
        {
            foreach (var partner in Stronger(a, b, rank, brief.Session))
            {
                var (nextA, nextB) = partner == Partner.A ? (Next(a, ofA, rank), ofB) : (ofA, Next(b, ofB, rank));
                if (rest + Length(a, nextA) + Length(b, nextB) < FewerWordsThan)
                    (ofA, ofB) = (nextA, nextB);
            }
        }

        return brief with { Care = [.. Points(a, ofA), .. Points(b, ofB)], MoreForA = a.Length - ofA, MoreForB = b.Length - ofB };

        static int Next(ImmutableArray<MapItem> items, int count, int rank) => count == rank && rank < items.Length ? count + 1 : count;

        IEnumerable<CarePoint> Points(ImmutableArray<MapItem> items, int count) =>
            items.Take(count).Select(item => Point(item, catalogue.Schema(item.Schema).Portrait!, brief.Session));

        int Length(ImmutableArray<MapItem> items, int count) => BriefLength.OfPoints([.. Points(items, count)], items.Length - count, catalogue);
    }

    // Equally strong: the two take turns from session to session.
    private static Partner[] Stronger(ImmutableArray<MapItem> a, ImmutableArray<MapItem> b, int rank, int session)
    {
        var (ofA, ofB) = (a.ElementAtOrDefault(rank)?.LogOdds ?? double.NegativeInfinity, b.ElementAtOrDefault(rank)?.LogOdds ?? double.NegativeInfinity);
        var first = ofA > ofB ? Partner.A : ofB > ofA ? Partner.B : session % 2 == 1 ? Partner.A : Partner.B;
        return [first, first.Other()];
    }

    // Another of the eight channels each session, so that the brief does not teach to look at one place only.
    private static CarePoint Point(MapItem item, SchemaPortrait portrait, int session)
    {
        var sign = portrait.EarlySigns[session % portrait.EarlySigns.Length];
        return new CarePoint(item.Partner, item.Schema, item.Score, item.Area, item.Likelihood, item.Trigger, sign.Channel, sign.Text, portrait.FirstSentence);
    }
}
