// Up to three straps, one for each heart, by Web Bluetooth; or a recording that is played in a strap's place. What comes is taken as its bytes are.
const firstPause = 1_000, longestPause = 30_000, replayStep = 50;
const asHex = (view) => [...new Uint8Array(view.buffer, view.byteOffset, view.byteLength)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** `changed` is told a heart and what its strap is now: on, lost or off. */
export function openStraps({ bluetooth, take, clock, timers, changed }) {
  const worn = new Map(), replays = () => [...worn.values()].filter((strap) => strap.beats);
  let step = null;

  function takeOff(heart) {
    const strap = worn.get(heart);
    if (!strap) return;
    worn.delete(heart);
    timers.clear(strap.timer);
    strap.device?.removeEventListener("gattserverdisconnected", strap.lose);
    strap.device?.gatt.disconnect();
    if (replays().length === 0) clock.runAt(1);
    take({ kind: "strap", heart, is: "Off" });
    changed(heart, "off");
  }

  async function join(strap) {
    strap.timer = null;
    try {
      const service = await (await strap.device.gatt.connect()).getPrimaryService("heart_rate");
      const measurement = await service.getCharacteristic("heart_rate_measurement");
      measurement.addEventListener("characteristicvaluechanged", strap.hear);
      await measurement.startNotifications();
    } catch {
      return lose(strap);
    }
    if (worn.get(strap.heart) !== strap) return strap.device.gatt.disconnect();
    [strap.isOn, strap.tries] = [true, 0];
    take({ kind: "strap", heart: strap.heart, is: "On" });
    changed(strap.heart, "on");
  }
  // Said at once; then looked for again, with growing pauses, for as long as nobody took it off.
  function lose(strap) {
    if (worn.get(strap.heart) !== strap || strap.timer !== null) return;
    if (strap.isOn) take({ kind: "strap", heart: strap.heart, is: "Lost" });
    strap.isOn = false;
    changed(strap.heart, "lost");
    strap.timer = timers.set(() => join(strap), Math.min(firstPause * 2 ** strap.tries++, longestPause));
  }

  /** Takes what a recording has said by now: before anything else is taken, so that everything lies in its order. */
  function catchUp() {
    for (const { heart, beats, from } of replays()) {
      while (beats.length > 0 && from + beats[0][0] <= clock.now()) take({ kind: "beat", at: from + beats[0][0], heart, value: beats.shift()[1] });
      if (beats.length === 0) takeOff(heart);
    }
  }
  const playOn = () => [catchUp(), (step = replays().length > 0 ? timers.set(playOn, replayStep) : null)];

  return {
    takeOff, catchUp, takeAllOff: () => [...worn.keys()].forEach(takeOff),
    /** Asks for a strap and puts it on. False: another heart has it already. Rejects when nobody chose one. */
    async connect(heart) {
      const device = await bluetooth.requestDevice({ filters: [{ services: ["heart_rate"] }] });
      if ([...worn.values()].some((other) => other.device === device && other.heart !== heart)) return false;
      takeOff(heart);
      const strap = { heart, device, isOn: false, tries: 0, timer: null, lose: () => lose(strap) };
      strap.hear = (event) => strap.isOn && take({ kind: "beat", heart, value: asHex(event.target.value) });
      device.addEventListener("gattserverdisconnected", strap.lose);
      worn.set(heart, strap);
      await join(strap);
      return true;
    },
    /** Plays a recording, a list of [ms, hex]. Faster than it was, the session's clock runs as much faster: every time stays true to the recording. */
    replay(heart, beats, speed) {
      takeOff(heart);
      worn.set(heart, { heart, beats: [...beats], from: clock.now() - (beats[0]?.[0] ?? 0) });
      take({ kind: "strap", heart, is: "On", replayed: true });
      changed(heart, "on");
      clock.runAt(speed);
      timers.clear(step);
      playOn();
    },
  };
}
