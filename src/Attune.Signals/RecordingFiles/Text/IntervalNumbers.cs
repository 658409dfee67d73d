using System.Runtime.InteropServices;

namespace Attune.Signals.RecordingFiles.Text;

/// <summary>The numbers of a file in order, none negative, each as it was written in 8 bytes: the unit is known only at the end.</summary>
internal sealed class IntervalNumbers
{
    /// <summary>More numbers than 31 days of beats have (our proposal): reading stops there, so memory is bounded whatever the file.</summary>
    internal const int Most = 16 * 1024 * 1024;

    private const int ScaleBits = 5;
    private const long LargestMantissa = (1L << (62 - ScaleBits)) - 1;
    private const int MostDigits = 17;
    private const int MedianSample = 10_000;

    private readonly List<long> packed = [];

    internal int Count => packed.Count;

    internal bool IsFull => packed.Count >= Most;

    internal FixedPoint this[int index] => Unpack(packed[index]);

    /// <summary>Digits beyond 57 bits are far below every clock: they are left out.</summary>
    internal void Add(FixedPoint number)
    {
        var (mantissa, scale) = (number.Mantissa, number.Scale);
        for (; mantissa > LargestMantissa && scale > 0; scale--)
            mantissa /= 10;
        packed.Add((Math.Min(mantissa, LargestMantissa) << ScaleBits) | (long)scale);
    }

    /// <summary>Makes room for about this many.</summary>
    internal void Expect(double count) => packed.EnsureCapacity((int)Math.Clamp(count, 0, Most));

    internal int CountPositive() => packed.Count - CollectionsMarshal.AsSpan(packed).CountWhere(static value => value >> ScaleBits == 0);

    /// <summary>Takes lines of plain digits with at most one point, as long as they come; gives the bytes and lines taken.</summary>
    internal (int Bytes, int Lines) TakeLines(ReadOnlySpan<byte> text)
    {
        var (taken, lines) = (0, 0);
        while (!IsFull && TryLine(text[taken..], out var length, out var value))
        {
            packed.Add(value);
            taken += length;
            lines++;
        }

        return (taken, lines);
    }

    /// <summary>All numbers in ms.</summary>
    internal double[] ToMs(IntervalUnit unit)
    {
        var values = CollectionsMarshal.AsSpan(packed);
        var ms = GC.AllocateUninitializedArray<double>(values.Length);
        for (var i = 0; i < ms.Length; i++)
            ms[i] = Unpack(values[i]).ToMs(unit);
        return ms;
    }

    /// <summary>Middle one of the numbers above 0, the upper of two; 0 when there is none. Of evenly spread ones above 10,000.</summary>
    internal double Median()
    {
        var step = Math.Max(1, packed.Count / MedianSample);
        var sample = new List<double>(Math.Min(packed.Count, 2 * MedianSample));
        for (var i = 0; i < packed.Count; i += step)
        {
            if (packed[i] >> ScaleBits > 0)
                sample.Add(this[i].ToDouble());
        }

        sample.Sort();
        return sample.Count == 0 ? 0 : sample[sample.Count / 2];
    }

    private static FixedPoint Unpack(long packed) => new(packed >> ScaleBits, (int)(packed & ((1 << ScaleBits) - 1)));

    private static bool TryLine(ReadOnlySpan<byte> text, out int length, out long value)
    {
        var (mantissa, at, point) = (0L, 0, -1);
        for (; at < text.Length; at++)
        {
            var digit = (uint)(text[at] - '0');
            if (digit <= 9)
            {
                mantissa = (mantissa * 10) + digit;
            }
            else if (text[at] == '.' && point < 0)
            {
                point = at;
            }
            else
            {
                break;
            }
        }

        var digits = point < 0 ? at : at - 1;
        var scale = point < 0 ? 0 : at - point - 1;
        value = (mantissa << ScaleBits) | (long)scale;
        if (at < text.Length && text[at] == '\r')
            at++;
        length = at + 1;
        return at < text.Length && text[at] == '\n' && digits is > 0 and <= MostDigits && mantissa <= LargestMantissa;
    }
}

/// <summary>Counting without a delegate allocation per call.</summary>
internal static class SpanCounting
{
    internal static int CountWhere(this Span<long> values, Func<long, bool> holds)
    {
        var count = 0;
        foreach (var value in values)
            count += holds(value) ? 1 : 0;
        return count;
    }
}
