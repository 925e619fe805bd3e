// @ts-check
// A description as .docx: real headings, header rows, pictures with alternative text, the document's language.
import { pictureIn, raster, standalone, tone } from './picture.js'
import { RUNTIME } from './runtime.js'

/** @typedef {import('./office.js').Office} Office */
/** @typedef {import('./office.js').Block} Block */
/** @typedef {typeof import('docx')} Docx */

const MM = 56.6929 // twips
const A4 = { width: 210, height: 297 }
const FONT = 'Arial'

/** @param {Office} office @returns {Promise<Blob>} */
export async function write(office) {
  const docx = /** @type {Docx} */ (await import(`${RUNTIME.office}docx.js`))
  const { Document, Packer, Paragraph, HeadingLevel } = docx
  const children = [new Paragraph({ text: office.title, heading: HeadingLevel.TITLE })]
  for (const line of office.about) children.push(new Paragraph({ text: line, style: 'About' }))
  for (const { title, blocks } of office.sections) {
    children.push(new Paragraph({ text: title, heading: HeadingLevel.HEADING_1, keepNext: true }))
    for (const block of blocks) children.push(.../** @type {any[]} */ (await written(docx, block, office.paper)))
  }
  const { title, creator, language, paper } = office
  const margin = paper.margin * MM
  const page = { size: { width: A4.width * MM, height: A4.height * MM }, margin: { top: margin, bottom: margin, left: margin, right: margin, footer: margin / 2, header: 0 } }
  return Packer.toBlob(
    new Document({
      title, creator, lastModifiedBy: creator, styles: styles(paper.font, language),
      sections: [{ properties: { page }, footers: { default: foot(docx, office) }, children }]
    })
  )
}

/** @param {number} font Points. @param {string} language @returns {import('docx').IStylesOptions} */
function styles(font, language) {
  const accent = tone('accent'), soft = tone('ink-soft'), gap = font * 10
  const head = (/** @type {number} */ times, /** @type {number} */ before) => ({
    run: { size: Math.round(font * times * 2), bold: true, color: accent, font: FONT },
    paragraph: { spacing: { before: gap * before, after: gap * 0.3 }, keepNext: true }
  })
  return {
    default: {
      document: { run: { font: FONT, size: font * 2, language: { value: language } }, paragraph: { spacing: { after: gap * 0.5 } } },
      title: head(1.9, 0), heading1: head(1.25, 1), heading2: head(1.1, 0.8)
    },
    paragraphStyles: [
      { id: 'About', name: 'About', basedOn: 'Normal', run: { color: soft }, paragraph: { spacing: { after: gap * 0.2 } } },
      { id: 'Caption', name: 'caption', basedOn: 'Normal', run: { color: soft, bold: true }, paragraph: { keepNext: true, spacing: { before: gap * 0.5, after: gap * 0.3 } } },
      { id: 'Cell', name: 'Cell', basedOn: 'Normal', paragraph: { spacing: { before: gap * 0.1, after: gap * 0.1 } } }
    ]
  }
}

/** @param {Docx} docx @param {Office} office */
function foot({ Footer, Paragraph, TextRun, PageNumber, TabStopType }, { foot: words, paper }) {
  const size = Math.round(paper.font * 1.6)
  const parts = [new TextRun({ text: `${words}\t`, size }), new TextRun({ size, children: [PageNumber.CURRENT, ' (', PageNumber.TOTAL_PAGES, ')'] })]
  return new Footer({ children: [new Paragraph({ children: parts, tabStops: [{ type: TabStopType.RIGHT, position: room(paper) }] })] })
}

/** The width between the margins. @param {import('./office.js').Paper} paper */
const room = (paper) => Math.round((A4.width - 2 * paper.margin) * MM)

