// @ts-check
// Runs a Python file inside Pyodide in Node: node publish/pyodide.mjs JOB.json
// The job: {"wheels": [paths to unpack], "folders": {"/at": "host folder"}, "path": [sys.path entries], "args": [python flags], "env": {}, "code": "…"}
// The last line of output is the string that the code's last expression gives.
import fs from 'node:fs'
import { loadPyodide } from 'pyodide'

const job = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'))
const python = await loadPyodide({
  args: job.args ?? [],
  env: { HOME: '/home/pyodide', PYTHONDONTWRITEBYTECODE: '1', ...job.env },
  ...(job.stdlib ? { stdLibURL: job.stdlib } : {})
})
const site = python.runPython('import site; site.getsitepackages()[0]')
for (const wheel of job.wheels ?? [])
  python.unpackArchive(new Uint8Array(fs.readFileSync(wheel)), 'wheel', { extractDir: site })
for (const [at, folder] of Object.entries(job.folders ?? {})) {
  python.FS.mkdirTree(at)
  python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, at)
}
try {
  python.runPython(`import sys; sys.path[:0] = ${JSON.stringify(job.path ?? [])}`)
  console.log(python.runPython(job.code))
} catch (error) {
  // Only the end: a stack trace out of Pyodide quotes its one-line source, a megabyte long.
  console.error(String(error instanceof Error ? error.message : error).slice(-3000))
  process.exit(1)
}
