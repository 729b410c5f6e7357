import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'

declare module '../../platform/database.ts' {
  interface Database {
    verdicts: {
      authority_id: number
      matter_type: string
      matter_id: string
      seq: number
      solved: 'yes' | 'partly' | 'no'
      satisfaction: number
      words: string | null
      given_at: Date
    }
  }
}

export interface Verdict {
  solved: 'yes' | 'partly' | 'no'
  /** 1 very dissatisfied … 5 very satisfied. */
  satisfaction: number
  words: string | null
  givenAt: Date
}

interface Matter {
  type: string
  id: string
}

/** Adds what the person concerned says now; earlier verdicts stay. */
export async function giveVerdict(trx: Trx, scope: { authorityId: number }, matter: Matter, verdict: Verdict): Promise<void> {
  await trx
    .insertInto('verdicts')
    .values({
      authority_id: scope.authorityId,
      matter_type: matter.type,
      matter_id: matter.id,
      seq: sql<number>`(select coalesce(max(seq), 0) + 1 from verdicts where authority_id = ${scope.authorityId} and matter_type = ${matter.type} and matter_id = ${matter.id})`,
      solved: verdict.solved,
      satisfaction: verdict.satisfaction,
      words: verdict.words,
      given_at: verdict.givenAt,
    })
    .execute()
}

/** The verdict that stands: the newest. */
export async function findVerdict(db: Db, scope: { authorityId: number }, matter: Matter): Promise<Verdict | undefined> {
  const row = await db
    .selectFrom('verdicts')
    .select(['solved', 'satisfaction', 'words', 'given_at as givenAt'])
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
}

/** What was said goes; the verdict itself, a figure, stays. */
export async function eraseVerdictWords(trx: Trx, scope: { authorityId: number }, matter: Matter): Promise<void> {
  await trx
    .updateTable('verdicts')
    .set({ words: null })
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .execute()
}
