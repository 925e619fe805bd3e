// @ts-check
// A description as .pptx: native text, tables and charts that can be edited, with alternative text and language.
import { pictureIn, raster, standalone, tone } from './picture.js'
import { RUNTIME } from './runtime.js'

/** @typedef {import('./office.js').Office} Office */
/** @typedef {import('pptxgenjs').default} Pptx */
/** @typedef {import('pptxgenjs').default.Slide} Slide */

const FONT = 'Arial'
const PAGE = { width: 13.33, height: 7.5, left: 0.6, inner: 12.13 }

/** @param {Office} office @returns {Promise<Blob>} */
export async function write(office) {
  const { PptxGenJS, JSZip } = await import(`${RUNTIME.office}pptx.js`)
  const pptx = /** @type {Pptx} */ (new PptxGenJS())
  Object.assign(pptx, { layout: 'LAYOUT_WIDE', title: office.title, author: office.creator, company: office.creator, subject: office.about.join(' ') })
  pptx.theme = { headFontFace: FONT, bodyFontFace: FONT }
  const [first, others] = office.layouts
  masters(pptx, office, first, others)
  const cover = pptx.addSlide({ masterName: first })
  cover.addText(office.title, { placeholder: 'title', lang: office.language })
  cover.addText(office.about.join('\n'), { placeholder: 'body', lang: office.language })
  for (const { title, blocks } of office.sections) {
    const slide = pptx.addSlide({ masterName: others })
    slide.addText(title, { placeholder: 'title', lang: office.language })
    for (const block of blocks) await put(slide, block, office.language)
  }
  const made = await pptx.write({ outputType: 'blob' })
  return finished(await JSZip.loadAsync(made), office.language)
}

/** @param {Pptx} pptx @param {Office} office @param {string} first @param {string} others */
function masters(pptx, { foot }, first, others) {
  const words = { x: PAGE.left, w: PAGE.inner, margin: 0, fontFace: FONT, align: /** @type {const} */ ('left') }
  const title = { ...words, name: 'title', type: /** @type {const} */ ('title'), bold: true, color: tone('accent-strong') }
  const body = { ...words, name: 'body', type: /** @type {const} */ ('body'), y: 4.2, h: 1.4, fontSize: 16, color: tone('ink-soft'), valign: /** @type {const} */ ('top') }
  pptx.defineSlideMaster({
    title: first, background: { color: tone('surface') },
    objects: [{ placeholder: { options: { ...title, y: 2, h: 2, fontSize: 40, valign: 'bottom' }, text: '' } }, { placeholder: { options: body, text: '' } }]
  })
  const small = { ...words, y: 7.02, h: 0.3, fontSize: 10, color: tone('ink-soft') }
  pptx.defineSlideMaster({
    title: others, background: { color: tone('paper') },
    slideNumber: { x: PAGE.left + PAGE.inner - 0.6, y: 7.02, w: 0.6, h: 0.3, fontSize: 10, fontFace: FONT, align: 'right', color: tone('ink-soft') },
    objects: [
      { placeholder: { options: { ...title, y: 0.4, h: 0.85, fontSize: 28, valign: 'middle' }, text: '' } },
      { rect: { x: PAGE.left, y: 1.27, w: PAGE.inner, h: 0.03, fill: { color: tone('accent') } } },
      { text: { text: foot, options: { ...small, w: PAGE.inner - 1 } } }
    ]
  })
}

/** @param {Slide} slide @param {Office['sections'][number]['blocks'][number]} block @param {string} lang */
async function put(slide, block, lang) {
  const [x, y, w, h] = block.box
  const place = { x, y, w, h }, words = { lang, fontFace: FONT, fontSize: block.size, color: tone('ink') }
  const box = { ...place, ...words, margin: 0, valign: /** @type {const} */ ('top'), paraSpaceAfter: block.size * 0.35 }
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return slide.addText(block.text, { ...box, bold: block.kind === 'heading' })
    case 'bullets':
      return slide.addText(block.items.map((text) => ({ text, options: { ...words, bullet: true, breakLine: true } })), box)
    case 'facts':
      return slide.addText(block.items.flatMap(([name, value]) => [{ text: `${name}: `, options: { ...words, bold: true } }, { text: value, options: { ...words, breakLine: true } }]), box)
    case 'figures':
      return block.items.forEach(([name, value], n) => figure(slide, name, value, n, block.items.length, { ...place, lang }))
    case 'table':
      return table(slide, block, place, words)
    case 'chart':
      return chart(slide, block, place, lang)
    default: {
      const svg = standalone(pictureIn(block.svg))
      const data = await dataUrl(await raster(svg))
      return slide.addImage({ data, altText: block.alt, ...place, sizing: { type: 'contain', w, h } })
    }
  }
}

/** @param {Slide} slide @param {string} name @param {string} value @param {number} n @param {number} of
 * @param {{x: number, y: number, w: number, h: number, lang: string}} place */
