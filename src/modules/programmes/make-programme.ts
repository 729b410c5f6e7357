import type { Db, Trx } from '../../platform/database.ts'
import { refuseInput } from '../../platform/http/input.ts'
import { newId } from '../../shared/ids.ts'
import { slugChoices, slugOf } from '../../shared/slug.ts'
import type { Actor, Scope } from '../accounts/index.ts'
import { findDocument, findDocumentBySlug } from '../documents/index.ts'
import { appendEntry } from '../history/index.ts'
import { recount } from '../tallies/index.ts'
import { labels, type PlanInput } from './fields.ts'
import { matterOf, type Programme } from './programme.ts'
import { insertProgramme } from './programme-repository.ts'
import { programmeCounts } from './rules.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * A new draft plan of the authority, read from a paper or empty.
 * @throws InvalidInput when there is no such paper
 */
export async function makePlan({ db, now }: { db: Db; now: () => Date }, scope: Scope, actor: Actor, input: PlanInput): Promise<Programme> {
  const at = now()
  const { document: named, ...facts } = input
  return within(db, async (trx) => {
    const document = named && (UUID.test(named) ? await findDocument(trx, scope, named) : await findDocumentBySlug(trx, scope, named))
    if (named && !document) refuseInput([{ field: 'document', code: 'unknown_reference' }], labels)
    const plan = await insertUnderFreeSlug(trx, scope, {
      ...facts,
      kind: 'plan',
      planId: null,
      unitId: null,
      documentId: document ? document.id : null,
      dueOn: null,
      createdAt: at,
      slugs: (id) => slugChoices(slugOf(facts.title, { longest: 60, nameless: 'ke-hoach' }), id),
    })
    const by = { role: 'writer', personId: actor.personId, at }
    await appendEntry(
      trx,
      scope,
      matterOf(plan),
      { type: 'programme.made', audience: 'internal', facts: { documentId: plan.documentId } },
      by,
    )
    await recount(trx, scope, [], programmeCounts(plan))
    return plan
  })
}

/** In the transaction that is given, or in one of its own. */
function within<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Trx) : db.transaction().execute(work)
}

/** Addresses that are pages of their own. */
const reserved = ['moi', 'toan-canh', 'co-quan', 'viec']

type NewProgramme = Pick<
  Programme,
  'kind' | 'planId' | 'unitId' | 'documentId' | 'title' | 'dueOn' | 'startsOn' | 'endsOn' | 'createdAt'
> & {
  /** Addresses to try, one after another. */
  slugs: (id: string) => string[]
}

/** A draft under the first address that is free. */
export async function insertUnderFreeSlug(trx: Trx, scope: Scope, { slugs, ...facts }: NewProgramme): Promise<Programme> {
  const id = newId(facts.createdAt.getTime())
  for (const slug of slugs(id).filter((one) => !reserved.includes(one))) {
    const programme: Programme = {
      ...facts,
      id,
      slug,
      status: 'draft',
      version: 1,
      submittedBy: null,
      publishedOn: null,
      endedOn: null,
      updatedAt: facts.createdAt,
    }
    if (await insertProgramme(trx, scope, programme)) return programme
  }
  throw new Error(`No address is free for ${slugs(id)[0]}; the last one holds the id itself.`)
}
