// The live page: keys, straps, shapes, and what it says. Nothing here is a live region: a screen reader would read the therapist's state to the room.
import { openOutbox } from "./outbox.js";
import { openLinks, sessionClock } from "./link.js";
import { openStraps } from "./straps.js";
import { openSteadying } from "./steady.js";
const holdFor = 600, undoFor = 8_000, closingMinutes = 5, few = 10, graded = ["mark", "feeling", "own"];
const wordOf = { Unknown: "cannot be told", Quiet: "quiet", Rising: "rising", Aroused: "raised", Recovering: "coming down" };
const root = document.getElementById("live"), find = (selector) => root.querySelector(selector);
const timers = { set: (run, ms) => setTimeout(run, ms), clear: (timer) => clearTimeout(timer) }, clock = sessionClock();
const locks = navigator.locks ?? { request: (_name, _options, run) => run({}) };
const say = (what, words) => root.querySelectorAll(`[data-says="${what}"]`).forEach((place) => Object.assign(place, { textContent: words, hidden: words === "" }));
const minutes = (ms) => `${Math.floor(ms / 60_000)}:${String(Math.floor((ms % 60_000) / 1_000)).padStart(2, "0")}`;
const onClick = (selector, run) => root.addEventListener("click", (event) => event.target.closest(selector) && run(event.target.closest(selector), event));
const take = (item) => [straps.catchUp(), link.take(item)][1];
let link, straps, seeOwn, pressed = null, noted = null;

function mark(key, isStrong, at) {
  const item = { ...JSON.parse(key.dataset.item), at };
  const entry = take(isStrong && graded.includes(item.kind) ? { ...item, strong: true } : item);
  if (key.dataset.one) root.querySelectorAll(`[data-one="${key.dataset.one}"]`).forEach((one) => one.setAttribute("aria-pressed", String(one === key)));
  if (!key.dataset.said) return;
  timers.clear(noted?.timer);
  noted = { entry, timer: timers.set(() => (find("[data-noted]").hidden = true), undoFor) };
  say("noted", `Noted: ${key.dataset.said}${isStrong ? ", strong" : ""}.`);
  find("[data-noted]").hidden = false;
}

// A press is subtle; held, or with Shift, it is strong.
function watchKeys() {
  const keyOf = (event) => event.target.closest?.("button[data-item]");
  const begin = (event) => keyOf(event) && (pressed = { key: keyOf(event), since: event.timeStamp, at: clock.now() });
  const finish = (event) => {
    if (pressed?.key === keyOf(event) && pressed) mark(pressed.key, event.shiftKey || event.timeStamp - pressed.since >= holdFor, pressed.at);
    pressed = null;
  };
  const byKeyboard = (event, run) => (event.key === "Enter" || event.key === " ") && keyOf(event) && [event.preventDefault(), event.repeat || run(event)];
  root.addEventListener("pointerdown", (event) => event.button === 0 && begin(event));
  root.addEventListener("pointerup", finish);
  root.addEventListener("pointercancel", () => (pressed = null));
  root.addEventListener("keydown", (event) => byKeyboard(event, begin));
  root.addEventListener("keyup", (event) => byKeyboard(event, finish));
  root.addEventListener("contextmenu", (event) => keyOf(event) && event.preventDefault());
  // Speech control and switches press without a pointer or a key.
  onClick("button[data-item]", (key, event) => event.detail === 0 && mark(key, event.shiftKey, clock.now()));
  onClick("[data-undo]", () => [take({ kind: "undo", number: noted.entry.number }), (find("[data-noted]").hidden = true)]);
}

function changed({ state, waiting, taken, acknowledged, lost }, outbox) {
  const some = waiting === 0 ? "" : `${waiting} waiting: `;
  const words = { kept: "everything is kept", sending: waiting < few ? "everything is kept" : `${waiting} on the way`, away: `${some}no answer from Attune`, ended: "this session has ended",
    locked: `${some}Attune is locked: unlock it in another tab, nothing is lost`, refused: `${some}Attune takes no more from this page. They stay in this browser: load it again` };
  Object.assign(root.dataset, { link: state, taken, acknowledged, waiting: taken - acknowledged, ready: link.isOpen });
  say("link", words[state] + (lost === 0 ? "" : `. ${lost} of an earlier page cannot be read here`));
  say("disk", outbox.isOnDisk ? "" : "This browser keeps nothing on its disk: do not load the page again while something waits.");
  find("[data-keys]").disabled = !link.isOpen || state === "ended";
  if (state === "ended") straps.takeAllOff();
}

