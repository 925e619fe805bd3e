// @ts-check
// A chart or a table of the page as a picture that stands alone: every style as an attribute, in the light colours.

const SHAPES = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity']
const WORDS = [...SHAPES, 'paint-order', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor']
const DRAWN = 'path, rect, circle, ellipse, line, polyline, polygon, text, tspan'
const SVG = 'http://www.w3.org/2000/svg'
const EDGE = 8 // px of air around a table

/** Runs `work` with a copy of the element, styled as in light mode and out of sight.
 * @template T @param {Element} element @param {(copy: any) => T} work @returns {T} */
export function inLight(element, work) {
  const room = document.createElement('div')
  room.className = 'md-typeset nk-aside'
  room.dataset.mdColorScheme = 'default'
  room.inert = true
  const copy = room.appendChild(element.cloneNode(true))
  document.body.append(room)
  try {
    return work(copy)
  } finally {
    room.remove()
  }
}

/** The SVG as a file of its own. @param {SVGSVGElement} svg @returns {string} */
export function standalone(svg) {
  return inLight(svg, (/** @type {SVGSVGElement} */ copy) => {
    const { width, height } = copy.viewBox.baseVal
    const paper = getComputedStyle(copy.parentElement ?? copy).getPropertyValue('--nk-paper').trim()
    for (const shape of [...copy.querySelectorAll(DRAWN)]) settle(shape)
    for (const part of copy.querySelectorAll('[class]')) part.removeAttribute('class')
    copy.removeAttribute('class')
    copy.setAttribute('width', String(width))
    copy.setAttribute('height', String(height))
    const back = document.createElementNS(SVG, 'rect')
    for (const [name, value] of Object.entries({ width, height, fill: paper })) back.setAttribute(name, String(value))
    copy.querySelector(':scope > :not(title, desc)')?.before(back)
    return written(copy)
  })
}

/** Styles of the sheet become attributes; what the sheet hides is left out. @param {Element} shape */
function settle(shape) {
  const style = getComputedStyle(shape)
  if (style.display === 'none') return shape.remove()
  const own = shape.matches('text, tspan') ? WORDS : SHAPES
  for (const name of own) {
    const value = style.getPropertyValue(name)
    if (value && !(name === 'opacity' && value === '1') && !(name === 'stroke-dasharray' && value === 'none'))
      shape.setAttribute(name, value.replaceAll('"', "'").replace(/url\('[^']*(#[^']+)'\)/, 'url($1)'))
  }
}

/** @param {SVGSVGElement} svg */
function written(svg) {
  svg.setAttribute('lang', document.documentElement.lang)
  svg.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:lang', document.documentElement.lang)
  return new XMLSerializer().serializeToString(svg)
}

/** A table drawn as it stands on a wide page. @param {HTMLTableElement} table @returns {string} */
export function tableAsSvg(table) {
  return inLight(table, (/** @type {HTMLTableElement} */ copy) => {
    const at = copy.getBoundingClientRect()
    const style = getComputedStyle(copy.parentElement ?? copy)
    const svg = document.createElementNS(SVG, 'svg')
    const size = { width: Math.ceil(at.width) + 2 * EDGE, height: Math.ceil(at.height) + 2 * EDGE }
    for (const [name, value] of Object.entries({ viewBox: `0 0 ${size.width} ${size.height}`, role: 'img', ...size }))
      svg.setAttribute(name, String(value))
    add(svg, 'title', {}, copy.caption?.textContent?.trim() ?? '')
    add(svg, 'rect', { ...size, fill: style.getPropertyValue('--nk-paper').trim() })
    for (const row of copy.rows) {
      const y = row.getBoundingClientRect().bottom - at.top + EDGE
      add(svg, 'path', { d: `M${EDGE} ${y}H${size.width - EDGE}`, stroke: style.getPropertyValue('--nk-line').trim() })
    }
    for (const cell of copy.querySelectorAll('caption, th, td'))
      for (const line of linesOf(cell)) {
        const { color, fontFamily, fontSize, fontWeight } = getComputedStyle(cell)
        const right = getComputedStyle(cell).textAlign === 'right'
        const x = (right ? line.right : line.left) - at.left + EDGE
        const y = line.bottom - at.top + EDGE - parseFloat(fontSize) * 0.24
        const font = { fill: color, 'font-family': fontFamily.replaceAll('"', "'"), 'font-size': fontSize, 'font-weight': fontWeight }
        add(svg, 'text', { x, y, 'text-anchor': right ? 'end' : 'start', ...font }, line.words.join(' '))
      }
    return written(svg)
  })
}

/** @param {Element} parent @param {string} name @param {Record<string, string | number>} attributes @param {string} text */
function add(parent, name, attributes, text = '') {
  const made = parent.appendChild(document.createElementNS(SVG, name))
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  made.textContent = text
}

/** The words of a cell, line by line as they are shown.
 * @param {Element} cell @returns {{words: string[], left: number, right: number, bottom: number}[]} */
function linesOf(cell) {
  /** @type {{words: string[], left: number, right: number, bottom: number}[]} */
  const lines = []
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    for (const { 0: word, index } of (text.textContent ?? '').matchAll(/[^ \t\r\n]+/g)) {
      const range = document.createRange()
      range.setStart(text, index)
      range.setEnd(text, index + word.length)
      const { left, right, bottom } = range.getBoundingClientRect()
      const last = lines.at(-1)
      if (last && Math.abs(last.bottom - bottom) < 4) Object.assign(last, { right, words: [...last.words, word] })
      else lines.push({ words: [word], left, right, bottom })
    }
  return lines
}

/** The picture in pixels, at twice its size. @param {string} svg @returns {Promise<Blob>} */
export async function raster(svg, scale = 2) {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * scale
  canvas.height = image.naturalHeight * scale
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'))
}

/** A colour of the site in light mode, as six figures: "benefit" → "0d6e80". @param {string} name @returns {string} */
export function tone(name) {
  const probe = document.createElement('p')
  return inLight(probe, (copy) => getComputedStyle(copy).getPropertyValue(`--nk-${name}`).trim().slice(1))
}

/** The first picture in a piece of HTML; the wide one, where there are two. @param {string} html @returns {SVGSVGElement} */
export function pictureIn(html) {
  const svg = new DOMParser().parseFromString(html, 'text/html').querySelector('svg')
  if (!svg) throw new Error('no picture')
  return document.importNode(svg, true)
}
