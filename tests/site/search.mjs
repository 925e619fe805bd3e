// Runs the theme's search worker outside a browser: node search.mjs WORKER INDEX WORD… → {word: [location, …]} as JSON.
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import vm from 'node:vm'

const [worker, index, ...words] = process.argv.slice(2)
const listeners = []
let answered

const scope = {
  console,
  addEventListener: (_, listener) => listeners.push(listener),
  postMessage: (message) => answered(message),
  importScripts: (...paths) => paths.forEach((path) => run(resolve(dirname(worker), path))),
}
scope.self = vm.createContext(scope)
const run = (path) => vm.runInContext(readFileSync(path, 'utf8'), scope)

const ask = (message) =>
  new Promise((answer) => {
    answered = answer
    const event = { data: message }
    listeners.forEach((listener) => listener(event))
  })

run(worker)
await ask({ type: 0, data: { ...JSON.parse(readFileSync(index, 'utf8')), options: { suggest: false } } })
const found = {}
for (const word of words) {
  const { data } = await ask({ type: 2, data: word })
  found[word] = data.items.flat().map((item) => item.location)
}
console.log(JSON.stringify(found))
