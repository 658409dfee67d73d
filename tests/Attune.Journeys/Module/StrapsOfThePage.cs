namespace Attune.Journeys.Module;

/// <summary>Straps and recordings as the page's script hears them: what comes is taken as it comes, and a strap that is lost is looked for.</summary>
public sealed class StrapsOfThePage(ModuleStage stage) : IClassFixture<ModuleStage>
{
    // Straps that are only played: each remembers how often it was looked for, and answers or not.
    private const string Open = """
        const { openStraps } = await import("/look/live/straps.js");
        const { sessionClock } = await import("/look/live/link.js");
        const strapNamed = (name) => {
          const device = Object.assign(new EventTarget(), { name, answers: true, looks: 0, taken: false });
          device.gatt = {
            disconnect: () => (device.taken = true),
            connect: async () => {
              device.looks += 1;
              if (!device.answers) throw new DOMException("gone", "NetworkError");
              device.heard = Object.assign(new EventTarget(), { startNotifications: async () => {} });
              return { getPrimaryService: async (service) => ({ getCharacteristic: async (measurement) => ((device.asked = `${service} ${measurement}`), device.heard) }) };
            },
          };
          device.send = (...bytes) => {
            device.heard.value = new DataView(new Uint8Array([255, ...bytes, 255]).buffer, 1, bytes.length);
            device.heard.dispatchEvent(new Event("characteristicvaluechanged"));
          };
          device.lose = () => device.dispatchEvent(new Event("gattserverdisconnected"));
          return device;
        };
        const taken = [], seen = [], waits = [], clock = sessionClock();
        let chosen = strapNamed("first");
        const timers = { set: (run, ms) => (ms >= 1000 ? (waits.push(ms), setTimeout(run, ms / 100)) : setTimeout(run, ms)), clear: (timer) => clearTimeout(timer) };
        const straps = openStraps({
          clock, timers, bluetooth: { requestDevice: async () => { if (!chosen) throw new DOMException("nobody", "NotFoundError"); return chosen; } },
          take: (item) => taken.push(item), changed: (heart, is) => seen.push(`${heart} ${is}`),
        });
        const kinds = () => taken.map((item) => `${item.kind} ${item.heart} ${item.is ?? item.value}`);

        """;

    [Fact]
    public async Task Strap_PutOn_IsTakenAsItsBytesCome()
    {
        var said = await stage.RunAsync<string[]>(Open + """
            await straps.connect("Therapist");
            chosen.send(0x10, 72, 0x33, 0x03);
            chosen.send(0x00, 0xff);
            chosen.send();
            return [chosen.asked, ...kinds(), ...seen];
            """);

        Assert.Equal(["heart_rate heart_rate_measurement", "strap Therapist On", "beat Therapist 10483303", "beat Therapist 00ff", "beat Therapist ", "Therapist on"], said);
    }

    [Fact]
    public async Task Strap_Lost_IsSaidAtOnceLookedForWithGrowingPausesAndHeardAgain()
    {
        var said = await stage.RunAsync<string[]>(Open + """
            await straps.connect("A");
            chosen.answers = false;
            chosen.lose();
            const atOnce = kinds().at(-1);
            await stage.until(() => waits.length === 7);
            chosen.answers = true;
            await stage.until(() => seen.at(-1) === "A on");
            chosen.send(1);
            return [atOnce, waits.join(), kinds().join("; "), [...new Set(seen)].join()];
            """);

        Assert.Equal(
            ["strap A Lost", "1000,2000,4000,8000,16000,30000,30000", "strap A On; strap A Lost; strap A On; beat A 01", "A on,A lost"], said);
    }

    [Fact]
    public async Task Strap_TakenOffWhileItIsLost_IsNotLookedForAnyMore()
    {
        var said = await stage.RunAsync<string[]>(Open + """
            await straps.connect("B");
            chosen.answers = false;
            chosen.lose();
            straps.takeOff("B");
            const looks = chosen.looks;
            chosen.answers = true;
            await stage.wait(60);
            chosen.lose();
            chosen.heard.value = new DataView(new ArrayBuffer(1));
            return [String(chosen.looks - looks), String(chosen.taken), kinds().join("; "), seen.join()];
            """);

        Assert.Equal(["0", "true", "strap B On; strap B Lost; strap B Off", "B on,B lost,B off"], said);
    }

    [Fact]
    public async Task Strap_OfAnotherHeartOrNone_ChangesNothing()
    {
        var said = await stage.RunAsync<string[]>(Open + """
            await straps.connect("Therapist");
            const same = await straps.connect("A");
            chosen = null;
            const none = await straps.connect("A").catch((fault) => fault.name);
            return [String(same), none, kinds().join()];
            """);

        Assert.Equal(["false", "NotFoundError", "strap Therapist On"], said);
    }

    [Fact]
    public async Task Recording_ReplayedFast_KeepsItsOwnTimesAndTheSessionsClockRunsAsFast()
    {
        var said = await stage.RunAsync<double[]>(Open + """
            clock.measure(5_000, clock.tick());
            const beats = Array.from({ length: 60 }, (_, second) => [1_000 * (second + 1), `10${second.toString(16).padStart(2, "0")}`]);
            const began = performance.now(), from = clock.now();
            straps.replay("Therapist", beats, 60);
            await stage.until(() => seen.at(-1) === "Therapist off");
            const lasted = performance.now() - began, beatsTaken = taken.filter((item) => item.kind === "beat"), ahead = clock.now() - from;
            const steps = beatsTaken.slice(1).map((beat, index) => beat.at - beatsTaken[index].at);
            await stage.wait(100);
            return [beatsTaken.length, Math.min(...steps), Math.max(...steps), beatsTaken[0].at - from, lasted, ahead, clock.now() - from - ahead, Number(taken[0].replayed), beats.length];
            """);

        Assert.Equal(60, said[0]);
        Assert.Equal([1_000, 1_000], said[1..3].Select(step => Math.Round(step)));
        Assert.InRange(said[3], 0, 500);
        Assert.InRange(said[4], 950, 2_000);
        Assert.InRange(said[5], 59_000, 70_000);
        Assert.InRange(said[6], 95, 400);
        Assert.Equal([1, 60], said[7..]);
    }

    [Fact]
    public async Task Recording_TakenOff_StopsAndTimeRunsAsUsual()
    {
        var said = await stage.RunAsync<double[]>(Open + """
            straps.replay("A", [[0, "00"], [1e9, "01"]], 100);
            await stage.until(() => taken.length === 2);
            straps.takeOff("A");
            const at = clock.now();
            await stage.wait(100);
            return [taken.length, clock.now() - at];
            """);

        Assert.Equal(3, said[0]);
        Assert.InRange(said[1], 95, 400);
    }
}
