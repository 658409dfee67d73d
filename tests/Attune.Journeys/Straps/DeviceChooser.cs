using System.Text.Json;
using Microsoft.Playwright;

namespace Attune.Journeys.Straps;

/// <summary>Answers the browser's own list of devices, as a person does who knows the strap by its address.</summary>
internal sealed class DeviceChooser
{
    private readonly ICDPSession _page;
    private string? _wanted;

    private DeviceChooser(ICDPSession page) => _page = page;

    public static async Task<DeviceChooser> AtAsync(IPage page)
    {
        var chooser = new DeviceChooser(await page.Context.NewCDPSessionAsync(page));
        chooser._page.Event("DeviceAccess.deviceRequestPrompted").OnEvent += (_, asked) => _ = chooser.AnswerAsync(asked!.Value);
        await chooser._page.SendAsync("DeviceAccess.enable");
        return chooser;
    }

    /// <summary>From now on, the first list that has this address is answered by it.</summary>
    public void Choose(string address) => _wanted = address;

    // The same list comes again with each device that is found; answered once, it is gone.
    private async Task AnswerAsync(JsonElement asked)
    {
        var devices = asked.GetProperty("devices").EnumerateArray().Select(device => device.GetProperty("id").GetString());
        if (_wanted is not { } wanted || !devices.Contains(wanted))
            return;
        _wanted = null;
        await _page.SendAsync("DeviceAccess.selectPrompt", new() { ["id"] = asked.GetProperty("id").GetString()!, ["deviceId"] = wanted });
    }
}
