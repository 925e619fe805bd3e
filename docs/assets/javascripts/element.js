// @ts-check
// <nytto-kalkyl>: a calculator on the page. Sends what the reader does to the engine and puts its HTML in place.
// Knows no calculator, no number and no words: all of that comes from Python.
import { keyed, written } from './acts.js'
import { expand, pick, suggest } from './combobox.js'
import { listen, send, start } from './engine.js'
import { changed, focusOn, markFaults } from './fields.js'
import { deliver, opened } from './files.js'
import { saveFrom } from './save.js'
import { draw } from './slot.js'
import { Conflict, current, forget, load, now, save, version, versions } from './storage.js'

const AUTOSAVE = 250 // ms after a change
const QUIET = 500 // ms before the live region speaks, so that it does not chatter
const SILENT = ['open', 'save_workbook', 'save', 'link', 'settle', 'unsaved', 'versions', 'report', 'show_report', 'simulate', 'compare'] // change nothing that ought to be saved

/** @typedef {import('./acts.js').Act} Act */

class Kalkyl extends HTMLElement {
  /** @type {Act[]} */ queue = []
  /** @type {Act[]} */ sent = []
  busy = false
  woken = false
  opened = false
  unsaved = false
  /** @type {(() => void) | null} */ unlisten = null
  /** @type {AbortController | null} */ listeners = null
  saveTimer = 0
  sayTimer = 0
  settleTimer = 0

  connectedCallback() {
    const { signal } = (this.listeners = new AbortController())
    this.addEventListener('input', this.onInput, { signal })
    this.addEventListener('change', this.onInput, { signal })
    this.addEventListener('click', this.onClick, { signal })
    this.addEventListener('toggle', this.onToggle, { signal, capture: true })
    this.addEventListener('paste', this.onPaste, { signal })
    this.addEventListener('submit', (event) => event.preventDefault(), { signal })
    this.addEventListener('keydown', this.onKey, { signal })
    this.addEventListener('focusin', this.wake, { signal, once: true })
    this.addEventListener('pointerdown', this.wake, { signal, once: true })
    addEventListener('hashchange', () => this.reopen(), { signal })
    document.addEventListener('click', this.onLink, { signal, capture: true })
    addEventListener('pagehide', () => this.flush(), { signal })
    document.addEventListener('visibilitychange', () => document.hidden && this.flush(), { signal })
    this.adopt()
    this.wakeWhenNeeded()
  }

  /** What she typed while this script was still on its way. */
  adopt() {
    for (const { name, value } of changed(this)) this.act({ do: 'input', key: name, value })
  }

  disconnectedCallback() {
    this.flush()
    this.listeners?.abort()
    this.unlisten?.()
  }

  /** At once for a link or saved work, otherwise when the browser has nothing better to do. */
  async wakeWhenNeeded() {
    if (this.fragment()) this.comeForward()
    if (this.fragment() || (await this.kept()).document) this.wake()
    else if ('requestIdleCallback' in window) requestIdleCallback(() => this.isConnected && this.wake(), { timeout: 4000 })
    else setTimeout(() => this.isConnected && this.wake(), 1500)
  }

  wake = async () => {
    if (this.woken) return
    this.woken = true
    this.dataset.state = 'starting'
    start()
    this.unlisten?.()
    this.unlisten = listen((state) => this.onEngine(state)) // the engine may be ready since another page
    // Nothing is sent before this: an answer to what she has typed must not be opened over.
    this.queue.unshift({ do: 'open', fresh: true, view: this.dataset.view, width: this.clientWidth, fragment: this.fragment(), now: now(), newId: crypto.randomUUID(), ...(await this.kept()) })
    this.opened = true
    this.next()
  }

  /** Her documents and the one to open; none where the browser keeps nothing for us. */
  async kept() {
    return current(this.id).catch(() => ({ id: this.id, document: null, documents: [] }))
  }

  fragment() {
    const fragment = location.hash.slice(1)
    return fragment.includes('=') ? fragment : ''
  }