function replied({ hearts, baseline, otherPages }) {
  for (const { heart, state, isAhead } of hearts) {
    if (!find(`[data-heart="${heart}"]`)) find("[data-hearts]").append(find(`template[data-of="${heart}"]`).content.cloneNode(true));
    Object.assign(find(`[data-heart="${heart}"]`).dataset, { state, ahead: isAhead });
  }
  const gaps = hearts.filter(({ unheard }) => unheard.length > 0)
    .map(({ heart, unheard }) => `${find(`template[data-of="${heart}"]`).dataset.name}: not heard ${unheard.at(-1).map(minutes).join(" to ")}`);
  say("heard", gaps.join("; "));
  say("baseline", baseline.words);
  say("pages", otherPages === 0 ? "" : "Another page is open on this session. Each heart is listened to from one of them at a time.");
  seeOwn(hearts.find(({ heart }) => heart === "Therapist")?.state ?? "Unknown");
}

function watchStraps(base) {
  const words = { on: "on", lost: "lost: looking for it", off: "taken off" };
  straps = openStraps({ bluetooth: navigator.bluetooth, take: (item) => link.take(item), clock, timers,
    changed: (heart, is) => [(find(`[data-strap="${heart}"]`).dataset.is = is), say(`strap-${heart}`, words[is])] });
  onClick("[data-connect]", async ({ dataset: { connect: heart } }) =>
    (await straps.connect(heart).catch(() => null)) === false && say(`strap-${heart}`, "this strap is on already, for somebody else"));
  onClick("[data-take-off]", ({ dataset }) => straps.takeOff(dataset.takeOff));
  find("form[data-replay]").addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    const answer = await fetch(`${base}/replay`, { method: "POST", body: form, redirect: "manual" }).then((response) => response.json()).catch(() => ({ message: "Attune did not answer." }));
    say("replay", answer.beats ? [`${answer.fileName}: ${answer.beats.length} messages`, ...answer.remarks].join(". ") : answer.message);
    if (answer.beats) straps.replay(form.get("Heart"), answer.beats, Number(form.get("Speed")));
  });
}

function tellTime() {
  const { value } = find("[data-length]"), elapsed = clock.now(), isClosing = elapsed >= (value - closingMinutes) * 60_000;
  say("elapsed", minutes(elapsed));
  if (isClosing && root.dataset.closing !== "true") find("[data-closing-card]").open = true;
  root.dataset.closing = String(isClosing);
}

async function start() {
  const { base } = root.dataset, outbox = await openOutbox();
  const keepAwake = () => document.visibilityState === "visible" && navigator.wakeLock?.request("screen").catch(() => {});
  watchStraps(base);
  seeOwn = openSteadying({ root, take, clock, timers });
  const links = await openLinks({ base, outbox, locks, fetch, clock, timers, replied, changed: (now) => changed(now, outbox) }), hurry = () => links.forEach((one) => one.hurry());
  [link] = links;
  watchKeys();
  onClick("[data-end]", async ({ dataset }) => [straps.takeAllOff(), say("end", "Sending what is left ..."), location.assign((await link.end(dataset.end === "keep")) ?? location.pathname)]);
  onClick("[data-tell]", () => [(find("[data-told]").textContent = wordOf[find('[data-heart="Therapist"]').dataset.state]), find("[data-told]").focus()]);
  document.addEventListener("visibilitychange", () => [keepAwake(), hurry()]);
  addEventListener("online", hurry);
  find("[data-length]").addEventListener("change", ({ target }) => [history.replaceState(null, "", `?minutes=${target.value}`), tellTime()]);
  setInterval(() => link.isOpen && tellTime(), 1_000);
  void keepAwake();
  links.forEach((one) => void one.run());
}

for (const words of document.querySelectorAll("[data-can-hear]")) words.hidden = (words.dataset.canHear === "yes") !== Boolean(navigator.bluetooth);
if (root) void start();
