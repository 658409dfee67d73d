using Attune.Method.Cases;
using Attune.Practice.Live;
using Attune.Signals.Simulation;

namespace Attune.App.Tests.Support;

/// <summary>What a page of a live session sends; minutes and seconds since it began.</summary>
internal static class Taps
{
    /// <summary>A simulated heart from half a minute in, one message for each beat.</summary>
    public static IEnumerable<LiveItem> Heart(HeartOf heart, double minutes, double restingBpm, params HeartRise[] rises)
    {
        yield return new LiveItem.Strap { At = 30_000, Heart = heart, Is = StrapIs.On };
        var at = 30_000.0;
        foreach (var ms in SimulatedHeart.Record(new HeartCourse(TimeSpan.FromMinutes(minutes), restingBpm) { Rises = [.. rises] }, (ulong)heart).Beats.IntervalsMs.ToArray())
        {
            var ticks = (int)Math.Round(ms * 1.024);
            at += ticks / 1.024;
            yield return new LiveItem.Beat { At = at, Heart = heart, Value = Convert.ToHexString([0x10, 70, (byte)ticks, (byte)(ticks >> 8)]) };
        }
    }

    /// <summary>Above the level from some 15:20 to some 21:30.</summary>
    public static HeartRise Crossing { get; } = new(TimeSpan.FromMinutes(14), 116, TimeSpan.FromMinutes(4)) { Falling = TimeSpan.FromMinutes(2) };

    public static LiveItem Marker(Partner partner, string code, double at, bool strong = false) =>
        new LiveItem.Mark { At = at * 60_000, Partner = partner, What = MarkKind.Marker, Code = code, Strong = strong };

    public static LiveItem Feeling(string code, ReactionToward toward, double at) => new LiveItem.Feeling { At = at * 60_000, Code = code, Toward = toward };
}
