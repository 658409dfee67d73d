using Attune.App.Debriefing;
using Attune.App.Therapists;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Timeline;
using Attune.Practice.Couples;

namespace Attune.App.Timeline;

/// <summary>One line of the timeline as a table.</summary>
/// <param name="End">Null: a moment.</param>
/// <param name="Who">The partner whom it is about; null: the therapist, or everybody.</param>
internal sealed record TimelineLine(TimeSpan Start, TimeSpan? End, Partner? Who, string What);

/// <summary>The timeline in words: each thing that the picture shows, in order of time.</summary>
internal static class TimelineWords
{
    public static IEnumerable<TimelineLine> Lines(SessionTimeline timeline, CoupleView view, MethodCatalogue catalogue) =>
        Hearts(timeline)
            .Concat(timeline.Crossings.Select(one => new TimelineLine(one.Start, one.End, null, Crossed)))
            .Concat(timeline.Marks.Select(mark => new TimelineLine(mark.Into!.Value, null, mark.Partner, $"Seen: {DebriefWords.Mark(mark, catalogue)}")))
            .Concat(timeline.Reactions.Select(one => new TimelineLine(one.Into!.Value, null, null, $"You: {Reaction(one, view)}")))
            .Concat(timeline.OwnStates.Select(one => new TimelineLine(one.Into!.Value, null, null, $"You: {LiveNoteWords.Of(one, catalogue)}")))
            .Concat(timeline.Techniques.Select(one => new TimelineLine(one.Start, one.End, null, $"In hand: {Technique(one, catalogue)}")))
            .Concat(timeline.Steadyings.Select(one => new TimelineLine(one.Into, one.Into + one.Lasting, null, $"You steadied yourself: {LiveNoteWords.Of(one, view, catalogue)}")))
            .OrderBy(line => line.Start);

    public const string Crossed = "Your rate crossed: above the level for more than two minutes";

    public static string Reaction(OwnReactionNoted one, CoupleView view) => $"{OwnWords.Said(one, view.A.Name, view.B.Name)}{LiveNoteWords.WhileAroused(one.WhileAroused)}";

    public static string Technique(TechniqueInHand one, MethodCatalogue catalogue) =>
        catalogue.TryGetTechnique(one.Technique, out var technique) ? technique.PlainName : one.Technique;

    /// <summary>What is known of one heart, and what is not.</summary>
    public static string Heard(HeartLane lane)
    {
        var parts = new[]
        {
            lane.Start == lane.End ? "It lies before the session began" : $"Heard from {DebriefWords.At(lane.Start)} to {DebriefWords.At(lane.End)}",
            lane.Replayed ? "replayed from a recording" : null,
            lane.Unknown > TimeSpan.Zero ? $"not known for {DebriefWords.Short(lane.Unknown)} of it" : null,
            lane.Unreadable switch { 0 => null, 1 => "one message of the strap could not be read", var n => $"{n} messages of the strap could not be read" },
            lane.Shift == TimeSpan.Zero ? null : $"its clock was put right: {LiveNoteWords.Shift(lane.Shift)}",
        };
        return string.Join("; ", parts.OfType<string>());
    }

    private static IEnumerable<TimelineLine> Hearts(SessionTimeline timeline) => timeline.Hearts.SelectMany(lane => lane.States.Select(span =>
        new TimelineLine(span.Start, span.End, lane.Heart.AsPartner(), $"{(lane.Heart == HeartOf.Therapist ? "Your heart" : "Heart")}: {LiveNoteWords.Of(span.State)}")));
}
