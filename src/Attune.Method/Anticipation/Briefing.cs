using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Repair;

namespace Attune.Method.Anticipation;

/// <summary>Makes the brief for a session from what is known so far. Pure.</summary>
public static class Briefing
{
    /// <summary>No more than three points for each partner: the brief is read in a minute.</summary>
    private const int PointsEach = 3;

    /// <summary>The brief of the map's session.</summary>
    public static Brief Of(RuptureMap map, CoupleCase couple, MethodCatalogue catalogue)
    {
        var last = couple.Sessions.LastOrDefault(held => held.Held is not null && held.Number < map.Session);
        return new Brief(
            map.Session,
            [.. OpenPromises.Of(couple, map.Session).Select(owed => new Promise(owed.Partner, owed.PromisedInSession, owed.Text))],
            map.Forecast is CoupleForecast.Given given ? given.Likelihood : null,
            last is null ? [] : [.. new[] { Partner.A, Partner.B }.Where(partner => last[partner].CheckIn is null)],
            [.. map.Partners.SelectMany(side => Care(side, catalogue, map.Session))],
            [.. map.Partners.SelectMany(side => side.Fits)],
            [.. map.Partners.SelectMany(side => side.Again)],
            [.. map.Partners.Select(side => side.Private).OfType<PrivateWord>()],
            map.Couple.Question);
    }

    // One point for each schema, in its strongest area.
    private static IEnumerable<CarePoint> Care(PartnerMap side, MethodCatalogue catalogue, int session) => side.Items
        .DistinctBy(item => item.Schema)
        .Take(PointsEach)
        .Select(item => Point(item, catalogue.Schema(item.Schema).Portrait!, session));

    // Another of the eight channels each session, so that the brief does not teach to look at one place only.
    private static CarePoint Point(MapItem item, SchemaPortrait portrait, int session)
    {
        var sign = portrait.EarlySigns[session % portrait.EarlySigns.Length];
        return new CarePoint(item.Partner, item.Schema, item.Score, item.Area, item.Likelihood, item.Trigger, sign.Channel, sign.Text, portrait.FirstSentence);
    }
}
