// @ts-check
// A text field with suggestions (role=combobox and its listbox): the keys that a browser has no element for.

/** @param {Element} field @returns {HTMLElement[]} */
function options(field) {
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '')
  return list ? [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll('[role=option]'))] : []
}

/** @param {HTMLInputElement} field @param {HTMLElement | undefined} chosen */
function mark(field, chosen) {
  for (const option of options(field)) option.setAttribute('aria-selected', String(option === chosen))
  if (chosen) field.setAttribute('aria-activedescendant', chosen.id)
  else field.removeAttribute('aria-activedescendant')
  chosen?.scrollIntoView({ block: 'nearest' })
}

/** Take a suggestion: its text becomes the field's. @param {Element} option */
export function pick(option) {
  const field = document.querySelector(`[aria-controls="${option.closest('[role=listbox]')?.id}"]`)
  if (!(field instanceof HTMLInputElement) || !(option instanceof HTMLElement)) return
  field.value = option.dataset.text ?? ''
  field.focus()
  const caret = Number(option.dataset.caret)
  field.setSelectionRange(caret, caret)
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/** Whether the key belonged to the suggestions. @param {KeyboardEvent} event @returns {boolean} */
export function suggest(event) {
  const field = event.target
  if (!(field instanceof HTMLInputElement) || field.getAttribute('role') !== 'combobox') return false
  const found = options(field)
  const at = found.findIndex((option) => option.getAttribute('aria-selected') === 'true')
  if (event.key === 'ArrowDown' && found.length) mark(field, found[(at + 1) % found.length])
  else if (event.key === 'ArrowUp' && found.length) mark(field, found[(at - 1 + found.length) % found.length])
  else if (event.key === 'Enter' && at >= 0) pick(found[at])
  else if (event.key === 'Escape' && found.length) for (const option of found) option.remove()
  else return false
  event.preventDefault()
  return true
}

/** Where suggestions are shown. @type {Element | null} */
let expanded = null

/** Say of the text field where she is whether it has suggestions now, and of the one where she was that it has none. */
export function expand() {
  expanded?.setAttribute('aria-expanded', 'false')
  expanded = null
  const field = document.activeElement
  if (field?.getAttribute('role') !== 'combobox' || !options(field).length) return
  field.setAttribute('aria-expanded', 'true')
  expanded = field
}
