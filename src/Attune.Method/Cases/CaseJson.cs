using System.Text.Json;
using System.Text.Json.Serialization;

namespace Attune.Method.Cases;

/// <summary>How an event becomes bytes and bytes an event. Older versions are brought up to today's by <see cref="Upcasters"/>.</summary>
public static class CaseJson
{
    public static byte[] Write(CaseEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, CaseJsonContext.Default.CaseEvent);

    /// <summary>Reads an event of this or an older version. Throws <see cref="JsonException"/> on anything else: a newer program wrote it, or it is damaged.</summary>
    public static CaseEvent Read(ReadOnlySpan<byte> utf8)
    {
        var happened = JsonSerializer.Deserialize(Upcasters.BringUp(utf8), CaseJsonContext.Default.CaseEvent);
        return happened ?? throw new JsonException("An event of the record reads as null.");
    }
}

// What can only be read is worked out, such as whom an event is about; [JsonIgnore] on the base is not inherited by its overrides.
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CaseEvent))]
internal sealed partial class CaseJsonContext : JsonSerializerContext;
