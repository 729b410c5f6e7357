import type { Facts } from '../../history/index.ts'
import { mattersOfAccount } from '../account-matters.ts'
import { findWords } from '../data-request-repository.ts'
import type { Sources } from '../source.ts'
import type { DataRequestContext } from './data-request-act.ts'
import { doForMatter } from './do-for-matter.ts'
import { tellSubject } from './tell-subject.ts'

/**
 * What is asked, done to the account and to everything filed with it, at once. What the law wants kept is left whole and told by its code;
 * the rest is done. The office's record of the account, an id that entries name, stays.
 */
export async function fulfilForAccount(sources: Sources, context: DataRequestContext): Promise<Facts> {
  const { trx, scope, matter: request, now } = context
  const id = request.subjectId
  await sources.account.lock(trx, id)
  const kept: string[] = []
  const done: string[] = []
  for (const { type, id, code } of await mattersOfAccount(trx, scope, sources, request.subjectId)) {
    const hold = await doForMatter(sources, context, { type, id })
    if (hold) kept.push(`${code} ${hold.id}`)
    else done.push(code)
  }
  const account = { type: 'account', id }
  if (request.kind === 'correct') {
    const { corrections = {} } = (await findWords(trx, scope, request.id)) ?? {}
    const old = await sources.account.correct(trx, id, corrections)
    await tellSubject(context, account, 'dataCorrected', { facts: { fields: Object.keys(corrections) }, sealed: old })
  }
  if (request.kind === 'erase') {
    for (const part of sources.ofAccount) await part.erase(trx, scope, id, now)
    for (const part of sources.parts) await part.erase(trx, scope, account)
    await sources.account.erase(trx, scope, id, now)
    await tellSubject(context, account, 'dataErased', { facts: { kept: kept.length } })
  }
  return { matters: done.length + kept.length, kept }
}
