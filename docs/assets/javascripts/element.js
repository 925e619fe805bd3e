// @ts-check
// <nytto-kalkyl>: a calculator on the page. Sends what the reader does to the engine and puts its HTML in place.
// Knows no calculator, no number and no words: all of that comes from Python.
import { Idiomorph } from './idiomorph.js'
import { listen, send, start } from './engine.js'
import { changed, focusOn, markFaults } from './fields.js'
import { saveFrom } from './save.js'
import { save, saved } from './storage.js'

const AUTOSAVE = 250 // ms after the last change
const QUIET = 500 // ms before the live region speaks, so that it does not chatter

// What the reader has opened or closed stays so, whatever is drawn anew.
const KEEP = { beforeAttributeUpdated: (/** @type {string} */ name, /** @type {Element} */ at) => name !== 'open' || at.localName !== 'details' }

/** @typedef {{do: string, [key: string]: unknown}} Act */

class Kalkyl extends HTMLElement {
  /** @type {Act[]} */ queue = []
  busy = false
  woken = false
  opened = false
  /** @type {(() => void) | null} */ unlisten = null
  /** @type {AbortController | null} */ listeners = null
  saveTimer = 0
  sayTimer = 0

  connectedCallback() {
    const { signal } = (this.listeners = new AbortController())
    this.addEventListener('input', this.onInput, { signal })
    this.addEventListener('change', this.onInput, { signal })
    this.addEventListener('click', this.onClick, { signal })
    this.addEventListener('submit', (event) => event.preventDefault(), { signal })
    this.addEventListener('keydown', this.onKey, { signal })
    this.addEventListener('focusin', this.wake, { signal, once: true })
    this.addEventListener('pointerdown', this.wake, { signal, once: true })
    addEventListener('hashchange', () => this.reopen(), { signal })
    document.addEventListener('click', this.onLink, { signal, capture: true })
    addEventListener('pagehide', () => this.flush(), { signal })
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
    if (location.hash.includes('=') || (await this.kept())) this.wake()
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
    this.queue.unshift({ do: 'open', fresh: true, fragment: this.fragment(), document: await this.kept() })
    this.opened = true
    this.next()
  }

  /** The saved document; null where the browser keeps nothing for us. */
  async kept() {
    try {
      return await saved(this.id)
    } catch {
      return null
    }
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

  /** The calculator comes into view with what the address holds, and the keyboard goes on from there. */
  reopen() {
    if (!this.fragment()) return
    this.act({ do: 'open', fragment: this.fragment(), document: null })
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
    const typed = event.type === 'input'
    if (field instanceof HTMLInputElement && field.name && typed !== (field.type === 'checkbox'))
      this.act({ do: 'input', key: field.name, value: field.type === 'checkbox' ? (field.checked ? field.value : '') : field.value })
    else if (field instanceof HTMLSelectElement && field.name && !typed)
      this.act({ do: 'input', key: field.name, value: field.value })
    else if (field instanceof HTMLTextAreaElement && field.name && typed)
      this.act({ do: 'input', key: field.name, value: field.value })
  }

  /** @param {MouseEvent} event */
  onClick = (event) => {
    const target = event.target instanceof Element ? event.target : null
    const link = target?.closest('a[href^="#"]')
    if (link && this.contains(link)) return this.goTo(event, link.getAttribute('href')?.slice(1) ?? '')
    const saver = target?.closest('[data-save]')
    if (saver instanceof HTMLElement && this.contains(saver)) return this.sayWhen(saveFrom(saver))
    const button = target?.closest('[data-do]')
    if (!(button instanceof HTMLElement) || !this.contains(button)) return
    const { do: act = '', path, value, into } = button.dataset
    if (act === 'print') window.print()
    else if (act === 'restart') this.restart()
    else if (act === 'report') this.act({ do: act, kind: value, date: new Date().toLocaleDateString('sv-SE') })
    else if (into) this.actInto(into, act)
    else this.act({ do: act, path, value, address: location.href.split('#')[0] })
  }

  /** Something that changes another calculation: that one's saved document goes along. @param {string} other @param {string} act */
  async actInto(other, act) {
    this.act({ do: act, document: await saved(other).catch(() => null) })
  }

  /** A fault's link moves to its field, and leaves the address as it is. @param {Event} event @param {string} id */
  goTo(event, id) {
    event.preventDefault()
    focusOn(id)
  }

  /** @param {KeyboardEvent} event */
  onKey = (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    const act = key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'y' ? 'redo' : ''
    if (!act) return
    event.preventDefault()
    this.act({ do: act })
  }

  /** Queue what the reader did; typing on in one field is one event. @param {Act} act */
  act(act) {
    const last = this.queue.at(-1)
    if (act.do === 'input' && last?.do === 'input' && last.key === act.key) last.value = act.value
    else this.queue.push(act)
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
    if (batch.some(({ do: act }) => !['open', 'save', 'link'].includes(act))) {
      this.leaveLink()
      this.keepSoon()
    }
    this.next()
  }
  /** @type {Act[]} */ sent = []

  /** @param {import('./engine.js').Reply} reply @param {Act[]} batch */
  show({ slots, focus, say, link, document: saving, keep, office }, batch) {
    // The field that she types in keeps her text, unless she asked for another, as with undo.
    const ignoreActiveValue = batch.every(({ do: act }) => act === 'input' || act === 'save')
    for (const [id, html] of Object.entries(slots)) {
      const slot = document.getElementById(id)
      if (!slot) continue
      // Replacing is quicker than morphing, where there is nothing of hers to keep: no focus, nothing opened.
      if (slot.contains(document.activeElement) || slot.querySelector('details[open], input, select')) {
        Idiomorph.morph(slot, html, { morphStyle: 'innerHTML', ignoreActiveValue, callbacks: KEEP })
      } else slot.innerHTML = html
    }
    markFaults(this)
    if (focus) focusOn(focus)
    if (link) this.offer(link)
    for (const [id, document] of Object.entries({ ...keep, ...(saving ? { [this.id]: saving } : {}) }))
      save(id, document).catch((error) => console.warn('nyttokalkyl: not saved', error))
    if (office) import('./office.js').then(({ saveOffice }) => saveOffice(office))
    if (say) this.say(say)
    if (batch.some(({ do: act }) => act === 'input')) performance.mark('nytto:answered')
    this.dispatchEvent(new CustomEvent('nytto:shown'))
  }

  /** The clipboard, and a field to copy from where the browser says no. @param {string} link */
  async offer(link) {
    const field = this.querySelector('input[readonly]')
    if (!(field instanceof HTMLInputElement)) return
    field.select()
    const copied = await navigator.clipboard?.writeText(link).then(() => true, () => false)
    field.closest('p')?.toggleAttribute('data-copied', Boolean(copied))
  }

  /** @param {Promise<string>} words What to say once it is done; the reason for a failure is for the console. */
  sayWhen(words) {
    words.then((done) => done && this.say(done)).catch((error) => console.warn('nyttokalkyl: not saved', error))
  }

  /** @param {string} words */
  say(words) {
    clearTimeout(this.sayTimer)
    this.sayTimer = window.setTimeout(() => {
      const live = this.querySelector('[data-live]')
      if (live) live.textContent = words
    }, QUIET)
  }

  keepSoon() {
    clearTimeout(this.saveTimer)
    this.saveTimer = window.setTimeout(() => this.flush(), AUTOSAVE)
    this.unsaved = true
  }
  unsaved = false

  flush() {
    clearTimeout(this.saveTimer)
    if (!this.unsaved) return
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

customElements.define('nytto-kalkyl', Kalkyl)
