using System.Buffers;
using Attune.Signals.Simulation;

namespace Attune.Signals.Synchrony;

/// <summary>
/// Pairings that cannot have gone together, for a pair to be compared with. Each surrogate draws by its own number, and sums are taken in a
/// fixed order: any number of cores gives the same bits. <c>cores</c> is how many threads may work at once; -1 = as many as there are cores.
/// </summary>
public static class Surrogates
{
    // Parts of the windows that are summed apart; fixed, because the order of a sum decides its last bits.
    private const int Parts = 8;

    /// <summary>
    /// The second series' used windows in another order, none at its own place. Every window meets every other at most once however many
    /// surrogates ask for it. Count 0 with fewer than two used windows.
    /// </summary>
    public static SurrogateTest ByShuffling(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, SynchronyOptions options, int count, ulong seed, int cores = -1)
    {
        Require(options, count);
        var samples = Math.Min(first.Length, second.Length);
        using var firsts = LagBlocks.Of(first[..samples], options);
        using var seconds = LagBlocks.Of(second[..samples], options);
        var used = Enumerable.Range(0, firsts.Count).Where(i => firsts.IsUsable(i) && seconds.IsUsable(i)).ToArray();
        var real = PairSums.OfSamePlaces(firsts, seconds, options);
        if (used.Length < 2)
            return Test(SurrogateMethod.ShuffledSegments, seed, real, []);
        var partners = new int[count * used.Length];
        for (var s = 0; s < count; s++)
            Shuffle(SplitMix64.At(seed, (ulong)s), partners.AsSpan(s * used.Length, used.Length));
        var length = PairSums.Length(options);
        var rented = ArrayPool<double>.Shared.Rent(checked(Parts * count * length));
        rented.AsSpan(0, Parts * count * length).Clear();
        Parallel.For(0, Parts, On(cores), part =>
        {
            var (from, to) = (part * used.Length / Parts, (part + 1) * used.Length / Parts);
            AddPart(firsts, seconds, options, used, partners, from..to, rented.AsSpan(part * count * length, count * length));
        });
        var values = new PairMeasures[count];
        for (var s = 0; s < count; s++)
        {
            var sums = rented.AsSpan(s * length, length);
            for (var part = 1; part < Parts; part++)
            {
                var more = rented.AsSpan(((part * count) + s) * length, length);
                for (var k = 0; k < length; k++)
                    sums[k] += more[k];
            }

            values[s] = PairSums.Measures(sums, used.Length);
        }

        ArrayPool<double>.Shared.Return(rented);
        return Test(SurrogateMethod.ShuffledSegments, seed, real, values);
    }

    /// <summary>
    /// The second series turned round its end by a random number of samples, at least a window with its lags away from where it was. Count 0
    /// for series that leave no such room. Surrogates in which no window is usable are left out.
    /// </summary>
    public static SurrogateTest ByShifting(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, SynchronyOptions options, int count, ulong seed, int cores = -1)
    {
        Require(options, count);
        var samples = Math.Min(first.Length, second.Length);
        using var firsts = LagBlocks.Of(first[..samples], options);
        using var seconds = LagBlocks.Of(second[..samples], options);
        var real = PairSums.OfSamePlaces(firsts, seconds, options);
        var room = samples - (2 * options.BlockSamples) + 1;
        if (room < 1 || real == PairMeasures.Unknown)
            return Test(SurrogateMethod.CircularShift, seed, real, []);
        var turning = second[..samples].ToArray();
        var values = new PairMeasures[count];
        Parallel.For(0, count, On(cores), s =>
        {
            var turn = options.BlockSamples + (int)(SplitMix64.UnitAt(seed, (ulong)s) * room);
            using var turned = LagBlocks.Of(turning, turn, samples, options);
            values[s] = PairSums.OfSamePlaces(firsts, turned, options);
        });
        return Test(SurrogateMethod.CircularShift, seed, real, values);
    }

