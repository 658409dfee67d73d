// One stream of numbered items from this page to the server, one request at a time. What is not acknowledged stays in the outbox and is sent again.
const usual = { coalesce: 60, heartbeat: 5_000, patience: 10_000, retry: [500, 1_000, 2_000, 5_000, 10_000] };
const mostItems = 500, asleep = 1_000, ahead = 5_000, refusals = [409, 410, 413, 422], shut = [401, 403, 423];

/** ms since the session began, by the server's clock. Counts on by one that does not jump, and never goes back. */
export function sessionClock(tick = () => performance.now(), wall = () => Date.now()) {
  let offset = 0, apart = 0, lead = 0, speed = 1, since = 0, latest = 0;
  const fold = () => {
    const at = tick();
    [lead, since] = [lead + (speed - 1) * (at - since), at];
    return offset + at + lead;
  };
  const now = () => (latest = Math.max(latest, fold()));
  return {
    tick, now,
    /** The session was at `sessionMs` when this page's own clock said `atTick`. */
    measure: (sessionMs, atTick) => ([offset, apart] = [sessionMs - atTick, wall() - tick()]),
    /** While a recording is replayed faster than it was. */
    runAt: (faster) => [fold(), (speed = faster)],
    /** A replay before this page was loaded ran ahead of the server's clock: it goes on from there. */
    goOnFrom: (sessionMs) => (lead += sessionMs - now() > ahead ? sessionMs - latest : 0),
    /** The device slept, and a clock that does not jump may have slept with it. */
    hasSlept: () => Math.abs(wall() - tick() - apart) > asleep,
  };
}

/** Holds a stream for this tab alone. Null: another tab has it; otherwise what lets go of it. */
const hold = (locks, stream) => new Promise((resolve) => void locks.request(`attune-live-${stream}`, { ifAvailable: true },
  (lock) => (lock === null ? resolve(null) : new Promise((letGo) => resolve(letGo)))));

/** The page's own link first; then one for each stream that a closed tab left, which sends what is left there and is done. */
export async function openLinks(parts) {
  const free = [], nobody = { changed: () => {}, replied: () => {}, sendsWhatIsLeft: true };
  let lost = 0;
  for (const { stream, unreadable } of await parts.outbox.streamsOf(parts.base)) {
    const letGo = unreadable > 0 ? null : await hold(parts.locks, stream);
    if (letGo !== null) free.push({ stream, letGo });
    lost += unreadable;
  }
  return [openLink({ ...parts, ...free.shift(), lost }), ...free.map((left) => openLink({ ...parts, ...left, ...nobody }))];
}

