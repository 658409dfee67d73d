using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Anticipation;

/// <summary>That a partner told something in private, and what may be done with it. Holds nothing of what was told.</summary>
/// <param name="Session">The session whose form it stands in.</param>
/// <param name="Permission">No permission given counts as the most careful one.</param>
/// <param name="WaysToMakeRoom">Sentences for both that reveal nothing; two when it was told "only with me alone", else none.</param>
public sealed record PrivateWord(Partner Partner, int Session, SpeakPermission Permission, ImmutableArray<string> WaysToMakeRoom);

/// <summary>What each partner's latest open tension permits. For the therapist alone; no first sentence is ever made from it.</summary>
public static class PrivateWords
{
    private const int Ways = 2;

    /// <summary>For the session that is planned: the latest tension of earlier sessions that a later form has not called settled.</summary>
    public static PrivateWord? Of(CoupleCase couple, Partner partner, MethodCatalogue catalogue, int session)
    {
        PrivateWord? found = null;
        foreach (var held in couple.Sessions)
        {
            if (held.Number >= session || held[partner].CheckIn is not { } form)
                continue;
            if (form.Tension is { Any: true } tension)
                found = new PrivateWord(partner, held.Number, tension.MaySpeak ?? SpeakPermission.PleaseJustKnowIt, []);
            else if (form.StillOpen == StillOpenAnswer.Nothing)
                found = null;
        }

        return found is { Permission: SpeakPermission.OnlyWithMeAlone } && !catalogue.RoomMakers.IsEmpty
            ? found with { WaysToMakeRoom = WaysFor(catalogue.RoomMakers, session) }
            : found;
    }

    private static ImmutableArray<string> WaysFor(ImmutableArray<RoomMaker> makers, int session) =>
        [.. Enumerable.Range(0, Math.Min(Ways, makers.Length)).Select(at => makers[(session + at) % makers.Length].Sentence)];
}
