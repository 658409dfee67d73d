namespace Attune.Journeys.Straps;

/// <summary>What a strap sends (characteristic 0x2A37): flags, rate, and the intervals of the beats since the last message in 1/1024 s.</summary>
internal static class HeartRateMessage
{
    private const byte IntervalsFollow = 0x10;

    /// <param name="intervalsMs">One to nine, in ms.</param>
    public static byte[] Of(params IReadOnlyCollection<double> intervalsMs)
    {
        var message = new List<byte> { IntervalsFollow, (byte)Math.Clamp(Math.Round(60_000 / intervalsMs.Average()), 0, 255) };
        foreach (double ms in intervalsMs)
        {
            var ticks = (ushort)Math.Round(ms * 1024 / 1000);
            message.Add((byte)ticks);
            message.Add((byte)(ticks >> 8));
        }

        return [.. message];
    }

    /// <summary>The intervals of a message that <see cref="Of"/> made, in 1/1024 s.</summary>
    public static IEnumerable<int> TicksIn(byte[] message) => message.Skip(2).Chunk(2).Select(pair => pair[0] | (pair[1] << 8));
}
