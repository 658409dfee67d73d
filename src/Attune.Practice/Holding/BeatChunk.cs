using System.Buffers.Binary;
using Attune.Signals.Beats;

namespace Attune.Practice.Holding;

/// <summary>
/// Beats as bytes: a format byte, then little-endian unsigned 32-bit numbers in units of 1/32 ms. Format 1: intervals alone. Format 2: where the highest bit is set, the rest
/// is the length of a gap.
/// </summary>
internal static class BeatChunk
{
    private const byte Intervals = 1;
    private const byte IntervalsAndGaps = 2;
    private const uint GapBit = 0x8000_0000;
    private const double UnitsPerMs = 32;

    public static byte[] Write(BeatSeries beats)
    {
        var bytes = new List<byte>(1 + (beats.Count * sizeof(uint))) { Intervals };
        for (var i = 0; i < beats.Count; i++)
        {
            if (beats.IsGap(i))
            {
                bytes[0] = IntervalsAndGaps;
                // A gap beyond 18 hours does not fit into 31 bits: it is written in parts.
                for (var left = Units(beats.EndsMs[i] - (i == 0 ? 0 : beats.EndsMs[i - 1])); left > 0; left -= Math.Min(left, GapBit - 1))
                    Add(bytes, GapBit | (uint)Math.Min(left, GapBit - 1));
            }
            else
            {
                Add(bytes, (uint)Units(beats.IntervalsMs[i]));
            }
        }

        return [.. bytes];
    }

    public static BeatSeries Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0 || bytes[0] is not (Intervals or IntervalsAndGaps) || (bytes.Length - 1) % sizeof(uint) != 0)
            throw new FormatException("A chunk of beats is not of a form that this program knows.");
        var (intervals, gaps, gap) = (new List<double>(), new List<double>(), 0.0);
        for (var i = 1; i < bytes.Length; i += sizeof(uint))
        {
            var value = BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..]);
            if (bytes[0] == IntervalsAndGaps && value >= GapBit)
            {
                gap += (value - GapBit) / UnitsPerMs;
                continue;
            }

            intervals.Add(value / UnitsPerMs);
            gaps.Add(gap);
            gap = 0;
        }

        return BeatSeries.FromIntervalsAndGaps(intervals.ToArray(), gaps.ToArray());
    }

    private static long Units(double ms) => (long)Math.Round(ms * UnitsPerMs);

    private static void Add(List<byte> bytes, uint value)
    {
        Span<byte> four = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(four, value);
        bytes.AddRange(four);
    }
}
