import type { z } from 'zod'
import { normaliseCode } from '../../../platform/code-numbers.ts'
import { refuseInput } from '../../../platform/http/input.ts'
import { DomainError } from '../../../shared/errors.ts'
import type { Facts } from '../../history/index.ts'
import type { ActDefinition } from '../../lifecycle/index.ts'
import type { DataRequest, MatterType } from '../data-request.ts'
import { FulfilInput, labels } from '../fields.ts'
import type { Sources } from '../source.ts'
import { type DataRequestContext, dataRequestAct } from './data-request-act.ts'
import { doForMatter } from './do-for-matter.ts'
import { fulfilForAccount } from './fulfil-for-account.ts'

/** Does what was asked, in the transaction of the act: the data, the matter's own history and the request's stand or fall together. */
export function fulfilFrom(sources: Sources): ActDefinition<DataRequest> {
  return dataRequestAct(FulfilInput, async (context) => {
    const { matter, input, today } = context
    if (matter.kind === 'erase') confirmErasure(matter, input)
    const facts =
      matter.subjectType === 'account'
        ? await fulfilForAccount(sources, context)
        : await fulfilForMatter(sources, context, { type: matter.subjectType, id: matter.subjectId })
    return { set: { doneOn: today }, history: { type: 'dataRequest.fulfilled', audience: 'filer', facts: { kind: matter.kind, ...facts } } }
  })
}

/** @throws DomainError held_by_law 409 when the law wants the one matter kept */
async function fulfilForMatter(
  sources: Sources,
  context: DataRequestContext,
  { type, id }: { type: MatterType; id: string },
): Promise<Facts> {
  const hold = await doForMatter(sources, context, { type, id })
  if (hold) throw new DomainError('held_by_law', 409, { ground: hold.id, basis: hold.basis, sure: hold.verification })
  return {}
}

/** Nothing brings it back: the officer writes the code again and ticks that it is meant. */
function confirmErasure(matter: DataRequest, { subjectCode, sure }: z.output<typeof FulfilInput>): void {
  const wrong = [
    ...(normaliseCode(subjectCode ?? '') === matter.subjectCode ? [] : [{ field: 'subjectCode', code: 'not_the_code' }]),
    ...(sure ? [] : [{ field: 'sure', code: 'required' }]),
  ]
  if (wrong.length > 0) refuseInput(wrong, labels)
}
