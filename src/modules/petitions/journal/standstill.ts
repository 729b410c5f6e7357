import type { Db } from '../../../platform/database.ts'
import type { Lang } from '../../../shared/lang.ts'
import type { Scope } from '../../accounts/index.ts'
import { text } from '../text.ts'
import { countFailed } from './ledger.ts'

/** For the administrator's page: filings that were acknowledged and cannot be spread. */
export function unspreadFilings(db: Db) {
  return async (scope: Scope, lang: Lang): Promise<string[]> => {
    const failed = await countFailed(db, scope)
    return failed > 0 ? [text[lang].unspread(failed)] : []
  }
}
