using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Attune.Method.Cases;

namespace Attune.Practice.Live;

/// <summary>
/// A batch as it lies in the journal: one part for each person whom its items are about. Each part says which numbers the whole batch had, so that they stay
/// known when a part cannot be read.
/// </summary>
/// <remarks>Bytes: stream (16), from (8), count (4), then for each item its number (8), the length of its JSON (4) and the JSON; little endian.</remarks>
internal static class JournalParts
{
    private const int HeadLength = 16 + sizeof(long) + sizeof(int);

    public static byte[] WriteItem(LiveItem item) => JsonSerializer.SerializeToUtf8Bytes(item, LiveJson.Default.LiveItem);

    /// <summary>The parts of a batch, each with whom it is about.</summary>
    /// <param name="isKept">Of what is not, the number alone is.</param>
    public static IEnumerable<(Subject Subject, byte[] Bytes)> Write(Guid stream, long from, IReadOnlyList<(LiveItem Item, byte[] Json)> items, Func<LiveItem, bool> isKept)
    {
        Subject[] subjects = [.. items.Where(one => isKept(one.Item)).Select(one => one.Item.Subject).Distinct().Order()];
        foreach (var subject in subjects.Length == 0 ? [Subject.Therapist] : subjects)
        {
            var length = HeadLength;
            foreach (var (item, json) in items)
                length += item.Subject == subject && isKept(item) ? sizeof(long) + sizeof(int) + json.Length : 0;
            var bytes = new byte[length];
            var at = bytes.AsSpan();
            stream.TryWriteBytes(at, bigEndian: true, out _);
            BinaryPrimitives.WriteInt64LittleEndian(at[16..], from);
            BinaryPrimitives.WriteInt32LittleEndian(at[(16 + sizeof(long))..], items.Count);
            at = at[HeadLength..];
            for (var i = 0; i < items.Count; i++)
            {
                if (items[i].Item.Subject != subject || !isKept(items[i].Item))
                    continue;
                BinaryPrimitives.WriteInt64LittleEndian(at, from + i);
                BinaryPrimitives.WriteInt32LittleEndian(at[sizeof(long)..], items[i].Json.Length);
                items[i].Json.CopyTo(at[(sizeof(long) + sizeof(int))..]);
                at = at[(sizeof(long) + sizeof(int) + items[i].Json.Length)..];
            }

            yield return (subject, bytes);
        }
    }

    /// <summary>Reads the parts of one row that can be read, in the order of their numbers; null when none can.</summary>
    public static JournalBatch? Read(IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        JournalBatch? batch = null;
        var items = new SortedDictionary<long, (LiveItem, byte[])>();
        foreach (var part in parts)
        {
            var at = part.Span;
            var (from, count) = (BinaryPrimitives.ReadInt64LittleEndian(at[16..]), BinaryPrimitives.ReadInt32LittleEndian(at[(16 + sizeof(long))..]));
            batch = new JournalBatch(new Guid(at[..16], bigEndian: true), from, count, []);
            for (at = at[HeadLength..]; !at.IsEmpty;)
            {
                var length = BinaryPrimitives.ReadInt32LittleEndian(at[sizeof(long)..]);
                var json = at.Slice(sizeof(long) + sizeof(int), length);
                items.Add(BinaryPrimitives.ReadInt64LittleEndian(at), (JsonSerializer.Deserialize(json, LiveJson.Default.LiveItem)!, json.ToArray()));
                at = at[(sizeof(long) + sizeof(int) + length)..];
            }
        }

        return batch is null ? null : batch with { Items = [.. items.Select(one => new JournalItem(one.Key, one.Value.Item1, one.Value.Item2))] };
    }
}

/// <summary>What one row of the journal holds.</summary>
/// <param name="Items">Those that can be read.</param>
internal sealed record JournalBatch(Guid Stream, long From, int Count, ImmutableArray<JournalItem> Items);

/// <param name="Json">As it is compared when it comes again.</param>
internal readonly record struct JournalItem(long Number, LiveItem Item, byte[] Json);

/// <summary>Items as pages send them and as the journal keeps them. Nought and false are written: what an item needs must be there when it is read again.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LiveItem))]
public sealed partial class LiveJson : JsonSerializerContext;
