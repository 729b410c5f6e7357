import type { Db } from '../../../platform/database.ts'
import type { Page } from '../../../shared/keyset.ts'
import type { Lang } from '../../../shared/lang.ts'
import { fold } from '../../../shared/vietnamese-text.ts'
import type { Scope } from '../../accounts/index.ts'
import { listRegister, petitionText } from '../../petitions/index.ts'
import {
  type Asked,
  askedBy,
  excerptOf,
  findDocuments,
  markedText,
  type Piece,
  suggestionFor,
  termOf,
  vocabularyOf,
  wordsOf,
} from '../../search/index.ts'
import { type SearchKind, searchKinds } from './search-kind.ts'
import { sitePages } from './site-pages.ts'

/** What was found, as people see it. */
export interface Hit {
  kind: SearchKind
  /** Vietnamese address. */
  href: string
  title: Piece[]
  excerpt: Piece[]
  /** When it was published or received; null: a fixed page. */
  at: Date | null
  /** Code and status of a petition. */
  facts: string[]
}

export interface SearchResult {
  /** Null: nothing was typed that could be searched. */
  asked: Asked | null
  groups: { kind: SearchKind; page: Page<Hit> }[]
  /** Another question that finds something; only where this one finds nothing. */
  suggestion: string | null
  /** True when the same words without tone marks find something. */
  withoutTones: boolean
}

const documentTypes: Readonly<Record<Exclude<SearchKind, 'petitions'>, readonly string[]>> = {
  news: ['article'],
  documents: ['document'],
  pages: ['page'],
}

/** Rows of each group when all are shown. */
const FEW = 5

interface Question {
  words: string
  lang: Lang
  /** One group alone, page by page; null: the first of each. */
  kind: SearchKind | null
  after: string | null
  limit: number
}

/** Everything public in which all the words stand, in groups that are searched side by side. */
export async function findEverywhere(db: Db, scope: Scope, question: Question): Promise<SearchResult> {
  const asked = askedBy(question.words)
  if (!asked) return { asked, groups: [], suggestion: null, withoutTones: false }
  const kinds = question.kind ? [question.kind] : searchKinds
  const groups = await Promise.all(kinds.map(async (kind) => ({ kind, page: await findKind(db, scope, kind, asked, question) })))
  const isNothing = groups.every(({ page }) => page.items.length === 0)
  if (!isNothing || question.after) return { asked, groups, suggestion: null, withoutTones: false }
  return { asked, groups, ...(await otherQuestions(db, scope, asked, question)) }
}

async function findKind(db: Db, scope: Scope, kind: SearchKind, asked: Asked, question: Question): Promise<Page<Hit>> {
  const limit = question.kind ? question.limit : FEW
  if (kind === 'petitions') return findPetitions(db, scope, asked, { ...question, limit })
  const found = await findDocuments(db, scope, { asked, types: documentTypes[kind], after: question.after, limit })
  const items = found.items.map(
    (document): Hit => ({
      kind,
      href: document.href,
      title: markedText(document.title, asked),
      excerpt: excerptOf(document.words, asked),
      at: kind !== 'pages' ? document.publishedAt : null,
      facts: [],
    }),
  )
  // Pages of the software itself stand before those that an editor wrote, on the first page of the list.
  const own = kind === 'pages' && !question.after ? ownPages(question.lang, asked) : []
  return { next: found.next, items: [...own, ...items] }
}

async function findPetitions(db: Db, scope: Scope, asked: Asked, { words, lang, after, limit }: Question): Promise<Page<Hit>> {
  const page = await listRegister(db, scope, { q: words }, after, limit)
  const names = petitionText[lang]
  return {
    next: page.next,
    items: page.items.map((petition) => ({
      kind: 'petitions',
      href: `/don/${petition.code}`,
      title: markedText(petition.subject, asked),
      excerpt: excerptOf(petition.body, asked),
      at: petition.receivedAt,
      facts: [petition.code, names.kind[petition.kind], names.status[petition.status]],
    })),
  }
}

function ownPages(lang: Lang, asked: Asked): Hit[] {
  return sitePages(lang)
    .filter(({ title, words }) => {
      const there = new Set(wordsOf(`${title} ${words}`).map((word) => termOf(word, asked.toned)))
      return asked.terms.every((term) => there.has(term))
    })
    .map(({ href, title, words }) => ({
      kind: 'pages',
      href,
      title: markedText(title, asked),
      excerpt: excerptOf(words, asked),
      at: null,
      facts: [],
    }))
}

/** Newest public cases whose words count as known. */
const LEARNT_FROM = 200

/** What else could have been meant; only what really finds something is offered. */
async function otherQuestions(db: Db, scope: Scope, asked: Asked, question: Question) {
  const [kept, recent] = await Promise.all([vocabularyOf(db, scope), listRegister(db, scope, {}, null, LEARNT_FROM)])
  const vocabulary = new Map(kept)
  const learn = (text: string) => {
    for (const word of new Set(wordsOf(text.toLowerCase()))) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1)
  }
  for (const { subject, body } of recent.items) learn(`${subject} ${body}`)
  for (const { title, words } of sitePages(question.lang)) learn(`${title} ${words}`)
  const suggestion = suggestionFor(question.words, vocabulary)
  const finds = async (words: string) => {
    const again = askedBy(words)
    if (!again) return false
    const kinds = question.kind ? [question.kind] : searchKinds
    const pages = await Promise.all(kinds.map((kind) => findKind(db, scope, kind, again, { ...question, words, limit: 1 })))
    return pages.some(({ items }) => items.length > 0)
  }
  return {
    suggestion: suggestion && (await finds(suggestion)) ? suggestion : null,
    withoutTones: asked.toned && (await finds(fold(question.words))),
  }
}
