import type { z } from 'zod'
import type { Unit } from '../../accounts/index.ts'
import type { TakeInput } from '../fields.ts'
import { joinTitles } from '../items/join-titles.ts'
import type { Proposal } from './proposal.ts'

export const partnerNames = (partners: string | null) =>
  (partners ?? '')
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** One item a line: how an officer splits a proposal. */
export const linesOf = (title: string) =>
  title
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

type Taken = z.input<typeof TakeInput>['taken'][number]

/**
 * The items that the ticked proposals give: one a line of its words; a joined one goes into the item before it. Agencies that are ours are
 * named by their id, the others keep the words of the paper.
 */
export function itemsFrom(proposals: readonly Proposal[], find: (name: string) => Unit | undefined): Taken[] {
  const taken: Taken[] = []
  for (const proposal of proposals) {
    if (!proposal.ticked || proposal.takenOn !== null) continue
    const before = taken.at(-1)
    const lines = linesOf(proposal.title)
    if (proposal.joined && before) {
      before.item.title = joinTitles(before.item.title, lines.join('; '))
      before.places.push(proposal.place)
      continue
    }
    taken.push(...lines.map((title) => ({ places: [proposal.place], item: itemOf(proposal, title, find) })))
  }
  return taken
}

function itemOf(proposal: Proposal, title: string, find: (name: string) => Unit | undefined): Taken['item'] {
  const lead = proposal.lead === null ? undefined : find(proposal.lead)
  const partners = partnerNames(proposal.partners).map((name) => ({ name, unit: find(name) }))
  return {
    kind: proposal.kind,
    title,
    unitId: lead?.id ?? null,
    leadWords: lead ? null : proposal.lead,
    partnerIds: partners.flatMap(({ unit }) => unit?.id ?? []),
    partnerWords: partners.flatMap(({ name, unit }) => (unit ? [] : [name])),
    dueWords: proposal.dueWords,
    startsOn: null,
    dueOn: proposal.dueOn,
    weight: 1,
    target: null,
    anchorIds: [],
    every: proposal.every,
  }
}
