// @ts-check
// The engine's room: Python in a module worker. Takes a batch of events as text and gives the reply as text.
import { RUNTIME } from './runtime.js'

/** A file by its hash. @param {string} url @param {string} sha256 @returns {Promise<ArrayBuffer>} */
async function locked(url, sha256) {
  const bytes = sha256.match(/../g)?.map((pair) => String.fromCharCode(parseInt(pair, 16))) ?? []
  const found = await fetch(url, { integrity: `sha256-${btoa(bytes.join(''))}` })
  if (!found.ok) throw new Error(`${url}: ${found.status}`)
  return found.arrayBuffer()
}

/** The engine's wheel, by the name and the hash that the lock file gives. */
const wheel = () => locked(RUNTIME.engine + RUNTIME.lock.packages.nyttokalkyl.file_name, RUNTIME.lock.packages.nyttokalkyl.sha256)

/** @typedef {{handle: (batch: string) => string, unpack: (archive: ArrayBuffer) => void}} Engine */
/** @returns {Promise<Engine>} */
async function start() {
  const engine = wheel() // comes down while Python starts
  engine.catch(() => {}) // told below, when it is waited for
  const { loadPyodide } = await import(`${RUNTIME.pyodide}pyodide.mjs`)
  const python = await loadPyodide({ indexURL: RUNTIME.pyodide, lockFileContents: RUNTIME.lock })
  const site = python.runPython('import site; site.getsitepackages()[0]')
  python.unpackArchive(await engine, 'wheel', { extractDir: site })
  const { handle } = python.pyimport('calculators.browser')
  return { handle, unpack: (archive) => python.unpackArchive(archive, 'zip', { extractDir: site }) }
}

/** What an event said that it needs is fetched once, and then is there. @type {Map<string, Promise<void>>} */
const fetched = new Map()

/** @param {Engine} engine @param {keyof typeof RUNTIME.extra} name */
function need(engine, name) {
  const found = fetched.get(name) ?? locked(RUNTIME.extra[name].url, RUNTIME.extra[name].sha256).then(engine.unpack)
  found.catch(() => fetched.delete(name)) // the next try fetches anew
  fetched.set(name, found)
  return found
}

const engine = start()
engine.then(
  () => self.postMessage({ ready: true }),
  (error) => self.postMessage({ failed: String(error) })
)

self.onmessage = async ({ data: { number, batch, needs } }) => {
  try {
    const python = await engine
    if (needs) await need(python, needs).catch((error) => console.info(`nyttokalkyl: ${needs} did not come`, error))
    self.postMessage({ number, reply: python.handle(batch) })
  } catch (error) {
    self.postMessage({ failed: String(error) })
  }
}
