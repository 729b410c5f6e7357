import type { Db, Trx } from '../../platform/database.ts'
import type { Block } from '../../platform/office-text/block.ts'
import { readText } from '../../platform/office-text/read-text.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { newId } from '../../shared/ids.ts'
import { slugChoices } from '../../shared/slug.ts'
import type { Actor, Scope } from '../accounts/index.ts'
import { appendEntry } from '../history/index.ts'
import { recount } from '../tallies/index.ts'
import { type Document, type DocumentKind, matterOf } from './document.ts'
import { attachFiles, type ReadyUpload } from './document-files.ts'
import { saveDocument } from './document-repository.ts'
import type { DocumentInput } from './fields.ts'
import { countsFor } from './rules.ts'
import { slugBase } from './slug.ts'
import { writeEdition } from './write-edition.ts'

interface MakeOptions {
  /** Also a transaction: then all is done in it. */
  db: Db
  now: () => Date
}

/** In the transaction that is given, or in one of its own. */
function within<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Trx) : db.transaction().execute(work)
}

/** A new draft without a text. Whether somebody may make one is asked by the caller. */
export function makeDocument(
  { db, now }: MakeOptions,
  scope: Scope,
  actor: Pick<Actor, 'personId'>,
  facts: DocumentInput,
): Promise<Document> {
  return within(db, (trx) => insertDraft(trx, scope, actor, facts, now()))
}

export interface AddedDocument {
  kind: DocumentKind
  number: string | null
  issuer: string
  signer?: string | null
  subject: string
  issuedOn: CivilDate | null
  validFrom?: CivilDate | null
  validTo?: CivilDate | null
  /** What a file was read as (`readDocx`, `readText`); else `text` as pasted. */
  blocks?: readonly Block[]
  text?: string
  /** What it was read from, to be kept with it. */
  files?: readonly ReadyUpload[]
}

/**
 * A new draft with the first edition of its text, for other modules: in their transaction when `db` is one. Whether the person may is the
 * caller's question.
 */
export function addDocument(
  { db, now }: MakeOptions,
  scope: Scope,
  actor: Pick<Actor, 'personId'>,
  { blocks, text, files = [], ...facts }: AddedDocument,
): Promise<Document> {
  return within(db, async (trx) => {
    const at = now()
    const draft = await insertDraft(trx, scope, actor, { signer: null, validFrom: null, validTo: null, ...facts }, at)
    const by = { personId: actor.personId, at }
    const { edition, counts } = await writeEdition(trx, scope, draft, blocks ?? readText(text ?? ''), by)
    const history = { type: 'document.textSet', audience: 'internal', facts: { edition, ...counts } } as const
    await appendEntry(trx, scope, matterOf(draft), history, { role: 'keeper', ...by })
    await attachFiles(trx, scope, draft, files, actor)
    return saveDocument(trx, scope, draft, { edition, updatedAt: at })
  })
}

async function insertDraft(trx: Trx, scope: Scope, actor: Pick<Actor, 'personId'>, facts: DocumentInput, at: Date): Promise<Document> {
  const draft = await insertUnderFreeSlug(trx, scope, facts, at)
  const { kind, number, issuedOn } = draft
  const history = { type: 'document.made', audience: 'internal', facts: { kind, number, issuedOn } } as const
  await appendEntry(trx, scope, matterOf(draft), history, { role: 'keeper', personId: actor.personId, at })
  await recount(trx, scope, [], countsFor(draft))
  return draft
}

async function insertUnderFreeSlug(trx: Trx, scope: Scope, facts: DocumentInput, at: Date): Promise<Document> {
  const id = newId(at.getTime())
  for (const slug of slugChoices(slugBase(facts), id)) {
    const draft: Document = {
      ...facts,
      id,
      slug,
      status: 'draft',
      version: 1,
      edition: 0,
      publishedAt: null,
      createdAt: at,
      updatedAt: at,
    }
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('documents')
      .values({
        authority_id: scope.authorityId,
        id,
        slug,
        status: draft.status,
        kind: draft.kind,
        number: draft.number,
        issuer: draft.issuer,
        signer: draft.signer,
        subject: draft.subject,
        issued_on: draft.issuedOn,
        valid_from: draft.validFrom,
        valid_to: draft.validTo,
        published_at: null,
        created_at: at,
        updated_at: at,
      })
      .onConflict((conflict) => conflict.columns(['authority_id', 'slug']).doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows) return draft
  }
  throw new Error(`Every address of ${slugBase(facts)} is taken.`)
}
