import type { Wanted } from './read-html.ts'
import type { Row } from './staged-rows.ts'
import { numberIn, textIn } from './tables.ts'
import { lineOf } from './words.ts'

/** The picture beside the lead, unless the portal did not show it in the article. */
export function headPicture(row: Row, detail: Row | undefined, module: string): Wanted | null {
  const name = textIn(row, 'homeimgfile')
  if (name === '' || numberIn(detail, 'imgposition') === 0) return null
  return { type: 'wanted', kind: 'picture', src: addressOf(name, module), words: lineOf(textIn(row, 'homeimgalt')), caption: '' }
}

/** Files that stood below the article, apart from its text: paths in one line, with commas. */
export function attachedFiles(detail: Row | undefined, module: string): Wanted[] {
  const names = textIn(detail, 'files')
    .split(',')
    .map((name) => name.trim())
  return names
    .filter((name) => name !== '')
    .map((name) => ({ type: 'wanted', kind: 'paper', src: addressOf(name, module), words: '', caption: '' }))
}

/** NukeViet keeps the part after the folder of the module. */
const addressOf = (name: string, module: string) =>
  /^(https?:)?\/\//.test(name) || name.startsWith('/') ? name : `/uploads/${module}/${name}`
