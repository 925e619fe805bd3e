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

/** A field with a fault under it says so itself, to those who do not see its colour. @param {ParentNode} page */
export function markFaults(page) {
  for (const field of page.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid')
  for (const fault of page.querySelectorAll('.nk-notes > .nk-fault'))
    document.getElementById(fault.parentElement?.id.replace(/--note$/, '') ?? '')?.setAttribute('aria-invalid', 'true')
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
