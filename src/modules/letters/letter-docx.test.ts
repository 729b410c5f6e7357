import { expect, test } from 'vitest'
import { readZip } from '../../platform/read-zip.ts'
import type { Letter } from './letter.ts'
import { letterDocx } from './letter-docx.ts'

const table = {
  columns: [
    { head: 'STT', share: 1, centred: true },
    { head: 'Nhiệm vụ', share: 5 },
  ],
  rows: [
    ['1', 'Vận động nhân dân hiến đất\u0007 <làm> đường & "cầu"'],
    ['2', 'part  0'],
  ],
}
const letter: Letter = {
  paper: 'programme',
  above: 'Ủy ban nhân dân tỉnh Bình Phước',
  issuer: 'Ủy ban nhân dân thị xã Phước Long',
  number: '7',
  symbol: 'UBND',
  place: 'Phước Long',
  issuedOn: '2017-02-09',
  subject: 'Thực hiện công tác dân vận năm 2017',
  isDraft: false,
  blocks: [
    { heading: 'MỤC TIÊU', level: 1 },
    { heading: 'Mục tiêu chung', level: 2 },
    { heading: 'Ý thứ nhất', level: 3 },
    { heading: 'Ý thứ hai', level: 3 },
    { paragraph: 'Mỗi cơ quan một chương trình hành động.' },
    { heading: 'NHIỆM VỤ', level: 1 },
    { heading: 'Nhiệm vụ chung', level: 2 },
    { table },
  ],
  appendices: [{ title: 'Phân công nhiệm vụ', table }],
  signer: { onBehalf: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: 'Nguyễn Văn Lâm' },
  recipients: ['Như trên', 'Lưu: VT'],
  madeOn: '2017-02-09',
}

async function partsOf(changes: Partial<Letter> = {}) {
  const zip = readZip(await letterDocx({ ...letter, ...changes }))!
  const part = (name: string) => zip.read(name) ?? ''
  const body = part('word/document.xml')
  const paragraphs = [...body.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([p]) =>
    [...p.matchAll(/<w:t(?:| [^>]*)>(.*?)<\/w:t>/gs)].map(([, t]) => t).join(''),
  )
  return { zip, part, body, paragraphs: paragraphs.filter((words) => words !== '') }
}

test('pages are A4 with the margins of the decree, an appendix lies across, each counts its pages from 1', async () => {
  const { body } = await partsOf()
  const sections = [...body.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([section]) => section)
  expect(sections).toHaveLength(2)
  expect(sections[0]).toContain('w:w="11906" w:h="16838"')
  expect(sections[1]).toContain('w:w="16838" w:h="11906" w:orient="landscape"')
  for (const section of sections) {
    expect(section).toMatch(/<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"/)
    expect(section).toContain('<w:pgNumType w:start="1"/>')
    expect(section).toContain('<w:titlePg/>')
  }
})

test('the page number stands in the middle of the upper margin, and not on the first page', async () => {
  const { zip, part } = await partsOf()
  const headers = zip.names.filter((name) => /^word\/header\d+\.xml$/.test(name)).map(part)
  const numbered = headers.filter((header) => /<w:instrText[^>]*>PAGE<\/w:instrText>/.test(header))
  expect(headers).toHaveLength(4)
  expect(numbered).toHaveLength(2)
  for (const header of numbered) expect(header).toContain('<w:jc w:val="center"/>')
})

test('everything is set in black Times New Roman of 14 points, spaced by six', async () => {
  const { part } = await partsOf()
  const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/s.exec(part('word/styles.xml'))![0]
  expect(defaults).toContain('w:ascii="Times New Roman"')
  expect(defaults).toContain('<w:sz w:val="28"/>')
  expect(defaults).toContain('<w:color w:val="000000"/>')
  expect(defaults).toContain('w:after="120"')
})

test('the head names nation, issuer, number, place and day with noughts, kind and subject', async () => {
  const { paragraphs, body } = await partsOf()
  expect(paragraphs.slice(0, 10)).toEqual([
    'ỦY BAN NHÂN DÂN',
    'TỈNH BÌNH PHƯỚC',
    'ỦY BAN NHÂN DÂN',
    'THỊ XÃ PHƯỚC LONG',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: 07/CTr-UBND',
    'Phước Long, ngày 09 tháng 02 năm 2017',
    'CHƯƠNG TRÌNH',
    'Thực hiện công tác dân vận năm 2017',
  ])
  expect(/<w:tbl>.*?<w:tblBorders>(.*?)<\/w:tblBorders>/s.exec(body)![1]).not.toContain('single')
})

test('without number and day there are dots to write on, and a draft says that it is one', async () => {
  const { paragraphs } = await partsOf({ number: null, symbol: null, issuedOn: null, isDraft: true })
  expect(paragraphs).toContain('Số: ……/CTr-……')
  expect(paragraphs).toContain('Phước Long, ngày …… tháng …… năm ………')
  expect(paragraphs.filter((words) => words === 'DỰ THẢO')).toHaveLength(2)
})

test('headings are numbered I, 1, a and begin anew under the next', async () => {
  const { paragraphs } = await partsOf()
  for (const heading of ['I. MỤC TIÊU', '1. Mục tiêu chung', 'a) Ý thứ nhất', 'b) Ý thứ hai', 'II. NHIỆM VỤ', '1. Nhiệm vụ chung'])
    expect(paragraphs).toContain(heading)
})

test('heads of tables come again on each page, in the table of the text and in that of the appendix', async () => {
  const { body } = await partsOf()
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2)
  expect(body).not.toContain('part  ')
})

test('what XML cannot hold is left out, what it must escape is escaped', async () => {
  const { body } = await partsOf({ subject: 'Kế hoạch\u0000 <b>&\u0008\ud800 cũ' })
  expect(body).toContain('Kế hoạch &lt;b&gt;&amp;\ufffd cũ')
  expect(body).toContain('hiến đất &lt;làm&gt; đường &amp; &quot;cầu&quot;')
})

test('a subject of ten thousand letters stays whole in the paper and is cut in the facts of the file', async () => {
  const subject = 'đường '.repeat(1_700).trim()
  const { body, part } = await partsOf({ subject })
  expect(body).toContain(subject)
  expect(/<dc:title>(.*?)<\/dc:title>/.exec(part('docProps/core.xml'))![1]).toHaveLength(250)
})

test('signer and recipients close the paper', async () => {
  const { paragraphs } = await partsOf()
  const from = paragraphs.indexOf('Nơi nhận:')
  expect(paragraphs.slice(from, from + 6)).toEqual([
    'Nơi nhận:',
    '- Như trên;',
    '- Lưu: VT.',
    'TM. ỦY BAN NHÂN DÂN',
    'CHỦ TỊCH',
    'Nguyễn Văn Lâm',
  ])
})

test('the same letter gives the same bytes, and the facts of the file name no person', async () => {
  const [one, two] = await Promise.all([letterDocx(letter), letterDocx(letter)])
  expect(one!.equals(two!)).toBe(true)
  expect(readZip(one!)!.read('docProps/core.xml')).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2017-02-09T00:00:00Z')
})
