using Attune.Method.Cases;

namespace Attune.Practice.Amending;

/// <summary>
/// Which events a person would call one thing: a step with how it was taken and what was seen of the witness, a recording or a heart with what the rule found
/// in it, a debrief with its three parts. In the state in which the named one is: all standing, or all taken back.
/// </summary>
internal static class OneThing
{
    public static IEnumerable<RecordedEvent> With(CoupleCase couple, RecordedEvent named)
    {
        var marks = named.Event is MarkPlaced ? ThatMark(couple, named) : [];
        return couple.Recorded.Where(one => one.IsTakenBack == named.IsTakenBack
            && (one.Number == named.Number || marks.Contains(one.Number) || Belongs(one, named)));
    }

    // A mark has no number of its own: what it said before is found by what each amends.
    private static HashSet<long> ThatMark(CoupleCase couple, RecordedEvent named)
    {
        var same = new HashSet<long> { named.Number };
        foreach (var one in couple.Recorded.Where(one => one.Event is MarkPlaced && one.Number <= named.Number).Reverse())
        {
            if (same.Contains(one.Number) && one.Event.Amends is { } before)
                same.Add(before);
        }

        foreach (var one in couple.Recorded.Where(one => one.Event is MarkPlaced && one.Event.Amends is { } before && same.Contains(before)))
            same.Add(one.Number);
        return same;
    }

    private static bool Belongs(RecordedEvent one, RecordedEvent named) => named.Event switch
    {
        RepairStepTaken step => one.Event is RepairStepTaken same && same.Rupture == step.Rupture && same.Step == step.Step
            || one.Event is WitnessSeen seen && seen.Rupture == step.Rupture && seen.Step == step.Step,
        RecordingAdded recording => one.Event is ArousalNoted found && found.Recording == recording.Recording,
        HeartHeard heart => one.Event is ArousalNoted found && found.Recording == heart.Recording || one.Event is HeartShifted shifted && shifted.Recording == heart.Recording,
        ArousalNoted found => one.Event is RecordingAdded recording && recording.Recording == found.Recording || one.Event is HeartHeard heart && heart.Recording == found.Recording,
        OwnReactionNoted reaction => one.Event is OwnReactionNoted same && same.Reaction == reaction.Reaction,
        SessionNoteWritten note => one.Event is SessionNoteWritten same && same.Note == note.Note,
        OwnForecastMade made => one.Event is OwnForecastMade same && same.Session == made.Session,
        PartnerDebriefed or TherapistDebriefed => IsOfOneDebrief(one, named),
        _ => false,
    };

    // The parts of a debrief are written in one go: side by side, at one time, of one session; and the reactions that it says.
    private static bool IsOfOneDebrief(RecordedEvent one, RecordedEvent named)
    {
        var (session, near) = (SessionOf(named.Event), Math.Abs(one.Number - named.Number) <= 5);
        return near && one.Event.At == named.Event.At && SessionOf(one.Event) == session
            && one.Event is PartnerDebriefed or TherapistDebriefed or OwnReactionNoted { Into: null };
    }

    private static int? SessionOf(CaseEvent happened) => happened switch
    {
        PartnerDebriefed part => part.Session,
        TherapistDebriefed part => part.Session,
        OwnReactionNoted part => part.Session,
        _ => null,
    };
}
