import { sql } from 'kysely'
import type { Db, Trx } from '../../../platform/database.ts'
import { rowsFor, writeTogether } from '../../../platform/write-together.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Proposal } from './proposal.ts'
import './proposals.table.ts'

/** All proposals of a plan in the order of the paper: hundreds, never thousands. */
export async function listProposals(db: Db, scope: Scope, programmeId: string): Promise<Proposal[]> {
  const rows = await db
    .selectFrom('programme_proposals')
    .selectAll()
    .where('authority_id', '=', scope.authorityId)
    .where('programme_id', '=', programmeId)
    .orderBy('place')
    .execute()
  return rows.map((row) => ({
    place: row.place,
    kind: row.kind,
    title: row.title,
    lead: row.lead,
    partners: row.partners,
    dueWords: row.due_words,
    dueOn: row.due_on,
    every: row.every,
    path: row.path,
    sentence: row.sentence,
    anchorId: row.anchor_id,
    sure: row.sure === null ? null : Number(row.sure),
    because: row.because,
    ticked: row.ticked,
    joined: row.joined,
    takenOn: row.taken_on,
  }))
}

export async function insertProposals(trx: Trx, scope: Scope, programmeId: string, proposals: readonly Proposal[]): Promise<void> {
  const rows = proposals.map((one) => ({
    authority_id: scope.authorityId,
    programme_id: programmeId,
    place: one.place,
    kind: one.kind,
    title: one.title,
    lead: one.lead,
    partners: one.partners,
    due_words: one.dueWords,
    due_on: one.dueOn,
    every: one.every,
    path: one.path,
    sentence: one.sentence,
    anchor_id: one.anchorId,
    sure: one.sure === null ? null : String(one.sure),
    because: one.because,
    ticked: one.ticked,
    joined: one.joined,
    taken_on: one.takenOn,
  }))
  await writeTogether(trx, [rowsFor('programme_proposals', rows)], { once: true })
}

/** What an officer may mend of a proposal. */
export type Mended = Pick<Proposal, 'place' | 'kind' | 'title' | 'lead' | 'partners' | 'dueWords' | 'dueOn' | 'every' | 'ticked' | 'joined'>

/** Keeps what was mended of those that were not taken yet. */
export async function saveMended(trx: Trx, scope: Scope, programmeId: string, mended: readonly Mended[]): Promise<void> {
  await sql`
    update programme_proposals p
    set kind = m.kind, title = m.title, lead = m.lead, partners = m.partners, due_words = m."dueWords", due_on = m."dueOn", every = m.every,
        ticked = m.ticked, joined = m.joined
    from json_to_recordset(${JSON.stringify(mended)}::json) as m (
      place int, kind text, title text, lead text, partners text, "dueWords" text, "dueOn" date, every text, ticked boolean, joined boolean
    )
    where p.authority_id = ${scope.authorityId} and p.programme_id = ${programmeId} and p.place = m.place and p.taken_on is null`.execute(
    trx,
  )
}

export async function markTaken(trx: Trx, scope: Scope, programmeId: string, places: readonly number[], on: CivilDate): Promise<void> {
  await trx
    .updateTable('programme_proposals')
    .set({ taken_on: on })
    .where('authority_id', '=', scope.authorityId)
    .where('programme_id', '=', programmeId)
    .where('place', 'in', [...places])
    .execute()
}
