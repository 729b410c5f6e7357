import { findPublicDocument, namePublicDocuments } from './modules/documents/index.ts'
import { findPublicArticleBySlug, namePublicArticles } from './modules/news/index.ts'
import { findPublicCase, namePublicCases } from './modules/petitions/index.ts'
import type { References } from './modules/programmes/index.ts'

/** The last part of an address, or what was typed as it is: people paste either. */
const lastPart = (typed: string) =>
  typed
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .split('/')
    .at(-1) ?? ''

/** What may be named as evidence of a task, beside the task's own files. */
export const references: References = {
  article: { name: namePublicArticles, find: (db, scope, typed) => findPublicArticleBySlug(db, scope, lastPart(typed)) },
  petition: {
    name: namePublicCases,
    find: async (db, scope, typed) => (await findPublicCase(db, scope, lastPart(typed).toUpperCase()))?.id ?? null,
  },
  document: {
    name: namePublicDocuments,
    find: (db, scope, typed) => findPublicDocument(db, scope, /\/van-ban\//.test(typed) ? lastPart(typed) : typed.trim()),
  },
}