function figure(slide, name, value, n, of, { x, y, w, h, lang }) {
  const gap = 0.15, wide = (w - gap * (of - 1)) / of
  const fontSize = Math.min(n ? 20 : 24, ((wide - 0.25) * 120) / value.length)
  const font = { lang, fontFace: FONT }
  slide.addText(
    [
      { text: value, options: { ...font, fontSize, bold: true, color: tone('accent-strong'), breakLine: true } },
      { text: name, options: { ...font, fontSize: 14, color: tone('ink-soft') } }
    ],
    { x: x + n * (wide + gap), y, w: wide, h, margin: 8, valign: 'middle', fill: { color: tone('surface') }, objectName: name }
  )
}

/** @param {Slide} slide @param {import('./office.js').Table} found @param {{x: number, y: number, w: number}} place @param {object} words */
function table(slide, { caption, header, rows, foot, shares, numbers }, { x, y, w }, words) {
  const line = { type: /** @type {const} */ ('solid'), pt: 0.75, color: tone('line') }, none = { type: /** @type {const} */ ('none') }
  const cell = (/** @type {string} */ text, /** @type {number} */ n, /** @type {object} */ how) => ({
    text, options: { ...words, align: numbers[n] ? /** @type {const} */ ('right') : /** @type {const} */ ('left'), valign: /** @type {const} */ ('middle'), ...how }
  })
  const row = (/** @type {import('./office.js').Cell[]} */ cells, how = {}) => cells.map(({ text }, n) => cell(text, n, how))
  const head = header.map((text, n) => cell(text, n, { bold: true, fill: { color: tone('surface') } }))
  const all = [head, ...rows.map((cells) => row(cells)), ...(foot.length ? [row(foot, { bold: true })] : [])]
  slide.addTable(all, { x, y, w, colW: shares.map((share) => share * w), border: [line, none, line, none], margin: [0.05, 0.08, 0.05, 0.08], objectName: caption })
}

/** @param {Slide} slide @param {import('./office.js').Chart} found @param {object} place @param {string} lang */
function chart(slide, { title, alt, categories, series, unit, pattern }, place, lang) {
  const font = { fontFace: FONT, fontSize: 12, color: tone('ink') }
  const all = series.flatMap(({ values }) => values)
  const common = {
    ...(Math.min(...all) >= 0 ? { valAxisMinVal: 0 } : {}), ...(Math.max(...all) <= 0 ? { valAxisMaxVal: 0 } : {}),
    ...place, lang, altText: alt, objectName: title, showLegend: series.length > 1, legendPos: /** @type {const} */ ('b'),
    legendFontFace: FONT, legendFontSize: 14, legendColor: font.color, catAxisLabelPos: /** @type {const} */ ('low'),
    catAxisLabelFontFace: FONT, catAxisLabelFontSize: 14, valAxisLabelFontFace: FONT, valAxisLabelFontSize: 14,
    valAxisLabelFormatCode: pattern, showValAxisTitle: true, valAxisTitle: unit, valAxisTitleFontSize: 14,
    valGridLine: { color: tone('line'), size: 0.75 }, chartArea: { roundedCorners: false }
  }
  const parts = ['stack', 'group', 'line'].map((form) => series.filter((one) => one.form === form))
  const data = (/** @type {import('./office.js').Series[]} */ part) => part.map(({ name, values }) => ({ name, labels: categories, values }))
  const colours = (/** @type {import('./office.js').Series[]} */ part) => part.map((one) => tone(one.tone))
  const [stacked, grouped, lines] = parts
  const bars = stacked.length ? stacked : grouped
  const look = { barGrouping: stacked.length ? /** @type {const} */ ('stacked') : /** @type {const} */ ('clustered'), barGapWidthPct: 60, chartColors: colours(bars) }
  if (!lines.length) return slide.addChart(/** @type {any} */ ('bar'), data(bars), { ...common, ...look, barDir: 'col' })
  const line = { chartColors: colours(lines), lineSize: 2.5, lineDataSymbolSize: 8 }
  slide.addChart(/** @type {any} */ ([{ type: 'bar', data: data(bars), options: look }, { type: 'line', data: data(lines), options: line }]), /** @type {any} */ (common))
}

/** @param {Blob} blob @returns {Promise<string>} */
function dataUrl(blob) {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.readAsDataURL(blob)
  })
}

/** What the library has no option for: the language everywhere, titles that are found as titles,
 * header rows, a table's alternative text, one id for each shape.
 * @param {import('jszip')} zip @param {string} language @returns {Promise<Blob>} */
async function finished(zip, language) {
  for (const file of zip.file(/^ppt\/.*\.xml$/)) {
    let shapes = 1
    const text = (await file.async('string'))
      .replaceAll(' lang="en-US"', ` lang="${language}"`)
      .replace(/<p:ph\s+idx="\d+"\s+type="title"/g, '<p:ph type="title"')
      .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>')
      .replace(/(<p:nvGraphicFramePr><p:cNvPr id="\d+" name="([^"]*)")\/>/g, '$1 descr="$2"/>')
      .replace(/<p:cNvPr id="(\d+)"/g, (whole, id) => (id === '1' ? whole : `<p:cNvPr id="${++shapes}"`))
    zip.file(file.name, text)
  }
  return zip.generateAsync({ type: 'blob', compression: 'DEFLATE', mimeType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation' })
}
