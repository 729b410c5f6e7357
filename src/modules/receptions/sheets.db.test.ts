import { inflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../tests/support/app.ts'
import { type FormBrowser, formBrowser } from '../../../tests/support/office-browser.ts'
import { visit } from '../../../tests/support/visits.ts'

let site: TestApp
let hoa: FormBrowser
let phuc: FormBrowser
const NEW = '/lam-viec/so-tiep-dan/moi'
const file = (from: string, to: string) => `/lam-viec/so-tiep-dan.xlsx?tu=${from}&den=${to}`

beforeAll(async () => {
  site = await testApp({ now: () => new Date('2026-11-24T09:00:00+07:00') })
  hoa = await formBrowser(site, 'hoa')
  phuc = await formBrowser(site, 'phuc')
  for (const change of [
    { summary: '=HYPERLINK("http://xấu.vn";"Bấm")', name: '@Nguyễn <b>An</b>', followUp: '+1-2', receivedOn: '2026-03-02' },
    { people: '12', representatives: 'Ông Bảy', summary: 'Đường vào nghĩa trang', receivedOn: '2026-11-02' },
    { classification: 'denunciation', name: '', address: '', identity: '', summary: 'Thu tiền sai quy định', receivedOn: '2026-11-20' },
  ])
    expect((await hoa.post(NEW, visit(change))).statusCode).toBe(303)
})

/** Files of a zip by name, read from its central directory. */
function unzip(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const files = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let i = 0; i < zip.readUInt16LE(end + 10); i++) {
    const [method, size, nameLength, extraLength, commentLength, start] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ]
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    const content = zip.subarray(data, data + size)
    files.set(name, (method === 8 ? inflateRawSync(content) : content).toString('utf8'))
    at += 46 + nameLength + extraLength + commentLength
  }
  return files
}

const plain = (xml: string) =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')

/** Rows of a sheet as a reader of the file sees them; a number that is styled as a date comes as its serial. */
function rowsOf(zip: Buffer, sheet = 1): { rows: string[][]; xml: string } {
  const files = unzip(zip)
  const xml = files.get(`xl/worksheets/sheet${sheet}.xml`)!
  const shared = [
    ...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>|<si>.*?<t[^>]*\/>.*?<\/si>/gs),
  ].map(([, text = '']) => plain(text))
  const rows = [...xml.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row!.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, head, body = '']) => {
      const value = /<v>(.*?)<\/v>/s.exec(body)?.[1] ?? ''
      return head!.includes('t="s"') ? shared[Number(value)]! : plain(/<t[^>]*>(.*?)<\/t>/s.exec(body)?.[1] ?? value)
    }),
  )
  return { rows, xml }
}

/** Days since 30 December 1899, as Excel keeps a date. */
const serial = (day: string) => String(Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569)

describe('the book as a file', () => {
  test('has the form’s heads and column numbers, real dates and numbers, and a head that stays in sight', async () => {
    const response = await hoa.get(file('2026-01-01', '2026-11-24'))
    expect(response.headers['content-type']).toContain('spreadsheetml.sheet')
    expect(response.headers['content-disposition']).toBe('attachment; filename="so-tiep-cong-dan_2026-01-01_2026-11-24.xlsx"')
    expect(response.headers['cache-control']).toBe('no-store')
    const { rows, xml } = rowsOf(response.rawPayload)
    expect(rows[0]).toEqual(['SỔ TIẾP CÔNG DÂN'])
    expect(rows[2]![0]).toContain('03/TCD')
    expect(rows[3]).toHaveLength(12)
    expect(rows[3]![3]).toBe('CCCD/Hộ chiếu của công dân')
    expect(rows[4]).toEqual(Array.from({ length: 12 }, (_, i) => `(${i + 1})`))
    expect(rows.slice(5).map(([number, day]) => [number, day])).toEqual([
      ['1', serial('2026-03-02')],
      ['2', serial('2026-11-02')],
      ['3', serial('2026-11-20')],
    ])
    expect(rows[6]![6]).toBe('12')
    expect(xml).toMatch(/<pane [^>]*ySplit="5"[^>]*state="frozen"|<pane [^>]*state="frozen"[^>]*ySplit="5"/)
    expect(xml).toMatch(/<col [^>]*width="44"/)
  })

  test('text that looks like a formula stays text', async () => {
    const { rows, xml } = rowsOf((await hoa.get(file('2026-03-01', '2026-03-31'))).rawPayload)
    expect(rows[5]!.slice(2, 5)).toEqual(['@Nguyễn <b>An</b>, Thôn Phú Châu', '070099001234', '=HYPERLINK("http://xấu.vn";"Bấm")'])
    expect(rows[5]!.at(-1)).toBe('+1-2')
    expect(xml).not.toContain('<f>')
  })

  test('says nothing of a denouncer, and to the auditor nothing of anybody', async () => {
    const all = rowsOf((await hoa.get(file('2026-01-01', '2026-11-24'))).rawPayload).rows
    expect(all[7]!.slice(2, 5)).toEqual(['Người tố cáo: giữ bí mật', '', 'Thu tiền sai quy định'])
    const audited = JSON.stringify(rowsOf((await phuc.get(file('2026-01-01', '2026-11-24'))).rawPayload).rows)
    expect(audited).toContain('Đường vào nghĩa trang')
    expect(audited).not.toMatch(/Nguyễn|070099001234|Phú Châu|Ông Bảy|Thu tiền/)
  })

  test.each([
    ['no days', ''],
    ['one day', '?tu=2026-01-01'],
    ['no such day', '?tu=2026-02-30&den=2026-03-01'],
    ['the end before the beginning', '?tu=2026-03-02&den=2026-03-01'],
    ['more than a year', '?tu=2025-01-01&den=2026-01-02'],
  ])('%s is refused', async (_label, query) => {
    expect((await hoa.get(`/lam-viec/so-tiep-dan.xlsx${query}`)).statusCode).toBe(422)
  })

  test('a leap year is one year', async () => {
    expect((await hoa.get(file('2028-01-01', '2028-12-31'))).statusCode).toBe(200)
  })
})

test('the report as a file holds the numbers of the page', async () => {
  const { rows } = rowsOf((await hoa.get('/lam-viec/bao-cao.xlsx?nam=2026&ky=q4')).rawPayload)
  expect(rows[0]![0]).toBe('Kết quả tiếp công dân, Quý IV 2026')
  expect(rows[2]![0]).toBe('Kỳ tính theo tháng dương lịch.')
  expect(rows.find(([name]) => name === 'Số người')).toEqual(['Số người', '13', '0', '0', '13'])
  const cases = rowsOf((await hoa.get('/lam-viec/bao-cao.xlsx?nam=2026&ky=q4')).rawPayload, 2).rows
  expect(cases[3]).toEqual(['Chỉ tiêu', 'Phản ánh', 'Kiến nghị', 'Khiếu nại', 'Tổng'])
})
