import { Paragraph, TextRun } from 'docx'

/** Stands where a part will be. Cleaned words never hold two spaces, so nobody's words can be taken for it. */
const mark = (i: number) => `part  ${i}`

/**
 * Bodies and tables of hundreds of rows are written as text and put in at the end: made of the library's objects, five hundred
 * rows held the server for two seconds.
 */
export class LongParts {
  readonly #written: string[] = []

  /** What to put where the part belongs. */
  add(text: string): Paragraph {
    this.#written.push(text)
    return new Paragraph({ children: [new TextRun({ text: mark(this.#written.length - 1) })] })
  }

  /** The text of the document with each part in its place. */
  putInto(documentXml: string): string {
    let whole = documentXml
    for (const [i, part] of this.#written.entries()) {
      const at = whole.indexOf(`>${mark(i)}<`)
      const from = whole.lastIndexOf('<w:p>', at)
      const to = whole.indexOf('</w:p>', at) + '</w:p>'.length
      whole = `${whole.slice(0, from)}${part}${whole.slice(to)}`
    }
    return whole
  }
}
