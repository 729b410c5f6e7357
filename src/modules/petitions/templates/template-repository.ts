import type { Db, Trx } from '../../../platform/database.ts'
import { newId } from '../../../shared/ids.ts'
import type { Page } from '../../../shared/keyset.ts'
import { pageOf } from '../../../shared/keyset.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Outcome } from '../petition.ts'
import type { TemplateWords } from './inputs.ts'
import './templates.table.ts'

/** A template as its newest version words it. */
export interface Template extends TemplateWords {
  id: string
  /** Null: for all units. */
  unitId: string | null
  version: number
  retiredAt: Date | null
}

export interface TemplateVersion extends TemplateWords {
  version: number
  writtenBy: string
  writtenAt: Date
}

/** Most that the chooser on a case offers. */
const MOST_OFFERED = 100

function select(db: Db, scope: Scope) {
  return db
    .selectFrom('answer_templates')
    .innerJoin('answer_template_versions as worded', (join) =>
      join
        .onRef('worded.authority_id', '=', 'answer_templates.authority_id')
        .onRef('worded.template_id', '=', 'answer_templates.id')
        .onRef('worded.version', '=', 'answer_templates.version'),
    )
    .select(['answer_templates.id', 'unit_id as unitId', 'answer_templates.version', 'retired_at as retiredAt'])
    .select(['title', 'outcome', 'text'])
    .where('answer_templates.authority_id', '=', scope.authorityId)
}

/** Newest first, retired ones too. @param unitId this unit's and those of all; null: every unit's */
export async function listTemplates(
  db: Db,
  scope: Scope,
  unitId: string | null,
  after: string | null,
  limit: number,
): Promise<Page<Template>> {
  let query = select(db, scope)
  if (unitId) query = query.where((row) => row.or([row('unit_id', 'is', null), row('unit_id', '=', unitId)]))
  if (after) query = query.where('answer_templates.id', '<', after)
  const rows: Template[] = await query
    .orderBy('answer_templates.id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, ({ id }) => [id])
}

/** What an answer of a unit may begin with, by title. */
export async function listOffered(db: Db, scope: Scope, unitId: string | null): Promise<Template[]> {
  return select(db, scope)
    .where('retired_at', 'is', null)
    .where((row) => row.or([row('unit_id', 'is', null), ...(unitId ? [row('unit_id', '=', unitId)] : [])]))
    .orderBy('title')
    .orderBy('answer_templates.id')
    .limit(MOST_OFFERED)
    .execute()
}

export function findTemplate(db: Db, scope: Scope, id: string): Promise<Template | undefined> {
  return select(db, scope).where('answer_templates.id', '=', id).executeTakeFirst()
}

/** All its wordings, the newest first. */
export async function listVersions(db: Db, scope: Scope, id: string): Promise<TemplateVersion[]> {
  return db
    .selectFrom('answer_template_versions')
    .select(['version', 'title', 'outcome', 'text', 'written_by as writtenBy', 'written_at as writtenAt'])
    .where('authority_id', '=', scope.authorityId)
    .where('template_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
}

interface Written {
  by: string
  at: Date
}

export async function createTemplate(
  trx: Trx,
  scope: Scope,
  unitId: string | null,
  words: TemplateWords,
  written: Written,
): Promise<string> {
  const id = newId(written.at.getTime())
  await trx
    .insertInto('answer_templates')
    .values({ authority_id: scope.authorityId, id, unit_id: unitId, version: 1, retired_at: null })
    .execute()
  await addVersion(trx, scope, { id, version: 1 }, words, written)
  return id
}

/** Puts a new wording on top of the version that was read; false when somebody else did so meanwhile. */
export async function rewordTemplate(
  trx: Trx,
  scope: Scope,
  { id, version }: { id: string; version: number },
  words: TemplateWords,
  written: Written,
): Promise<boolean> {
  const moved = await trx
    .updateTable('answer_templates')
    .set({ version: version + 1 })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) return false
  await addVersion(trx, scope, { id, version: version + 1 }, words, written)
  return true
}

async function addVersion(
  trx: Trx,
  scope: Scope,
  { id, version }: { id: string; version: number },
  { title, outcome, text }: { title: string; outcome: Outcome; text: string },
  { by, at }: Written,
): Promise<void> {
  await trx
    .insertInto('answer_template_versions')
    .values({ authority_id: scope.authorityId, template_id: id, version, title, outcome, text, written_by: by, written_at: at })
    .execute()
}

/** @param at null: it is offered again */
export async function retireTemplate(trx: Trx, scope: Scope, id: string, at: Date | null): Promise<void> {
  await trx
    .updateTable('answer_templates')
    .set({ retired_at: at })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .execute()
}
