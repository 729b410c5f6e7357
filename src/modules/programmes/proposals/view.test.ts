import { describe, expect, test } from 'vitest'
import type { Proposal } from './proposal.ts'
import { CARDS, pageOf, shownFrom, sureOnes } from './view.ts'

const at = (place: number, facts: Partial<Proposal> = {}): Proposal => ({
  place,
  kind: 'task',
  title: `Việc ${place}`,
  lead: null,
  partners: null,
  dueWords: null,
  dueOn: null,
  every: null,
  path: `I/${place}`,
  sentence: `Việc ${place}`,
  anchorId: null,
  sure: 0.9,
  because: null,
  ticked: true,
  joined: false,
  takenOn: null,
  ...facts,
})
const many = Array.from({ length: 120 }, (_, i) => at(i + 1, { sure: i % 4 === 3 ? null : i % 4 === 2 ? 0.6 : 0.9 }))
const places = (list: readonly Proposal[]) => list.map(({ place }) => place)

describe('pages of proposals', () => {
  test('every card is on one page, and the pages lead to each other', () => {
    const seen: number[] = []
    let from: number | null = 1
    const before: (number | null)[] = []
    while (from !== null) {
      const page = pageOf(many, { view: 'all', from })
      seen.push(...places(page.cards))
      before.push(page.previous)
      from = page.next
    }
    expect(seen).toEqual(places(many))
    expect(before).toEqual([null, 1, 1 + CARDS])
  })

  test('a page stays at its place when cards before it were taken', () => {
    const left = many.slice(30)
    expect(pageOf(left, { view: 'all', from: 51 }).cards[0]!.place).toBe(51)
    expect(pageOf(left, { view: 'all', from: 51 }).previous).toBe(31)
  })

  test.each([
    ['high', 60],
    ['middle', 30],
    ['low', 0],
    ['unread', 30],
  ] as const)('of the view %s there are %i', (view, n) => {
    const page = pageOf(many, { view, from: 1 })
    expect([page.of, page.counts[view]]).toEqual([n, n])
  })

  test('behind the end the last cards are shown', () => {
    expect(places(pageOf(many, { view: 'all', from: 999 }).cards)).toEqual(places(many.slice(-CARDS)))
    expect(pageOf([], { view: 'all', from: 3 })).toMatchObject({ cards: [], of: 0, previous: null, next: null })
  })

  test.each([
    [
      { xem: 'low', tu: '51' },
      { view: 'low', from: 51 },
    ],
    [
      { xem: 'x', tu: '-1' },
      { view: 'all', from: 1 },
    ],
    [
      { xem: ['low'], tu: '1e3' },
      { view: 'all', from: 1 },
    ],
    [{}, { view: 'all', from: 1 }],
  ])('%j is read from an address', (query, shown) => expect(shownFrom(query)).toEqual(shown))
})

test('all that is sure goes with what was joined to it; what is joined to an unsure one waits with it', () => {
  const waiting = [
    at(1),
    at(2, { sure: 0.5, joined: true }),
    at(3, { sure: 0.5 }),
    at(4, { joined: true }),
    at(5, { ticked: false }),
    at(6),
    at(7, { sure: null, ticked: false }),
  ]
  expect(places(sureOnes(waiting))).toEqual([1, 2, 6])
})
