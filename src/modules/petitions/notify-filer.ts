import type { Trx } from '../../platform/database.ts'
import { type Lang, localPath } from '../../shared/lang.ts'
import { listAuthorities, type Scope } from '../accounts/index.ts'
import { listClocks } from '../clocks/index.ts'
import { findNoticeLang, queueNotice } from '../notices/index.ts'
import type { PetitionFeature } from './feature.ts'
import type { PetitionInput } from './fields.ts'
import type { PetitionAct } from './lifecycle.ts'
import { type NoticeFacts, type NoticeKind, noticeText } from './notice-text.ts'
import { matterOf, type Petition, type Stage } from './petition.ts'
import { findFiler } from './petition-repository.ts'
import type { RenewalOptions } from './renew-secret.ts'

/** Acts that the filer is told of by mail. */
const toldActs: Partial<Record<PetitionAct, NoticeKind>> = {
  accept: 'petition.accepted',
  decline: 'petition.declined',
  askToComplete: 'petition.askedToComplete',
  guide: 'petition.guided',
  transfer: 'petition.transferred',
  recordReport: 'petition.reportedBack',
  extend: 'petition.extended',
  suspend: 'petition.suspended',
  resume: 'petition.resumed',
  inviteToDialogue: 'petition.dialogueInvited',
  recordDialogue: 'petition.dialogueRecorded',
  keepPromise: 'petition.promiseKept',
  close: 'petition.closed',
  reopen: 'petition.reopened',
  issueAnswer: 'petition.answered',
}

/** Told whatever the filer chose: a date that one must not miss, a decision against which one may act, a key that was changed. */
const alwaysTold: readonly NoticeKind[] = ['petition.dialogueInvited', 'petition.declined', 'petition.answered', 'petition.secretRenewed']

/** After an act: a mail to the filer who left an address, in the language of the first one. */
export function notifyFiler(publicUrl: string | null): NonNullable<PetitionFeature['afterAct']> {
  return async (trx, scope, petition, act) => {
    const kind = toldActs[act]
    if (!kind) return
    const filer = await findFiler(trx, scope, petition.id)
    if (!filer?.email) return
    const lang = (await findNoticeLang(trx, scope, matterOf(petition))) ?? 'vi'
    // The version tells two answers of a reopened case apart.
    await queue(trx, scope, petition, { kind, key: `${kind}:${petition.id}:${petition.version}`, lang, to: filer.email, publicUrl })
  }
}

type AfterFiling = (
  trx: Trx,
  scope: Scope,
  petition: Petition,
  input: Pick<PetitionInput, 'filer'> & { lang?: Lang | undefined },
) => Promise<void>

/** When a petition was filed: its code and first due dates, to the filer who left an address. */
export function notifyFiled(publicUrl: string | null): AfterFiling {
  return async (trx, scope, petition, { filer, lang = 'vi' }) => {
    if (!filer.email) return
    const kind = 'petition.received'
    await queue(trx, scope, petition, { kind, key: `${kind}:${petition.id}`, lang, to: filer.email, publicUrl })
  }
}

/** When the secret was renewed at the counter: whoever did not ask for it must hear of it. */
export function notifyRenewed(publicUrl: string | null): NonNullable<RenewalOptions['afterRenewal']> {
  return async (trx, scope, petition, entryId) => {
    const filer = await findFiler(trx, scope, petition.id)
    if (!filer?.email) return
    const kind = 'petition.secretRenewed'
    const lang = (await findNoticeLang(trx, scope, matterOf(petition))) ?? 'vi'
    await queue(trx, scope, petition, { kind, key: `${kind}:${entryId}`, lang, to: filer.email, publicUrl })
  }
}

interface Telling {
  kind: NoticeKind
  key: string
  lang: Lang
  to: string
  publicUrl: string | null
}

async function queue(trx: Trx, scope: Scope, petition: Petition, { kind, key, lang, to, publicUrl }: Telling): Promise<void> {
  const facts = await noticeFacts(trx, scope, petition, lang, publicUrl)
  const manner = alwaysTold.includes(kind) ? 'always' : 'optional'
  await queueNotice(trx, scope, { matter: matterOf(petition), kind, key, lang, to, manner, ...petitionNotice(lang, kind, facts) })
}

/** What mails about a case are written from, as it stands now. */
export async function noticeFacts(
  trx: Trx,
  scope: Scope,
  petition: Pick<Petition, 'id' | 'code'>,
  lang: Lang,
  publicUrl: string | null,
): Promise<NoticeFacts> {
  const authorities = await listAuthorities(trx)
  const clocks = await listClocks(trx, scope, matterOf(petition))
  return {
    code: petition.code,
    authority: authorities.find((authority) => authority.id === scope.authorityId)?.name ?? '',
    trackingUrl: publicUrl && `${new URL(publicUrl).origin}${localPath(lang, `/tra-cuu?ma=${encodeURIComponent(petition.code)}`)}`,
    due: clocks
      .filter((clock) => clock.state === 'running')
      .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn))
      .map(({ stage, dueOn, local }) => ({ stage: stage as Stage, dueOn, local })),
  }
}

/** Subject and words of a mail. */
export function petitionNotice(lang: Lang, kind: NoticeKind, facts: NoticeFacts): { subject: string; body: string } {
  const words = noticeText[lang]
  return { subject: words.subject[kind](facts.code), body: frameOf(lang, facts, words.opening[kind](facts)) }
}

/** What every mail about a case has around its news: due dates, where to look, who writes. */
export function frameOf(lang: Lang, facts: NoticeFacts, news: string): string {
  const words = noticeText[lang]
  const due = facts.due.map(({ stage, dueOn, local }) => words.due(stage, dueOn, local))
  const parts = [
    words.greeting,
    news,
    ...(due.length > 0 ? [[words.dueLead, ...due].join('\n')] : []),
    `${words.tracking(facts.trackingUrl)}\n${words.secret}`,
    words.closing(facts.authority),
  ]
  return `${parts.join('\n\n')}\n`
}
