import type { Db } from '../../platform/database.ts'
import type { Lang } from '../../shared/lang.ts'
import type { Scope } from '../accounts/index.ts'
import type { Article } from './article.ts'
import type { ShownFiles } from './pages/document-view.tsx'

/** The files that an article shows or offers, as its page draws them. */
export async function shownFiles(_db: Db, _scope: Scope, _lang: Lang, _article: Article): Promise<ShownFiles> {
  return new Map()
}
