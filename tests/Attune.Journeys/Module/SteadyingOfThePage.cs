namespace Attune.Journeys.Module;

/// <summary>Modify, with a clock that is only played: it ends by itself, at recovery or after a minute and a half, and nothing of a repair opens before.</summary>
public sealed class SteadyingOfThePage(ModuleStage stage) : IClassFixture<ModuleStage>
{
    private const string Open = """
        const { openSteadying } = await import("/look/live/steady.js");
        const root = document.createElement("div");
        root.innerHTML = `<button data-show="choose"></button><button data-exercise="breathing"></button><button data-exercise="focusing"></button><input data-pace="in" value="4"><input data-pace="out" value="6">
          <input type="checkbox" data-buzz checked>${["GoOn", "SlowTheRoom", "ShortBreak"].map((choice) => `<button data-choice="${choice}"></button>`).join("")}<button data-leave></button>
          <details data-repair><summary></summary></details>`;
        document.body.append(root);
        const taken = [], buzzes = [], queue = [], repair = root.querySelector("[data-repair]");
        let now = 0;
        const clock = { now: () => now }, timers = { set: (run, ms) => queue.push({ run, at: now + ms }) && queue.at(-1), clear: (timer) => timer && queue.splice(queue.indexOf(timer), queue.includes(timer) ? 1 : 0) };
        const pass = (ms) => {
          for (const until = now + ms; ; ) {
            const next = queue.filter((one) => one.at <= until).sort((one, other) => one.at - other.at)[0];
            if (!next) return (now = until);
            [now] = [next.at];
            queue.splice(queue.indexOf(next), 1);
            next.run();
          }
        };
        const see = openSteadying({ root, clock, timers, take: (item) => taken.push(item), vibrate: (pattern) => buzzes.push([now, pattern.length]) });
        const press = (selector) => root.querySelector(selector).click();
        const isOpen = async () => { repair.open = true; await stage.wait(30); const open = repair.open; repair.open = false; await stage.wait(30); return open; };
        const told = (item) => [item.exercise, item.at, item.lasted, item.ended, item.choice].filter((one) => one !== undefined).join(" ");

        """;

    [Fact]
    public async Task Recovery_OfAStateThatWasRaised_EndsIt()
    {
        var said = await stage.RunAsync<string[]>(Open + """
            see("Aroused");
            press("[data-exercise=breathing]");
            const words = [root.dataset.steady];
            pass(20_000);
            see("Recovering");
            pass(10_000);
            see("Quiet");
            words.push(root.dataset.steady, told(taken[0]), String(taken.length));
            pass(200_000);
            return [...words, root.dataset.steady, String(taken.length)];
            """);

        Assert.Equal(["breathing", "after", "breathing 30000 30000 Recovered", "1", "after", "1"], said);
    }

    [Theory, InlineData("Quiet"), InlineData("Unknown")]
    public async Task Steadying_QuietAllAlong_IsNoRecoveryAndLastsItsTime(string state)
    {
        var said = await stage.RunAsync<string[]>(Open + $$"""
            see("{{state}}");
            press("[data-exercise=focusing]");
            pass(89_999);
            see("Quiet");
            const before = root.dataset.steady;
            pass(1);
            return [before, root.dataset.steady, String(taken.length)];
            """);

        Assert.Equal(["focusing", "choices", "0"], said);
    }

    [Theory]
    [InlineData("GoOn", "after", "")]
    [InlineData("ShortBreak", "break", "")]
    [InlineData("SlowTheRoom", "pause", "slow-the-room")]
    public async Task Steadying_TimeUp_AsksAndTheChoiceGoesWithIt(string choice, string then, string technique)
    {
        var said = await stage.RunAsync<string[]>(Open + $$"""
            see("Aroused");
            press("[data-exercise=breathing]");
            pass(90_000);
            pass(7_000);
            press("[data-choice={{choice}}]");
            return [root.dataset.steady, told(taken[0]), taken[1]?.code ?? ""];
            """);

        Assert.Equal([then, $"breathing 90000 90000 TimeUp {choice}", technique], said);
    }

    [Fact]
    public async Task Pause_SharedByAllThree_EndsByItselfAfterAMinute()
    {
        var said = await stage.RunAsync<string[]>(Open + """
            press("[data-exercise=focusing]");
            pass(90_000);
            press("[data-choice=SlowTheRoom]");
            pass(59_999);
            const before = root.dataset.steady;
            pass(1);
            return [before, root.dataset.steady, String(buzzes.at(-1)[0])];
            """);

        Assert.Equal(["pause", "after", "150000"], said);
    }

    [Fact]
    public async Task Breathing_FourInSixOut_CanBeFeltAloneAndEnds()
    {
        var said = await stage.RunAsync<string[]>(Open + """
            press("[data-exercise=breathing]");
            pass(25_000);
            const paces = buzzes.map(([at]) => at).join(), breath = root.style.getPropertyValue("--breath");
            pass(75_000);
            const felt = buzzes.length;
            pass(60_000);
            return [paces, breath, String(buzzes.length - felt)];
            """);

        Assert.Equal(["0,4000,10000,14000,20000,24000", "6000ms", "0"], said);
    }

    [Fact]
    public async Task Left_AtAnyTime_IsSaidAsStopped()
    {
        var said = await stage.RunAsync<string[]>(Open + """
            press("[data-show]");
            const chose = root.dataset.steady;
            press("[data-leave]");
            const nothing = String(taken.length);
            press("[data-exercise=breathing]");
            pass(12_000);
            press("[data-leave]");
            pass(200_000);
            return [chose, nothing, told(taken[0]), root.dataset.steady, String(taken.length)];
            """);

        Assert.Equal(["choose", "0", "breathing 12000 12000 Stopped", "", "1"], said);
    }

    [Fact]
    public async Task RepairPrompts_WhileRaisedOrSteadying_StayShut()
    {
        var said = await stage.RunAsync<bool[]>(Open + """
            see("Quiet");
            const quiet = await isOpen();
            repair.open = true;
            see("Aroused");
            const closed = !repair.open, aroused = await isOpen();
            see("Recovering");
            press("[data-exercise=focusing]");
            const steadying = await isOpen();
            see("Quiet");
            return [quiet, closed, aroused, steadying, await isOpen()];
            """);

        Assert.Equal([true, true, false, false, true], said);
    }
}