/** Parts: base, outbox, locks, fetch, clock, timers, changed(link), replied(reply); stream (null: a new one) with letGo; pauses in ms. */
export function openLink({ base, outbox, locks, fetch, clock, timers, changed, replied, stream = null, letGo = () => {}, lost = 0, sendsWhatIsLeft = false, pauses }) {
  const { coalesce, heartbeat, patience, retry } = { ...usual, ...pauses };
  let key = null, isOpen = false, entries = [], unwritten = [], writing = Promise.resolve(), onDisk = 0, unreadable = 0;
  let most = mostItems, singlyUpTo = 0, failures = 0, trouble = null, ending = null, wake = () => {}, wakesAt = 0, timer = null;

  // On the disk first; what comes while it is written goes together with the next write.
  const write = () => (writing = writing.then(async () => {
    const some = unwritten.splice(0);
    if (some.length === 0) return;
    await outbox.put(stream, key, some);
    onDisk = some.at(-1).number;
    if (failures === 0) wakeIn(coalesce);
  }));
  /** Null: no answer, or locked. Otherwise what was answered; `refused` is the status of a refusal. */
  async function post(path, body) {
    const sentAt = clock.tick(), headers = { "Content-Type": "application/json" };
    try {
      const response = await fetch(base + path, { method: "POST", headers, body: JSON.stringify(body), redirect: "manual", signal: AbortSignal.timeout(patience) });
      const middle = (sentAt + clock.tick()) / 2;
      const answer = response.ok ? { ...(await response.json()), middle } : refusals.includes(response.status) ? { refused: response.status } : null;
      trouble = answer ? null : response.type === "opaqueredirect" || shut.includes(response.status) ? "locked" : "away";
      return answer;
    } catch {
      trouble = "away";
      return null;
    }
  }

  /** Opens the own stream or, with null, a new one: then whatever waits goes over to it. False: not now. */
  async function open(own) {
    const opened = await post("/open", { stream: own });
    if (opened === null || opened.refused) return opened !== null && refuse(opened.refused, []);
    clock.measure(opened.nowMs - opened.startedMs, opened.middle);
    const { reply } = opened, itsKey = await outbox.importKey(opened.key);
    if (own === null) {
      const itsLock = await hold(locks, opened.stream);
      await (writing = writing.then(() => goOver(opened.stream, itsKey)));
      letGo();
      letGo = itsLock;
    } else if (!isOpen) {
      ({ entries, unreadable } = await outbox.read(own, itsKey));
      [key, link.acknowledged, entries] = [itsKey, reply.acknowledged, entries.filter((entry) => entry.number > reply.acknowledged)];
      onDisk = link.taken = entries.at(-1)?.number ?? reply.acknowledged;
      if (unreadable > 0 || entries.some((entry, index) => entry.number !== reply.acknowledged + 1 + index)) return open(null);
    }
    if (!isOpen) {
      clock.goOnFrom(Math.max(0, ...entries.map((entry) => entry.item.at), ...reply.hearts.map((heart) => heart.heardUntil)));
      isOpen = true;
      if (!sendsWhatIsLeft) take({ kind: "page", waiting: entries.length });
    }
    replied(reply);
    return true;
  }

  async function goOver(to, itsKey) {
    const from = stream, left = entries.map((entry) => entry.number), renumbered = new Map();
    // Nothing can be taken back from another stream: what would take back something that stayed there stays with it.
    entries = entries.filter(({ item }) => item.kind !== "undo" || left.includes(item.number));
    for (const entry of entries) {
      if (entry.item.kind === "undo") entry.item = { ...entry.item, number: renumbered.get(entry.item.number) };
      renumbered.set(entry.number, (entry.number = renumbered.size + 1));
    }
    [stream, key, unwritten, singlyUpTo, onDisk, link.acknowledged, link.taken, link.lost] = [to, itsKey, [], 0, 0, 0, entries.length, link.lost + unreadable];
    await outbox.begin({ stream, base, key, entries: [...entries], from, left, unreadable });
    [onDisk, unreadable] = [renumbered.size, 0];
  }

  async function send() {
    const batch = entries.slice(0, entries[0]?.number <= singlyUpTo ? 1 : most).filter((entry) => entry.number <= onDisk);
    const reply = await post("/take", { stream, from: link.acknowledged + 1, items: batch.map((entry) => entry.item) });
    if (reply === null || reply.refused) return reply !== null && refuse(reply.refused, batch);
    // It lost what it had acknowledged (the record is an older copy): the numbers cannot go on where they were.
    if (reply.acknowledged < link.acknowledged) return open(null);
    link.acknowledged = reply.acknowledged;
    entries = entries.filter((entry) => entry.number > reply.acknowledged);
    await outbox.acknowledge(stream, reply.acknowledged);
    replied(reply);
    return true;
  }

  // One faulty item does not hold up those before it: they are sent one by one until it is found.
  function refuse(status, batch) {
    if (batch.length > 1 && status === 413) most = Math.ceil(batch.length / 2);
    else if (batch.length > 1 && status !== 410) singlyUpTo = batch.at(-1).number;
    // Another page used this number for something else (a copied profile): what was not taken gets a stream of its own.
    else if (batch.length === 1 && status === 409) return open(null);
    else trouble = status === 410 ? "ended" : "refused";
    return true;
  }
  async function end() {
    const answer = await post("/end", { keep: ending.keep });
    if (answer !== null) [trouble, entries] = ["ended", []];
    if (answer !== null) ending.resolve(answer.onwards);
    return answer !== null;
  }
  // Earlier than it would have woken, never later.
  function wakeIn(ms) {
    if (clock.tick() + ms >= wakesAt) return;
    wakesAt = clock.tick() + ms;
    timers.clear(timer);
    timer = timers.set(wake, ms);
  }

  /** Takes an item and gives back its entry, whose number may change until it was sent. Only once it is open. */
  function take({ kind, at = clock.now(), ...rest }) {
    // What has ended takes nothing more: a strap may send on for a moment.
    if (trouble === "ended") return { number: 0 };
    const entry = { number: (link.taken += 1), item: { kind, at: Math.round(at), ...rest } };
    entries.push(entry);
    unwritten.push(entry);
    void write();
    changed(link);
    return entry;
  }

  const link = {
    /** The last item's number; the highest one up to which all are on the server's disk; entries of an earlier page that no key opens. */
    taken: 0, acknowledged: 0, lost,
    get waiting() { return entries.length; }, get isOpen() { return isOpen; },
    /** kept, sending, away, locked, refused, ended. */
    get state() { return trouble ?? (entries.length > 0 ? "sending" : "kept"); },
    take,
    /** Waits out no pause: the network is back, or somebody looks. */
    hurry: () => wakeIn(0),
    /** Ends the session: kept, once everything was sent that is taken; thrown away, at once. Resolves with where to go. */
    end: (keep) => new Promise((resolve) => [(ending = { keep, resolve }), trouble === "refused" ? void end() : wakeIn(0)]),
    /** Goes on until the session has ended. */
    async run() {
      while (trouble !== "ended" && trouble !== "refused" && !(sendsWhatIsLeft && isOpen && entries.length === 0)) {
        const succeeded = await (!isOpen || clock.hasSlept() ? open(stream) : ending && (!ending.keep || entries.length === 0) ? end() : send());
        failures = succeeded ? 0 : failures + 1;
        changed(link);
        const ms = !succeeded ? retry[Math.min(failures, retry.length) - 1] : ending || entries[0]?.number <= onDisk ? coalesce : heartbeat;
        await new Promise((resolve) => [([wake, wakesAt] = [resolve, Infinity]), wakeIn(ms)]);
      }
      if (entries.length === 0 && trouble !== "refused") await outbox.forget(stream);
      letGo();
    },
  };
  return link;
}
