using System.Runtime.InteropServices;
using Attune.Method.Cases;
using Attune.Practice.Settings;
using Attune.Signals.Arousal;

namespace Attune.Practice.Live;

/// <summary>
/// The hearts of a session. One page at a time is listened to for each person; when nothing of it has come for more than 5 s, another that hears the same heart
/// goes on in its place. What two pages hear at one time is kept too, as a series of its own, and read by nobody.
/// </summary>
internal sealed class ListenedHearts(RestingBaseline? usual, double limitBpm)
{
    private const double PatienceMs = 5_000;

    private readonly Dictionary<HeartOf, (Guid Stream, double LastMs, ListenedHeart Heard)> _main = [];
    private readonly Dictionary<(HeartOf Heart, Guid Stream), ListenedHeart> _beside = [];
    private readonly HashSet<(HeartOf Heart, Guid Stream)> _replaying = [];

    /// <summary>Those of whom something came. A partner's is let in before anything of it is written.</summary>
    public HashSet<HeartOf> Admitted { get; } = [HeartOf.Therapist];

    /// <summary>The one of each person that is listened to, in the order of <see cref="HeartOf"/>.</summary>
    public IEnumerable<ListenedHeart> ListenedTo => _main.OrderBy(one => one.Key).Select(one => one.Value.Heard);

    public IEnumerable<ListenedHeart> Beside => _beside.OrderBy(one => one.Key.Heart).ThenBy(one => one.Key.Stream).Select(one => one.Value);

    public ListenedHeart? Own => _main.TryGetValue(HeartOf.Therapist, out var own) ? own.Heard : null;

    public void Strap(Guid stream, LiveItem.Strap strap)
    {
        Admitted.Add(strap.Heart);
        if (strap.Replayed)
            _replaying.Add((strap.Heart, stream));
    }

    public void Beat(Guid stream, LiveItem.Beat beat)
    {
        Admitted.Add(beat.Heart);
        var heard = Of(beat.Heart, stream, beat.At);
        heard.Take(beat.At, Convert.FromHexString(beat.Value));
        heard.Replayed |= _replaying.Contains((beat.Heart, stream));
    }

    private ListenedHeart Of(HeartOf heart, Guid stream, double atMs)
    {
        ref var main = ref CollectionsMarshal.GetValueRefOrAddDefault(_main, heart, out var isThere);
        if (!isThere)
            main.Heard = New(heart, isRead: true);
        if (!isThere || main.Stream == stream || atMs - main.LastMs > PatienceMs)
        {
            (main.Stream, main.LastMs) = (stream, Math.Max(atMs, main.LastMs));
            return main.Heard;
        }

        ref var beside = ref CollectionsMarshal.GetValueRefOrAddDefault(_beside, (heart, stream), out _);
        return beside ??= New(heart, isRead: false);
    }

    private ListenedHeart New(HeartOf heart, bool isRead)
    {
        var heard = new ListenedHeart(heart, heart is HeartOf.Therapist ? limitBpm : PracticeSettings.UsualArousalLimit);
        if (isRead && heart is HeartOf.Therapist)
            heard.Rest(usual);
        return heard;
    }
}
