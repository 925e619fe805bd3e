// Runs the theme's search worker outside a browser: node search.mjs WORKER INDEX WORD… → {word: [location, …]} as JSON.
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import vm from 'node:vm'

const [worker, index, ...words] = process.argv.slice(2)
const heard = new EventTarget()
let answered

const scope = {
  console,
  URL,
  MessageEvent,
  location: pathToFileURL(worker),
  addEventListener: heard.addEventListener.bind(heard),
  dispatchEvent: heard.dispatchEvent.bind(heard),
  postMessage: (message) => answered(message),
  importScripts: (...paths) => paths.forEach((path) => run(resolve(dirname(worker), path))),
  fetch: async (url) => ({ json: () => JSON.parse(readFileSync(fileURLToPath(url), 'utf8')) }),
}
scope.self = vm.createContext(scope)
const run = (path) => vm.runInContext(readFileSync(path, 'utf8'), scope)

const ask = (data) =>
  new Promise((answer) => {
    answered = answer
    heard.dispatchEvent(new MessageEvent('message', { data }))
  })

run(worker)
await ask({ type: 0, data: { ...JSON.parse(readFileSync(index, 'utf8')), options: { suggest: false } } })
const found = {}
for (const word of words) {
  const { data } = await ask({ type: 2, data: word })
  found[word] = data.items.flat().map((item) => item.location)
}
console.log(JSON.stringify(found))
