import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { vi } from '../text.vi.ts'
import { isKnownEntry, replay } from './replay.ts'

const entry = (type: string, at: string, facts: Record<string, unknown> = {}) => ({
  matterId: 'm',
  seq: 1,
  type: `petition.${type}`,
  at: new Date(`${at}T09:00:00+07:00`),
  facts,
})

type Line = [type: string, at: string, facts?: Record<string, unknown>]
const told = (...lines: Line[]) => lines.reduce((known, line) => replay(known, entry(...line)), null as ReturnType<typeof replay>)
const begun: Line[] = [
  ['received', '2026-10-01'],
  ['accepted', '2026-10-02', { unitId: 'u' }],
]
const answered = (at: string, facts = {}): Line => [
  'answered',
  at,
  { outcome: 'promised', promisedOn: '2026-12-01', dueOn: '2026-10-20', ...facts },
]

describe('what the history tells', () => {
  test.each<{ lines: Line[]; is: object; because: string }>([
    { lines: [['received', '2026-10-31']], is: { status: 'received', receivedOn: '2026-10-31', unitId: null }, because: 'received' },
    { lines: begun, is: { status: 'accepted', unitId: 'u' }, because: 'accepted for a unit' },
    { lines: [...begun, ['assigned', '2026-10-03', { unitId: 'v' }]], is: { unitId: 'v' }, because: 'the last unit counts' },
    { lines: [...begun, answered('2026-10-20')], is: { answeredLate: false }, because: 'the due day itself is on time' },
    { lines: [...begun, answered('2026-10-21')], is: { answeredLate: true, answeredOn: '2026-10-21' }, because: 'a day after is late' },
    { lines: [...begun, answered('2026-10-21', { dueOn: null })], is: { answeredLate: null }, because: 'no clock, no lateness' },
    { lines: [...begun, ['foundComplex', '2026-10-05'], answered('2026-10-19')], is: { extended: true }, because: 'complex is extended' },
    {
      lines: [...begun, answered('2026-10-19'), ['extended', '2026-11-01', { stage: 'promise', dueOn: '2027-01-10' }]],
      is: { promisedOn: '2027-01-10', extended: true },
      because: 'a later promise',
    },
    {
      lines: [...begun, answered('2026-10-19'), ['promiseKept', '2026-11-01'], ['rated', '2026-11-02', { solved: 'no' }]],
      is: { promiseKeptOn: '2026-11-01', verdict: 'no', status: 'answered' },
      because: 'kept, says the office; not solved, says the filer',
    },
    {
      lines: [...begun, answered('2026-10-21'), ['rated', '2026-10-22', { solved: 'no' }], ['reopened', '2026-10-23']],
      is: { status: 'accepted', answeredOn: null, answeredLate: null, outcome: null, verdict: null, unitId: 'u' },
      because: 'reopened, the next answer counts',
    },
    { lines: [...begun, ['suspended', '2026-10-03'], ['resumed', '2026-10-09']], is: { status: 'accepted' }, because: 'resumed' },
    {
      lines: [
        ['received', '2026-10-01'],
        ['guided', '2026-10-02'],
      ],
      is: { status: 'closed', answeredOn: null },
      because: 'guided',
    },
    { lines: [...begun, ['verified', '2026-10-03', { unitId: 'x' }]], is: { unitId: 'u' }, because: 'a step of work moves nothing' },
    { lines: [...begun, ['constructor', '2026-10-03']], is: { status: 'accepted' }, because: 'an unknown kind changes nothing' },
  ])('$because', ({ lines, is }) => {
    expect(told(...lines)).toMatchObject(is)
  })

  test('nothing without the receipt', () => {
    expect(told(['accepted', '2026-10-02', { unitId: 'u' }])).toBeNull()
  })
})

test('every kind of entry that the program writes or names is known to the figures', () => {
  const written = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
    .flatMap((file) => [...readFileSync(`src/${file}`, 'utf8').matchAll(/type: '(petition\.[a-zA-Z]+)'/g)].map(([, type]) => type!))
  expect(written.length).toBeGreaterThan(25)
  expect([...new Set([...written, ...Object.keys(vi.event)])].filter((type) => !isKnownEntry(type))).toEqual([])
  expect(isKnownEntry('petition.danced')).toBe(false)
})
