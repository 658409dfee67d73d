using System.Security.Cryptography;
using System.Text;

namespace Attune.Vault;

/// <summary>Small named values of the program itself, encrypted under the root; the names too cannot be read in the file.</summary>
public sealed class Drawer
{
    private readonly RecordCore _core;

    internal Drawer(RecordCore core) => _core = core;

    /// <summary>The value, or null when there is none under this name.</summary>
    public ReadOnlyMemory<byte>? Read(string name) => _core.Read<ReadOnlyMemory<byte>?>((reader, keys) =>
    {
        var hidden = Hidden(keys, name);
        if (reader.Box(Shelf.Drawer, hidden) is not { } box) return null;
        return Envelope.OpenPadded(keys.Root.Drawer.Span, box, Bound(hidden))
            ?? throw Faults.Damaged(_core.Store.Place, "a setting of the program does not prove true");
    });

    /// <summary>Sets the value, over any earlier one. Durable when the task ends.</summary>
    public Task WriteAsync(string name, ReadOnlyMemory<byte> value, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return _core.WriteAsync(
            (writer, keys) =>
            {
                var hidden = Hidden(keys, name);
                writer.PutBox(Shelf.Drawer, hidden, Envelope.SealPadded(keys.Root.Drawer.Span, value.Span, Bound(hidden)));
                return true;
            },
            cancel);
    }

    private Binding Bound(byte[] name) => new() { Purpose = Purpose.Drawer, Practice = _core.Practice, Hash = name };

    private static byte[] Hidden(OpenKeys keys, string name) => HMACSHA256.HashData(keys.Root.DrawerNames.Span, Encoding.UTF8.GetBytes(name));
}
