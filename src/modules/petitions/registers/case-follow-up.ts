import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { shortDate } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Outcome, PetitionStatus } from '../petition.ts'
import { text } from '../text.ts'
import '../petitions.table.ts'

/** What became of a petition, as the last columns of the reception book want it. */
export interface CaseFollowUp {
  code: string
  /** Taken on: within the competence of this office. */
  accepted: boolean
  guidedTo: string | null
  guidedDocument: string | null
  transferredTo: string | null
  transferredDocument: string | null
  /** `Đã trả lời 12/11/2026: Đã giải quyết xong` */
  words: Record<Lang, string>
}

interface Row {
  id: string
  code: string
  status: PetitionStatus
  outcome: Outcome | null
  accepted: boolean
  type: string | null
  on: CivilDate | null
  agency: string | null
  document: string | null
}

/** How each of these petitions stands now: read from the cases, kept nowhere else. */
export async function followCases(db: Db, scope: Scope, ids: readonly string[]): Promise<Map<string, CaseFollowUp>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select p.id, p.code, p.status, p.outcome, p.accepted_on is not null as accepted, e.type,
      (e.at at time zone 'Asia/Ho_Chi_Minh')::date as "on",
      (select words from history_words w where w.authority_id = p.authority_id and w.entry_id = e.id and w.field = 'agency') as agency,
      (select words from history_words w where w.authority_id = p.authority_id and w.entry_id = e.id and w.field = 'documentNumber') as document
    from petitions p left join lateral (
      select h.id, h.type, h.at from history_entries h
      where h.authority_id = p.authority_id and h.matter_type = 'petition' and h.matter_id = p.id
        and h.type in ('petition.accepted', 'petition.declined', 'petition.guided', 'petition.transferred', 'petition.suspended',
          'petition.resumed', 'petition.answered', 'petition.reopened', 'petition.withdrawn')
      order by h.seq desc limit 1) e on true
    where p.authority_id = ${scope.authorityId} and p.id in (${sql.join(ids)})`.execute(db)
  return new Map(rows.map((row) => [row.id, followUpOf(row)]))
}

function followUpOf(row: Row): CaseFollowUp {
  const guided = row.type === 'petition.guided'
  const transferred = row.type === 'petition.transferred'
  return {
    code: row.code,
    accepted: row.accepted && !transferred,
    guidedTo: guided ? row.agency : null,
    guidedDocument: guided ? row.document : null,
    transferredTo: transferred ? row.agency : null,
    transferredDocument: transferred ? row.document : null,
    words: { vi: sentence(row, 'vi'), en: sentence(row, 'en') },
  }
}

function sentence({ status, on, outcome }: Row, lang: Lang): string {
  const words = text[lang]
  const said = [words.status[status], on && shortDate(on)].filter(Boolean).join(' ')
  return outcome ? `${said}: ${words.outcome[outcome]}` : said
}
