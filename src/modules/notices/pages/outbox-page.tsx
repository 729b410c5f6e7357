import { longInstant } from '../../../shared/format.ts'
import type { Page } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, DataTable, EmptyState, Form, Notice, PageHead, Pager, Tabs } from '../../../ui/index.ts'
import { canResend, type NoticeState, noticeStates, type Notice as OutboxNotice } from '../notice.ts'
import { text } from '../text.ts'
import { StateCell } from './state-cell.tsx'

export const OUTBOX = '/lam-viec/quan-tri/hop-thu'

export interface OutboxPageProps {
  lang: Lang
  csrf: string
  state: NoticeState | null
  list: Page<OutboxNotice>
  /** False: mail is kept, and nothing can be sent. */
  configured: boolean
  /** What else waits in vain, in sentences. */
  standstills: readonly string[]
  resent: boolean
  kindName: (notice: OutboxNotice) => string
  matterOf: (notice: OutboxNotice) => { text: string; href: string | null } | undefined
}

/** The address of the list in one state, from one key on. */
function addressOf(lang: Lang, state: NoticeState | null, after?: string): string {
  const query = new URLSearchParams({ ...(state ? { state } : {}), ...(after ? { after } : {}) }).toString()
  return localPath(lang, query ? `${OUTBOX}?${query}` : OUTBOX)
}

export function OutboxPage({ lang, csrf, state, list, configured, standstills, resent, kindName, matterOf }: OutboxPageProps) {
  const words = text[lang]
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, '/lam-viec/quan-tri'), text: words.administration }]} current={words.title} />
      {resent && (
        <Notice tone="ok" live>
          {words.resent}
        </Notice>
      )}
      <PageHead title={words.title} lead={words.lead} />
      {standstills.map((sentence) => (
        <Notice tone="late">
          <p>{sentence}</p>
        </Notice>
      ))}
      {!configured && (
        <Notice tone="soon" title={words.notConfigured.title}>
          <p>{words.notConfigured.sentence}</p>
        </Notice>
      )}
      <Tabs
        label={words.filter.label}
        items={[null, ...noticeStates].map((one) => ({
          href: addressOf(lang, one),
          text: one ? words.states[one] : words.filter.all,
          current: one === state,
        }))}
      />
      <DataTable
        caption={words.title}
        captionHidden
        dense
        stack
        head={[
          { text: words.columns.when },
          { text: words.columns.kind },
          { text: words.columns.to },
          { text: words.columns.matter },
          { text: words.columns.state },
          { text: words.columns.act, hidden: true },
        ]}
        rows={list.items.map((notice) => ({
          tone: notice.state === 'failed' ? 'late' : undefined,
          cells: [
            longInstant(lang, notice.queuedAt),
            kindName(notice),
            notice.maskedTo ?? words.erased,
            <MatterCell lang={lang} matter={matterOf(notice)} />,
            <StateCell lang={lang} notice={notice} />,
            configured && canResend(notice) ? <ResendForm lang={lang} csrf={csrf} notice={notice} /> : null,
          ],
        }))}
        empty={
          state ? (
            <EmptyState title={words.emptyState} />
          ) : (
            <EmptyState title={words.empty.title}>
              <p>{words.empty.sentence}</p>
            </EmptyState>
          )
        }
      />
      <Pager next={list.next ? { href: addressOf(lang, state, list.next) } : undefined} />
    </>
  )
}

function MatterCell({ lang, matter }: { lang: Lang; matter: { text: string; href: string | null } | undefined }) {
  return matter?.href ? <a href={localPath(lang, matter.href)}>{matter.text}</a> : <span>{matter?.text}</span>
}

function ResendForm({ lang, csrf, notice }: { lang: Lang; csrf: string; notice: OutboxNotice }) {
  const words = text[lang]
  return (
    <Form action={`${OUTBOX}/${notice.id}/gui-lai`} lang={lang} csrf={csrf}>
      <Button look="second" small>
        {words.resend}
        <span class="govuk-visually-hidden"> {words.resendAbout(notice.subject)}</span>
      </Button>
    </Form>
  )
}
