import { expect, test } from 'vitest'
import { markedParts, personalDataIn } from './privacy-guard.ts'

const shown = (text: string) => personalDataIn(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])

test.each([
  ['Ai xuống xem thì gọi tôi: 0912345678.', [['phone', '0912345678']]],
  ['0912 345 678', [['phone', '0912 345 678']]],
  ['0912.345.678', [['phone', '0912.345.678']]],
  ['0912-345-678', [['phone', '0912-345-678']]],
  ['09 12 34 56 78', [['phone', '09 12 34 56 78']]],
  ['+84 912 345 678', [['phone', '+84 912 345 678']]],
  ['(+84) 912345678', [['phone', '+84) 912345678']]],
  ['0084912345678', [['phone', '0084912345678']]],
  ['84912345678', [['phone', '84912345678']]],
  ['số cố định 0271 3778 899', [['phone', '0271 3778 899']]],
  ['(0271) 3778899', [['phone', '0271) 3778899']]],
  ['số cũ 0169 123 4567', [['phone', '0169 123 4567']]],
  ['0９1２345６78', [['phone', '0９1２345６78']]],
  ['０９１２３４５６７８', [['phone', '０９１２３４５６７８']]],
  ['0912\u00a0345\u00a0678', [['phone', '0912\u00a0345\u00a0678']]],
  ['0912–345–678', [['phone', '0912–345–678']]],
  [
    '0912345678 hoặc 0987654321',
    [
      ['phone', '0912345678'],
      ['phone', '0987654321'],
    ],
  ],
  [
    '0912345678 0987654321',
    [
      ['phone', '0912345678'],
      ['phone', '0987654321'],
    ],
  ],
  ['CCCD 070099001234', [['identity', '070099001234']]],
  ['cccd: 070 099 001 234', [['identity', '070 099 001 234']]],
  ['số 070.099.001.234', [['identity', '070.099.001.234']]],
  ['０７００９９００１２３４', [['identity', '０７００９９００１２３４']]],
  ['CMND 285123456', [['identity', '285123456']]],
  ['CMND số 285 123 456', [['identity', '285 123 456']]],
  ['011234567', [['identity', '011234567']]],
  ['thư ten.toi@vidu.vn nhé', [['email', 'ten.toi@vidu.vn']]],
  ['BÌNH@vidụ.vn', [['email', 'BÌNH@vidụ.vn']]],
  ['ten＠vidu．vn', [['email', 'ten＠vidu．vn']]],
  ['090909@vidu.com.vn', [['email', '090909@vidu.com.vn']]],
  ['STK 1903 4567 8901', [['bank', '1903 4567 8901']]],
  ['số tài khoản Vietcombank: 0071000123', [['bank', '0071000123']]],
  ['stk 123456', [['bank', '123456']]],
  ['thẻ 9704 1234 5678 9012', [['bank', '9704 1234 5678 9012']]],
  ['mã 10223344556677', [['bank', '10223344556677']]],
])('%s is flagged', (text, expected) => {
  expect(shown(text)).toEqual(expected)
})

test.each([
  'Đoạn từ số 98 đến số 124, sâu nửa mét.',
  'Quyết định số 15/QĐ-UBND ngày 23/02/2017',
  'Hồ sơ PL-2026-00128',
  'Ngày 23-02-2017, 23.02.2017 và 5/12/2026',
  'Đền bù 1.250.000.000 đồng',
  'thu 285.123.456 đ mỗi nhà',
  'Từ 2016-2020',
  'Dài khoảng 300 mét, rộng 3,5 m; 1.200 hộ',
  'Vị trí 11.8372, 106.9987',
  'Lúc 14:16 ngày 3 tháng 2 năm 2017',
  'Tờ bản đồ 12, thửa 345',
  '@ một mình, a@b',
  '',
])('%s is left alone', (text) => {
  expect(personalDataIn(text)).toEqual([])
})

test('the parts joined are the text again', () => {
  const text = 'Gọi 0912 345 678 hoặc viết ten@vidu.vn, CCCD 070099001234.'
  const parts = markedParts(text)
  expect(parts.map((part) => part.text).join('')).toBe(text)
  expect(parts.filter((part) => part.kind).map((part) => part.kind)).toEqual(['phone', 'email', 'identity'])
})

test('a long hostile text is read in moments', () => {
  for (const piece of ['0 ', '1.', 'a.', '0(-', 'tài khoản ', '9'.repeat(20), '84-']) {
    const text = piece.repeat(20_000 / piece.length)
    const started = performance.now()
    personalDataIn(text)
    expect(performance.now() - started).toBeLessThan(1_500)
  }
})

test.each([
  ['Kính gửi bà Trương Thị Bình,', ['Trương Thị Bình']],
  ['TRƯƠNG  THỊ BÌNH đã nhận', ['TRƯƠNG  THỊ BÌNH']],
  ['Chị Bình hẹn thứ tư', ['Chị Bình']],
  ['phường Phước Bình, bình thường', []],
  ['Trương Thị Bìnhx', []],
])('the name of the filer is found in %s', (words, found) => {
  const finds = personalDataIn(words, ['Trương Thị Bình']).filter(({ kind }) => kind === 'name')
  expect(finds.map(({ start, end }) => words.slice(start, end))).toEqual(found)
})