/** @param {Docx} docx @param {Block} block @param {import('./office.js').Paper} paper */
async function written(docx, block, paper) {
  const { Paragraph, TextRun, HeadingLevel } = docx
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2 })]
    case 'paragraph':
      return [new Paragraph(block.text)]
    case 'bullets':
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }))
    case 'facts':
      return block.items.map(([name, value]) => new Paragraph({ children: [new TextRun({ text: `${name}: `, bold: true }), new TextRun(value)] }))
    case 'figures': {
      const header = block.items.map(([name]) => name)
      const rows = [block.items.map(([, text]) => ({ text, value: null }))]
      return [table(docx, { header, rows, foot: rows.slice(1, 1).flat(), shares: header.map(() => 1 / header.length), numbers: [] }, paper, true)]
    }
    case 'table':
      return [new Paragraph({ text: block.caption, style: 'Caption' }), table(docx, block, paper), new Paragraph({ spacing: { after: 0 } })]
    default:
      return [await picture(docx, block, paper)]
  }
}

/** @param {Docx} docx @param {Pick<import('./office.js').Table, 'header' | 'rows' | 'foot' | 'shares' | 'numbers'>} found
 * @param {import('./office.js').Paper} paper @param {boolean} strong Whether every cell is a key figure. */
function table(docx, { header, rows, foot: sums, shares, numbers }, paper, strong = false) {
  const { Table, TableRow, WidthType, BorderStyle } = docx
  const widths = shares.map((share) => Math.floor(share * room(paper)))
  const look = { docx, widths, numbers, size: strong ? Math.round(paper.font * 2.6) : undefined }
  const line = { style: BorderStyle.SINGLE, size: 4, color: tone('line') }, none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const made = [new TableRow({ tableHeader: true, cantSplit: true, children: cells(look, header, { bold: !strong, shaded: true, size: undefined }) })]
  for (const row of rows) made.push(new TableRow({ cantSplit: true, children: cells(look, row.map(({ text }) => text), { bold: strong }) }))
  if (sums.length) made.push(new TableRow({ cantSplit: true, children: cells(look, sums.map(({ text }) => text), { bold: true }) }))
  return new Table({
    rows: made, columnWidths: widths, width: { size: room(paper), type: WidthType.DXA },
    borders: { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none }
  })
}

/** @param {{docx: Docx, widths: number[], numbers: boolean[], size?: number}} look @param {string[]} texts
 * @param {{bold: boolean, shaded?: boolean, size?: number}} how */
function cells({ docx, widths, numbers, size }, texts, how) {
  const { TableCell, Paragraph, TextRun, AlignmentType, ShadingType, WidthType } = docx
  return texts.map((text, n) => {
    const run = new TextRun({ text, bold: how.bold, ...('size' in how ? {} : { size }) })
    const alignment = numbers[n] ? AlignmentType.RIGHT : AlignmentType.LEFT
    const shading = how.shaded ? { type: ShadingType.CLEAR, fill: tone('surface'), color: 'auto' } : undefined
    const children = [new Paragraph({ children: [run], alignment, style: 'Cell' })]
    return new TableCell({ children, shading, width: { size: widths[n], type: WidthType.DXA }, margins: { left: 80, right: 80 } })
  })
}

/** @param {Docx} docx @param {import('./office.js').Chart | import('./office.js').Picture} block @param {import('./office.js').Paper} paper */
async function picture({ ImageRun, Paragraph }, { title, alt, svg }, paper) {
  const drawing = pictureIn(svg), { width, height } = drawing.viewBox.baseVal
  const text = standalone(drawing)
  const wide = Math.min(((A4.width - 2 * paper.margin) / 25.4) * 96, (paper.picture / 25.4) * 96 * (width / height))
  const transformation = { width: Math.round(wide), height: Math.round((wide * height) / width) }
  const fallback = /** @type {const} */ ({ type: 'png', data: await (await raster(text)).arrayBuffer(), transformation })
  const run = new ImageRun({ type: 'svg', data: new TextEncoder().encode(text), transformation, fallback, altText: { title, description: alt, name: title } })
  return new Paragraph({ children: [run] })
}
