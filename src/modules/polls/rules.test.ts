import { describe, expect, test } from 'vitest'
import { type Actor, roles } from '../accounts/index.ts'
import { type Poll, type PollStatus, pollStatuses, type ResultsShown, resultsShown } from './poll.ts'
import { countsFor, faultOf, isShown, mayReadResults, rolesOn, sharesOf, statusOn } from './rules.ts'

const [before, first, between, last, after] = ['2026-11-25', '2026-11-26', '2026-11-28', '2026-11-30', '2026-12-01'] as const
const poll = (status: PollStatus, shown: ResultsShown = 'always') =>
  ({ status, opensOn: first, closesOn: last, resultsShown: shown }) satisfies Partial<Poll>

describe('where a poll stands on a day, though no worker has been there', () => {
  test.each<[PollStatus, string, PollStatus]>([
    ['open', before, 'scheduled'],
    ['open', first, 'open'],
    ['open', between, 'open'],
    ['open', last, 'open'],
    ['open', after, 'closed'],
    // Only the worker opens: until then nobody votes.
    ['scheduled', between, 'scheduled'],
    ['scheduled', after, 'scheduled'],
    ['draft', between, 'draft'],
    ['closed', between, 'closed'],
    ['withdrawn', after, 'withdrawn'],
    ['discarded', between, 'discarded'],
  ])('%s, on %s: %s', (status, on, is) => {
    expect(statusOn(poll(status), on as Poll['opensOn'])).toBe(is)
  })
})

describe('who reads results', () => {
  /** By the way in which they are shown: open and not voted, open and voted. */
  const whileOpen: Record<ResultsShown, [boolean, boolean]> = {
    always: [true, true],
    afterVoting: [false, true],
    afterClosing: [false, false],
  }
  test.each(resultsShown)('%s: while it is open, once it is closed, and never of what is hidden or withdrawn', (shown) => {
    expect([false, true].map((voted) => mayReadResults(poll('open', shown), between, voted))).toEqual(whileOpen[shown])
    for (const voted of [false, true]) {
      expect(mayReadResults(poll('open', shown), after, voted), 'over, and not closed yet').toBe(true)
      expect(mayReadResults(poll('closed', shown), after, voted)).toBe(true)
      for (const status of ['draft', 'scheduled', 'withdrawn', 'discarded'] as const)
        expect([status, mayReadResults(poll(status, shown), between, voted)]).toEqual([status, false])
    }
  })
})

describe('a ballot', () => {
  test.each<[readonly number[], number, ReturnType<typeof faultOf>]>([
    [[], 1, 'no_choice'],
    [[1], 1, null],
    [[4], 1, null],
    [[5], 1, 'unknown_option'],
    [[0], 1, 'unknown_option'],
    [[-1], 1, 'unknown_option'],
    [[1.5], 1, 'unknown_option'],
    [[Number.NaN], 1, 'unknown_option'],
    [[1, 2], 1, 'too_many_options'],
    // The same answer twice is one answer.
    [[2, 2], 1, null],
    [[1, 2], 2, null],
    [[1, 2, 3], 2, 'too_many_options'],
    [[1, 9], 2, 'unknown_option'],
    [[1, 2, 3, 4], 4, null],
  ])('%j of four, at most %i: %s', (choices, most, fault) => {
    expect(faultOf(choices, 4, most)).toBe(fault)
  })
})

test('shares are of those who voted, and of nobody there are none', () => {
  expect(sharesOf({ voters: 0, votes: [0, 0] })).toEqual([
    { votes: 0, share: 0 },
    { votes: 0, share: 0 },
  ])
  expect(sharesOf({ voters: 4, votes: [3, 2] }).map(({ share }) => share)).toEqual([0.75, 0.5])
})

describe('what somebody is towards a poll', () => {
  const shown = ['open', 'closed', 'withdrawn'] as const
  const actor = (role: (typeof roles)[number]): Actor => ({ personId: 'p', username: 'u', name: 'N', roles: [role], unitId: null })

  test('what never opened is the office’s own', () => {
    expect(pollStatuses.filter((status) => isShown({ status }))).toEqual(shown)
  })

  test.each(pollStatuses)('%s', (status) => {
    const isPublic = shown.some((one) => one === status)
    expect(rolesOn(null, { status })).toEqual(isPublic ? new Set() : null)
    for (const role of roles) {
      const reads = isPublic || ['editor', 'chairman', 'auditor'].includes(role)
      expect([role, rolesOn(actor(role), { status })]).toEqual([role, reads ? new Set(role === 'editor' ? ['editor'] : []) : null])
    }
  })
})

test('a poll counts towards its status, once', () => {
  expect(pollStatuses.flatMap((status) => countsFor({ status }))).toEqual(
    pollStatuses.map((bucket) => ({ name: 'poll.status', owner: 'all', bucket })),
  )
})
