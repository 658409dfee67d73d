using System.Text.Json;
using System.Text.Json.Serialization;

namespace Attune.Practice.Tests.Fixtures;

/// <summary>What a value says, written out: two that say the same give the same text.</summary>
internal static class Wire
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    public static string Json<T>(T value) => JsonSerializer.Serialize(value, Options);
}
