import { expect, test } from 'vitest'
import type { Outcome } from '../petition.ts'
import { contradictions } from './past-answers.ts'

test.each<[(Outcome | null)[], Outcome[]]>([
  [[], []],
  [['solved'], []],
  [['solved', 'promised', 'solved'], []],
  [['cannot', 'noCompetence'], []],
  [
    ['solved', 'cannot'],
    ['solved', 'cannot'],
  ],
  [
    ['solved', 'explained', 'solved'],
    ['solved', 'explained'],
  ],
  [['promised', null], []],
])('%j: %j contradict each other', (outcomes, expected) => {
  expect(contradictions(outcomes.map((outcome) => ({ outcome })))).toEqual(expected)
})
