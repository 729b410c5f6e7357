/** A paragraph or table of a document, whatever file it came from. */
export type Block = Paragraph | Table

export interface Paragraph {
  kind: 'paragraph'
  text: string
  bold: boolean
  /** Number that the word processor counted and did not write into the text: `1.`, `a)`, `-`. */
  label: string | null
}

export interface Table {
  kind: 'table'
  /** Cells by row; a cell that goes on over several rows repeats its text. */
  rows: string[][]
}

/** Why a file is not read at all. */
export type Refusal = 'unknown-format' | 'damaged' | 'scanned' | 'empty' | 'too-long'

export class TextRefused extends Error {
  readonly code: Refusal
  constructor(code: Refusal) {
    super(`The text cannot be read: ${code}`)
    this.code = code
  }
}
