using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Attune.Method.Learning;

/// <summary>
/// Sums of vectors and of their squares, four numbers at a time, each product rounded once with its sum. The order does not depend on the machine, and
/// neither do the bytes.
/// </summary>
internal static class SquareSum
{
    /// <summary>Lengths are a multiple of it.</summary>
    public const int Step = 8;

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref var left = ref MemoryMarshal.GetReference(a);
        ref var right = ref MemoryMarshal.GetReference(b);
        var (even, odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var i = 0; i < a.Length; i += Step)
        {
            even = Vector256.FusedMultiplyAdd(Load(ref left, i), Load(ref right, i), even);
            odd = Vector256.FusedMultiplyAdd(Load(ref left, i + 4), Load(ref right, i + 4), odd);
        }

        return Vector256.Sum(even + odd);
    }

    /// <summary><paramref name="to"/> += weight x <paramref name="what"/>.</summary>
    public static void Add(double weight, ReadOnlySpan<double> what, Span<double> to)
    {
        ref var from = ref MemoryMarshal.GetReference(what);
        ref var sum = ref MemoryMarshal.GetReference(to);
        var factor = Vector256.Create(weight);
        for (var i = 0; i < to.Length; i += 4)
            Vector256.FusedMultiplyAdd(Load(ref from, i), factor, Load(ref sum, i)).StoreUnsafe(ref sum, (nuint)i);
    }

    /// <summary><paramref name="to"/> = weight x <paramref name="what"/>.</summary>
    public static void Scale(double weight, ReadOnlySpan<double> what, Span<double> to)
    {
        ref var from = ref MemoryMarshal.GetReference(what);
        ref var scaled = ref MemoryMarshal.GetReference(to);
        var factor = Vector256.Create(weight);
        for (var i = 0; i < to.Length; i += 4)
            (Load(ref from, i) * factor).StoreUnsafe(ref scaled, (nuint)i);
    }

    /// <summary>
    /// Adds the sum of left x right' over <paramref name="count"/> pairs of vectors of <paramref name="width"/> numbers. Only tiles that touch the
    /// diagonal or lie right of it are made: the upper triangle is whole, what lies below it is not.
    /// </summary>
    public static void AddOuter(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int count, int width, Span<double> upper)
    {
        ref var l = ref MemoryMarshal.GetReference(left);
        ref var r = ref MemoryMarshal.GetReference(right);
        ref var to = ref MemoryMarshal.GetReference(upper);
        for (var i = 0; i < width; i += 4)
        {
            for (var j = i / Step * Step; j < width; j += Step)
                AddTile(ref Unsafe.Add(ref l, i), ref Unsafe.Add(ref r, j), count, width, ref Unsafe.Add(ref to, i * width + j));
        }
    }

    private static void AddTile(ref double left, ref double right, int count, int width, ref double to)
    {
        Vector256<double> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (var n = 0; n < count; n++)
        {
            ref var l = ref Unsafe.Add(ref left, n * width);
            ref var r = ref Unsafe.Add(ref right, n * width);
            var (r0, r1) = (Load(ref r, 0), Load(ref r, 4));
            var a = Vector256.Create(l);
            (a0, a1) = (Vector256.FusedMultiplyAdd(a, r0, a0), Vector256.FusedMultiplyAdd(a, r1, a1));
            var b = Vector256.Create(Unsafe.Add(ref l, 1));
            (b0, b1) = (Vector256.FusedMultiplyAdd(b, r0, b0), Vector256.FusedMultiplyAdd(b, r1, b1));
            var c = Vector256.Create(Unsafe.Add(ref l, 2));
            (c0, c1) = (Vector256.FusedMultiplyAdd(c, r0, c0), Vector256.FusedMultiplyAdd(c, r1, c1));
            var d = Vector256.Create(Unsafe.Add(ref l, 3));
            (d0, d1) = (Vector256.FusedMultiplyAdd(d, r0, d0), Vector256.FusedMultiplyAdd(d, r1, d1));
        }

        Store(ref to, a0, a1);
        Store(ref Unsafe.Add(ref to, width), b0, b1);
        Store(ref Unsafe.Add(ref to, 2 * width), c0, c1);
        Store(ref Unsafe.Add(ref to, 3 * width), d0, d1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref double to, Vector256<double> first, Vector256<double> second)
    {
        (Load(ref to, 0) + first).StoreUnsafe(ref to);
        (Load(ref to, 4) + second).StoreUnsafe(ref to, 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(ref double from, int at) => Vector256.LoadUnsafe(ref from, (nuint)at);
}
