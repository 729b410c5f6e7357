import type { Db } from '../../../platform/database.ts'
import { addJob } from '../../../platform/jobs.ts'
import type { Scope } from '../../accounts/index.ts'
import { findHead, hashReader } from '../tree-repository.ts'
import { type Asked, askWitness, type ShownHead } from './ask-witness.ts'
import { keepCosignature, keepRefusal } from './cosignatures.ts'
import { WITNESSES_TAG, type Witness } from './witness.ts'
import { listWitnesses, saveOutcome } from './witness-repository.ts'

export const WITNESS_JOB = 'askWitnesses'

export interface AskOptions {
  db: Db
  now: () => Date
  dropPages: (tags: readonly string[]) => void
  log: { error: (details: object, message: string) => void }
}

/** Asks for the job after leaves were added; what waits already is enough. */
export async function queueWitnesses(db: Db, scope: Scope): Promise<void> {
  await db.transaction().execute((trx) => addJob(trx, WITNESS_JOB, { ...scope }, `${WITNESS_JOB}:${scope.authorityId}`))
}

/** Shows the newest head to every witness that can be reached, all at once: one that sleeps holds up nobody. */
export async function askWitnesses(options: AskOptions, scope: Scope): Promise<Asked[]> {
  const { db, now, dropPages } = options
  if (!(await findHead(db, scope))) return []
  const reachable = (await listWitnesses(db, scope)).filter(({ url }) => url !== null)
  if (reachable.length === 0) return []
  const newest = () => headToShow(db, scope)
  const asked = await Promise.all(
    reachable.map(async (witness) => {
      const result = await askWitness(witness, newest, now)
      await keep(options, scope, witness, result)
      return result
    }),
  )
  dropPages([WITNESSES_TAG])
  return asked
}

async function headToShow(db: Db, scope: Scope): Promise<ShownHead> {
  const head = await findHead(db, scope)
  if (!head) throw new Error('The log is not set up.')
  return { size: head.size, checkpoint: head.checkpoint, read: hashReader(db, scope, head.size) }
}

async function keep({ db, now, log }: AskOptions, scope: Scope, witness: Witness, asked: Asked): Promise<void> {
  if (asked.outcome === 'cosigned') return keepCosignature(db, scope, witness, asked, now())
  if (asked.outcome === 'refused') {
    log.error({ ...scope, witness: witness.vkey, ...asked }, 'a witness refuses to cosign the public log')
    return keepRefusal(db, scope, witness, asked, now())
  }
  return saveOutcome(db, scope, witness.id, { outcome: asked.outcome }, now())
}
