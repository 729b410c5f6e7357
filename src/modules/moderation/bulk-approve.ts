import { DomainError } from '../../shared/errors.ts'
import type { Actor, Scope } from '../accounts/index.ts'
import { actOn, type ModerationOptions } from './feature.ts'

/** What was chosen, with the version that was read. */
export interface Chosen {
  id: string
  version: number
}

export interface BulkResult {
  approved: string[]
  /** What somebody else decided meanwhile, or is not there. */
  refused: { id: string; code: string }[]
}

/** Approves each by itself, as one press would: what cannot be approved any more holds nothing else up. */
export async function approveMany(options: ModerationOptions, scope: Scope, actor: Actor, chosen: readonly Chosen[]): Promise<BulkResult> {
  const result: BulkResult = { approved: [], refused: [] }
  for (const { id, version } of new Map(chosen.map((one) => [one.id, one])).values()) {
    try {
      await actOn(options, { scope, actor, isWriter: false, id, act: 'approve', input: { version } })
      result.approved.push(id)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      result.refused.push({ id, code: error.code })
    }
  }
  return result
}
