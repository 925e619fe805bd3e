// @ts-check
// What a reader does with a field or a key, as the engine hears it. None of it where the browser does what she means.

/** @typedef {{do: string, [key: string]: unknown}} Act */

/** A field that is typed in or chosen. @param {Event} event @returns {Act | null} */
export function written({ target: field, type }) {
  const typed = type === 'input'
  if (field instanceof HTMLInputElement && field.name && typed !== (field.type === 'checkbox' || field.type === 'radio'))
    return { do: 'input', key: field.name, value: field.type === 'checkbox' && !field.checked ? '' : field.value, caret: typed ? field.selectionStart : null }
  if ((field instanceof HTMLSelectElement && !typed) || (field instanceof HTMLTextAreaElement && typed))
    return field.name ? { do: 'input', key: field.name, value: field.value } : null
  return null
}

/** A key that the page listens for. @param {KeyboardEvent} event @returns {Act | null} */
export function keyed(event) {
  return asked(event) ?? undone(event)
}

/** A key that the place where she is has asked for. Fields keep their own keys, but for Escape. @param {KeyboardEvent} event */
function asked(event) {
  const at = event.target instanceof Element ? event.target : null
  const area = at?.closest('[data-keys]')
  const thing = at?.closest('[data-path]')
  const key = `${event.altKey ? 'Alt+' : ''}${event.key === ' ' ? 'Space' : event.key}`
  if (!(area instanceof HTMLElement) || event.ctrlKey || event.metaKey || !area.dataset.keys?.split(' ').includes(key)) return null
  if (!thing || (at?.matches('input, select, textarea') && key !== 'Escape')) return null
  return { do: area.dataset.act ?? '', path: /** @type {HTMLElement | SVGElement} */ (thing).dataset.path, value: key }
}

/** @param {KeyboardEvent} event */
function undone(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  const key = event.key.toLowerCase()
  const act = key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'y' ? 'redo' : ''
  return act ? { do: act } : null
}
