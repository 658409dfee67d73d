using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Attune.Signals.RecordingFiles.Binary;

/// <summary>What a strap says about its contact to the skin.</summary>
public enum SkinContact
{
    /// <summary>The strap cannot tell.</summary>
    NotSupported = 0,

    Lost = 1,
    Seen = 2,
}

/// <summary>
/// One notification of the Bluetooth heart rate service (characteristic 0x2A37), about one a second.
/// </summary>
/// <param name="RateBpm">The strap's own rate in bpm; null when it gives none (0).</param>
/// <param name="Contact">Contact to the skin.</param>
/// <param name="EnergyKilojoules">Energy since its last reset; null when not sent.</param>
/// <param name="Ticks">Beat intervals in 1/1024 s, oldest first; zero, one or several.</param>
public sealed record HeartRateMeasurement(int? RateBpm, SkinContact Contact, int? EnergyKilojoules, ImmutableArray<ushort> Ticks)
{
    /// <summary>Beat intervals in ms (raw × 1000 / 1024), oldest first.</summary>
    public ImmutableArray<double> IntervalsMs => [.. Ticks.Select(static tick => tick * 1_000.0 / 1_024)];

    /// <summary>
    /// Reads the bytes of one notification. False when they end before what their flags announce, or leave half an interval; bits that are reserved do not count.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> value, out HeartRateMeasurement? measurement)
    {
        measurement = null;
        if (value.IsEmpty)
            return false;
        var flags = value[0];
        var (wide, energy, intervals) = ((flags & 1) != 0, (flags & 8) != 0, (flags & 16) != 0);
        var needed = 1 + (wide ? 2 : 1) + (energy ? 2 : 0);
        if (value.Length < needed || (intervals && (value.Length - needed) % sizeof(ushort) != 0))
            return false;
        var rate = wide ? BinaryPrimitives.ReadUInt16LittleEndian(value[1..]) : value[1];
        var contact = (flags & 4) == 0 ? SkinContact.NotSupported : (flags & 2) == 0 ? SkinContact.Lost : SkinContact.Seen;
        var ticks = ImmutableArray.CreateBuilder<ushort>();
        for (var at = needed; intervals && at < value.Length; at += sizeof(ushort))
            ticks.Add(BinaryPrimitives.ReadUInt16LittleEndian(value[at..]));
        measurement = new(rate == 0 ? null : rate, contact, energy ? BinaryPrimitives.ReadUInt16LittleEndian(value[(needed - 2)..]) : null, ticks.ToImmutable());
        return true;
    }
}
