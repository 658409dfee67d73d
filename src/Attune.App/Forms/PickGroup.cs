using System.Collections.Immutable;

namespace Attune.App.Forms;

/// <summary>Part of a list to pick from.</summary>
/// <param name="Title">Null: no heading.</param>
public sealed record PickGroup(string? Title, ImmutableArray<(string Value, string Text)> Options)
{
    public static ImmutableArray<PickGroup> Plain(params ReadOnlySpan<(string Value, string Text)> options) => [new(null, [.. options])];
}
