import { xml as escaped } from '../shared/xml.ts'
import type { Sheet } from './spreadsheet.ts'

/** On paper a sheet is as wide as the page and as long as it is, and its heads stand on every page. */
export function printed(sheets: readonly Sheet[]) {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content: string) =>
            content
              .replace(/<worksheet\b[^>]*>/, (root) => `${root}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
              .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" '),
        },
        'xl/workbook.xml': {
          transform: (content: string) =>
            content.replace(/<definedNames\s*\/>/, () => `<definedNames>${sheets.map(headsOf).join('')}</definedNames>`),
        },
      },
    },
  }
}

function headsOf({ name, title, columns, numbered }: Sheet, index: number): string {
  if (columns.length === 0) return ''
  const first = title.length + 1
  const rows = `'${name.replaceAll("'", "''")}'!$${first}:$${numbered ? first + 1 : first}`
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escaped(rows)}</definedName>`
}
