using Microsoft.Playwright;

namespace Attune.Journeys.Module;

/// <summary>From the page to the server: numbered, one request at a time, and everything exactly once whatever happens in between.</summary>
public sealed class LinkOfThePage(ModuleStage stage) : IClassFixture<ModuleStage>
{
    [Fact]
    public async Task Items_Taken_AreNumberedWithoutGapsOnDiskFirstAndSentTogetherWithinATenthOfASecond()
    {
        var said = await stage.RunAsync<string[]>("""
            const server = stage.server(), page = await stage.page(server);
            await page.kept();
            const fetch = server.fetch;
            let onDisk = null;
            server.fetch = async (address, request) => {
              if (JSON.parse(request.body).items?.length) onDisk ??= (await stage.rows()).entries.length;
              return fetch(address, request);
            };
            const asked = performance.now(), numbers = ["one", "two", "three"].map((code) => page.mark(code).number);
            await page.kept();
            const batch = server.requests.findLast((request) => request.items?.length > 0);
            return [numbers.join(), String(batch.from), batch.items.map((item) => item.code).join(), Object.keys(batch.items[0])[0], String(onDisk), String(batch.at - asked < 100), String((await stage.rows()).entries.length), page.link.state];
            """);

        Assert.Equal(["2,3,4", "2", "one,two,three", "kind", "3", "true", "0", "kept"], said);
    }

    [Fact]
    public async Task Nothing_ToBeSent_IsAskedAgainAndAgain()
    {
        var said = await stage.RunAsync<int[]>("""
            const server = stage.server(), page = await stage.page(server, { pauses: { heartbeat: 50 } });
            await stage.until(() => server.requests.filter((request) => request.what === "take").length >= 4);
            const asks = server.requests.filter((request) => request.what === "take").slice(-2);
            return [asks[0].items.length, asks[1].from, page.link.acknowledged];
            """);

        Assert.Equal([0, 2, 1], said);
    }

    [Fact]
    public async Task Answers_GettingLost_TakeNothingTwice()
    {
        var said = await stage.RunAsync<string[]>("""
            const server = stage.server(), page = await stage.page(server);
            server.losesAnswers = true;
            page.mark("one");
            await stage.until(() => stage.codes(server).length === 1);
            page.mark("two");
            await stage.until(() => page.changes.includes("away"));
            server.losesAnswers = false;
            await page.kept();
            return [...stage.codes(server), String(page.link.taken), String(page.link.acknowledged)];
            """);

        Assert.Equal(["one", "two", "3", "3"], said);
    }

    [Theory, InlineData("cut", "away"), InlineData("silent", "away"), InlineData("away", "away"), InlineData("locked", "locked")]
    public async Task Server_GoneForAWhile_KeepsEverythingAndSendsItInOrder(string how, string state)
    {
        var said = await stage.RunAsync<string[]>($$"""
            const server = stage.server(), page = await stage.page(server);
            await page.kept();
            server.is = "{{how}}";
            for (let number = 0; number < 700; number += 1) page.mark(`m${number}`);
            await stage.until(() => page.link.state === "{{state}}");
            await stage.wait(300);
            const waits = [page.link.state, String(page.link.waiting), String((await stage.rows()).entries.length)];
            server.is = "ok";
            await page.kept();
            const sizes = server.requests.filter((request) => request.items?.length > 1).map((request) => request.items.length);
            const inOrder = stage.codes(server).every((code, index) => code === `m${index}`);
            return [...waits, String(stage.codes(server).length), String(inOrder), String(Math.max(...sizes)), page.link.state];
            """);

        Assert.Equal([state, "700", "700", "700", "true", "500", "kept"], said);
    }

    [Fact]
    public async Task Server_Gone_IsAskedWithGrowingPausesAndAtOnceWhenHurried()
    {
        var said = await stage.RunAsync<bool[]>("""
            const server = stage.server(), page = await stage.page(server, { pauses: { retry: [40, 160, 5000] } });
            await page.kept();
            server.is = "cut";
            const from = server.requests.length;
            page.mark("one");
            await stage.until(() => server.requests.length === from + 3);
            const [first, second, third] = server.requests.slice(from).map((request) => request.at);
            await stage.wait(100);
            page.mark("two");
            await stage.wait(150);
            const waited = server.requests.length === from + 3;
            server.is = "ok";
            page.link.hurry();
            await page.kept();
            return [second - first >= 38, third - second >= 158, waited, stage.codes(server).join() === "one,two"];
            """);

        Assert.Equal([true, true, true, true], said);
    }

