using Microsoft.Playwright;

namespace Attune.Journeys.Straps;

/// <summary>The least that listens to straps, with the live page's marks in the document: so that what plays the straps is tried without it.</summary>
internal static class ListeningPage
{
    public static readonly Uri Origin = new("http://localhost:1/");

    private const string Html = """
        <!DOCTYPE html><title>Listening</title>
        <button data-connect="Therapist">Therapist</button><span data-strap="Therapist" data-is="none"></span>
        <button data-connect="A">A</button><span data-strap="A" data-is="none"></span>
        <button data-connect="B">B</button><span data-strap="B" data-is="none"></span>
        <script>
            const heard = [];
            const hex = view => Array.from(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), byte => byte.toString(16).padStart(2, '0')).join('');
            async function listen(heart, device) {
                const service = await (await device.gatt.connect()).getPrimaryService('heart_rate');
                const measurement = await service.getCharacteristic('heart_rate_measurement');
                measurement.addEventListener('characteristicvaluechanged', event => heard.push(`${heart} ${hex(event.target.value)}`));
                await measurement.startNotifications();
                show(heart, 'on');
            }
            const show = (heart, is) => document.querySelector(`[data-strap=${heart}]`).dataset.is = is;
            for (const button of document.querySelectorAll('button'))
                button.onclick = async () => {
                    const heart = button.dataset.connect;
                    const device = await navigator.bluetooth.requestDevice({ filters: [{ services: ['heart_rate'] }] });
                    device.addEventListener('gattserverdisconnected', () => { show(heart, 'lost'); listen(heart, device); });
                    await listen(heart, device);
                };
        </script>
        """;

    /// <summary>No program serves it: the browser is given it in place of an answer.</summary>
    public static async Task OpenAsync(IPage page)
    {
        await page.RouteAsync("**/*", route => route.FulfillAsync(new() { ContentType = "text/html", Body = Html }));
        await page.GotoAsync(Origin.AbsoluteUri);
    }

    /// <summary>Each value that came, with its heart, in the order of coming.</summary>
    public static Task<string[]> HeardAsync(this IPage page) => page.EvaluateAsync<string[]>("() => heard");

    public static async Task<string[]> HeardAsync(this IPage page, int atLeast)
    {
        await page.WaitForFunctionAsync("many => heard.length >= many", atLeast);
        return await page.HeardAsync();
    }
}
