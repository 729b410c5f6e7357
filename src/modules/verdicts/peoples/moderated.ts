import type { Db, Trx } from '../../../platform/database.ts'
import { NotFound } from '../../../shared/errors.ts'
import type { Lang } from '../../../shared/lang.ts'
import type { Scope } from '../../accounts/index.ts'
import { listFiles, setFileVisibility } from '../../files/index.ts'
import type { Described, Item, ModeratedKind } from '../../moderation/index.ts'
import { photosOf } from './photos.ts'
import type { JudgedSubjects } from './subject.ts'
import { text } from './text.ts'
import { wordsMatter } from './verdict.ts'
import { changeWords, listWordsById, lockWords } from './words-repository.ts'

/** How words and photos that stand with a verdict pass the moderators' queue. */
export function verdictModeration(subjects: JudgedSubjects): ModeratedKind {
  return {
    name: { vi: text.vi.kind, en: text.en.kind },
    describe: (db, scope, items, lang) => describe(db, scope, subjects, items, lang),
    tags: (about) => subjects[about.type]?.tags(about.id) ?? [],
    decided: async (trx, scope, item, _act, { now }) => {
      if (!(await lockWords(trx, scope, item.subjectId))) throw new NotFound()
      const seen = item.step === 'read'
      await changeWords(trx, scope, item.subjectId, { status: item.status, seen })
      await showPhotos(trx, scope, item.subjectId, item.status === 'shown' && seen, now)
    },
  }
}

/** The photos are everybody's while the words are, and no longer. */
export async function showPhotos(trx: Trx, scope: Scope, id: string, shown: boolean, now: Date): Promise<void> {
  const matter = wordsMatter({ id })
  for (const file of await listFiles(trx, scope, matter))
    await setFileVisibility(trx, scope, matter, file.id, shown ? 'public' : 'internal', now)
}

async function describe(db: Db, scope: Scope, subjects: JudgedSubjects, items: readonly Item[], lang: Lang) {
  const ids = items.map(({ subjectId }) => subjectId)
  const words = new Map((await listWordsById(db, scope, ids)).map((one) => [one.id, one]))
  const photos = await photosOf(db, scope, ids)
  const described = new Map<string, Described>()
  for (const item of items) {
    const one = words.get(item.subjectId)
    const about = await subjects[item.aboutType]?.find(db, scope, item.aboutId)
    const said = one ? text[lang].saidOf(text[lang].said[one.said]) : ''
    described.set(item.id, {
      author: one?.erasedAt ? text[lang].nameErased : `${one?.name ?? text[lang].noName} (${said})`,
      about: about?.title ?? text[lang].subjectGone,
      href: about?.href ?? null,
      answers: null,
      pictures: (photos.get(item.subjectId) ?? []).map((id, i) => ({
        href: `/tep/${id}`,
        small: `/tep/${id}/nho`,
        text: text[lang].photo(String(i + 1)),
      })),
    })
  }
  return described
}
