import type { Db, Trx } from '../../platform/database.ts'
import { NotFound } from '../../shared/errors.ts'
import type { Scope } from '../accounts/index.ts'
import { listFiles, removeFiles } from '../files/index.ts'
import { eraseHistoryWords, listHistory } from '../history/index.ts'
import { eraseMessages, listMessages } from '../messages/index.ts'
import { listConsents, type Purpose, textOfVersion, withdrawConsents } from '../personal-data/index.ts'
import { eraseVerdictWords, findVerdict } from '../verdicts/index.ts'
import { eraseParties, listBehalves, listParties } from './behalf/behalf-repository.ts'
import { correctRepresented } from './behalf/correct-represented.ts'
import { listFollowings } from './following/list-followed.ts'
import { askForTelling } from './following/tell-followers.ts'
import { matterOf, owesPromise } from './petition.ts'
import { findByCode, findFiler, lockPetition, searchVectors } from './petition-repository.ts'
import { text } from './text.ts'
import './petitions.table.ts'

type OfFiler = 'name' | 'phone' | 'email' | 'address'
type Corrections = Partial<Record<OfFiler | 'representedName' | 'representedAddress', string>>

/** What is held about who filed a petition: to be given, put right, or erased on request. */
export const petitionPersonalData = {
  find: async (db: Db, scope: Scope, code: string) => {
    const found = await findByCode(db, scope, code)
    if (!found) return undefined
    const { id, secretHash, accountId } = found
    const represents = (await listBehalves(db, scope, [id])).get(id)?.behalf === 'representative'
    return { id, code: found.code, secretHash, accountId, email: (await findFiler(db, scope, id))?.email ?? null, represents }
  },

  collect: async (db: Db, scope: Scope, id: string) => {
    const matter = matterOf({ id })
    const [petition, filer, parties, history, messages, files, verdict, answers, consents, drafts] = await Promise.all([
      ofPetition(db, scope, id),
      findFiler(db, scope, id),
      listParties(db, scope, id),
      listHistory(db, scope, matter, ['public', 'filer']),
      listMessages(db, scope, matter, { kinds: ['toFiler', 'fromFiler'] }),
      listFiles(db, scope, matter, { visibilities: ['filer', 'public'] }),
      findVerdict(db, scope, matter),
      issuedAnswers(db, scope, id),
      listConsents(db, scope, matter),
      db
        .selectFrom('petition_drafts')
        .select(['form', 'updated_at as at'])
        .where('authority_id', '=', scope.authorityId)
        .where('filed_petition_id', '=', id)
        .execute(),
    ])
    const followed = filer?.accountId ? await listFollowings(db, scope, filer.accountId) : []
    return {
      followed,
      petition,
      filer,
      parties,
      history: history.map(({ seq, type, at, facts, words }) => ({ seq, type, at, facts, words })),
      messages: messages.map(({ kind, body, createdAt }) => ({ kind, at: createdAt, words: body })),
      files: files.map(({ originalName, mediaType, bytes, uploadedAt }) => ({ name: originalName, mediaType, bytes, at: uploadedAt })),
      verdict,
      answers,
      consents: consents.map(({ purpose, given, textVersion, at }) => ({
        purpose,
        given,
        at,
        shown: textOfVersion(textVersion)?.words ?? null,
      })),
      drafts,
    }
  },

  lock: async (trx: Trx, scope: Scope, id: string) => {
    const petition = await lockPetition(trx, scope, id)
    if (!petition) throw new NotFound()
    return { type: 'petition', kind: petition.kind, status: owesPromise(petition) ? 'owesPromise' : petition.status }
  },

  correct: async (trx: Trx, scope: Scope, id: string, { representedName, representedAddress, ...ofFiler }: Corrections) => {
    const filer = await findFiler(trx, scope, id)
    if (!filer) throw new NotFound()
    const names = Object.keys(ofFiler) as OfFiler[]
    if (names.length > 0)
      await trx
        .updateTable('petition_filers')
        .set(ofFiler)
        .where('authority_id', '=', scope.authorityId)
        .where('petition_id', '=', id)
        .execute()
    const old = names.map((field) => [field, filer[field]] as const).filter((pair): pair is [OfFiler, string] => Boolean(pair[1]))
    const represented = await correctRepresented(trx, scope, id, { name: representedName, address: representedAddress })
    return { ...Object.fromEntries(old), ...represented }
  },

  erase: (trx: Trx, scope: Scope, id: string, now: Date): Promise<void> => erasePetition(trx, scope, id, now, text.vi.erased),

  stopUse: async (trx: Trx, scope: Scope, id: string, contact: boolean, at: Date): Promise<void> => {
    const withdrawn: Purpose[] = contact ? ['publication', 'notifications'] : ['publication']
    await withdrawConsents(trx, scope, matterOf({ id }), withdrawn, { byRole: 'filer', at })
    await trx.updateTable('petitions').set({ publish: false }).where('authority_id', '=', scope.authorityId).where('id', '=', id).execute()
    await askForTelling(trx, scope, id)
    if (contact)
      await trx
        .updateTable('petition_filers')
        .set({ email: null })
        .where('authority_id', '=', scope.authorityId)
        .where('petition_id', '=', id)
        .execute()
  },

  listOfAccount: (db: Db, scope: Scope, accountId: string) =>
    db
      .selectFrom('petition_filers')
      .innerJoin('petitions', (join) =>
        join.onRef('petitions.authority_id', '=', 'petition_filers.authority_id').onRef('petitions.id', '=', 'petition_filers.petition_id'),
      )
      .select(['petitions.id', 'petitions.code'])
      .where('petition_filers.authority_id', '=', scope.authorityId)
      .where('petition_filers.account_id', '=', accountId)
      .orderBy('petitions.id')
      .execute(),

  codes: (db: Db, scope: Scope, ids: readonly string[]) => codesById(db, scope, ids),

  tags: (id: string) => [`petition:${id}`, 'register', 'home'],
}

