import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { type CivilDate, civilDateOf } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import { lastStepAt } from '../history/index.ts'
import { noticePersonalData } from '../notices/index.ts'
import { erasePetition, petitionPersonalData } from './personal-data.ts'
import { matterOf, owesPromise, type Petition, type PetitionStatus } from './petition.ts'
import { findFiler, lockPetition, petitionColumns } from './petition-repository.ts'
import { text } from './text.ts'
import './petitions.table.ts'

const open: readonly PetitionStatus[] = ['received', 'accepted', 'suspended']

/** Petitions whose time of keeping may be over. Files of complaints belong to the archive: they are of no class. */
function petitionsIn(
  statuses: readonly PetitionStatus[],
  restedOn: (db: Db, scope: Scope, petition: Petition) => Promise<CivilDate | null>,
) {
  return {
    list: async (db: Db, scope: Scope, until: CivilDate, after: string | null, limit: number) => {
      let query = db
        .selectFrom('petitions')
        .select(['id as key', sql<string>`received_on || ' ' || id`.as('cursor')])
        .where('authority_id', '=', scope.authorityId)
        .where('erased_at', 'is', null)
        .where('status', 'in', [...statuses])
        .where('kind', '<>', 'complaint')
        // What rests came in earlier: a wider net than the rule, and the one that has an index.
        .where('received_on', '<=', until)
      if (after) {
        const [on, id] = after.split(' ')
        query = query.where(sql<boolean>`(received_on, id) > (${on}::date, ${id}::uuid)`)
      }
      return query.orderBy('received_on').orderBy('id').limit(limit).execute()
    },

    find: async (db: Db, scope: Scope, id: string, lock: boolean) => {
      const petition = lock ? await lockPetition(db as Trx, scope, id) : await findPetition(db, scope, id)
      if (!petition || !statuses.includes(petition.status) || owesPromise(petition) || petition.kind === 'complaint') return undefined
      const row = await db
        .selectFrom('petitions')
        .leftJoin('petition_filers', (join) =>
          join
            .onRef('petition_filers.petition_id', '=', 'petitions.id')
            .onRef('petition_filers.authority_id', '=', 'petitions.authority_id'),
        )
        .select(['erased_at as erasedAt', 'account_id as accountId'])
        .where('petitions.authority_id', '=', scope.authorityId)
        .where('petitions.id', '=', id)
        .executeTakeFirstOrThrow()
      const rested = await restedOn(db, scope, petition)
      if (row.erasedAt || !rested) return undefined
      return {
        matter: matterOf(petition),
        linked: row.accountId ? [{ type: 'account', id: row.accountId }] : [],
        code: petition.code,
        restedOn: rested,
        standing: { type: 'petition', kind: petition.kind, status: petition.status },
        obstacles: (await isAppealed(db, id)) ? (['appeal'] as const) : [],
        email: (await findFiler(db, scope, id))?.email ?? null,
        n: 1,
      }
    },

    erase: async (trx: Trx, scope: Scope, id: string, { now }: { now: Date }): Promise<void> => {
      await erasePetition(trx, scope, id, now, text.vi.erasedInTime)
      await noticePersonalData.erase(trx, scope, matterOf({ id }))
    },

    tags: petitionPersonalData.tags,
  }
}

function findPetition(db: Db, scope: Scope, id: string): Promise<Petition | undefined> {
  return db
    .selectFrom('petitions')
    .select(petitionColumns)
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .executeTakeFirst() as Promise<Petition | undefined>
}

/** Under way a second time, here or at the authority above. */
async function isAppealed(db: Db, id: string): Promise<boolean> {
  const second = await db
    .selectFrom('petitions')
    .select('id')
    .where('appeal_of', '=', id)
    .where('status', 'in', [...open])
    .executeTakeFirst()
  return second !== undefined
}

/** The rules `petition.closed` and `petition.unprocessed`. */
export const petitionRetention = {
  closed: petitionsIn(
    ['closed', 'answered'],
    async (_db, _scope, { closedOn, promiseKeptOn, answeredOn }) => closedOn ?? promiseKeptOn ?? answeredOn,
  ),
  unprocessed: petitionsIn(['declined', 'withdrawn', 'transferred'], async (db, scope, petition) => {
    const last = await lastStepAt(db, scope, matterOf(petition))
    return last ? civilDateOf(last) : null
  }),
}
