// @ts-check
// What the reader has typed, kept in her own browser: one document for each calculator, with a revision.
// When another tab has saved since this one read, the other tab's document is kept beside, never overwritten.

const NAME = 'nyttokalkyl'
const STORE = 'dokument'
const PATIENCE = 2000 // ms: a store that does not answer must not hold the calculator back

/** @typedef {{document: string, revision: number}} Kept */

/** @type {Promise<IDBDatabase> | null} */
let opened = null

/** One connection, let go of when another tab wants to delete or change the store: nobody waits for us. */
function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => {
      request.result.onversionchange = request.result.onclose = close
      resolve(request.result)
    }
    request.onerror = () => {
      opened = null
      reject(request.error)
    }
  })
  return opened
}

/** @this {IDBDatabase} */
function close() {
  this.close()
  opened = null
}

/** @type {Map<string, number>} */
const revisions = new Map()

/** The saved document of a calculator, or null. Rejects when the store can't be read in time.
 * @param {string} id @returns {Promise<string | null>} */
export async function saved(id) {
  const tired = /** @type {Promise<never>} */ (new Promise((_, reject) => setTimeout(reject, PATIENCE)))
  const kept = await Promise.race([read(id), tired])
  revisions.set(id, kept?.revision ?? 0)
  return kept?.document ?? null
}

/** @param {string} id @returns {Promise<Kept | undefined>} */
async function read(id) {
  return result((await open()).transaction(STORE).objectStore(STORE).get(id))
}

/** @param {string} id @param {string} document @returns {Promise<void>} */
export async function save(id, document) {
  const transaction = (await open()).transaction(STORE, 'readwrite')
  const store = transaction.objectStore(STORE)
  const kept = /** @type {Kept | undefined} */ (await result(store.get(id)))
  const before = kept?.revision ?? 0
  if (kept && before !== revisions.get(id)) store.put(kept, `${id}#${before}`)
  const revision = before + 1
  store.put({ document, revision }, id)
  revisions.set(id, revision)
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve
    transaction.onerror = transaction.onabort = () => reject(transaction.error)
  })
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function result(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
