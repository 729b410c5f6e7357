import { describe, expect, test } from 'vitest'
import { frequenciesOf, likeness, tellingWords } from './likeness.ts'

const subjects = [
  'Đường Lý Thái Tổ ngập sau mỗi trận mưa',
  'Đường vào thôn Bàu Nghé lầy lội',
  'Đèn đường hẻm 15 khu phố 3 tắt nửa tháng nay',
  'xin lap den duong hem 41 khu pho 5 phuoc binh',
  'Rác ùn ứ sau chợ Phước Bình, mùi hôi cả ngày',
  'Chó thả rông trước cổng nhà trẻ',
]
const frequencies = frequenciesOf(subjects.map(tellingWords))
const alike = (one: string, other: string) => likeness(tellingWords(one), tellingWords(other), frequencies)

test('the telling words are without tones, empty words and repetitions', () => {
  expect(tellingWords('Xin nhờ tôi hỏi: đường, ĐƯỜNG Lý Thái Tổ ngập!')).toEqual(['toi', 'duong', 'ly', 'thai', 'to', 'ngap'])
  expect(tellingWords('  … ')).toEqual([])
})

describe('likeness', () => {
  test('is 1 of the same words, with or without tones, in any order', () => {
    expect(alike('Đèn đường hẻm tắt', 'duong hem den tat')).toBeCloseTo(1)
  })

  test('is 0 without a word in common, and of one common word among many', () => {
    expect(alike('Chó thả rông', 'Rác sau chợ')).toBe(0)
    expect(alike('Đường ngập', 'Đèn đường tắt')).toBe(0)
  })

  test('is the same both ways, and never beyond 1', () => {
    for (const one of subjects) {
      for (const other of subjects) {
        expect(alike(one, other)).toBeCloseTo(alike(other, one))
        expect(alike(one, other)).toBeLessThanOrEqual(1.000001)
      }
    }
  })

  test('puts the same street before another street with the same trouble, and both before a stranger', () => {
    const typed = 'ngập nước đường Lý Thái Tổ'
    const order = subjects.toSorted((a, b) => alike(typed, b) - alike(typed, a))
    expect(order[0]).toBe(subjects[0])
    expect(alike(typed, subjects[5]!)).toBe(0)
  })

  test('a word that few have weighs more than one that all have', () => {
    const many = frequenciesOf([...Array.from({ length: 50 }, () => ['duong', 'hu']), ['cau', 'treo']])
    expect(likeness(['duong', 'cau', 'treo'], ['cau', 'treo', 'gay'], many)).toBeGreaterThan(
      likeness(['duong', 'hu', 'treo'], ['duong', 'hu', 'gay'], many),
    )
  })
})
