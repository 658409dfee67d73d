using System.Text.Json;
using Attune.Practice.Live;

namespace Attune.App.Live;

/// <summary>What a key of the live page sends, as it stands on the key: an item as <c>docs/live.md</c> has it, without its time and without how strong it was.</summary>
internal static class LiveKeys
{
    public static string Of(LiveItem item)
    {
        var json = JsonSerializer.SerializeToNode(item, LiveJson.Default.LiveItem)!.AsObject();
        json.Remove("at");
        json.Remove("strong");
        return json.ToJsonString();
    }
}
