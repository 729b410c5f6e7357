import type { Trx } from '../../platform/database.ts'
import { localPath } from '../../shared/lang.ts'
import { listAuthorities, type Scope } from '../accounts/index.ts'
import { findNoticeLang, queueNotice } from '../notices/index.ts'
import { type DataRequest, matterOf, subjectOf } from './data-request.ts'
import { eraseWords, findWords } from './data-request-repository.ts'
import type { DataRequestAct } from './lifecycle.ts'
import { paths } from './paths.ts'
import { text } from './text.ts'

/** What the requester is told of by mail. */
export type Told = 'received' | 'acknowledged' | 'extended' | 'fulfilled' | 'refused'

const told: Partial<Record<DataRequestAct, Told>> = {
  acknowledge: 'acknowledged',
  extend: 'extended',
  fulfil: 'fulfilled',
  refuse: 'refused',
}

export function tellReceived(publicUrl: string | null) {
  return (trx: Trx, scope: Scope, request: DataRequest): Promise<void> => tell(trx, scope, request, 'received', publicUrl)
}

/** After an act: the mail; after an erasure, what the request itself held goes as well. */
export function tellRequester(publicUrl: string | null) {
  return async (trx: Trx, scope: Scope, request: DataRequest, act: DataRequestAct): Promise<void> => {
    const what = told[act]
    if (what) await tell(trx, scope, request, what, publicUrl)
    if (request.kind === 'erase' && request.status === 'done') await eraseWords(trx, scope, request.id)
  }
}

async function tell(trx: Trx, scope: Scope, request: DataRequest, what: Told, publicUrl: string | null): Promise<void> {
  const words = await findWords(trx, scope, request.id)
  if (!words?.email) return
  const lang = (await findNoticeLang(trx, scope, subjectOf(request))) ?? 'vi'
  const mail = text[lang].mail
  const authority = (await listAuthorities(trx)).find(({ id }) => id === scope.authorityId)?.name ?? ''
  const url = publicUrl && `${new URL(publicUrl).origin}${localPath(lang, paths.own)}`
  await queueNotice(trx, scope, {
    matter: matterOf(request),
    kind: `dataRequest.${what}`,
    key: `dataRequest.${what}:${request.id}`,
    lang,
    to: words.email,
    subject: mail.subject(request.code),
    body: `${[mail.greeting, mail.opening[what](request.code), ...(request.dueOn ? [mail.due(request.dueOn)] : []), mail.see(url), authority].join('\n\n')}\n`,
  })
}
