// @ts-check
// Files in and out of the page: read as text or bytes, written by the browser's own download.
import { raster } from './picture.js'

const LARGEST = 10_000_000 // bytes; what is larger is no calculation

/** @typedef {{name: string, type: string, text?: string, base64?: string}} Download */

/** @param {HTMLInputElement} field @returns {Promise<{name: string, text?: string, base64?: string, large?: boolean}[]>} */
export function opened(field) {
  const binary = field.dataset.read === 'bytes'
  return Promise.all([...(field.files ?? [])].map(async (file) => {
    if (file.size > LARGEST) return { name: file.name, large: true }
    return binary ? { name: file.name, base64: await base64(file) } : { name: file.name, text: await file.text() }
  }))
}

/** @param {Blob} blob @returns {Promise<string>} */
function base64(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '')
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}

/** What the engine made. A PNG comes as the SVG that it is a picture of. @param {Download} file */
export async function deliver({ name, type, text, base64: packed }) {
  const drawn = type === 'image/png' ? await raster(text ?? '') : text ?? ''
  const parts = packed === undefined ? [drawn] : [Uint8Array.from(atob(packed), (c) => c.charCodeAt(0))]
  download(new Blob(parts, { type }), name)
}

/** @param {Blob} content @param {string} name */
export function download(content, name) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
