// Steadying: one exercise that ends by itself, at recovery or when its time is over. It can be followed with the eyes on the couple: by the counts, once
// they are known, by the soft edge of the screen, or by a buzz. What is to be seen when is the style sheet's, by `data-steady`.
const longest = 90_000, pause = 60_000, buzzes = { in: [60], out: [60, 120, 60], over: [200] };
const raised = ["Rising", "Aroused", "Recovering"];
export function openSteadying({ root, take, clock, timers, vibrate = (pattern) => navigator.vibrate?.(pattern) }) {
  const find = (selector) => root.querySelector(selector), repair = find("[data-repair]"), show = (what) => (root.dataset.steady = what);
  let now = null, state = "Unknown", timer = null;
  const after = (ms, run) => [timers.clear(timer), (timer = timers.set(run, ms))];
  // A repair waits until one is back.
  const shutRepair = () => (repair.open &&= now === null && state !== "Aroused");

  function breathe(way) {
    const ms = Number(find(`[data-pace="${way}"]`).value) * 1_000;
    root.dataset.breath = way;
    root.style.setProperty("--breath", `${ms}ms`);
    if (find("[data-buzz]").checked) vibrate(buzzes[way]);
    now.breath = timers.set(() => breathe(way === "in" ? "out" : "in"), ms);
  }

  function begin(exercise) {
    now = { exercise, from: clock.now(), wasRaised: raised.includes(state), until: null };
    shutRepair();
    show(exercise);
    if (exercise === "breathing") breathe("in");
    after(longest, () => [(now.until = clock.now()), timers.clear(now.breath), show("choices")]);
  }

  function end(ended, choice, next) {
    const { exercise, from, breath, until } = now, at = until ?? clock.now();
    [timer, breath].forEach(timers.clear);
    now = null;
    take({ kind: "steady", at, exercise, lasted: Math.round(at - from), ended, ...(choice && { choice }) });
    show(next);
  }

  root.addEventListener("click", ({ target }) => {
    const { exercise, choice, show: next, leave } = target.closest("button")?.dataset ?? {};
    if (exercise) begin(exercise);
    if (choice) end("TimeUp", choice, { GoOn: "after", SlowTheRoom: "pause", ShortBreak: "break" }[choice]);
    if (choice === "SlowTheRoom") [take({ kind: "technique", code: "slow-the-room" }), after(pause, () => [vibrate(buzzes.over), show("after")])];
    if (next) [timers.clear(now === null && timer), show(next)];
    if (leave !== undefined && now !== null) end(now.until === null ? "Stopped" : "TimeUp", null, "");
    else if (leave !== undefined) [timers.clear(timer), show("")];
  });
  repair.addEventListener("toggle", shutRepair);
  /** Is told what the therapist's heart shows now. */
  return (seen) => {
    state = seen;
    shutRepair();
    if (now === null || now.until !== null) return;
    if (now.wasRaised && state === "Quiet") end("Recovered", null, "after");
    else now.wasRaised ||= raised.includes(state);
  };
}
