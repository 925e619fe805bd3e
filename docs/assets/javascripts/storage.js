// @ts-check
// What the reader has typed, kept in her own browser: her documents, the last versions of each, and which one is open.
// A document that another tab has saved since this one read it is never overwritten: whoever saves is told.

const NAME = 'nyttokalkyl'
const VERSIONS = 20 // of each document
const APART = 3 * 60 * 1000 // ms between two versions that are kept
const PATIENCE = 2000 // ms: a store that does not answer must not hold the calculator back

/** @typedef {{calculator: string, name: string, document: string, revision: number, changed: string}} Kept */
/** @typedef {{n: number, of: string, name: string, document: string, changed: string}} Version */
/** @typedef {{id: string, name: string, changed: string}} Listed */

/** Another tab has saved the document since this one read it. */
export class Conflict extends Error {}

/** @type {Promise<IDBDatabase> | null} */
let opened = null

/** One connection, let go of when another tab wants to delete or change the store: nobody waits for us.
 * @returns {Promise<IDBDatabase>} */
function open() {
  return (opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 2)
    request.onupgradeneeded = () => {
      const { result: base } = request
      if (!base.objectStoreNames.contains('dokument')) base.createObjectStore('dokument')
      base.createObjectStore('versioner', { keyPath: 'n', autoIncrement: true }).createIndex('of', 'of')
      base.createObjectStore('senast')
    }
    request.onsuccess = () => {
      request.result.onversionchange = request.result.onclose = close
      resolve(request.result)
    }
    request.onblocked = () => reject(new Error('another tab holds an older version'))
    request.onerror = () => reject(request.error)
  })).catch((error) => {
    opened = null
    throw error
  })
}

/** @this {IDBDatabase} */
function close() {
  this.close()
  opened = null
}

/** @type {Map<string, number>} The revision of each document as this tab last saw it. */
const revisions = new Map()

/** @type {Version[]} The versions of the document that was deleted last: undo may bring them back, as long as this page lives. */
let removed = []

/** A moment as a person would write it down: local time, to the minute. */
export const now = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 16)

/** The documents of a calculator, and the one that was open last. Rejects when the store can't be read in time.
 * @param {string} calculator @returns {Promise<{id: string, document: string | null, documents: Listed[]}>} */
export async function current(calculator) {
  const tired = /** @type {Promise<never>} */ (new Promise((_, reject) => setTimeout(reject, PATIENCE)))
  return Promise.race([read(calculator), tired])
}

/** @param {string} calculator */
async function read(calculator) {
  const base = await open()
  const transaction = base.transaction(['dokument', 'senast'])
  const store = transaction.objectStore('dokument')
  const [ids, all, last] = await Promise.all([
    result(store.getAllKeys()), result(store.getAll()), result(transaction.objectStore('senast').get(calculator)),
  ])
  const documents = ids.flatMap((id, n) => {
    const kept = /** @type {Kept} */ (all[n])
    const of = kept.calculator ?? String(id).split('#')[0]
    return of === calculator ? [{ id: String(id), name: kept.name ?? '', changed: kept.changed ?? '' }] : []
  })
  const id = documents.some((one) => one.id === last) ? String(last) : documents.at(-1)?.id ?? calculator
  return { id, document: await load(id), documents }
}

/** A document's text, or null. @param {string} id @returns {Promise<string | null>} */
export async function load(id) {
  const kept = /** @type {Kept | undefined} */ (await result((await open()).transaction('dokument').objectStore('dokument').get(id)))
  revisions.set(id, kept?.revision ?? 0)
  return kept?.document ?? null
}

/** @param {string} id @returns {Promise<Version[]>} The newest first, without their texts. */
export async function versions(id) {
  const found = await result((await open()).transaction('versioner').objectStore('versioner').index('of').getAll(id))
  return found.reverse().map((version) => ({ ...version, document: '' }))
}

/** @param {number} n @returns {Promise<string | null>} */
export async function version(n) {
  return (await result((await open()).transaction('versioner').objectStore('versioner').get(n)))?.document ?? null
}

/** Save a document, and remember it as the open one. Rejects with Conflict, or with the browser's reason.
 * @param {string} id @param {{calculator: string, name: string, document: string}} saving @returns {Promise<void>} */
export async function save(id, saving) {
  const transaction = (await open()).transaction(['dokument', 'versioner', 'senast'], 'readwrite')
  const done = finished(transaction)
  const store = transaction.objectStore('dokument')
  const kept = /** @type {Kept | undefined} */ (await result(store.get(id)))
  const revision = kept?.revision ?? 0
  if (kept && revision !== revisions.get(id)) {
    transaction.abort()
    await done.catch(() => {})
    throw new Conflict(id)
  }
  const older = transaction.objectStore('versioner')
  if (kept && kept.document !== saving.document) await keepVersion(older, id, kept)
  if (!kept && removed[0]?.of === id) for (const version of removed.splice(0)) older.put(version)
  store.put({ ...saving, revision: revision + 1, changed: now() }, id)
  transaction.objectStore('senast').put(id, saving.calculator)
  await done
  revisions.set(id, revision + 1)
}

/** @param {IDBObjectStore} store @param {string} of @param {Kept} kept */
async function keepVersion(store, of, kept) {
  const keys = await result(store.index('of').getAllKeys(of))
  const last = keys.length ? await result(store.get(keys[keys.length - 1])) : null
  if (last && Date.parse(kept.changed) - Date.parse(last.changed) < APART) return
  store.add({ of, name: kept.name ?? '', document: kept.document, changed: kept.changed ?? now() })
  for (const key of keys.slice(0, Math.max(0, keys.length + 1 - VERSIONS))) store.delete(key)
}

/** A document goes, and its versions with it: what she has deleted is not left behind. @param {string} id @returns {Promise<void>} */
export async function forget(id) {
  const transaction = (await open()).transaction(['dokument', 'versioner'], 'readwrite')
  const older = transaction.objectStore('versioner')
  removed = await result(older.index('of').getAll(id))
  for (const { n } of removed) older.delete(n)
  transaction.objectStore('dokument').delete(id)
  revisions.set(id, 0)
  return finished(transaction)
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function result(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** @param {IDBTransaction} transaction @returns {Promise<void>} */
function finished(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('not saved'))
  })
}
