using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Live;
using Attune.Signals.Simulation;

namespace Attune.Practice.Demo;

/// <summary>
/// A session of a story that was held live: what the straps and the therapist's fingers sent goes the way that a page's batches go, and what is kept of it is
/// what a live session keeps. Its hearts are simulated.
/// </summary>
/// <param name="Own">The therapist's heart, from half a minute into the session.</param>
/// <param name="Taps">What was pressed, in any order.</param>
internal sealed record LiveStory(HeartCourse Own, ImmutableArray<LiveItem> Taps)
{
    private const double StrapOnMs = 30_000;

    public HeartCourse? OfA { get; init; }

    public HeartCourse? OfB { get; init; }

    /// <summary>When the therapist's strap was not heard, since the session began.</summary>
    public (TimeSpan From, TimeSpan To) Lost { get; init; }

    /// <summary>The events of the session's end, and the beats that lie beside the log.</summary>
    public LiveTold Tell(CoupleCase couple, int session, DateTimeOffset at, ulong seed)
    {
        var live = new LiveSession(null, Settings.PracticeSettings.UsualArousalLimit);
        LiveItem[] items = [.. Beats(HeartOf.Therapist, Own, seed).Where(item => !IsLost(item)), .. Beats(HeartOf.A, OfA, seed + 1), .. Beats(HeartOf.B, OfB, seed + 2), .. Taps];
        live.Apply(new JournalBatch(couple.Id.Value, 1, items.Length, [.. items.OrderBy(item => item.At).Select((item, i) => new JournalItem(i + 1, item, []))]));
        var number = (byte)0;
        var summary = LiveSumming.Of(live, session, at, () => new RecordingId(NameOf(couple.Id, session, ++number)));
        return new LiveTold(
            LiveEvents.Of(couple, session, couple.FindSession(session)!.Live.Now!.Live, summary, at),
            [.. summary.Hearts.Select(heart => (heart.Heard.Recording, heart.Heard.Heart.AsSubject(), heart.Chunk))]);
    }

    /// <summary>How the session begins: its name comes from the story, so that the same story has the same.</summary>
    public static LiveSessionBegun Begin(CoupleCase couple, int session, DateTimeOffset at) =>
        new() { At = at, Session = session, Live = new LiveId(NameOf(couple.Id, session, 0)), StartedAt = at };

    /// <summary>One message for each beat, as it ends: a rate, and the interval in 1/1024 s.</summary>
    public static IEnumerable<LiveItem> Beats(HeartOf heart, HeartCourse? course, ulong seed)
    {
        if (course is null)
            yield break;
        yield return new LiveItem.Strap { At = StrapOnMs, Heart = heart, Is = StrapIs.On };
        var beats = SimulatedHeart.Record(course, seed).Beats;
        for (var i = 0; i < beats.Count; i++)
        {
            var (at, ticks) = (StrapOnMs + beats.EndsMs[i], (int)Math.Round(beats.IntervalsMs[i] * 1.024));
            yield return new LiveItem.Beat { At = at, Heart = heart, Value = Convert.ToHexStringLower([0x10, (byte)Math.Round(60_000 / beats.IntervalsMs[i]), (byte)ticks, (byte)(ticks >> 8)]) };
        }
    }

    private bool IsLost(LiveItem item) => item is LiveItem.Beat { Heart: HeartOf.Therapist } && item.At >= Lost.From.TotalMilliseconds && item.At < Lost.To.TotalMilliseconds;

    private static Guid NameOf(CoupleId couple, int session, byte number) => new(0x0192f0aa, (short)session, 0x7000, 0x81, 0, 0, 0, 0, 0, couple.Value.ToByteArray()[^1], number);
}

/// <summary>What a live session left.</summary>
internal sealed record LiveTold(ImmutableArray<CaseEvent> Events, ImmutableArray<(RecordingId Recording, Subject Whose, ImmutableArray<byte> Chunk)> Beats);
