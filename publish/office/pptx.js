// What office.js uses to write slides, and to reach what PptxGenJS has no option for.
export { default as JSZip } from 'jszip'
export { default as PptxGenJS } from 'pptxgenjs'
