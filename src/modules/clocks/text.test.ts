import { describe, expect, test } from 'vitest'
import { DomainError } from '../../shared/errors.ts'
import { nationalCalendar } from './national-calendar.ts'
import { clockRefusal } from './refusal.ts'
import { rules, sureMarks } from './rules.ts'
import { clockErrors, text } from './text.ts'

const vietnamese = /[ăâđêôơưàáạảãèéẹẻẽìíịỉĩòóọỏõùúụủũỳýỵỷỹ]/i

describe.each(['vi', 'en'] as const)('the words in %s', (lang) => {
  const words = text[lang]

  test('name every rule, its start, each of its variants and how sure it is', () => {
    for (const rule of rules) {
      expect(words.ruleName(rule)).not.toBe('')
      if (rule.clockStart) expect(words.clockStart(rule), rule.id).not.toBe('')
      for (const { when } of rule.variants ?? []) expect(words.variants(when), when).not.toBe(when)
    }
    for (const mark of sureMarks) expect(words.sure(mark)).not.toBe(mark)
  })

  test('name every day of the calendar', () => {
    for (const day of nationalCalendar().days.values()) expect(words.dayName(day).length).toBeGreaterThan(4)
  })

  test('say every refusal in a sentence', () => {
    for (const code of clockErrors)
      expect(clockRefusal(new DomainError(code, 422, { rule: 'complaint.accept', on: '2026-02-10' }), lang)?.sentence).toMatch(/\.$/)
  })
})

test('English rule names are English, but for names of things', () => {
  for (const rule of rules) expect(text.en.ruleName(rule).replace(/Đ1?1 k/g, ''), rule.id).not.toMatch(vietnamese)
})

test('a local target is always called by its Vietnamese name', () => {
  for (const words of [text.vi, text.en]) {
    expect(words.local).toContain('mục tiêu của địa phương')
    expect(words.explanation.localNote).toContain('mục tiêu của địa phương')
  }
})

test('a fault is no refusal', () => {
  expect(clockRefusal(new Error('x'), 'vi')).toBeUndefined()
  expect(clockRefusal(new DomainError('forbidden', 403), 'vi')).toBeUndefined()
})
