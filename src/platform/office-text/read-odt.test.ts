import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { odt } from '../../../tests/support/sample-files.ts'
import type { Block } from './block.ts'
import { readDocx } from './read-docx.ts'
import { readOdt } from './read-odt.ts'
import { readOfficeFile } from './read-office-file.ts'

const spaces = 'urn:oasis:names:tc:opendocument:xmlns:'
const namespaces = ['office', 'text', 'table', 'style', 'drawing', 'xsl-fo-compatible']
  .map((name) => `xmlns:${{ drawing: 'draw', 'xsl-fo-compatible': 'fo' }[name] ?? name}="${spaces}${name}:1.0"`)
  .join(' ')

const content = (body: string, styles = '') =>
  `<office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
const blocks = (body: string, styles?: string, more?: Record<string, string>) => readOdt(odt(content(body, styles), more))
const paragraph = (text: string, rest: Partial<Block> = {}) => ({ kind: 'paragraph', text, bold: false, label: null, ...rest })

/** Made of `plan.docx` by `soffice --headless --convert-to odt plan.docx`. */
const fixture = (name: string) => readFileSync(new URL(`../../../tests/support/plans/files/${name}`, import.meta.url))

test.each(['decision-of-assignments', 'commune-programme', 'lists-and-tables'])(
  '%s: the same plan as .docx and .odt is the same blocks',
  (name) => {
    expect(readOdt(fixture(`${name}.odt`))).toEqual(readDocx(fixture(`${name}.docx`)))
  },
)

test('a file is what its content says, not its name', () => {
  expect(readOfficeFile(fixture('lists-and-tables.odt'))).toEqual(readOfficeFile(fixture('lists-and-tables.docx')))
})

describe('words', () => {
  test.each<[string, string, string]>([
    [
      'spaces between elements count once, those that are meant all',
      '<text:p> Giao <text:span>Phòng</text:span>\n  Nội vụ<text:s text:c="2"/>x</text:p>',
      'Giao Phòng Nội vụ  x',
    ],
    ['a break of a line, a tab', '<text:p>Nơi nhận:<text:line-break/>- Như trên<text:tab/>VT</text:p>', 'Nơi nhận:\n- Như trên VT'],
    ['letters in pieces', `<text:p>${'Kế hoạch'.normalize('NFD')}</text:p>`, 'Kế hoạch'],
    ['a hyphen that holds, one that may break', '<text:p>văn hóa \u2011 xã\u00AD hội</text:p>', 'văn hóa - xã hội'],
    ['a link and a field', '<text:p>Xem <text:a>Điều 1</text:a>, <text:date>9/2/2017</text:date></text:p>', 'Xem Điều 1, 9/2/2017'],
    [
      'no note and no comment',
      '<text:p>Giao<text:note><text:note-body><text:p>x</text:p></text:note-body></text:note> Sở<office:annotation><text:p>y</text:p></office:annotation> Y tế</text:p>',
      'Giao Sở Y tế',
    ],
    ['no hidden field', '<text:p>Giao<text:hidden-text>x</text:hidden-text> Sở</text:p>', 'Giao Sở'],
  ])('%s', (_, body, text) => expect(blocks(body)).toEqual([paragraph(text)]))

  test('deleted words are out, inserted ones in', () => {
    const deleted =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>không</text:p></text:deletion></text:changed-region></text:tracked-changes>'
    const body = `${deleted}<text:p>Sẽ <text:change/><text:change-start/>phải<text:change-end/> làm</text:p>`
    expect(blocks(body)).toEqual([paragraph('Sẽ phải làm')])
  })

  test('hidden letters, paragraphs and sections are out', () => {
    const hidden = (family: string, name: string) =>
      `<style:style style:name="${name}" style:family="${family}"><style:text-properties text:display="none"/></style:style>`
    const body =
      '<text:p>Thấy<text:span text:style-name="T1"> ẩn</text:span></text:p><text:p text:style-name="P1">ẩn</text:p><text:section text:display="none"><text:p>ẩn</text:p></text:section><text:section><text:p>thấy</text:p></text:section>'
    expect(blocks(body, hidden('text', 'T1') + hidden('paragraph', 'P1'))).toEqual([paragraph('Thấy'), paragraph(''), paragraph('thấy')])
  })

  test('bold by the letters, by the paragraph and by what its style stands on; the nearer word holds', () => {
    const bold = (family: string, name: string, weight: string, parent = '') =>
      `<style:style style:name="${name}" style:family="${family}" style:parent-style-name="${parent}"><style:text-properties fo:font-weight="${weight}"/></style:style>`
    const named = `<office:document-styles ${namespaces}><office:styles>${bold('paragraph', 'Heading', '700')}</office:styles></office:document-styles>`
    const styles =
      bold('text', 'T1', 'bold') +
      bold('text', 'T2', 'normal') +
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading"/>'
    const body =
      '<text:h text:style-name="P1">Một</text:h><text:p><text:span text:style-name="T1">Hai</text:span> </text:p><text:h text:style-name="P1">Ba <text:span text:style-name="T2">bốn</text:span></text:h>'
    expect(blocks(body, styles, { 'styles.xml': named })).toEqual([
      paragraph('Một', { bold: true }),
      paragraph('Hai', { bold: true }),
      paragraph('Ba bốn'),
    ])
  })
})

describe('lists', () => {
  const level = (at: number, more: string) => `<text:list-level-style-number text:level="${at}" ${more}/>`
  const styles = `<text:list-style style:name="L1">${level(1, 'style:num-format="I" style:num-suffix="."')}${level(2, 'style:num-format="1" style:num-suffix=")" text:display-levels="2"')}<text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>`
  const labels = (body: string) => blocks(body, styles).map((block) => block.kind === 'paragraph' && block.label)
  const item = (text: string, inner = '') => `<text:list-item><text:p>${text}</text:p>${inner}</text:list-item>`
  const list = (items: string, more = 'text:style-name="L1"') => `<text:list ${more}>${items}</text:list>`

  test('numbers by level; a second paragraph and a header bear none', () => {
    const inner = `<text:list>${item('b')}${item('c', `<text:list>${item('d')}</text:list>`)}</text:list>`
    const more =
      '<text:list-item><text:p>e</text:p><text:p>f</text:p></text:list-item><text:list-header><text:p>g</text:p></text:list-header>'
    expect(labels(list(item('a', inner) + more))).toEqual(['I.', 'I.1)', 'I.2)', '-', 'II.', null, null])
  })

  test('a list begins anew unless it says that it goes on', () => {
    const first = list(item('a'), 'text:style-name="L1" xml:id="one"')
    expect(labels(first + list(item('b')))).toEqual(['I.', 'I.'])
    expect(labels(first + list(item('b'), 'text:style-name="L1" text:continue-numbering="true"'))).toEqual(['I.', 'II.'])
    expect(labels(first + list(item('b')) + list(item('c'), 'text:style-name="L1" text:continue-list="one"'))).toEqual(['I.', 'I.', 'II.'])
    expect(labels(list(`<text:list-item text:start-value="4"><text:p>a</text:p></text:list-item>${item('b')}`))).toEqual(['IV.', 'V.'])
  })

  test('a start beyond Roman figures is written plainly, one of no use counts from one', () => {
    const start = (value: string) => list(`<text:list-item text:start-value="${value}"><text:p>a</text:p></text:list-item>`)
    expect(labels(start('999999999') + start('x'))).toEqual(['999999999.', 'I.'])
  })
})

describe('tables', () => {
  const cell = (text: string, more = '') => `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`
  const covered = '<table:covered-table-cell/>'
  const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
  const rows = (...all: string[]) => {
    const [block] = blocks(`<table:table>${all.join('')}</table:table>`)
    return block?.kind === 'table' && block.rows
  }

  test('a cell that goes on over rows repeats, one over columns leaves the others empty; heads are rows', () => {
    const head = `<table:table-header-rows>${row(cell('STT'), cell('Việc', 'table:number-columns-spanned="2"'), covered)}</table:table-header-rows>`
    const body =
      row(cell('1'), cell('a', 'table:number-rows-spanned="2"'), cell('b')) +
      row(cell('2'), covered, cell('c')) +
      row(cell('3'), cell('d'), cell('e'))
    expect(rows(head, body)).toEqual([
      ['STT', 'Việc', ''],
      ['1', 'a', 'b'],
      ['2', 'a', 'c'],
      ['3', 'd', 'e'],
    ])
  })

  test('a cell that is repeated a million times is repeated as often as a table has columns', () => {
    const [first] = rows(row(cell('x', 'table:number-columns-repeated="1000000"'))) || []
    expect(first).toHaveLength(64)
  })
})

describe('what is not read', () => {
  const deep = (depth: number) => `<text:p>${'<text:span>'.repeat(depth)}x${'</text:span>'.repeat(depth)}</text:p>`
  test.each<[string, Buffer, string]>([
    ['no zip', Buffer.from('KẾ HOẠCH'), 'unknown-format'],
    ['a sheet', odt(content('<text:p>x</text:p>'), { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }), 'unknown-format'],
    ['no text in it', odt('<office:document-content/>'), 'damaged'],
    ['half a text', odt(content('<text:p>x</text:p>').slice(0, -20)), 'damaged'],
    ['entities of its own', odt(`<!DOCTYPE x [<!ENTITY a "b">]>${content('<text:p>&a;</text:p>')}`), 'damaged'],
    ['elements without end within each other', odt(content(deep(100_000))), 'damaged'],
    ['nothing', odt(content('<text:p/>')), 'empty'],
    ['a scan', odt(content('<text:p><draw:frame><draw:image/></draw:frame></text:p>')), 'scanned'],
    ['two million letters', odt(content(`<text:p>${'x'.repeat(2_000_001)}</text:p>`)), 'too-long'],
  ])('%s', (_, bytes, code) => expect(() => readOdt(bytes)).toThrow(expect.objectContaining({ code })))

  test('spaces by the million are a hundred', () => {
    expect(blocks('<text:p>a<text:s text:c="1000000"/>b</text:p>')).toEqual([paragraph(`a${' '.repeat(100)}b`)])
  })
})
