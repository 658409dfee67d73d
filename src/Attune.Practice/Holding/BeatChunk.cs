using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Attune.Signals.Beats;

namespace Attune.Practice.Holding;

/// <summary>
/// Beats as bytes: a format byte, then little-endian unsigned 32-bit numbers in units of 1/32 ms. Format 1: intervals alone. Format 2: where the highest bit is set, the rest
/// is the length of a gap. Format 3: as 2, in units of 1/1024 s, in which straps count.
/// </summary>
internal static class BeatChunk
{
    private const byte Intervals = 1;
    private const byte IntervalsAndGaps = 2;
    private const uint GapBit = 0x8000_0000;
    private const byte Ticks = 3;
    private const double UnitsPerMs = 32;
    private const double TicksPerMs = 1.024;

    public static byte[] Write(BeatSeries beats) => Write(beats, Intervals, IntervalsAndGaps, UnitsPerMs);

    /// <summary>As straps count: every interval comes back to the bit.</summary>
    public static byte[] WriteTicks(BeatSeries beats) => Write(beats, Ticks, Ticks, TicksPerMs);

    private static byte[] Write(BeatSeries beats, byte format, byte withGaps, double unitsPerMs)
    {
        var bytes = new List<byte>(1 + (beats.Count * sizeof(uint))) { format };
        for (var i = 0; i < beats.Count; i++)
        {
            if (beats.IsGap(i))
            {
                bytes[0] = withGaps;
                // A gap beyond 18 hours does not fit into 31 bits: it is written in parts.
                for (var left = Units(beats.EndsMs[i] - (i == 0 ? 0 : beats.EndsMs[i - 1]), unitsPerMs); left > 0; left -= Math.Min(left, GapBit - 1))
                    Add(bytes, GapBit | (uint)Math.Min(left, GapBit - 1));
            }
            else
            {
                Add(bytes, (uint)Units(beats.IntervalsMs[i], unitsPerMs));
            }
        }

        return [.. bytes];
    }

    public static BeatSeries Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0 || bytes[0] is not (Intervals or IntervalsAndGaps or Ticks) || (bytes.Length - 1) % sizeof(uint) != 0)
            throw new FormatException("A chunk of beats is not of a form that this program knows.");
        var (intervals, gaps, gap) = (new List<double>(), new List<double>(), 0.0);
        var unitsPerMs = bytes[0] == Ticks ? TicksPerMs : UnitsPerMs;
        for (var i = 1; i < bytes.Length; i += sizeof(uint))
        {
            var value = BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..]);
            if (bytes[0] != Intervals && value >= GapBit)
            {
                gap += (value - GapBit) / unitsPerMs;
                continue;
            }

            intervals.Add(value / unitsPerMs);
            gaps.Add(gap);
            gap = 0;
        }

        return BeatSeries.FromIntervalsAndGaps(intervals.ToArray(), gaps.ToArray());
    }

    /// <summary>As a recording in plain text: ms to the last digit, one a line; a gap is one long interval, as recorders write it.</summary>
    public static string ToPlainText(BeatSeries beats)
    {
        var text = new StringBuilder(beats.Count * 12);
        for (var i = 0; i < beats.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"{(beats.IsGap(i) ? beats.EndsMs[i] - (i == 0 ? 0 : beats.EndsMs[i - 1]) : beats.IntervalsMs[i]):0.#######}\n");
        return text.ToString();
    }

    private static long Units(double ms, double unitsPerMs) => (long)Math.Round(ms * unitsPerMs);

    private static void Add(List<byte> bytes, uint value)
    {
        Span<byte> four = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(four, value);
        bytes.AddRange(four);
    }
}
