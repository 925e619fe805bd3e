// @ts-check
// The fields of a calculator on the page: which hold something of hers, which have a fault, and how one is reached.

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

/** What she has changed since the page was built, in order. @param {ParentNode} page @returns {Field[]} */
export function changed(page) {
  const fields = /** @type {Field[]} */ ([...page.querySelectorAll('input[name][type="text"], select[name]')])
  return fields.filter((field) =>
    field instanceof HTMLSelectElement
      ? field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected))
      : field.value !== field.defaultValue
  )
}

/** A field with a fault under it says so itself, to those who do not see its colour.
 * @param {Element} drawn What was drawn anew: a note under a field, or a part of the page with such notes. */
export function markFaults(drawn) {
  for (const note of drawn.matches('.nk-notes') ? [drawn] : drawn.querySelectorAll('.nk-notes')) {
    const field = document.getElementById(note.id.replace(/--note$/, ''))
    if (note.querySelector('.nk-fault')) field?.setAttribute('aria-invalid', 'true')
    else field?.removeAttribute('aria-invalid')
  }
}

/** Move to a field, or to the first field or button of a group; whatever folds it away is opened. @param {string} id */
export function focusOn(id) {
  const found = document.getElementById(id)
  const fields = 'input:not([disabled]), select, textarea, button:not([disabled])'
  const target = found?.matches(`${fields}, [tabindex]`) ? found : found?.querySelector('input, select, textarea') ?? found?.querySelector(fields)
  if (!(target instanceof HTMLElement || target instanceof SVGElement)) return found?.scrollIntoView()
  for (let at = target.closest('details'); at; at = at.parentElement?.closest('details') ?? null) at.open = true
  target.focus()
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
