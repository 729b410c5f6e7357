import type { Db, Trx } from '../../../platform/database.ts'
import { NotFound } from '../../../shared/errors.ts'
import type { Scope } from '../../accounts/index.ts'
import { listFiles, removeFiles } from '../../files/index.ts'
import { listHistory } from '../../history/index.ts'
import { eraseTexts, findItemOf, listTexts, lockItemOf, moderationMatter, takeOut } from '../../moderation/index.ts'
import { listConsents, textOfVersion } from '../../personal-data/index.ts'
import { showPhotos } from './moderated.ts'
import { VERDICTS_TAG, wordsMatter } from './verdict.ts'
import { changeWords, findWordsByCode, listWordsById, lockWords } from './words-repository.ts'

/**
 * What is held about who wrote words with a verdict: found by the code and the secret that they were given alone, for nothing ties them to an
 * account. The figure stays when they are erased: nobody knows which one it was.
 */
export const verdictPersonalData = {
  find: async (db: Db, scope: Scope, code: string) => {
    const found = await findWordsByCode(db, scope, code)
    return found && { ...found, accountId: null, email: null }
  },

  collect: async (db: Db, scope: Scope, id: string) => {
    const matter = wordsMatter({ id })
    const [[words], item, files, consents] = await Promise.all([
      listWordsById(db, scope, [id]),
      findItemOf(db, scope, matter),
      listFiles(db, scope, matter),
      listConsents(db, scope, matter),
    ])
    const history = item ? await listHistory(db, scope, moderationMatter(item), ['public', 'filer']) : []
    return {
      verdict: words,
      texts: item ? await listTexts(db, scope, item.id) : [],
      photos: files.map(({ originalName, bytes, uploadedAt }) => ({ name: originalName, bytes, uploadedAt })),
      history: history.map(({ type, at, facts, words: said }) => ({ type, at, facts, words: said })),
      consents: consents.map(({ purpose, given, textVersion, at }) => ({
        purpose,
        given,
        at,
        shown: textOfVersion(textVersion)?.words ?? null,
      })),
    }
  },

  /** The queue's item before the words, in the order of the moderators' acts. */
  lock: async (trx: Trx, scope: Scope, id: string) => {
    await lockItemOf(trx, scope, wordsMatter({ id }))
    const words = await lockWords(trx, scope, id)
    if (!words) throw new NotFound()
    return { type: 'verdict', kind: 'verdict', status: words.status }
  },

  /** Words know a name alone; what else is asked for has nothing to stand in. */
  correct: async (trx: Trx, scope: Scope, id: string, { name }: { name?: string }) => {
    const old = await lockWords(trx, scope, id)
    if (!old) throw new NotFound()
    if (!name) return {} as Record<string, string>
    await changeWords(trx, scope, id, { name })
    return old.name ? { name: old.name } : ({} as Record<string, string>)
  },

  erase: async (trx: Trx, scope: Scope, id: string, now: Date): Promise<void> => {
    await leavePublic(trx, scope, id, now)
    await eraseWords(trx, scope, id, now)
  },

  stopUse: async (trx: Trx, scope: Scope, id: string, _contact: boolean, at: Date): Promise<void> => leavePublic(trx, scope, id, at),

  listOfAccount: async () => [] as { id: string; code: string }[],

  codes: async (db: Db, scope: Scope, ids: readonly string[]) =>
    new Map((await listWordsById(db, scope, ids)).map(({ id, code }) => [id, code])),

  // Of which matter it was is not known here: all pages with verdicts are drawn anew, this once.
  tags: () => [VERDICTS_TAG],
}

/** Name, words, photos and all originals are gone; what was decided on them, when and why, stays. */
export async function eraseWords(trx: Trx, scope: Scope, id: string, now: Date): Promise<void> {
  const item = await lockItemOf(trx, scope, wordsMatter({ id }))
  await lockWords(trx, scope, id)
  if (item) await eraseTexts(trx, scope, item)
  await removeFiles(trx, scope, wordsMatter({ id }))
  await changeWords(trx, scope, id, { name: null, body: null, photos: 0, erasedAt: now })
}

async function leavePublic(trx: Trx, scope: Scope, id: string, at: Date): Promise<void> {
  await lockItemOf(trx, scope, wordsMatter({ id }))
  const words = await lockWords(trx, scope, id)
  const item = await takeOut(trx, scope, wordsMatter({ id }), at)
  if (!words || !item) return
  await changeWords(trx, scope, id, { status: item.status, seen: true })
  await showPhotos(trx, scope, id, false, at)
}
