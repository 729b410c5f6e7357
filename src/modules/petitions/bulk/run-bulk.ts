import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../../shared/errors.ts'
import type { Actor } from '../../accounts/index.ts'
import { actAs, type PetitionOptions } from '../service.ts'
import { type Bulk, type BulkAct, type BulkCase, DONE, tableActOf } from './bulk-act.ts'
import { checkCase } from './bulk-check.ts'
import { listBulkCases, setResult } from './bulk-repository.ts'
import { remindCase } from './remind-case.ts'

type By = Pick<FastifyRequest, 'scope' | 'site'> & { actor: Actor }

/**
 * Does what is left of a bulk act, case after case, each in its own transaction with its history and its version.
 * The result is written in that very transaction: broken off and taken up again, no case is done twice.
 */
export async function runBulk(options: PetitionOptions, by: By, bulk: Bulk): Promise<void> {
  for (const one of await listBulkCases(options.db, by.scope, bulk.id)) {
    if (one.result !== null) continue
    if (bulk.act === 'remind') {
      await remindCase(options.db, by, bulk, one, options.now())
      continue
    }
    const refusal = await doOne(options, by, { ...bulk, act: bulk.act }, one)
    if (refusal) await setResult(options.db, by.scope, bulk.id, one.position, refusal)
  }
}

/** @returns why it was refused; null when done */
async function doOne(
  options: PetitionOptions,
  by: By,
  bulk: Bulk & { act: Exclude<BulkAct, 'remind'> },
  { code, version, position }: BulkCase,
): Promise<string | null> {
  const { scope, site, actor } = by
  const { petition, refusal } = await checkCase(options.db, scope, actor, bulk.act, code)
  if (refusal || !petition) return refusal
  if (bulk.act === 'export') {
    await setResult(options.db, scope, bulk.id, position, DONE)
    return null
  }
  const recording: PetitionOptions = {
    ...options,
    afterAct: async (trx, ...rest) => {
      await options.afterAct?.(trx, ...rest)
      await setResult(trx, scope, bulk.id, position, DONE)
    },
  }
  const input = bulk.act === 'assign' ? { unit: bulk.unit, officer: bulk.officer, version } : { version }
  try {
    await actAs(recording, scope, site, { actor, isFiler: false }, petition.id, tableActOf[bulk.act], input)
    return null
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}
