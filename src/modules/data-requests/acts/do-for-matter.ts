import type { Trx } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import type { MatterType } from '../data-request.ts'
import { findWords } from '../data-request-repository.ts'
import { type Hold, holdOn } from '../holds.ts'
import type { Sources } from '../source.ts'
import type { DataRequestContext } from './data-request-act.ts'
import { tellSubject } from './tell-subject.ts'

/**
 * What is asked, done to one matter of it and told in its history.
 * @returns what the law wants kept, when it is to be erased; nothing is done then
 */
export async function doForMatter(
  sources: Sources,
  context: DataRequestContext,
  { type, id }: { type: MatterType; id: string },
): Promise<Hold | null> {
  const { trx, scope, matter: request, now, today } = context
  const source = sources.of[type]
  const standing = await source.lock(trx, scope, id)
  const tell = (what: string, more: Parameters<typeof tellSubject>[3] = {}) => tellSubject(context, { type, id }, what, more)
  switch (request.kind) {
    case 'provide':
      return null
    case 'correct': {
      const { corrections = {} } = (await findWords(trx, scope, request.id)) ?? {}
      const old = await source.correct(trx, scope, id, corrections)
      await tell('dataCorrected', { facts: { fields: Object.keys(corrections) }, sealed: old })
      return null
    }
    case 'erase': {
      const hold = holdOn(standing, today)
      if (hold) return hold
      await eraseMatter(trx, scope, sources, { type, id }, now)
      await tell('dataErased')
      return null
    }
    default:
      await source.stopUse(trx, scope, id, request.kind === 'withdraw', now)
      await tell(request.kind === 'withdraw' ? 'consentWithdrawn' : 'dataRestricted')
      return null
  }
}

async function eraseMatter(
  trx: Trx,
  scope: Scope,
  { of, parts }: Sources,
  matter: { type: MatterType; id: string },
  now: Date,
): Promise<void> {
  await of[matter.type].erase(trx, scope, matter.id, now)
  for (const part of parts) await part.erase(trx, scope, matter)
}
