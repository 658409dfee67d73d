namespace Attune.Method.Cases;

/// <summary>
/// Brings the bytes of an older event version up to today's. There is only version 1 of each kind so far; when a kind changes, its old name gets
/// an entry here and keeps its golden file.
/// </summary>
internal static class Upcasters
{
    public static ReadOnlySpan<byte> BringUp(ReadOnlySpan<byte> utf8) => utf8;
}