/**
 * Words, contacts, files, messages and drafts go in one transaction; entries of the history stay with commitments that say nothing.
 * @param mark what stands in place of the words
 */
export async function erasePetition(trx: Trx, scope: Scope, id: string, now: Date, mark: string): Promise<void> {
  const matter = matterOf({ id })
  const { code } = await ofPetition(trx, scope, id)
  await trx
    .updateTable('petitions')
    .set({
      subject: mark,
      body: mark,
      salt: Buffer.alloc(0),
      hamlet_text: null,
      lat: null,
      lon: null,
      public_subject: null,
      public_body: null,
      erased_at: now,
      ...searchVectors(code, '', ''),
    })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .execute()
  await eraseParties(trx, scope, id)
  await trx.deleteFrom('petition_filers').where('authority_id', '=', scope.authorityId).where('petition_id', '=', id).execute()
  await trx
    .updateTable('petition_verifications')
    .set({ words: null })
    .where('authority_id', '=', scope.authorityId)
    .where('petition_id', '=', id)
    .execute()
  await trx
    .updateTable('petition_answers')
    .set({ text: null, public_text: null, returned_reason: null })
    .where('authority_id', '=', scope.authorityId)
    .where('petition_id', '=', id)
    .execute()
  await trx
    .updateTable('petition_dialogues')
    .set({ minutes: null })
    .where('authority_id', '=', scope.authorityId)
    .where('petition_id', '=', id)
    .execute()
  await trx.deleteFrom('petition_drafts').where('authority_id', '=', scope.authorityId).where('filed_petition_id', '=', id).execute()
  await eraseHistoryWords(trx, scope, matter)
  await eraseMessages(trx, scope, matter)
  await eraseVerdictWords(trx, scope, matter)
  await removeFiles(trx, scope, matter)
}

async function ofPetition(db: Db, scope: Scope, id: string) {
  const found = await db
    .selectFrom('petitions')
    .select([
      'code',
      'kind',
      'status',
      'subject',
      'body',
      'hamlet_text as hamlet',
      'lat',
      'lon',
      'channel',
      'publish',
      'received_at as receivedAt',
    ])
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

function issuedAnswers(db: Db, scope: Scope, id: string) {
  return db
    .selectFrom('petition_answers')
    .select(['text', 'outcome', 'issued_at as at'])
    .where('authority_id', '=', scope.authorityId)
    .where('petition_id', '=', id)
    .where('issued_at', 'is not', null)
    .orderBy('issued_at')
    .execute()
}

async function codesById(db: Db, scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('petitions')
    .select(['id', 'code'])
    .where('authority_id', '=', scope.authorityId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, code }) => [id, code]))
}
