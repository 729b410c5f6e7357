import { expect, test } from 'vitest'
import { factsOf, fillIn, placeholders, unknownPlaceholder } from './placeholders.ts'

const petition = {
  code: 'PL-2026-00128',
  receivedOn: '2026-11-20',
  dueOn: '2026-12-04',
  subject: 'Ông Nguyễn Văn Tám lấn đường',
  body: '',
  publicSubject: 'Ông […] lấn đường',
  publicBody: null,
  publish: true,
} as const

test.each([
  ['Không có gì để điền', null],
  [placeholders.map((name) => `{{${name}}}`).join(' '), null],
  ['{{ ma }} viết cách', null],
  ['Gửi {{ten_nguoi_gui}}: {{ma}}', 'ten_nguoi_gui'],
  ['{{MA}}', 'MA'],
  ['{{}}', ''],
  ['{{ma', null],
])('%j: the first unknown name is %j', (text, expected) => {
  expect(unknownPlaceholder(text)).toBe(expected)
})

test('each placeholder becomes the fact of the case', () => {
  const text = 'Đơn {{ma}} nhận {{ngay_nhan}}, hạn {{ han }}, {{don_vi}} trả lời về việc “{{ten_viec}}”.'
  expect(fillIn(text, factsOf(petition, 'Đội Quản lý đô thị'))).toBe(
    'Đơn PL-2026-00128 nhận 20/11/2026, hạn 04/12/2026, Đội Quản lý đô thị trả lời về việc “Ông […] lấn đường”.',
  )
})

test('a case that stays hidden keeps its own name', () => {
  expect(fillIn('{{ten_viec}}', factsOf({ ...petition, publish: false }, null))).toBe('Ông Nguyễn Văn Tám lấn đường')
})

test('what a case does not have is a gap that is seen', () => {
  expect(fillIn('{{han}} {{don_vi}}', factsOf({ ...petition, dueOn: null }, null))).toBe('[…] […]')
})

test('words of a filer are not read as placeholders, nor as a pattern', () => {
  const facts = factsOf({ ...petition, publish: false, subject: '{{ma}} $& $1' }, null)
  expect(fillIn('{{ten_viec}}', facts)).toBe('{{ma}} $& $1')
})