    [Fact]
    public async Task PageLoadedAgain_WhileNobodyAnswers_GoesOnWithItsStreamAndSendsWhatWaited()
    {
        await using var visit = await stage.VisitAsync();
        var page = visit.Page;
        var before = await ModuleStage.RunAsync<string>(page, """
            const server = stage.server(), page = await stage.page(server);
            page.mark("one");
            await page.kept();
            server.is = "cut";
            page.mark("two");
            page.mark("three");
            await stage.until(async () => (await stage.rows()).entries.length === 2);
            return Object.keys(server.streams).join();
            """);
        await page.ReloadAsync();

        var said = await ModuleStage.RunAsync<string[]>(page, """
            const server = stage.server(), page = await stage.page(server);
            page.mark("four");
            await page.kept();
            const last = Object.values(server.streams)[0].map((item) => JSON.parse(item));
            return [Object.keys(server.streams).join(), stage.codes(server).join(), String(last[4].kind), String(last[4].waiting), String(page.link.taken), String((await stage.rows()).entries.length)];
            """);

        Assert.Equal([before, "one,two,three,four", "page", "2", "6", "0"], said);
    }

    [Fact]
    public async Task TwoTabs_OfOneSession_HaveAStreamEachAndWhatAClosedOneLeftIsSent()
    {
        await using var visit = await stage.VisitAsync();
        var first = visit.Page;
        var second = await visit.Context.NewPageAsync();
        await second.GotoAsync("/not-known");
        // Each tab has a server of its own to talk to here: what matters is whose numbers they are.
        foreach (var tab in (IPage[])[first, second])
            await ModuleStage.RunAsync<int>(tab, """window.now = await stage.page(stage.server()); await now.kept(); now.server.is = "cut"; now.mark(`of ${history.length}`); await stage.until(async () => (await stage.rows()).entries.length > 0); return 0;""");
        var streams = await ModuleStage.RunAsync<string[]>(first, "return (await stage.rows()).streams.map((one) => one.stream);");
        Assert.Equal(2, streams.Distinct().Count());
        await second.CloseAsync();
        await first.ReloadAsync();

        var said = await ModuleStage.RunAsync<string[]>(first, """
            const server = stage.server();
            for (const { stream } of (await stage.rows()).streams) server.streams[stream] ??= [JSON.stringify({ kind: "page", at: 0, waiting: 0 })];
            const page = await stage.page(server);
            await page.kept();
            await stage.until(async () => (await stage.rows()).streams.length === 1);
            return [String(page.links.length), String(stage.codes(server).length), String((await stage.rows()).entries.length), String(page.link.taken)];
            """);

        Assert.Equal(["2", "2", "0", "3"], said);
    }

    [Fact]
    public async Task Number_UsedByAnotherPage_MovesWhatWasNotTakenToAStreamOfItsOwn()
    {
        var said = await stage.RunAsync<string[]>("""
            const server = stage.server(), page = await stage.page(server);
            page.mark("one");
            await page.kept();
            const [stream] = Object.keys(server.streams);
            server.is = "cut";
            page.mark("two");
            const slip = page.mark("three");
            page.link.take({ kind: "undo", number: slip.number });
            server.streams[stream].push(JSON.stringify({ kind: "page", at: 1, waiting: 0 }));
            server.is = "ok";
            await page.kept();
            page.mark("four");
            await page.kept();
            const moved = server.streams[Object.keys(server.streams).at(-1)].map((item) => JSON.parse(item));
            return [String(Object.keys(server.streams).length), moved.map((item) => item.code ?? `${item.kind} ${item.number}`).join(), String(server.streams[stream].length), page.link.state, String((await stage.rows()).streams.length)];
            """);

        Assert.Equal(["2", "two,three,undo 2,four", "3", "kept", "1"], said);
    }

    [Fact]
    public async Task Item_Faulty_IsFoundAndHoldsUpNothingBeforeIt()
    {
        var said = await stage.RunAsync<string[]>("""
            const server = stage.server({ refuses: (batch) => (batch.items.some((item) => item.code === "bad") ? 422 : null) }), page = await stage.page(server);
            await page.kept();
            server.is = "cut";
            ["one", "two", "bad", "three"].forEach(page.mark);
            await stage.until(() => page.link.state === "away");
            server.is = "ok";
            await stage.until(() => page.link.state === "refused");
            await stage.wait(200);
            const found = [stage.codes(server).join(), String(page.link.waiting), String((await stage.rows()).entries.length)];
            return [...found, await page.link.end(true), String((await stage.rows()).entries.length)];
            """);

        // It can still be ended, and what was not taken stays in the browser.
        Assert.Equal(["one,two", "2", "2", "/kept/true", "2"], said);
    }

    [Fact]
    public async Task Batch_TooLarge_IsSentInParts()
    {
        var said = await stage.RunAsync<string[]>("""
            const server = stage.server({ refuses: (batch) => (batch.items.length > 7 ? 413 : null) }), page = await stage.page(server);
            await page.kept();
            server.is = "cut";
            for (let number = 0; number < 40; number += 1) page.mark(`m${number}`);
            await stage.until(() => page.link.state === "away");
            server.is = "ok";
            await page.kept();
            return [String(stage.codes(server).length), String(stage.codes(server).every((code, index) => code === `m${index}`))];
            """);

        Assert.Equal(["40", "true"], said);
    }

