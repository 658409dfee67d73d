// What the page took and the server has not acknowledged: on this device's disk before it is sent, each entry under AES-GCM. The key comes from the
// server for as long as the page lives and is never stored, so nothing that lies here can be read.
const encoder = new TextEncoder(), decoder = new TextDecoder();
const allOf = (stream, upTo = Infinity) => IDBKeyRange.bound([stream, 0], [stream, upTo]);
const answerOf = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }));
// The place is bound in, so that no entry can be put in another one's.
const sealOf = (stream, number, iv) => ({ name: "AES-GCM", iv, additionalData: encoder.encode(`${stream} ${number}`) });

/** Where a browser keeps nothing (a private window, an address that is not secure), everything works from memory, and `isOnDisk` is false. */
export async function openOutbox({ indexedDB = globalThis.indexedDB, crypto = globalThis.crypto, name = "attune-live" } = {}) {
  let database = null;
  try {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("entries", { keyPath: ["stream", "number"] });
      request.result.createObjectStore("streams", { keyPath: "stream" });
    };
    database = crypto.subtle ? await answerOf(request) : null;
  } catch { /* Said by isOnDisk. */ }

  const readAll = async (store, range) => (database ? answerOf(database.transaction(store).objectStore(store).getAll(range)) : []);
  // Over when it is on the disk. A full disk is no reason to lose anything: then it is sent from memory.
  const write = async (change) => database !== null && new Promise((resolve) => {
    const transaction = database.transaction(["entries", "streams"], "readwrite", { durability: "strict" });
    Object.assign(transaction, { oncomplete: () => resolve(true), onabort: () => resolve(false) });
    change(transaction.objectStore("entries"), transaction.objectStore("streams"));
  }).catch(() => false);

  const sealAll = (stream, key, entries) => Promise.all(!database ? [] : entries.map(async ({ number, item }) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { stream, number, iv, data: await crypto.subtle.encrypt(sealOf(stream, number, iv), key, encoder.encode(JSON.stringify(item))) };
  }));

  const outbox = {
    isOnDisk: database !== null,
    /** The key cannot be read back, not even by this page. */
    importKey: async (base64) => database && crypto.subtle.importKey("raw", Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)), "AES-GCM", false, ["encrypt", "decrypt"]),
    /** Streams of one session that pages of this browser left: { stream, base, unreadable }. */
    streamsOf: async (base) => (await readAll("streams")).filter((one) => one.base === base),
    /** What waits, in order. Entries that the key does not open are counted, and stay where they are. */
    async read(stream, key) {
      const found = await Promise.all((await readAll("entries", allOf(stream))).map(({ number, iv, data }) => crypto.subtle
        .decrypt(sealOf(stream, number, iv), key, data).then((bytes) => ({ number, item: JSON.parse(decoder.decode(bytes)) }), () => null)));
      const entries = found.filter((one) => one !== null);
      return { entries, unreadable: found.length - entries.length };
    },
    async put(stream, key, entries) {
      const sealed = await sealAll(stream, key, entries);
      outbox.isOnDisk = await write((store) => sealed.forEach((one) => store.put(one)));
    },
    acknowledge: (stream, upTo) => write((store) => store.delete(allOf(stream, upTo))),
    forget: (stream) => write((store, streams) => [store.delete(allOf(stream)), streams.delete(stream)]),
    /** Begins a stream with what goes over to it from another one, in one piece: no entry is ever in both or in neither. `left`: its numbers there. */
    async begin({ stream, base, key, entries, from, left, unreadable }) {
      const sealed = await sealAll(stream, key, entries);
      outbox.isOnDisk = await write((store, streams) => {
        left.forEach((number) => store.delete([from, number]));
        sealed.forEach((one) => store.put(one));
        streams.put({ stream, base, unreadable: 0 });
        if (from !== null) unreadable > 0 ? streams.put({ stream: from, base, unreadable }) : streams.delete(from);
      });
    },
  };
  return outbox;
}
