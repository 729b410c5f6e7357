import { describe, expect, test } from 'vitest'
import { addDays, type CivilDate, daysBetween, weekdayOf } from '../../src/shared/civil-date.ts'
import { hasMarks } from '../../src/shared/vietnamese-text.ts'
import { type DemoPetition, demoPetitions, demoTown, inFilingOrder, instantOf, withDates } from './demo-data.ts'
import { problemsWith } from './demo-rules.ts'

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const outcomes = (petition: DemoPetition) => petition.acts.flatMap((act) => (act.act === 'draftAnswer' ? [act.input.outcome] : []))
const has = (petition: DemoPetition, act: string) => petition.acts.some((entry) => entry.act === act)
const lastAct = (petition: DemoPetition) => petition.acts.at(-1)?.act
const open = (petition: DemoPetition) => !has(petition, 'issueAnswer') && !has(petition, 'decline') && !has(petition, 'withdraw')

describe('the town', () => {
  test('has the five wards and two communes of the seed, each with hamlets', () => {
    expect(demoTown.units.filter((unit) => unit.kind === 'ward')).toHaveLength(5)
    expect(demoTown.units.filter((unit) => unit.kind === 'commune')).toHaveLength(2)
    for (const unit of demoTown.units) expect((unit.hamlets?.length ?? 0) >= 5).toBe(unit.kind === 'ward' || unit.kind === 'commune')
  })

  test('gives everything its own uuid, key and user name', () => {
    const ids = [...demoTown.units, ...demoTown.units.flatMap((unit) => unit.hamlets ?? []), ...demoTown.people].map((one) => one.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(UUID_V4)
    expect(new Set(demoTown.units.map((unit) => unit.key)).size).toBe(demoTown.units.length)
    expect(new Set(demoTown.people.map((person) => person.username)).size).toBe(demoTown.people.length)
    for (const person of demoTown.people) expect(person.username).toMatch(/^[a-z]+$/)
  })

  test('has the named cast in their roles', () => {
    const cast = Object.fromEntries(demoTown.people.map((person) => [person.username, `${person.role} ${person.unit}`]))
    expect(cast).toMatchObject({
      hoa: 'receptionOfficer ban-tcd',
      nam: 'caseOfficer do-thi',
      mai: 'caseOfficer y-te',
      dung: 'unitHead do-thi',
      lam: 'chairman null',
      tuyet: 'editor van-phong',
      phuc: 'auditor mttq',
      khanh: 'administrator van-phong',
      binh: 'resident null',
    })
  })

  test('has a case officer and a head in every unit that is given a case', () => {
    const used = new Set(demoPetitions.flatMap((petition) => petition.acts.flatMap((act) => ('unit' in act.input ? [act.input.unit] : []))))
    const staffed = (unit: string, role: string) => demoTown.people.some((person) => person.unit === unit && person.role === role)
    for (const unit of used) expect([unit, staffed(unit!, 'caseOfficer'), staffed(unit!, 'unitHead')]).toEqual([unit, true, true])
  })
})

describe('the petitions', () => {
  test('are forty, no two alike, and every one keeps the rules', () => {
    expect(demoPetitions).toHaveLength(40)
    expect(new Set(demoPetitions.map((petition) => petition.subject)).size).toBe(40)
    expect(new Set(demoPetitions.map((petition) => petition.body)).size).toBe(40)
    for (const petition of demoPetitions) expect([petition.subject, problemsWith(petition, demoTown)]).toEqual([petition.subject, []])
  })

  test('begin with the flooded street of the sketch, being verified', () => {
    const first = demoPetitions[0]!
    expect(first).toMatchObject({ subject: 'Đường Lý Thái Tổ ngập sau mỗi trận mưa, nước tràn vào nhà', kind: 'recommendation' })
    expect(first.hamlet).toEqual({ unit: 'long-thuy', name: 'Khu phố 3' })
    expect(lastAct(first)).toBe('recordVerification')
  })

  const states: Record<string, (petition: DemoPetition) => boolean> = {
    received: (p) => p.acts.length === 0,
    'accepted, no unit yet': (p) => open(p) && p.acts.some((act) => act.act === 'accept' && !act.input.unit) && !has(p, 'assign'),
    'given to a unit, no officer yet': (p) => open(p) && p.acts.some((act) => act.act === 'accept' && act.input.unit && !act.input.officer),
    'assigned, nothing done yet': (p) => open(p) && has(p, 'accept') && !has(p, 'recordVerification') && !has(p, 'draftAnswer'),
    'given to a second unit': (p) => p.acts.some((act) => act.act === 'accept' && act.input.unit) && has(p, 'assign'),
    'being verified': (p) => lastAct(p) === 'recordVerification',
    'drafted, waiting for the signature': (p) => lastAct(p) === 'draftAnswer',
    'draft returned': (p) => lastAct(p) === 'returnDraft',
    'drafted again after a return': (p) => lastAct(p) === 'draftAnswer' && has(p, 'returnDraft'),
    'answered, no verdict yet': (p) => lastAct(p) === 'issueAnswer',
    declined: (p) => has(p, 'decline'),
    'withdrawn before acceptance': (p) => has(p, 'withdraw') && !has(p, 'accept'),
    'withdrawn after acceptance': (p) => has(p, 'withdraw') && has(p, 'accept'),
    'found complex': (p) => has(p, 'findComplex'),
    'cleared for publication': (p) => has(p, 'clearForPublication'),
    'to be published but not cleared': (p) => p.publish && has(p, 'accept') && !has(p, 'clearForPublication'),
    'answered but not cleared': (p) => p.publish && has(p, 'issueAnswer') && !has(p, 'clearForPublication'),
    'not to be published': (p) => !p.publish,
    'taken at the counter': (p) => p.channel === 'counter',
    'filed with an account': (p) => p.account !== undefined,
    'filed without a telephone': (p) => p.filer.phone === undefined,
    'typed without tone marks': (p) => !hasMarks(p.subject) && !hasMarks(p.body),
    'typed in decomposed letters (NFD)': (p) => p.body !== p.body.normalize('NFC') && p.body === p.body.normalize('NFD'),
    'promise already past and not kept': (p) =>
      p.acts.some((a) => a.act === 'draftAnswer' && a.input.promisedOn && a.afterDays + a.input.promisedOn.inDays < p.filedDaysAgo) &&
      p.acts.some((a) => a.act === 'rate' && a.input.solved === 'no'),
  }
  test.each(Object.entries(states))('show a petition %s', (_, matches) => {
    expect(demoPetitions.some(matches)).toBe(true)
  })

  test('show all kinds, outcomes, verdicts and several grounds for declining', () => {
    const acts = demoPetitions.flatMap((petition) => petition.acts)
    expect(new Set(demoPetitions.map((petition) => petition.kind))).toEqual(new Set(['feedback', 'recommendation', 'complaint']))
    const answered = demoPetitions.filter((petition) => has(petition, 'issueAnswer')).map((petition) => outcomes(petition).at(-1))
    expect(new Set(answered)).toEqual(new Set(['solved', 'promised', 'explained', 'noCompetence', 'cannot']))
    expect(new Set(acts.flatMap((act) => (act.act === 'rate' ? [act.input.solved] : [])))).toEqual(new Set(['yes', 'partly', 'no']))
    const grounds = new Set(acts.flatMap((act) => (act.act === 'decline' ? [act.input.ground] : [])))
    expect(grounds).toEqual(new Set(['notWithinCompetence', 'inCourt', 'expiredLimitation', 'unclearContent']))
  })

  test('are partly overdue, soon due and answered late, on whatever day they are loaded', () => {
    for (let day = 0; day < 14; day++) {
      const today = addDays('2026-03-02', day)
      const daysLeft = demoPetitions.filter(open).flatMap((petition) => targetOf(petition, today))
      expect(daysLeft.filter((left) => left < 0).length).toBeGreaterThanOrEqual(3)
      expect(daysLeft.filter((left) => left >= 1 && left <= 3).length).toBeGreaterThanOrEqual(2)
    }
    const late = demoPetitions.filter((petition) => {
      const issued = petition.acts.find((act) => act.act === 'issueAnswer')
      return issued && targetOf(petition, '2026-03-02').some((left) => left + petition.filedDaysAgo < issued.afterDays)
    })
    expect(late.length).toBeGreaterThanOrEqual(1)
  })
})

/** Days left to the local target of a petition that is no complaint, with weekends as the only days off. */
function targetOf(petition: DemoPetition, today: CivilDate): number[] {
  const accepted = petition.acts.find((act) => act.act === 'accept')
  if (!accepted || petition.kind === 'complaint') return []
  let due = addDays(today, accepted.afterDays - petition.filedDaysAgo)
  for (let left = demoTown.localTargets[0]!.value; left > 0; ) {
    due = addDays(due, 1)
    if (weekdayOf(due) <= 5) left--
  }
  return [daysBetween(today, due)]
}

describe('the rules find', () => {
  const good = demoPetitions[0]!
  const cases: [string, DemoPetition][] = [
    ['a telephone that could be real', { ...good, filer: { name: 'A B', phone: '0912 345 678' } }],
    ['an unknown hamlet', { ...good, hamlet: { unit: 'long-thuy', name: 'Khu phố 9' } }],
    ['an act in the future', { ...good, filedDaysAgo: 4 }],
    ['a filing on the day of loading', { ...good, filedDaysAgo: 0, acts: [] }],
    ['acts out of order', { ...good, acts: [...good.acts].reverse() }],
    ['a body that is too short', { ...good, body: 'Ngập.' }],
    ['an officer of another unit', { ...good, acts: good.acts.map((act) => (act.by === 'nam' ? { ...act, by: 'mai' } : act)) }],
    [
      'an act after the end',
      { ...good, acts: [{ act: 'withdraw', by: 'filer', afterDays: 1, at: '08:00', input: {} }, ...good.acts.slice(2)] },
    ],
    ['a broken date mark', { ...good, body: `${good.body} {day:x}` }],
  ]
  test.each(cases)('%s', (_, broken) => {
    expect(problemsWith(broken, demoTown)).not.toEqual([])
  })
})

test('relative dates become real dates, and filings come oldest first', () => {
  expect(withDates('xong ngày {day:12}, không chậm hơn {day:0}', '2026-11-22')).toBe('xong ngày 04/12/2026, không chậm hơn 22/11/2026')
  expect(instantOf('2026-11-22', '14:16').toISOString()).toBe('2026-11-22T07:16:00.000Z')
  expect(inFilingOrder(demoPetitions)[0]!.filedDaysAgo).toBe(Math.max(...demoPetitions.map((petition) => petition.filedDaysAgo)))
})
