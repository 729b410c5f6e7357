import type { Db, Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'

/** An article as ratings know it; handed in by app.ts. */
export interface RatedArticle {
  id: string
  slug: string
  title: string
  /** Vietnamese address of its page. */
  path: string
  /** `closed`: an editor switched ratings off; what there is stays in sight. */
  state: 'open' | 'closed' | 'withdrawn'
}

export interface RatedArticles {
  /** By an address of now or of earlier; undefined for what readers do not know of. */
  find: (db: Db, scope: Scope, slug: string) => Promise<RatedArticle | undefined>
  /** The same, and no act changes it until the transaction ends. */
  hold: (trx: Trx, scope: Scope, slug: string) => Promise<RatedArticle | undefined>
  /** Those of these that readers see now. */
  list: (db: Db, scope: Scope, ids: readonly string[]) => Promise<RatedArticle[]>
}
