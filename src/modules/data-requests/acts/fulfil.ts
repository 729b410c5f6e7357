import type { z } from 'zod'
import { normaliseCode } from '../../../platform/code-numbers.ts'
import type { Trx } from '../../../platform/database.ts'
import { refuseInput } from '../../../platform/http/input.ts'
import { DomainError } from '../../../shared/errors.ts'
import type { Scope } from '../../accounts/index.ts'
import { appendEntry, type NewEntry } from '../../history/index.ts'
import type { ActDefinition } from '../../lifecycle/index.ts'
import { type DataRequest, subjectOf } from '../data-request.ts'
import { findWords } from '../data-request-repository.ts'
import { FulfilInput, labels } from '../fields.ts'
import { holdOn } from '../holds.ts'
import type { Sources } from '../source.ts'
import { dataRequestAct } from './data-request-act.ts'

/** Does what was asked, in the transaction of the act: the data, the matter's own history and the request's stand or fall together. */
export function fulfilFrom(sources: Sources): ActDefinition<DataRequest> {
  return dataRequestAct(FulfilInput, async (context) => {
    const { trx, scope, matter, input, actor, role, now, today } = context
    if (matter.kind === 'erase') confirmErasure(matter, input)
    const source = sources.of[matter.subjectType]
    const standing = await source.lock(trx, scope, matter.subjectId)
    const by = { role, personId: actor?.personId ?? null, at: now }
    const entry = (what: string, { facts = {}, sealed = {} }: Pick<NewEntry, 'facts' | 'sealed'> = {}) =>
      appendEntry(
        trx,
        scope,
        subjectOf(matter),
        { type: `${matter.subjectType}.${what}`, audience: 'filer', facts: { request: matter.code, ...facts }, sealed },
        by,
      )

    switch (matter.kind) {
      case 'provide':
        break
      case 'correct': {
        const { corrections = {} } = (await findWords(trx, scope, matter.id)) ?? {}
        const old = await source.correct(trx, scope, matter.subjectId, corrections)
        await entry('dataCorrected', { facts: { fields: Object.keys(corrections) }, sealed: old })
        break
      }
      case 'erase': {
        const hold = holdOn(standing, today)
        if (hold) throw new DomainError('held_by_law', 409, { ground: hold.id, basis: hold.basis, sure: hold.verification })
        await eraseSubject(trx, scope, sources, matter, now)
        await entry('dataErased')
        break
      }
      default:
        await source.stopUse(trx, scope, matter.subjectId, matter.kind === 'withdraw')
        await entry(matter.kind === 'withdraw' ? 'consentWithdrawn' : 'dataRestricted')
    }
    return { set: { doneOn: today }, history: { type: 'dataRequest.fulfilled', audience: 'filer', facts: { kind: matter.kind } } }
  })
}

/** Nothing brings it back: the officer writes the code again and ticks that it is meant. */
function confirmErasure(matter: DataRequest, { subjectCode, sure }: z.output<typeof FulfilInput>): void {
  const wrong = [
    ...(normaliseCode(subjectCode ?? '') === matter.subjectCode ? [] : [{ field: 'subjectCode', code: 'not_the_code' }]),
    ...(sure ? [] : [{ field: 'sure', code: 'required' }]),
  ]
  if (wrong.length > 0) refuseInput(wrong, labels)
}

async function eraseSubject(trx: Trx, scope: Scope, { of, parts }: Sources, matter: DataRequest, now: Date): Promise<void> {
  await of[matter.subjectType].erase(trx, scope, matter.subjectId, now)
  for (const part of parts) await part.erase(trx, scope, subjectOf(matter))
}