    /// <summary>
    /// Each of the two with every stranger, from the start of both recordings, over the time that both have: two surrogates a stranger.
    /// Strangers want to have been in a like situation, and series of the same kind and rate.
    /// </summary>
    public static SurrogateTest ByStrangers(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, IReadOnlyList<ReadOnlyMemory<double>> strangers, SynchronyOptions options,
        int cores = -1)
    {
        ArgumentNullException.ThrowIfNull(strangers);
        Require(options, strangers.Count);
        using var firsts = LagBlocks.Of(first, options);
        using var seconds = LagBlocks.Of(second, options);
        var real = PairSums.OfSamePlaces(firsts, seconds, options);
        var values = new PairMeasures[2 * strangers.Count];
        Parallel.For(0, strangers.Count, On(cores), s =>
        {
            using var stranger = LagBlocks.Of(strangers[s].Span, options);
            values[2 * s] = PairSums.OfSamePlaces(firsts, stranger, options);
            values[(2 * s) + 1] = PairSums.OfSamePlaces(stranger, seconds, options);
        });
        return Test(SurrogateMethod.Strangers, 0, real, values);
    }

    /// <summary>A cycle through all places (Sattolo, 1986): nothing stays where it was.</summary>
    internal static void Shuffle(ulong seed, Span<int> places)
    {
        for (var i = 0; i < places.Length; i++)
            places[i] = i;
        for (var i = places.Length - 1; i > 0; i--)
        {
            var other = (int)(SplitMix64.UnitAt(seed, (ulong)i) * i);
            (places[i], places[other]) = (places[other], places[i]);
        }
    }

    private static void AddPart(
        LagBlocks firsts, LagBlocks seconds, SynchronyOptions options, int[] used, int[] partners, Range windows, Span<double> sums)
    {
        var (lags, length, count) = (options.Lags, PairSums.Length(options), partners.Length / used.Length);
        var z = ArrayPool<double>.Shared.Rent(lags);
        var room = ArrayPool<double>.Shared.Rent(4 * firsts.TransformLength);
        // Which surrogates pair this window with that one: a chain for each, by rising number.
        var links = ArrayPool<int>.Shared.Rent(used.Length + count);
        var heads = links.AsSpan(0, used.Length);
        var next = links.AsSpan(used.Length, count);
        for (var i = windows.Start.Value; i < windows.End.Value; i++)
        {
            heads.Fill(-1);
            for (var s = count - 1; s >= 0; s--)
                (next[s], heads[partners[(s * used.Length) + i]]) = (heads[partners[(s * used.Length) + i]], s);
            for (var j = 0; j < used.Length; j++)
            {
                if (heads[j] < 0)
                    continue;
                WindowedCorrelation.Pair(firsts, used[i], seconds, used[j], options, z.AsSpan(0, lags), room);
                var size = PairSums.SizeOf(z.AsSpan(0, lags));
                for (var s = heads[j]; s >= 0; s = next[s])
                    PairSums.Add(z.AsSpan(0, lags), size, sums.Slice(s * length, length));
            }
        }

        ArrayPool<double>.Shared.Return(z);
        ArrayPool<double>.Shared.Return(room);
        ArrayPool<int>.Shared.Return(links);
    }

    private static SurrogateTest Test(SurrogateMethod method, ulong seed, PairMeasures real, PairMeasures[] values) => new(
        method,
        values.Count(value => !double.IsNaN(value.Mean)),
        seed,
        SurrogateScore.Of(real.Mean, [.. values.Select(value => value.Mean)]),
        SurrogateScore.Of(real.MeanSize, [.. values.Select(value => value.MeanSize)]),
        SurrogateScore.Of(real.AtZero, [.. values.Select(value => value.AtZero)]),
        SurrogateScore.Of(real.Best, [.. values.Select(value => value.Best)]));

    private static ParallelOptions On(int cores) => new() { MaxDegreeOfParallelism = cores };

    private static void Require(SynchronyOptions options, int count)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Require();
        if (count is < 0 or > 100_000)
            throw new ArgumentOutOfRangeException(nameof(count), count, "Up to 100,000 surrogates.");
    }
}