    [Fact]
    public async Task Session_Ended_IsSaidAndNothingIsThrownAway()
    {
        var said = await stage.RunAsync<string[]>("""
            const server = stage.server(), page = await stage.page(server);
            await page.kept();
            server.is = 410;
            page.mark("late");
            await stage.until(() => page.link.state === "ended");
            page.mark("later still");
            await stage.wait(100);
            return [String(page.link.waiting), String((await stage.rows()).entries.length), String(page.link.taken)];
            """);

        Assert.Equal(["1", "1", "2"], said);
    }

    [Fact]
    public async Task End_Kept_WaitsUntilEverythingWasSentAndThrownAwayDoesNot()
    {
        var said = await stage.RunAsync<string[]>("""
            const server = stage.server(), page = await stage.page(server);
            server.is = "cut";
            page.mark("one");
            await stage.until(() => page.link.state === "away");
            const ended = page.link.end(true);
            server.is = "ok";
            const onwards = await ended, order = server.requests.map((request) => request.what).slice(-2).join();
            sessionStorage.clear();
            const thrown = stage.server(), other = await stage.page(thrown);
            thrown.is = "locked";
            other.mark("two");
            await stage.until(() => other.link.state === "locked");
            const away = other.link.end(false);
            thrown.is = "ok";
            await stage.until(async () => (await stage.rows()).streams.length === 0);
            return [onwards, order, stage.codes(server).join(), await away, stage.codes(thrown).join()];
            """);

        Assert.Equal(["/kept/true", "take,end", "one", "/kept/false", ""], said);
    }

    [Fact]
    public async Task Entries_OfAnotherKey_AreSaidAndTheRestGoesOn()
    {
        await using var visit = await stage.VisitAsync();
        var page = visit.Page;
        await ModuleStage.RunAsync<int>(page, """
            const server = stage.server(), page = await stage.page(server);
            await page.kept();
            server.is = "cut";
            page.mark("one");
            page.mark("two");
            await stage.until(async () => (await stage.rows()).entries.length === 2);
            return 0;
            """);
        for (var time = 0; time < 2; time++)
        {
            await page.ReloadAsync();
            var said = await ModuleStage.RunAsync<string[]>(page, """
                const server = stage.server({ secret: 9 }), page = await stage.page(server);
                page.mark("new");
                await page.kept();
                return [String(page.link.lost), page.link.state, String(stage.codes(server).includes("one")), String((await stage.rows()).entries.length)];
                """);
            // Said each time, and never taken for sent.
            Assert.Equal(["2", "kept", "false", "2"], said);
        }
    }

    [Fact]
    public async Task DevicesClock_AnHourOff_ChangesNothing()
    {
        var said = await stage.RunAsync<double[]>("""
            const { sessionClock } = await import("/look/live/link.js");
            const server = stage.server({ now: 61_000 }), hour = 3_600_000;
            let off = hour;
            const clock = sessionClock(() => performance.now(), () => Date.now() + off), page = await stage.page(server, { clock, pauses: { heartbeat: 30 } });
            const first = page.mark("one").item.at;
            off = -hour;
            await stage.until(() => server.requests.filter((request) => request.what === "open").length === 2);
            await stage.wait(50);
            const second = page.mark("two").item.at;
            return [first, second];
            """);

        Assert.InRange(said[0], 61_000, 62_000);
        Assert.InRange(said[1], said[0], said[0] + 2_000);
    }

    [Fact]
    public async Task Clock_MeasuredLate_NeverGoesBack()
    {
        var said = await stage.RunAsync<double[]>("""
            const { sessionClock } = await import("/look/live/link.js");
            let tick = 1_000, wall = 5_000_000;
            const clock = sessionClock(() => tick, () => wall);
            clock.measure(10_000, 1_000);
            tick = 2_000;
            const before = clock.now();
            clock.measure(10_400, 2_000);
            const held = clock.now();
            tick = 3_000;
            const caughtUp = clock.now();
            // The device slept for ten minutes, and its own clock with it.
            wall += 601_000;
            const slept = Number(clock.hasSlept());
            clock.measure(611_400, 3_000);
            const after = clock.now();
            clock.runAt(10);
            tick = 4_000;
            const fast = clock.now();
            clock.runAt(1);
            tick = 5_000;
            return [before, held, caughtUp, slept, after, fast, clock.now()];
            """);

        Assert.Equal([11_000, 11_000, 11_400, 1, 611_400, 621_400, 622_400], said);
    }

    [Fact]
    public async Task Server_ThatLostWhatItHad_IsGivenANewStreamAndNothingUnderAnOldNumber()
    {
        var said = await stage.RunAsync<string[]>("""
            const server = stage.server(), page = await stage.page(server);
            page.mark("one");
            await page.kept();
            const [stream] = Object.keys(server.streams);
            server.streams[stream].length = 1;
            page.mark("two");
            await page.kept();
            return [String(Object.keys(server.streams).length), server.streams[stream].length, server.streams[Object.keys(server.streams).at(-1)].length].map(String);
            """);

        Assert.Equal(["2", "1", "1"], said);
    }
}
