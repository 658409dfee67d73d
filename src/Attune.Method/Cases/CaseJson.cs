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
        try
        {
            var happened = JsonSerializer.Deserialize(Upcasters.BringUp(utf8), CaseJsonContext.Default.CaseEvent);
            return happened ?? throw new JsonException("An event of the record reads as null.");
        }
        catch (NotSupportedException e)
        {
            // What the serializer says to a JSON object that does not begin with a kind of event.
            throw new JsonException("An event of the record does not begin with its kind.", e);
        }
    }
}

// Read-only properties are left out because they are computed: a [JsonIgnore] on the abstract Subject does not reach its overrides.
// An unknown field is refused, not dropped: it was written by a newer program.
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(WordsOnly)])]
[JsonSerializable(typeof(CaseEvent))]
internal sealed partial class CaseJsonContext : JsonSerializerContext;

/// <summary>Choices are read by their names alone: a bare number would become a choice that nobody could make.</summary>
internal sealed class WordsOnly : JsonConverterFactory
{
    private readonly JsonStringEnumConverter _words = new(namingPolicy: null, allowIntegerValues: false);

    public override bool CanConvert(Type typeToConvert) => _words.CanConvert(typeToConvert);

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) => _words.CreateConverter(typeToConvert, options);
}
