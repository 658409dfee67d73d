using System.Text.Json;
using System.Text.Json.Serialization;
using Attune.Practice.Live;

namespace Attune.App.Live;

/// <summary>What a key of the live page sends, as it stands on the key: an item as <c>docs/live.md</c> has it, without its time and without how strong it was.</summary>
internal static class LiveKeys
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Of(LiveItem item)
    {
        var json = JsonSerializer.SerializeToNode(item, Options)!.AsObject();
        json.Remove("at");
        json.Remove("strong");
        return json.ToJsonString();
    }
}
