// @ts-check
// A part of the page that the engine writes anew: only what differs is touched, so that the browser lays out no more than that.
import { Idiomorph } from './idiomorph.js'

const HERS = 'details[open], input, select, textarea'
// What the reader has opened or closed stays so, whatever is drawn anew.
const KEEP = { beforeAttributeUpdated: (/** @type {string} */ name, /** @type {Element} */ at) => name !== 'open' || at.localName !== 'details' }
const template = document.createElement('template')

/** @param {Element} slot @param {string} html @param {boolean} ignoreActiveValue The field that she types in keeps her text. */
export function draw(slot, html, ignoreActiveValue) {
  // What holds something of hers, or where she is, must be found again also when it has moved. The rest is matched by place: quicker.
  if (slot.contains(document.activeElement) || slot.querySelector(HERS)) {
    Idiomorph.morph(slot, html, { morphStyle: 'innerHTML', ignoreActiveValue, callbacks: KEEP })
  } else {
    template.innerHTML = html
    become(slot, template.content)
  }
}

/** The same children as these, which are used up. @param {Node} at @param {Node} wanted */
function become(at, wanted) {
  let old = at.firstChild
  for (let now = wanted.firstChild, after; now; now = after) {
    after = now.nextSibling
    const next = old?.nextSibling ?? null
    if (!old) at.appendChild(now)
    else if (!old.isEqualNode(now)) {
      if (old.nodeName !== now.nodeName) at.replaceChild(now, old)
      else if (old.nodeType !== Node.ELEMENT_NODE) old.nodeValue = now.nodeValue
      else {
        sameAttributes(/** @type {Element} */ (old), /** @type {Element} */ (now))
        become(old, now)
      }
    }
    old = next
  }
  while (old) {
    const next = old.nextSibling
    old.remove()
    old = next
  }
}

/** @param {Element} at @param {Element} wanted */
function sameAttributes(at, wanted) {
  for (const { name, value } of wanted.attributes) if (at.getAttribute(name) !== value) at.setAttribute(name, value)
  if (at.attributes.length === wanted.attributes.length) return
  for (const { name } of [...at.attributes]) if (!wanted.hasAttribute(name)) at.removeAttribute(name)
}
