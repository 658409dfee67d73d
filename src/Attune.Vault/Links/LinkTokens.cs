using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Attune.Vault;

/// <summary>One-time links. The record holds a token only as its SHA-256; payload, time and whether it is spent are encrypted.</summary>
public sealed class LinkTokens
{
    private const int TokenBytes = 16;
    private const int LongestTyped = 64;
    private const int PayloadAt = 1 + sizeof(long);

    private readonly RecordCore _core;

    internal LinkTokens(RecordCore core) => _core = core;

    /// <summary>
    /// Makes a token of 128 random bits, kept only as its SHA-256, good until <paramref name="until"/> (exclusive). Durable when the task ends.
    /// </summary>
    public async Task<string> IssueAsync(ReadOnlyMemory<byte> payload, DateTimeOffset until, CancellationToken cancel = default)
    {
        string token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var name = NameOf(token)!;
        var link = new Link(IsSpent: false, until.UtcTicks, payload);
        await _core.WriteAsync(
            (writer, keys) =>
            {
                writer.PutBox(Shelf.Links, name, Seal(keys, name, link));
                return true;
            },
            cancel);
        return token;
    }

    /// <summary>The payload while the token is unspent and its time has not run out; null otherwise, without telling which.</summary>
    public ReadOnlyMemory<byte>? Find(string token, DateTimeOffset now) => NameOf(token) is { } name
        ? _core.Read((reader, keys) => GoodPayload(Open(reader, keys, name), now, TimeSpan.Zero))
        : null;

    /// <summary>
    /// Spends the token, once; before <paramref name="grace"/> has passed after its time ran out. Null when it was not good. Durable when the
    /// task ends: of two that spend at once, one gets the payload.
    /// </summary>
    public Task<ReadOnlyMemory<byte>?> SpendAsync(string token, DateTimeOffset now, TimeSpan grace, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grace, TimeSpan.Zero);
        return NameOf(token) is { } name
            ? _core.WriteAsync((writer, keys) => Spend(writer, keys, name, now, grace), cancel)
            : Task.FromResult<ReadOnlyMemory<byte>?>(null);
    }

    private ReadOnlyMemory<byte>? Spend(IRecordWriter writer, OpenKeys keys, byte[] name, DateTimeOffset now, TimeSpan grace)
    {
        var link = Open(writer, keys, name);
        if (GoodPayload(link, now, grace) is not { } payload) return null;
        writer.PutBox(Shelf.Links, name, Seal(keys, name, link! with { IsSpent = true }));
        return payload;
    }

    private static ReadOnlyMemory<byte>? GoodPayload(Link? link, DateTimeOffset now, TimeSpan grace)
    {
        // Not as one conditional: there, null beside a ReadOnlyMemory becomes an empty payload.
        if (link is { IsSpent: false } && now.UtcTicks - link.UntilTicks < grace.Ticks) return link.Payload;
        return null;
    }

    private Link? Open(IRecordReader reader, OpenKeys keys, byte[] name)
    {
        if (reader.Box(Shelf.Links, name) is not { } box) return null;
        return Envelope.OpenPadded(keys.Root.Links.Span, box, Bound(name)) is { Length: >= PayloadAt } plain
            ? new Link(plain.Span[0] != 0, BinaryPrimitives.ReadInt64BigEndian(plain.Span[1..]), plain[PayloadAt..])
            : throw Faults.Damaged(_core.Store.Place, "a link does not prove true");
    }

    private SealedBytes Seal(OpenKeys keys, byte[] name, Link link)
    {
        var plain = new byte[PayloadAt + link.Payload.Length];
        plain[0] = link.IsSpent ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(plain.AsSpan(1), link.UntilTicks);
        link.Payload.CopyTo(plain.AsMemory(PayloadAt));
        return Envelope.SealPadded(keys.Root.Links.Span, plain, Bound(name));
    }

    private Binding Bound(byte[] name) => new() { Purpose = Purpose.Link, Practice = _core.Practice, Hash = name };

    private static byte[]? NameOf(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return token.Length <= LongestTyped ? SHA256.HashData(Encoding.UTF8.GetBytes(token)) : null;
    }

    private sealed record Link(bool IsSpent, long UntilTicks, ReadOnlyMemory<byte> Payload);
}
