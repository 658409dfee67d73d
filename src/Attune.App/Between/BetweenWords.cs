using Attune.App.Debriefing;
using Attune.Method.Cases;
using Attune.Practice.Couples;

namespace Attune.App.Between;

/// <summary>The last session in a line: from the therapist's own debrief alone, never from what a partner answered.</summary>
internal static class BetweenWords
{
    private static readonly Partner[] Both = [Partner.A, Partner.B];

    /// <summary>Null: there is no debrief yet.</summary>
    public static string? Happened(CoupleView view, SessionView session)
    {
        if (session.OwnDebrief is null && Both.All(partner => session.Side(partner).Debrief is null))
            return null;
        if (session.OwnDebrief?.Note is { Length: > 0 } note)
            return note.Split('\n', 2)[0].Trim();
        var tense = Both.Where(partner => session.Side(partner).Debrief?.Tension == true).Select(view.NameOf).ToList();
        var said = tense.Count == 0 ? "You noted no tension." : $"You noticed tension with {string.Join(" and ", tense)}.";
        return session.OwnDebrief?.AtCentre is { } centre ? $"{said} At the centre: {Centre(centre, view)}." : said;
    }

    /// <summary>Whose check-in is missing.</summary>
    public static IEnumerable<Partner> Missing(SessionView session) => Both.Where(partner => session.Side(partner).CheckIn is null);

    private static string Centre(Centre centre, CoupleView view) =>
        DebriefWords.Centre(view.A.Name, view.B.Name).First(word => word.Item1 == centre.ToString()).Item2;
}
