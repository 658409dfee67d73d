namespace Attune.Journeys.Module;

/// <summary>What waits in the browser: unreadable without the key, in its order, and gone when it was acknowledged.</summary>
public sealed class OutboxOfThePage(ModuleStage stage) : IClassFixture<ModuleStage>
{
    private const string Open = """
        const { openOutbox } = await import("/look/live/outbox.js");
        const outbox = await openOutbox(), keyOf = (letter) => outbox.importKey(btoa(letter.repeat(32))), key = await keyOf("k");
        const put = (...codes) => outbox.put("s", key, codes.map((code, index) => ({ number: index + 1, item: { kind: "feeling", at: 5, code, toward: "A" } })));

        """;

    [Fact]
    public async Task Entries_OnTheDisk_HoldNoReadableWord()
    {
        var found = await stage.RunAsync<string[]>(Open + """
            await put("Wartebergkapelle", "Wartebergkapelle");
            const { entries } = await stage.rows();
            const bytes = (one) => String.fromCharCode(...new Uint8Array(one.data)) + String.fromCharCode(...one.iv);
            const said = entries.map((one) => `${one.number} ${Object.keys(one).sort()}`);
            const read = (await outbox.read("s", key)).entries.map((one) => one.item.code);
            const exported = await crypto.subtle.exportKey("raw", key).then(() => "exported", (fault) => fault.name);
            return [...said, String(entries.some((one) => /Warteberg|feeling|kind/.test(bytes(one)))), String(bytes(entries[0]) === bytes(entries[1])), ...read, exported];
            """);

        Assert.Equal(["1 data,iv,number,stream", "2 data,iv,number,stream", "false", "false", "Wartebergkapelle", "Wartebergkapelle", "InvalidAccessError"], found);
    }

    [Fact]
    public async Task Entries_UnderAnotherKeyOrInAnothersPlace_AreCountedAndStay()
    {
        var found = await stage.RunAsync<int[]>(Open + """
            await put("one", "two", "three");
            const other = await outbox.read("s", await keyOf("x"));
            const request = indexedDB.open("attune-live", 1);
            const database = await new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
            const [first] = (await stage.rows()).entries;
            const change = database.transaction("entries", "readwrite");
            change.objectStore("entries").put({ ...first, number: 2 });
            await new Promise((resolve) => (change.oncomplete = resolve));
            const swapped = await outbox.read("s", key);
            return [other.entries.length, other.unreadable, swapped.entries.length, swapped.unreadable, (await stage.rows()).entries.length];
            """);

        Assert.Equal([0, 3, 2, 1, 3], found);
    }

    [Fact]
    public async Task Entries_Acknowledged_AreDeletedUpToTheNumberAndOfThatStreamAlone()
    {
        var left = await stage.RunAsync<string[]>(Open + """
            await put("one", "two", "three");
            await outbox.put("t", key, [{ number: 1, item: { kind: "page" } }]);
            await outbox.acknowledge("s", 2);
            return (await stage.rows()).entries.map((one) => `${one.stream}${one.number}`);
            """);

        Assert.Equal(["s3", "t1"], left);
    }

    [Fact]
    public async Task Page_BrowserThatKeepsNothing_WorksFromMemoryAndSaysSo()
    {
        var said = await stage.RunAsync<string[]>("""
            const { openOutbox } = await import("/look/live/outbox.js");
            const outbox = await openOutbox({ indexedDB: { open() { throw new DOMException("no", "SecurityError"); } } });
            const server = stage.server(), page = await stage.page(server, { outbox });
            page.mark("one");
            await page.kept();
            const insecure = await openOutbox({ crypto: { getRandomValues: () => {} } });
            return [String(outbox.isOnDisk), String(insecure.isOnDisk), ...stage.codes(server), String((await stage.rows().catch(() => ({ entries: [] }))).entries.length)];
            """);

        Assert.Equal(["false", "false", "one", "0"], said);
    }

    [Fact]
    public async Task Page_FullDisk_LosesNothingAndSaysSo()
    {
        var said = await stage.RunAsync<string[]>("""
            const server = stage.server(), page = await stage.page(server);
            const put = IDBObjectStore.prototype.put;
            IDBObjectStore.prototype.put = function () { throw new DOMException("full", "QuotaExceededError"); };
            page.mark("one");
            await page.kept();
            const full = page.outbox.isOnDisk;
            IDBObjectStore.prototype.put = put;
            page.mark("two");
            await page.kept();
            return [String(full), String(page.outbox.isOnDisk), ...stage.codes(server)];
            """);

        Assert.Equal(["false", "true", "one", "two"], said);
    }
}
