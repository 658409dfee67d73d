using Attune.Journeys.Stage;
using Microsoft.Playwright;

namespace Attune.Journeys.Module;

/// <summary>
/// The live page's script in a real browser, part by part: a blank page of the program's own origin, with a server, a clock and straps that are only
/// played. What such a server took outlives a reload, as a real one does.
/// </summary>
public sealed class ModuleStage(Browser browser) : IAsyncLifetime
{
    /// <summary>What every script of these tests has at hand, as <c>stage</c>.</summary>
    private const string Script = """
        window.stage = {
          base: "/live/0192f0aa000070008000000000000001/7",
          wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
          async until(what, ms = 5000) {
            for (const since = performance.now(); performance.now() - since < ms; await stage.wait(5)) if (await what()) return true;
            throw new Error(`not within ${ms} ms: ${what}`);
          },
          timers: { set: (run, ms) => setTimeout(run, ms), clear: (timer) => clearTimeout(timer) },
          // Takes what docs/live.md says, and no more. `is`: ok, cut, silent, away, locked, or a status that every batch is refused with.
          server(change = {}) {
            const kept = JSON.parse(sessionStorage.getItem("server") ?? '{"streams":{},"order":[]}');
            const server = {
              is: "ok", now: 0, startedMs: 1_700_000_000_000, requests: [], losesAnswers: false, refuses: () => null, ...kept, ...change,
              keep: () => sessionStorage.setItem("server", JSON.stringify({ streams: server.streams, order: server.order })),
              key: (stream) => btoa(String.fromCharCode(...Array.from({ length: 32 }, (_, i) => stream.charCodeAt(i) ^ (server.secret ?? 7)))),
              reply: (stream) => ({ acknowledged: server.streams[stream].length, otherPages: 0, notes: 0, baseline: { standing: "None", words: "", restingBpm: null }, hearts: server.hearts ?? [] }),
              async fetch(address, { body, signal }) {
                const sent = JSON.parse(body), what = address.split("/").at(-1);
                server.requests.push({ what, at: performance.now(), ...sent });
                if (server.is === "cut") throw new TypeError("network");
                if (server.is === "silent") await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
                if (server.is === "locked") return { type: "opaqueredirect", ok: false, status: 0 };
                if (server.is === "away") return new Response("", { status: 503 });
                const status = typeof server.is === "number" && what !== "open" ? server.is : what === "take" ? server.refuses(sent) : null;
                if (status !== null) return Response.json({ code: "LIV", message: "" }, { status });
                if (what === "open") {
                  const stream = sent.stream ?? [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
                  server.streams[stream] ??= [];
                  server.keep();
                  return Response.json({ stream, key: server.key(stream), startedMs: server.startedMs, nowMs: server.startedMs + server.now, reply: server.reply(stream) });
                }
                if (what === "end") return Response.json({ onwards: `/kept/${sent.keep}` });
                const taken = server.streams[sent.stream];
                for (const [index, item] of sent.items.entries()) {
                  const number = sent.from + index;
                  if (number <= taken.length && taken[number - 1] !== JSON.stringify(item)) return Response.json({ code: "LIV001", message: "" }, { status: 409 });
                }
                if (sent.from <= taken.length + 1) {
                  for (const item of sent.items.slice(taken.length + 1 - sent.from)) [taken.push(JSON.stringify(item)), server.order.push(item.code ?? item.kind)];
                }
                server.keep();
                if (server.losesAnswers) throw new TypeError("network");
                return Response.json(server.reply(sent.stream));
              },
            };
            return server;
          },
          /** The page as page.js makes it, with this server. Resolves once it is open. */
          async page(server, change = {}) {
            const [{ openOutbox }, { openLinks, sessionClock }] = await Promise.all([import("/look/live/outbox.js"), import("/look/live/link.js")]);
            const page = { server, outbox: change.outbox ?? await openOutbox(), clock: change.clock ?? sessionClock(), changes: [], replies: [] };
            page.links = await openLinks({
              base: stage.base, locks: navigator.locks, fetch: (...request) => server.fetch(...request), timers: stage.timers, outbox: page.outbox, clock: page.clock,
              changed: (link) => page.changes.push(link.state), replied: (reply) => page.replies.push(reply),
              pauses: { heartbeat: 400, patience: 300, retry: [30, 60, 120], ...change.pauses },
            });
            [page.link] = page.links;
            page.mark = (code) => page.link.take({ kind: "feeling", code, toward: "A" });
            page.kept = () => stage.until(() => page.link.isOpen && page.link.waiting === 0);
            page.links.forEach((link) => void link.run());
            if (!change.mayFail) await stage.until(() => page.link.isOpen);
            return page;
          },
          /** Every row of the browser's own database, as it lies there. */
          async rows() {
            const request = indexedDB.open("attune-live", 1);
            const database = await new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
            const all = (store) => new Promise((resolve) => (database.transaction(store).objectStore(store).getAll().onsuccess = (event) => resolve(event.target.result)));
            const found = { entries: await all("entries"), streams: await all("streams") };
            database.close();
            return found;
          },
          codes: (server) => server.order.filter((code) => code !== "page"),
        };
        """;

    private RunningProgram? _program;

    public async ValueTask InitializeAsync() => _program = await RunningProgram.ServeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
            await _program.DisposeAsync();
    }

    /// <summary>A browser of its own, with nothing kept in it yet.</summary>
    internal async Task<Visit> VisitAsync()
    {
        var visit = await browser.VisitAsync(_program!.Origin);
        await visit.Context.AddInitScriptAsync(Script);
        await visit.Page.GotoAsync("/not-known");
        return visit;
    }

    /// <summary>Runs a body of an async function on a fresh page and returns what it returns.</summary>
    internal async Task<T> RunAsync<T>(string body)
    {
        await using var visit = await VisitAsync();
        return await RunAsync<T>(visit.Page, body);
    }

    internal static Task<T> RunAsync<T>(IPage page, string body) => page.EvaluateAsync<T>($"async () => {{ {body} }}");
}
