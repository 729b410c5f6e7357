import { sql } from 'kysely'
import type { Db, Trx } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import { identityOn } from '../../readers/index.ts'
import type { JudgedSubjects } from './subject.ts'
import { roundMatter } from './verdict.ts'
import './peoples.table.ts'

/** Rounds that are looked through at once. */
const AT_ONCE = 500
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * On what an account gave its verdict, which no row names: the hash that it would have is made for each round and looked for, which takes the
 * server's key. What it said is known to nobody.
 */
export function verdictAccountData(appKey: Buffer, subjects: JudgedSubjects) {
  async function* roundsOf(db: Db, scope: Scope, accountId: string) {
    for (let after = FIRST; ; ) {
      const rounds = await db
        .selectFrom('verdict_rounds')
        .select(['id', 'matter_type', 'matter_id', 'round'])
        .where('authority_id', '=', scope.authorityId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(AT_ONCE)
        .execute()
      if (rounds.length === 0) return
      const ids = rounds.map(({ id }) => id)
      const marks = ids.map((id) => identityOn(appKey, scope, roundMatter({ id }), { accountId, token: null })!.own)
      const { rows } = await sql<{ id: string; mark: Buffer }>`
        select asked.id, asked.mark from unnest(${ids}::uuid[], ${marks}::bytea[]) as asked (id, mark)
        join reader_marks kept on kept.authority_id = ${scope.authorityId} and kept.subject_type = 'verdictRound'
          and kept.subject_id = asked.id and kept.mark = asked.mark`.execute(db)
      const found = new Map(rows.map((row) => [row.id, row.mark]))
      yield rounds.flatMap((round) => (found.has(round.id) ? [{ ...round, mark: found.get(round.id)! }] : []))
      after = ids.at(-1)!
    }
  }

  return {
    collect: async (db: Db, scope: Scope, accountId: string) => {
      const verdicts: { about: string; round: number }[] = []
      for await (const found of roundsOf(db, scope, accountId))
        for (const { matter_type, matter_id, round } of found) {
          const judged = await subjects[matter_type]?.find(db, scope, matter_id)
          verdicts.push({ about: judged?.title ?? matter_id, round })
        }
      return { verdicts }
    },

    /** Nobody can tell any more that it took part; the sum stays, since what it said is not known. */
    erase: async (trx: Trx, scope: Scope, accountId: string): Promise<void> => {
      for await (const found of roundsOf(trx, scope, accountId))
        for (const { id, mark } of found)
          await trx
            .deleteFrom('reader_marks')
            .where('authority_id', '=', scope.authorityId)
            .where('subject_type', '=', 'verdictRound')
            .where('subject_id', '=', id)
            .where('mark', '=', mark)
            .execute()
    },
  }
}
