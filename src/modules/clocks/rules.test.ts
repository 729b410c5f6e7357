import { describe, expect, test } from 'vitest'
import type { CivilDate } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import { dueOnOf } from './deadline.ts'
import { nationalCalendar } from './national-calendar.ts'
import { limitOf, normalVariant, ruleInForce, rules, rulesWithoutNumber } from './rules.ts'

function codeOf(act: () => unknown): string | undefined {
  try {
    act()
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error)
  }
  return undefined
}

describe('the version in force', () => {
  const rows: [id: string, on: CivilDate, found: string][] = [
    ['complaint.accept', '2026-06-30', 'complaint.accept.pre2026'],
    ['complaint.accept', '2026-07-01', 'complaint.accept'],
    ['complaint.accept', '2012-07-01', 'complaint.accept.pre2026'],
    ['complaint.accept.pre2026', '2026-06-30', 'complaint.accept.pre2026'],
    ['petition.resolve', '2026-11-22', 'petition.resolve'],
    ['tthc.case', '2001-01-01', 'tthc.case'],
    ['tthc.dossier_to_specialist', '2025-06-30', 'tthc.dossier_to_specialist'],
  ]
  test.each(rows)('%s on %s is %s', (id, on, found) => expect(ruleInForce(id, on).id).toBe(found))

  const refused: [id: string, on: CivilDate, code: string][] = [
    ['complaint.accept.pre2026', '2026-07-01', 'rule_not_in_force'],
    ['complaint.accept', '2012-06-30', 'rule_not_in_force'],
    ['tthc.dossier_to_specialist', '2025-07-01', 'rule_not_in_force'],
    ['complaint.accept.pre2020', '2026-07-01', 'unknown_rule'],
    ['complaint', '2026-07-01', 'unknown_rule'],
    ['__proto__', '2026-07-01', 'unknown_rule'],
    ['', '2026-07-01', 'unknown_rule'],
  ]
  test.each(refused)('%j on %s is refused: %s', (id, on, code) => expect(codeOf(() => ruleInForce(id, on))).toBe(code))
})

describe('variants', () => {
  const rule = ruleInForce('complaint.resolve_first', '2026-02-10')
  test.each([
    ['remote+complex', 60],
    ['complex remote', 60],
    ['complex, remote', 60],
    ['  complex ,+ remote  ', 60],
    ['complex complex', 45],
    ['remote', 45],
    ['', 30],
    [null, 30],
  ])('%j settles a first complaint in %d days', (variant, days) => {
    expect(limitOf(rule, normalVariant(variant))).toEqual({ value: days, unit: 'calendarDay' })
  })

  test('an unknown variant is refused, also where a rule has none', () => {
    expect(codeOf(() => limitOf(rule, 'urgent'))).toBe('unknown_variant')
    expect(codeOf(() => limitOf(rule, 'complex+urgent'))).toBe('unknown_variant')
    expect(codeOf(() => limitOf(ruleInForce('complaint.accept', '2026-11-22'), 'remote'))).toBe('unknown_variant')
  })
})

describe('what is no due date', () => {
  test.each([
    ['petition.resolve', 'rule_without_number'],
    ['tthc.case', 'rule_without_number'],
    ['reception.chair_commune', 'rule_not_a_due_date'],
    ['democracy.dialogue', 'rule_not_a_due_date'],
    ['democracy.agency_review', 'rule_not_a_due_date'],
    ['front.semiannual_hearing', 'rule_not_a_due_date'],
    ['pdp.breach', 'rule_not_a_due_date'],
  ])('%s is refused: %s', (id, code) => expect(codeOf(() => dueOnOf(id, '2026-11-23', null, nationalCalendar()))).toBe(code))

  test('a date that does not exist is refused', () => {
    for (const from of ['2026-02-30', '2026-2-1', '', '20260201', '2026-02-01T00:00'])
      expect(codeOf(() => dueOnOf('complaint.accept', from, null, nationalCalendar()))).toBe('wrong_date')
  })

  test('a due date after 2199 is refused, not guessed', () => {
    expect(codeOf(() => dueOnOf('complaint.file_first', '2199-12-01', null, nationalCalendar()))).toBe('date_out_of_range')
    expect(codeOf(() => dueOnOf('complaint.accept', '2199-12-31', null, nationalCalendar()))).toBe('date_out_of_range')
  })
})

test('every rule of the data either gives a due date under each variant or is refused with a code', () => {
  const counts = { due: 0, refused: 0 }
  for (const rule of rules) {
    const on = rule.effectiveTo ?? (rule.effectiveFrom === null || rule.effectiveFrom < '2026-07-01' ? '2026-07-01' : rule.effectiveFrom)
    for (const variant of [null, ...(rule.variants ?? []).map((one) => one.when)]) {
      const code = codeOf(() => dueOnOf(rule.id, on, variant, nationalCalendar()))
      if (code === undefined) counts.due += 1
      else {
        expect(['rule_without_number', 'rule_not_a_due_date']).toContain(code)
        counts.refused += 1
      }
    }
  }
  expect(rules).toHaveLength(76)
  expect(rulesWithoutNumber).toHaveLength(5)
  expect(counts).toEqual({ due: 76 - 12 + 14, refused: 12 })
})
