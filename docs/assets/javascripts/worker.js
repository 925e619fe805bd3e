// @ts-check
// The engine's room: Python in a module worker. Takes a batch of events as text and gives the reply as text.
import { RUNTIME } from './runtime.js'

/** The engine's wheel, by the name and the hash that the lock file gives. @returns {Promise<ArrayBuffer>} */
async function wheel() {
  const { file_name: name, sha256 } = RUNTIME.lock.packages.nyttokalkyl
  const bytes = sha256.match(/../g)?.map((pair) => String.fromCharCode(parseInt(pair, 16))) ?? []
  const found = await fetch(RUNTIME.engine + name, { integrity: `sha256-${btoa(bytes.join(''))}` })
  if (!found.ok) throw new Error(`${name}: ${found.status}`)
  return found.arrayBuffer()
}

/** @returns {Promise<(batch: string) => string>} */
async function start() {
  const engine = wheel() // comes down while Python starts
  engine.catch(() => {}) // told below, when it is waited for
  const { loadPyodide } = await import(`${RUNTIME.pyodide}pyodide.mjs`)
  const python = await loadPyodide({ indexURL: RUNTIME.pyodide, lockFileContents: RUNTIME.lock })
  const site = python.runPython('import site; site.getsitepackages()[0]')
  python.unpackArchive(await engine, 'wheel', { extractDir: site })
  return python.pyimport('calculators.browser').handle
}

const engine = start()
engine.then(
  () => self.postMessage({ ready: true }),
  (error) => self.postMessage({ failed: String(error) })
)

self.onmessage = async ({ data: { number, batch } }) => {
  try {
    const handle = await engine
    self.postMessage({ number, reply: handle(batch) })
  } catch (error) {
    self.postMessage({ failed: String(error) })
  }
}
