using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Timeline;

namespace Attune.Method.Anticipation;

/// <summary>
/// Fills in the debrief from marks, plan and map, so that it takes two minutes (article-map, section 3). Pure. Check-ins are never read here: what a
/// partner told stays with its permission, and a guess is only a guess before the answers are read.
/// </summary>
public static class DebriefProposals
{
    public static DebriefProposal Of(CoupleCase couple, MethodCatalogue catalogue, int session)
    {
        var now = couple.FindSession(session);
        var map = RuptureMapping.Of(couple, catalogue, null, session);
        return new DebriefProposal(session, About(Partner.A), About(Partner.B), Own(couple, now, session))
        {
            Crossings = now is null ? [] : Crossings(now, catalogue),
            Whose = [.. couple.Reactions.Where(one => !one.IsTakenBack && one.Noted.Session == session && one.Noted.WhoseFeeling is null).Select(one => new WhoseQuestion(one.Noted, Guessed(one.Noted, now)))],
        };

        PartnerProposal About(Partner partner)
        {
            var marks = now?[partner].Marks ?? [];
            ImmutableArray<MarkPlaced> because = [.. marks.Where(mark => IsMovement(mark, catalogue))];
            return new PartnerProposal(
                partner, because.Any(mark => !mark.WhileAroused) ? true : null, because, [.. (now?.TakenUp ?? []).Select(one => one.Technique).Distinct()],
                IsNoted(couple, partner, session) ? null : Rupture(marks, map[partner].Items, catalogue));
        }
    }

    private static FeelingOf? Guessed(OwnReactionNoted reaction, TherapySession? session) => session?.Live.Steadyings
        .Where(one => one.WhoseFeeling is not null && one.Into >= reaction.Into && one.Into <= reaction.Into + WhoseQuestion.SteadiedWithin)
        .MinBy(one => one.Into)?.WhoseFeeling;

    // What came before goes before what came after: it may be what was answered to.
    private static ImmutableArray<CrossingQuestion> Crossings(TherapySession session, MethodCatalogue catalogue)
    {
        var marks = session[Partner.A].Marks.Concat(session[Partner.B].Marks).Where(mark => mark.Into is not null && IsMovement(mark, catalogue)).ToList();
        return [.. Crossing.Of(session).Select(one => new CrossingQuestion(one.Index, one.Start, Crossing.StartsInto(session) is null ? null : Near(one.Start)))];

        MarkPlaced? Near(TimeSpan at) => marks.Where(mark => mark.Into <= at && mark.Into >= at - CrossingQuestion.NearBefore).MaxBy(mark => mark.Into)
            ?? marks.Where(mark => mark.Into > at && mark.Into <= at + CrossingQuestion.NearAfter).MinBy(mark => mark.Into);
    }

    // A partner's movement away or against. A channel or a mode alone says how somebody was, not that something broke.
    private static bool IsMovement(MarkPlaced mark, MethodCatalogue catalogue) =>
        mark.Kind == MarkKind.Marker && catalogue.TryGetMarker(mark.Code, out var marker) && marker.By == MarkerBy.Partner;

    private static bool IsNoted(CoupleCase couple, Partner partner, int session) => couple.Ruptures.Any(rupture =>
        rupture.Session == session && !rupture.IsSetAside && (rupture.Owner.Alone() ?? partner) == partner);

    /// <summary>What was marked goes before the map, and what was seen at rest before what was seen while aroused; of the map, the strongest item that has the marked schema, else the strongest.</summary>
    private static RuptureProposal Rupture(IReadOnlyList<MarkPlaced> marks, ImmutableArray<MapItem> items, MethodCatalogue catalogue)
    {
        var counted = marks.OrderByDescending(mark => mark.WhileAroused).ToList();
        var marked = counted.LastOrDefault(mark => mark.EarlySchema is not null)?.EarlySchema;
        var item = items.FirstOrDefault(one => marked is null || one.Schema.Equals(marked, StringComparison.OrdinalIgnoreCase));
        var schema = marked ?? item?.Schema;
        var coping = Marked(SchemaModeGroup.Coping);
        return new RuptureProposal(
            new RuptureFormulation
            {
                Areas = item is null ? [] : [item.Area],
                PrimaryArea = item?.Area,
                EarlySchemas = schema is null ? [] : [schema],
                PrimarySchema = schema,
                CopingMode = coping ?? item?.Chain.Coping?.Mode,
                ParentMode = Marked(SchemaModeGroup.Parent) ?? item?.Chain.Parent?.Mode,
                ChildMode = Marked(SchemaModeGroup.Child) ?? item?.Chain.Child?.Mode,
            },
            marked is not null ? ProposedFrom.YourMark : item is not null ? ProposedFrom.TheMap : null,
            coping is not null ? ProposedFrom.YourMark : item?.Chain.Coping is not null ? ProposedFrom.TheMap : null);

        string? Marked(SchemaModeGroup group) => counted.LastOrDefault(mark =>
            mark.Kind == MarkKind.Mode && catalogue.TryGetMode(mark.Code, out var mode) && mode.Group == group)?.Code;
    }

    private static OwnProposal Own(CoupleCase couple, TherapySession? now, int session)
    {
        return new OwnProposal(With(ReactionToward.A), With(ReactionToward.B), now?.Centres is [.., var last] ? last.Centre : null);

        // Both directions toward one person in one hour: the therapist knows which it was on the whole, the program does not. One that is not clear yet says none.
        Presence? With(ReactionToward toward)
        {
            var directions = couple.Reactions.Where(one => !one.IsTakenBack && one.Noted.Session == session && (one.Noted.Toward == toward || one.Noted.Toward == ReactionToward.Both))
                .Select(one => one.Noted.Direction).Where(direction => direction is Involvement.Under or Involvement.Over).Distinct().ToArray();
            return directions is [var only] ? only == Involvement.Under ? Presence.FarFrom : Presence.TooClose : null;
        }
    }
}