  /** A link on this page that fills in the calculator. The theme would fetch the page anew. @param {MouseEvent} event */
  onLink = (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const [page, hash = ''] = link?.href.split('#') ?? []
    if (page !== location.href.split('#')[0] || !hash.includes('=') || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    history.pushState(null, '', `#${hash}`)
    this.reopen()
  }

  /** The calculator takes what the address holds. */
  reopen() {
    if (!this.fragment()) return
    this.flush()
    this.act({ do: 'open', fragment: this.fragment(), document: null, now: now(), newId: crypto.randomUUID() })
    this.comeForward()
  }

  /** Whoever follows a link that is filled in wants the calculator, not the guide above it: the keyboard goes on from there. */
  comeForward() {
    const form = this.querySelector('form')
    if (form) form.tabIndex = -1
    form?.focus({ preventScroll: true })
    this.scrollIntoView()
  }

  /** What she changes is no longer what the link holds: a reload must bring back her figures. */
  leaveLink() {
    if (this.fragment()) history.replaceState(history.state, '', location.pathname + location.search)
  }

  /** @param {'ready' | 'error'} state */
  onEngine(state) {
    this.dataset.state = state
    if (state === 'error') this.busy = false
  }

  /** @param {Event} event */
  onInput = (event) => {
    const field = event.target
    if (!(field instanceof HTMLInputElement && field.type === 'file')) return this.actIf(written(event))
    if (event.type === 'change') this.openFiles(field)
  }

  /** Several lines in a field for one: each becomes a thing of its own. @param {ClipboardEvent} event */
  onPaste = (event) => {
    const field = event.target
    const text = event.clipboardData?.getData('text').trim() ?? ''
    if (!(field instanceof HTMLInputElement) || !field.dataset.lines || !text.includes('\n')) return
    event.preventDefault()
    this.act({ do: 'input', key: field.name, value: field.value + text })
    this.press({ do: field.dataset.lines })
  }

  /** @param {HTMLInputElement} field */
  async openFiles(field) {
    const files = await opened(field)
    const { do: act = '', without, ...about } = field.dataset
    const plain = (without ?? '').split(' ').filter(Boolean) // endings of files that can be read without anything being fetched
    const needs = files.every(({ name }) => plain.some((ending) => name.toLowerCase().endsWith(ending))) ? {} : this.needed(about)
    if (files.length) this.act({ do: act, files, newId: crypto.randomUUID(), now: now(), ...needs })
    field.value = ''
  }

  /** @param {MouseEvent} event */
  onClick = (event) => {
    const target = event.target instanceof Element ? event.target : null
    const option = target?.closest('[role=option]')
    if (option) return pick(option)
    const link = target?.closest('a[href^="#"]')
    if (link && this.contains(link)) return this.goTo(event, link.getAttribute('href')?.slice(1) ?? '')
    const saver = target?.closest('[data-save]')
    if (saver instanceof HTMLElement && this.contains(saver)) return this.sayWhen(saveFrom(saver), saver.dataset.failed ?? '')
    const button = target?.closest('[data-do]')
    if (!(button instanceof HTMLElement || button instanceof SVGElement) || !this.contains(button) || button.localName === 'details' || button.matches('input')) return
    if (button.dataset.do === 'print') window.print()
    else if (button.dataset.do === 'fullscreen') toggleFullscreen(button)
    else if (button.dataset.do === 'restart') this.restart()
    else this.press(button.dataset)
  }

  /** A button: what it says, with what it asks to have fetched from her own store. @param {DOMStringMap} data */
  async press({ do: act = '', path, value, load: wanted, ...more }) {
    const [kind, name] = [wanted?.split(':')[0], wanted?.slice(wanted.indexOf(':') + 1) ?? '']
    const about = { do: act, path, value, address: location.href.split('#')[0], newId: crypto.randomUUID(), now: now(), ...this.needed(more) }
    if (!SILENT.includes(act)) this.flush()
    const fetched = kind && (await fetchers[kind](name).catch(() => null))
    this.act(kind ? { ...about, loaded: fetched, loadedId: name } : about)
  }

  /** What has to be fetched first, and what to say meanwhile. @param {DOMStringMap} data */
  needed({ needs, wait }) {
    if (needs && wait) this.say(wait)
    return needs ? { needs } : {}
  }

  /** Something that was folded is opened: what it holds may have to be worked out. @param {Event} event */
  onToggle = (event) => {
    const at = event.target
    if (at instanceof HTMLDetailsElement && at.dataset.do) this.act({ do: at.dataset.do, path: at.dataset.path, value: at.open ? 'open' : '' })
  }

  /** A fault's link moves to its field, and leaves the address as it is. @param {Event} event @param {string} id */
  goTo(event, id) {
    event.preventDefault()
    event.stopPropagation() // the theme would go there too, late, and take the keyboard away
    focusOn(id)
  }

  /** @param {KeyboardEvent} event */
  onKey = (event) => {
    const act = suggest(event) ? null : keyed(event)
    if (act) event.preventDefault()
    this.actIf(act)
  }

  /** @param {Act | null} act */
  actIf(act) {
    if (act) this.act(act)
  }

  /** Queue what the reader did; typing on in one field is one event. @param {Act} act */
  act(act) {
    const last = this.queue.at(-1)
    if (act.do === 'input' && last?.do === 'input' && last.key === act.key) Object.assign(last, act)
    else this.queue.push(act)
    clearTimeout(this.settleTimer)
    this.wake()
    this.next()
  }

  async next() {
    if (this.busy || !this.opened || !this.queue.length || this.dataset.state === 'error') return
    this.busy = true
    this.setAttribute('aria-busy', 'true')
    const batch = this.queue.splice(0)
    this.sent = batch
    const reply = await send(this.id, batch)
    this.sent = []
    this.show(reply, batch)
    this.busy = false
    if (!this.queue.length) this.removeAttribute('aria-busy')
    if (batch.some(({ do: act }) => !SILENT.includes(act))) {
      this.leaveLink()
      this.keepSoon()
    }
    this.next()
  }

  /** @param {import('./engine.js').Reply} reply @param {Act[]} batch */
  show(reply, batch) {
    // The field that she types in keeps her text, unless she asked for another, as with undo.
    const ignoreActiveValue = batch.every(({ do: act }) => ['input', 'save', 'settle'].includes(act))
    for (const [id, html] of Object.entries(reply.slots)) {
      const slot = document.getElementById(id)
      if (!slot) continue
      draw(slot, html, ignoreActiveValue)
      markFaults(slot)
    }
    expand()
    if (reply.focus) focusOn(reply.focus)
    if (reply.link) this.offer(reply.link)
    const { office } = reply
    if (office) this.sayWhen(import('./office.js').then(({ saveOffice }) => saveOffice(office)), office.failed)
    if (reply.download) deliver(reply.download)
    for (const [id, saving] of Object.entries(reply.keep ?? {})) this.keep(id, saving)
    for (const id of reply.forget ?? []) forget(id).catch(() => {})
    if (reply.say) this.say(reply.say)
    if (reply.pending) this.settleTimer = window.setTimeout(() => this.act({ do: 'settle' }), reply.pending)
    if (batch.some(({ do: act }) => act === 'input')) performance.mark('nytto:answered')
    this.dispatchEvent(new CustomEvent('nytto:shown', { detail: reply }))
  }

  /** @param {string} id @param {{calculator: string, name: string, document: string}} saving */
  keep(id, saving) {
    save(id, saving).catch((error) => {
      console.info('nyttokalkyl: not saved', error)
      this.act(error instanceof Conflict ? { do: 'conflict', newId: crypto.randomUUID(), now: now() } : { do: 'unsaved', value: String(error?.name ?? '') })
    })
  }

  /** The clipboard, and a field to copy from where the browser says no. @param {string} link */
  async offer(link) {
    const field = this.querySelector('input[readonly]')
    if (!(field instanceof HTMLInputElement)) return
    field.select()
    const copied = await navigator.clipboard?.writeText(link).then(() => true, () => false)
    field.closest('p')?.toggleAttribute('data-copied', Boolean(copied))
  }

  /** @param {Promise<string>} words What to say once it is done. @param {string} failed What to say if it can't be. */
  sayWhen(words, failed) {
    words.catch((error) => (console.warn('nyttokalkyl: not saved', error), failed)).then((said) => said && this.say(said))
  }

  /** @param {string} words */
  say(words) {
    clearTimeout(this.sayTimer)
    this.sayTimer = window.setTimeout(() => {
      const live = this.querySelector('[data-live]')
      if (live) live.replaceChildren(Object.assign(document.createElement('span'), { textContent: words })) // a new one: it is seen anew
    }, QUIET)
  }

  /** Soon, and not later because she goes on typing. */
  keepSoon() {
    if (this.unsaved) return
    this.unsaved = true
    this.saveTimer = window.setTimeout(() => this.flush(), AUTOSAVE)
  }

  /** Before anything else takes the place of what she has written, also of what has not been answered yet. */
  flush() {
    clearTimeout(this.saveTimer)
    if (!this.unsaved && ![...this.sent, ...this.queue].some(({ do: act }) => !SILENT.includes(act))) return
    this.unsaved = false
    this.act({ do: 'save' })
  }

  /** A new worker knows nothing: open what was saved and do again what had not been answered. */
  restart() {
    this.queue.unshift(...this.sent.filter(({ do: act }) => act !== 'open'))
    this.woken = this.opened = this.busy = false
    this.dataset.state = 'starting'
    this.wake()
  }
}

/** The part of the page that a button stands in, on the whole screen or back. @param {Element} button */
function toggleFullscreen(button) {
  if (document.fullscreenElement) document.exitFullscreen()
  else button.closest('[data-stage]')?.requestFullscreen()
}

/** What a button may ask for from her own store. @type {Record<string, (name: string) => Promise<unknown>>} */
const fetchers = {
  document: load,
  current: (calculator) => current(calculator),
  versions: (id) => versions(id),
  version: (n) => version(Number(n)),
}

customElements.define('nytto-kalkyl', Kalkyl)
