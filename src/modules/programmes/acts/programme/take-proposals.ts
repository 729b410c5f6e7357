import { refuseInput } from '../../../../platform/http/input.ts'
import { labels, TakeInput } from '../../fields.ts'
import { makeItems, recordMade } from '../../items/make-items.ts'
import { listProposals, markTaken } from '../../proposals/proposal-repository.ts'
import { byOf, programmeAct } from './programme-act.ts'

/** What the reading of the paper proposed becomes items, each held by its sentences. A proposal that somebody took already is not taken again. */
export const takeProposals = programmeAct(TakeInput, async (context) => {
  const { trx, scope, matter, input, now, today } = context
  const proposals = new Map((await listProposals(trx, scope, matter.id)).map((proposal) => [proposal.place, proposal]))
  const places = [...new Set(input.taken.flatMap((one) => one.places))]
  if (places.some((place) => !proposals.has(place) || proposals.get(place)!.takenOn !== null))
    refuseInput([{ field: 'taken', code: 'unknown_reference' }], labels)
  const items = input.taken.map((one) => ({
    ...one.item,
    anchorIds: [...new Set([...one.item.anchorIds, ...one.places.flatMap((place) => proposals.get(place)!.anchorId ?? [])])],
  }))
  const tasks = await makeItems(trx, scope, matter, items, now, 'taken')
  await markTaken(trx, scope, matter.id, places, today)
  await recordMade(trx, scope, matter, tasks, 'internal', byOf(context))
  return {
    set: { updatedAt: now },
    history: {
      type: 'programme.itemsAdded',
      audience: 'internal',
      facts: { items: tasks.length, first: tasks[0]!.code, proposals: places.length },
    },
  }
})
