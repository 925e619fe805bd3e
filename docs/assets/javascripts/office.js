// @ts-check
// Writes the engine's description of a document as .docx or .pptx and saves it. Its libraries come only now.
// Knows no calculation and no words: every text, figure, place and size stands in the description.
import { download } from './files.js'

/** @typedef {{text: string, value: number | null}} Cell */
/** @typedef {{name: string, values: number[], tone: string, form: 'stack' | 'group' | 'line'}} Series */
/** @typedef {{kind: 'paragraph' | 'heading', text: string}} Words */
/** @typedef {{kind: 'bullets', items: string[]}} Bullets */
/** @typedef {{kind: 'facts' | 'figures', items: [string, string][]}} Pairs */
/** @typedef {{kind: 'table', caption: string, header: string[], rows: Cell[][], foot: Cell[], shares: number[], numbers: boolean[]}} Table */
/** @typedef {{kind: 'chart', title: string, alt: string, svg: string, categories: string[], series: Series[], unit: string, pattern: string}} Chart */
/** @typedef {{kind: 'picture', title: string, alt: string, svg: string}} Picture */
/** @typedef {Words | Bullets | Pairs | Table | Chart | Picture} Block */
/** @typedef {{box: [number, number, number, number], size: number}} Place In a slide: x, y, width, height in inches, and points. */
/** @typedef {{title: string, blocks: (Block & Place)[]}} Section */
/** @typedef {{font: number, margin: number, picture: number}} Paper Points, and millimetres. */
/** @typedef {{format: 'docx' | 'pptx', file: string, title: string, about: string[], foot: string, language: string, creator: string, layouts: string[], done: string, failed: string, paper: Paper, sections: Section[]}} Office */

/** Saves the file and gives the words to say. @param {Office} office @returns {Promise<string>} */
export async function saveOffice(office) {
  const { write } = office.format === 'docx' ? await import('./word.js') : await import('./slides.js')
  download(await write(office), office.file)
  return office.done
}
