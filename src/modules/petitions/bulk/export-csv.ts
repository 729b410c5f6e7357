import type { Db } from '../../../platform/database.ts'
import { BOM, csvLine } from '../../../shared/csv.ts'
import type { Lang } from '../../../shared/lang.ts'
import { type Actor, findPeople, listUnits, type Scope } from '../../accounts/index.ts'
import type { Petition } from '../petition.ts'
import { text as petitionText } from '../text.ts'
import { findForBulk } from './bulk-check.ts'
import { text } from './text.ts'

/** What the officers' list shows of these cases, for a spreadsheet. Never who filed them: that is a look of its own, case by case. */
export async function exportCsv(
  db: Db,
  scope: Scope,
  actor: Actor,
  lang: Lang,
  codes: readonly string[],
): Promise<{ csv: string; n: number }> {
  const cases: Petition[] = []
  for (const code of codes) {
    const petition = await findForBulk(db, scope, actor, code)
    if (petition) cases.push(petition)
  }
  const [units, officers] = await Promise.all([
    listUnits(db, scope),
    findPeople(
      db,
      cases.flatMap(({ officerId }) => officerId ?? []),
    ),
  ])
  const names = petitionText[lang]
  const lines = cases.map((petition) =>
    csvLine([
      petition.code,
      names.kind[petition.kind],
      petition.subject,
      names.status[petition.status],
      names.step[petition.step],
      units.find(({ id }) => id === petition.unitId)?.name ?? null,
      petition.officerId ? (officers.get(petition.officerId) ?? null) : null,
      petition.receivedOn,
      petition.dueOn,
      petition.answeredOn,
      petition.outcome && names.outcome[petition.outcome],
    ]),
  )
  return { csv: `${BOM}${csvLine(text[lang].csvHead)}${lines.join('')}`, n: cases.length }
}
