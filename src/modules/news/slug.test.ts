import { expect, test } from 'vitest'
import { slugChoices, slugOf } from './slug.ts'

test.each([
  ['Lịch tiếp công dân tháng 3', 'lich-tiep-cong-dan-thang-3'],
  ['Đường Lý Thái Tổ: đã sửa xong!', 'duong-ly-thai-to-da-sua-xong'],
  ['  “Dân là gốc”  ', 'dan-la-goc'],
  ['Kế hoạch số 37/KH-UBND', 'ke-hoach-so-37-kh-ubnd'],
  ['Điểu Krêu & Thị Út', 'dieu-kreu-thi-ut'],
  ['ỦY BAN NHÂN DÂN', 'uy-ban-nhan-dan'],
  ['Ủy ban'.normalize('NFD'), 'uy-ban'],
  ['日本語 😀', 'bai-viet'],
  ['../../etc/passwd', 'etc-passwd'],
])('%s → %s', (title, slug) => expect(slugOf(title)).toBe(slug))

test('a long title is cut between words', () => {
  expect(slugOf('một hai ba bốn '.repeat(20))).toMatch(/^(mot|hai|ba|bon)(-(mot|hai|ba|bon))*$/)
  expect(slugOf('một hai ba bốn '.repeat(20)).length).toBeLessThanOrEqual(80)
  expect(slugOf('a'.repeat(300))).toHaveLength(80)
})

test('a title that is taken gets a number, and after many the article’s own id', () => {
  const choices = slugChoices('Thông báo', '018f3b4e-0000-7000-8000-0123456789ab')
  expect(choices.slice(0, 3)).toEqual(['thong-bao', 'thong-bao-2', 'thong-bao-3'])
  expect(choices.at(-1)).toBe('thong-bao-0123456789ab')
})
