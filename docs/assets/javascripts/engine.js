// @ts-check
// The one worker of the window: started when it is first needed, shared by every calculator, started again when it dies.

/** @typedef {{slots: Record<string, string>, focus?: string | null, say?: string | null, link?: string | null,
 * keep?: Record<string, {calculator: string, name: string, document: string}>, forget?: string[],
 * download?: import('./files.js').Download | null, pending?: number, office?: import('./office.js').Office | null}} Reply */

/** @type {Worker | null} */
let worker = null
/** @type {Map<number, (reply: Reply) => void>} */
const waiting = new Map()
let sent = 0
/** @type {Set<(state: 'ready' | 'error') => void>} */
const listeners = new Set()
let state = 'static'

/** @param {(state: 'ready' | 'error') => void} listener */
export function listen(listener) {
  listeners.add(listener)
  if (state === 'ready' || state === 'error') listener(state)
  return () => listeners.delete(listener)
}

/** Start the worker unless it runs. */
export function start() {
  if (worker) return
  state = 'starting'
  worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
  worker.onerror = fail
  worker.onmessage = ({ data }) => {
    if (data.ready) tell('ready')
    else if (data.failed) fail(data.failed)
    else {
      const answer = waiting.get(data.number)
      waiting.delete(data.number)
      answer?.(JSON.parse(data.reply))
    }
  }
}

/** One batch of events for a calculator. Only one at a time is under way for each.
 * @param {string} id @param {object[]} events @returns {Promise<Reply>} */
export function send(id, events) {
  start()
  return new Promise((resolve) => {
    const number = ++sent
    waiting.set(number, resolve)
    const needs = events.map((event) => 'needs' in event && event.needs).find(Boolean)
    worker?.postMessage({ number, batch: JSON.stringify({ calculator: id, events }), needs })
  })
}

/** @param {unknown} reason */
function fail(reason) {
  console.warn('nyttokalkyl: the engine stopped', reason)
  worker?.terminate()
  worker = null
  waiting.clear()
  tell('error')
}

/** @param {'ready' | 'error'} now */
function tell(now) {
  state = now
  for (const listener of listeners) listener(now)
}
