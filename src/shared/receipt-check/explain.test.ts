import { describe, expect, test } from 'vitest'
import { sampleLog } from '../../../tests/support/sample-receipt.ts'
import { utf8 } from '../tlog/bytes.ts'
import { checkReceipt, receiptParts } from '../tlog/check-receipt.ts'
import { formatShort } from '../tlog/short-receipt.ts'
import { explain, explainUnchecked } from './explain.ts'
import { sortHanded } from './handed.ts'

const log = await sampleLog({ words: { content: JSON.stringify({ subject: 'Nắp cống vỡ', body: 'Đã một tuần.' }) } })
const known = { keys: [log.vkey], witnesses: log.witnessKeys.slice(0, 1) }

describe('a true receipt', () => {
  const told = explain('vi', checkReceipt(log.receipt, known))
  const [says, words, proved, notProved] = told.sections

  test('says what it says, the case first, its words in parts', () => {
    expect([told.title, told.verdict]).toEqual(['Phiếu thật', 'true'])
    expect(says?.pairs?.slice(0, 4)).toEqual([
      ['Việc', 'Đã nhận đơn'],
      ['Lúc', 'Chủ nhật, 22/11/2026 10:00'],
      ['Mã đơn', 'PL-2026-00128'],
      ['Loại', 'khiếu nại'],
    ])
    expect(words?.pairs).toEqual([
      ['Tiêu đề', 'Nắp cống vỡ'],
      ['Nội dung', 'Đã một tuần.'],
    ])
  })
  test('says what was proved, and what never is', () => {
    expect(proved?.items?.join()).toMatch(/dòng 201.*bản ký có 300 dòng.*mttq\.phuoc-long\.vn đã ký làm chứng.*chưa được đối chiếu/s)
    expect(notProved?.items?.join()).toMatch(/đúng sự thật.*người gửi đơn/s)
  })
  test('under a key that nobody compared says so in its title', () => {
    const open = explain('vi', checkReceipt(log.receipt, { keys: [], witnesses: [] }))
    expect([open.verdict, open.lead]).toEqual(['uncompared', 'Chữ ký đúng, nhưng khóa này chưa được đối chiếu: chưa biết là khóa của ai.'])
    expect(open.sections.at(-1)?.items?.[0]).toContain('Khóa là của ai')
  })
  test('that names things like the innards of a program is shown as it is', async () => {
    const { receipt, vkey } = await sampleLog({
      statement: { type: 'constructor', role: '__proto__', facts: { toString: ['a', 1], hasOwnProperty: null } },
    })
    const { sections } = explain('en', checkReceipt(receipt, { keys: [vkey], witnesses: [] }))
    expect(sections[0]?.pairs).toEqual(
      expect.arrayContaining([
        ['Step', 'constructor'],
        ['Done as', '__proto__'],
        ['toString', 'a, 1'],
        ['hasOwnProperty', 'null'],
      ]),
    )
  })
})

test.each(receiptParts)('a forged one names its part in both languages: %s', (part) => {
  const vi = explain('vi', { ok: false, part, fault: 'x' })
  expect([vi.verdict, vi.title]).toEqual(['false', 'Phiếu giả'])
  expect(vi.lead).toMatch(/^Phần sai: .+\. .+\.$/)
  expect(explain('en', { ok: false, part, fault: 'x' }).lead).toMatch(/^Wrong part: .+\. .+\.$/)
})

test('what was not checked is never called forged or true', () => {
  for (const why of ['unreadable', 'unreached', 'noQr', 'shortOffline', 'shortElsewhere'] as const)
    expect(explainUnchecked('vi', why).title).not.toMatch(/Phiếu (thật|giả)/)
})

describe('what is handed over', () => {
  const text = new TextDecoder().decode(log.receipt)
  test('white space around a pasted text is nobody’s change; of a file every byte counts', () => {
    expect(sortHanded(utf8(`\r\n  ${text}\r\n`), { pasted: true })).toEqual({ kind: 'receipt', bytes: log.receipt })
    const file = utf8(`\n${text}`)
    expect(sortHanded(file, { pasted: false })).toEqual({ kind: 'receipt', bytes: file })
  })
  test('the short form, and anything else', () => {
    const short = { index: 3, hash: new Uint8Array(32).fill(7) }
    expect(sortHanded(utf8(formatShort(short)), { pasted: true })).toEqual({ kind: 'short', short, site: null })
    const address = `https://vidu.vn/so-cong-khai/kiem-chung?phieu=${formatShort(short)}`
    expect(sortHanded(utf8(address), { pasted: true })).toEqual({ kind: 'short', short, site: 'vidu.vn' })
    expect(sortHanded(utf8('xin chào'), { pasted: true })).toEqual({ kind: 'other' })
  })
})
