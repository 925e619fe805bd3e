// @ts-check
// Copies and saves what stands in a .nk-savable: a chart as SVG or PNG, a table as CSV, a text as it is.
// The words that are said afterwards stand on the button.
import { download } from './files.js'
import { raster, standalone, tableAsSvg } from './picture.js'

/** @type {Record<string, (from: Element) => Promise<Blob> | Blob>} */
const FORMATS = {
  svg: (from) => new Blob([pictureOf(from)], { type: 'image/svg+xml' }),
  png: (from) => raster(pictureOf(from)),
  csv: (from) => new Blob([csv(tableOf(from), ';')], { type: 'text/csv;charset=utf-8' })
}

/** What the button asks for. Gives the words to say. @param {HTMLElement} button @returns {Promise<string>} */
export async function saveFrom(button) {
  const { save = '', file = '', done = '', instead = '' } = button.dataset
  const from = button.closest('.nk-savable')
  if (!from) return ''
  if (save === 'copy') return copy(from, file).then((copied) => (copied ? done : instead))
  download(await FORMATS[save](from), `${file}.${save}`)
  return done
}

/** The clipboard, or a file where the browser says no. @param {Element} from @param {string} file @returns {Promise<boolean>} */
async function copy(from, file) {
  const items = copies(from)
  try {
    await navigator.clipboard.write([new ClipboardItem(items)])
    return true
  } catch {
    const [type, content] = Object.entries(items)[0]
    download(await content, `${file}.${{ 'image/png': 'png', 'text/html': 'html' }[type] ?? 'txt'}`)
    return false
  }
}

/** What is put on the clipboard: a picture, a table that pastes as one, or a text. Promises, so that the click still counts.
 * @param {Element} from @returns {Record<string, Promise<Blob>>} */
function copies(from) {
  const table = from.querySelector('table')
  if (chartOf(from)) return { 'image/png': raster(pictureOf(from)) }
  if (!table) return { 'text/plain': blob(from.querySelector('[data-text]')?.textContent ?? '', 'text/plain') }
  const plain = csv(table, '\t').slice(1)
  return { 'text/html': blob(`<meta charset="utf-8">${table.outerHTML}`, 'text/html'), 'text/plain': blob(plain, 'text/plain') }
}

/** @param {string} text @param {string} type */
const blob = async (text, type) => new Blob([text], { type })

/** The widest picture, also where a narrow one is shown. @param {Element} from @returns {SVGSVGElement | null} */
const chartOf = (from) => from.querySelector('svg.nk-chart--wide') ?? from.querySelector('figure svg')

/** @param {Element} from */
function pictureOf(from) {
  const chart = chartOf(from)
  return chart ? standalone(chart) : tableAsSvg(tableOf(from))
}

/** @param {Element} from @returns {HTMLTableElement} */
function tableOf(from) {
  const table = from.querySelector('table')
  if (!table) throw new Error('no table to save')
  return table
}

/** Every row, with exact figures from data-value, decimal comma, and a mark that tells spreadsheets of åäö.
 * @param {HTMLTableElement} table @param {string} between */
export function csv(table, between) {
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => guarded(textOf(cell), between)).join(between))
  return `\ufeff${rows.join('\r\n')}\r\n`
}

/** @param {HTMLTableCellElement} cell */
function textOf(cell) {
  const { value, unit } = cell.dataset
  if (value !== undefined) return { figure: value.replace('.', ',') }
  const text = (cell.textContent ?? '').replace(/\s+/g, ' ').trim()
  return { text: unit ? `${text} (${unit})` : text }
}

/** A text that a spreadsheet would take for a formula is marked as text. @param {{figure?: string, text?: string}} cell @param {string} between */
function guarded({ figure, text = '' }, between) {
  if (figure !== undefined) return figure
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text
  return safe.includes('"') || safe.includes(between) ? `"${safe.replaceAll('"', '""')}"` : safe
}
