import type { Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { localPath } from '../../shared/lang.ts'
import { listAuthorities, type Scope } from '../accounts/index.ts'
import { findNoticeLang, queueNotice } from '../notices/index.ts'
import type { Resting } from './source.ts'
import { text } from './text.ts'

/** Kind of the mail that announces; it is no touch of the matter. */
export const ANNOUNCEMENT = 'retention.announced'

interface Told {
  resting: Pick<Resting, 'matter' | 'code' | 'email' | 'openAt'>
  batchId: string
  eraseFrom: CivilDate
  publicUrl: string | null
}

/** Tells the person, where an address is known, what will go, on which day, and how it stays: by opening the case once. */
export async function tellPerson(trx: Trx, scope: Scope, { resting, batchId, eraseFrom, publicUrl }: Told): Promise<void> {
  const { matter, code, email, openAt = '/tra-cuu' } = resting
  if (!matter || !code || !email) return
  const lang = (await findNoticeLang(trx, scope, matter)) ?? 'vi'
  const { mail } = text[lang]
  const authority = (await listAuthorities(trx)).find(({ id }) => id === scope.authorityId)?.name ?? ''
  const url = publicUrl && `${new URL(publicUrl).origin}${localPath(lang, openAt)}`
  await queueNotice(trx, scope, {
    matter,
    kind: ANNOUNCEMENT,
    key: `${ANNOUNCEMENT}:${batchId}:${matter.id}`,
    lang,
    to: email,
    subject: mail.subject(code),
    body: `${[mail.greeting, (mail.whatOf[matter.type] ?? mail.what)(code, eraseFrom), mail.keep(url), authority].join('\n\n')}\n`,
    // The law wants it told, whatever mail the person chose.
    manner: 'always',
  })
}
