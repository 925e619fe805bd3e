// @ts-check
// The engine's room: Python in a module worker. Takes a batch of events as text and gives the reply as text.
import { RUNTIME } from './runtime.js'

/** @returns {Promise<(batch: string) => string>} */
async function start() {
  const { loadPyodide } = await import(`${RUNTIME.pyodide}pyodide.mjs`)
  const python = await loadPyodide({
    indexURL: RUNTIME.pyodide,
    lockFileContents: RUNTIME.lock,
    packageBaseUrl: RUNTIME.engine,
    packages: ['nyttokalkyl']
  })
  return python.pyimport('calculators.browser').handle
}

const engine = start()
engine.then(
  () => self.postMessage({ ready: true }),
  (error) => self.postMessage({ failed: String(error) })
)

self.onmessage = async ({ data: { id, batch } }) => {
  try {
    const handle = await engine
    self.postMessage({ id, reply: handle(batch) })
  } catch (error) {
    self.postMessage({ failed: String(error) })
  }
}
