import { expect, test } from 'vitest'
import { readZip } from './read-zip.ts'
import { workbook } from './spreadsheet.ts'

test('a sheet is printed as wide as the page, with its heads on every page; text never calculates', async () => {
  const columns = [
    { head: 'Việc', width: 40 },
    { head: 'Hạn', width: 12 },
  ]
  const zip = readZip(
    await workbook([
      { name: "Sổ '26 & phụ lục", title: ['Sổ', 'năm 2026'], columns, numbered: true, rows: [['=1+1', { day: '2026-11-26' }]] },
      { name: 'Cách điền', title: ['Mỗi dòng một việc.'], columns: [], rows: [] },
    ]),
  )!
  const [first, second, book] = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml', 'xl/workbook.xml'].map((name) => zip.read(name)!)
  for (const sheet of [first, second]) {
    expect(sheet).toMatch(/<worksheet [^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/)
    expect(sheet).toMatch(/<pageSetup (?=[^>]*fitToWidth="1")(?=[^>]*fitToHeight="0")(?=[^>]*orientation="landscape")/)
  }
  expect(book).toContain(
    '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">&#39;Sổ &#39;&#39;26 &amp; phụ lục&#39;!$3:$4</definedName></definedNames>',
  )
  expect(first).not.toContain('<f>')
  // Day 46352 of Excel's calendar.
  expect(first).toContain('<v>46352</v>')
})

test('a row is as high as its longest cell needs', async () => {
  const columns = [
    { head: 'Nội dung công việc', width: 10 },
    { head: 'Hạn', width: 12 },
  ]
  const rows = [
    ['Ngắn', null],
    ['Tăng cường giáo dục đạo đức công vụ, tinh thần trách nhiệm', null],
    ['một\nhai\nba', null],
  ]
  const sheet = readZip(await workbook([{ name: 'a', title: ['a'], columns, rows }]))!.read('xl/worksheets/sheet1.xml')!
  const heights = [...sheet.matchAll(/<row [^>]*>/g)].map(([row]) => Number(/ ht="([\d.]+)"/.exec(row)?.[1] ?? 0))
  expect(heights).toEqual([0, 46.5, 17.5, 90, 46.5])
})
