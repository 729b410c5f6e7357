import { refuseInput } from '../../../../platform/http/input.ts'
import { DomainError } from '../../../../shared/errors.ts'
import { newId } from '../../../../shared/ids.ts'
import type { ActContext, ActDefinition } from '../../../lifecycle/index.ts'
import type { References } from '../../references.ts'
import { attachEvidence, type GuardedUpload } from '../../tasks/evidence-files.ts'
import { EvidenceInput, labels } from '../../tasks/fields.ts'
import type { PlacedTask } from '../../tasks/placed-task.ts'
import { taskAct } from './task-act.ts'

/** Evidence of one item that is not taken back. */
const MOST_EVIDENCE = 60

/**
 * Shows that something was done: a file that came with the form, or what everybody may read here.
 * @param upload bytes that are stored and looked into already
 */
export function addEvidence(references: References, upload: GuardedUpload | null): ActDefinition<PlacedTask> {
  return taskAct(EvidenceInput, async (context) => {
    const { trx, scope, matter, input, actor, now } = context
    if (matter.evidence >= MOST_EVIDENCE) throw new DomainError('evidence_full', 422, { max: MOST_EVIDENCE })
    const refId = input.type === 'file' ? await fileOf(context, upload) : await referenceOf(context, references, input.type)
    const id = newId(now.getTime())
    const row = await trx
      .insertInto('programme_evidence')
      .values({
        authority_id: scope.authorityId,
        id,
        task_id: matter.id,
        ref_type: input.type,
        ref_id: refId,
        caption: input.caption,
        added_at: now,
        added_by: actor!.personId,
        removed_at: null,
        removed_by: null,
        removed_because: null,
      })
      .onConflict((conflict) =>
        conflict.columns(['authority_id', 'task_id', 'ref_type', 'ref_id']).where('removed_at', 'is', null).doNothing(),
      )
      .executeTakeFirst()
    if (!row.numInsertedOrUpdatedRows) refuseInput([{ field: 'ref', code: 'repeated' }], labels)
    return {
      set: { evidence: matter.evidence + 1 },
      history: {
        type: 'task.evidenceAdded',
        audience: 'public',
        facts: { evidenceId: id, type: input.type, refId },
        words: { caption: input.caption },
      },
    }
  })
}

type Context = ActContext<PlacedTask, EvidenceInput>

async function fileOf({ trx, scope, matter, input, actor, now }: Context, upload: GuardedUpload | null): Promise<string> {
  if (!upload) return refuseInput([{ field: 'files', code: 'required' }], labels)
  return attachEvidence(trx, scope, matter, upload, { personId: actor!.personId, open: input.open, now })
}

async function referenceOf({ trx, scope, input }: Context, references: References, type: keyof References): Promise<string> {
  if (input.ref === null) return refuseInput([{ field: 'ref', code: 'required' }], labels)
  const found = await references[type].find(trx, scope, input.ref)
  return found ?? refuseInput([{ field: 'ref', code: 'unknown_reference' }], labels)
}
