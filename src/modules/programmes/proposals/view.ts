import type { Proposal } from './proposal.ts'

/** Cards of one page: a plan has hundreds, and nobody oversees hundreds at once. */
export const CARDS = 50

export const views = ['all', 'high', 'middle', 'low', 'unread'] as const
/** By how sure the reading is; `unread`: what was not understood. */
export type View = (typeof views)[number]

/** From here on a proposal is called sure, and fairly sure. */
const least = { high: 0.75, middle: 0.5 } as const

export function viewOf(sure: number | null): Exclude<View, 'all'> {
  if (sure === null) return 'unread'
  return sure >= least.high ? 'high' : sure >= least.middle ? 'middle' : 'low'
}

/** Which of the proposals a page shows: of one view, from one place of the paper on. */
export interface Shown {
  view: View
  from: number
}

export const firstPage: Shown = { view: 'all', from: 1 }

/** Fields of the address and of the form: `?xem=low&tu=51`. */
export function shownFrom({ xem, tu }: { xem?: unknown; tu?: unknown }): Shown {
  const from = Number(typeof tu === 'string' && /^\d{1,6}$/.test(tu) ? tu : 1)
  return { view: views.find((view) => view === xem) ?? firstPage.view, from }
}

export const queryOf = ({ view, from }: Shown) => `xem=${view}&tu=${from}`

export interface Page {
  cards: readonly Proposal[]
  /** Cards of the view before these, and all of it. */
  before: number
  of: number
  /** Where the pages beside this one begin. */
  previous: number | null
  next: number | null
  counts: Record<View, number>
}

/** By place, so that a page stays where it is when some of its cards were taken. */
export function pageOf(waiting: readonly Proposal[], { view, from }: Shown): Page {
  const inView = waiting.filter(({ sure }) => view === 'all' || viewOf(sure) === view)
  const found = inView.findIndex(({ place }) => place >= from)
  const start = found === -1 ? Math.max(0, inView.length - CARDS) : found
  const counts: Page['counts'] = { all: waiting.length, high: 0, middle: 0, low: 0, unread: 0 }
  for (const { sure } of waiting) counts[viewOf(sure)]++
  return {
    cards: inView.slice(start, start + CARDS),
    before: start,
    of: inView.length,
    previous: start > 0 ? inView[Math.max(0, start - CARDS)]!.place : null,
    next: inView[start + CARDS]?.place ?? null,
    counts,
  }
}

/** The ticked proposals that are sure, with what was joined to them; what was joined to another one waits with it. */
export function sureOnes(waiting: readonly Proposal[]): Proposal[] {
  let isOwnerSure = false
  return waiting.filter(({ ticked, joined, sure }) => {
    if (!ticked) return false
    if (!joined) isOwnerSure = viewOf(sure) === 'high'
    return isOwnerSure
  })
}
