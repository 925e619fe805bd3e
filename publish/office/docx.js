// What office.js uses of docx; the rest is left out of the bundle.
export {
  AlignmentType, BorderStyle, Document, Footer, HeadingLevel, ImageRun, Packer, PageNumber, Paragraph, ShadingType, TabStopType,
  Table, TableCell, TableRow, TextRun, WidthType
} from 'docx'
