import { longInstant } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Button, DataTable, Form, Notice, PageHead, SummaryList, Tag } from '../../../ui/index.ts'
import type { Actor } from '../accounts.ts'
import type { Device } from '../device.ts'
import { text } from '../text.ts'
import type { WorkMail } from '../work-mail.ts'
import { ReminderSection } from './reminder-section.tsx'

export interface AccountPageProps {
  lang: Lang
  csrf: string
  actor: Actor
  unitName: string | null
  twoFactor: boolean
  sessionId: string | null
  sessions: readonly { id: string; device: Device; startedAt: Date; expiresAt: Date }[]
  /** Null for residents. */
  workMail: WorkMail | null
  /** What was just done. */
  done: 'ended' | 'othersEnded' | 'passwordChanged' | 'twoFactorEnded' | 'remindersSaved' | null
}

/** Browser and system in words: `Chrome trên Android`. */
export function deviceWords(lang: Lang, device: Device): string {
  const words = text[lang].account
  const [browser = '', system = ''] = device.split('/')
  if (browser && system) return words.on(browser, system)
  return browser || system || words.unknownDevice
}

export function AccountPage({ lang, csrf, actor, unitName, twoFactor, sessionId, sessions, workMail, done }: AccountPageProps) {
  const words = text[lang].account
  return (
    <>
      {done && (
        <Notice tone="ok" live>
          {done === 'remindersSaved' ? text[lang].reminders.saved : words[done]}
        </Notice>
      )}
      <PageHead title={words.title} lead={actor.name} />
      <SummaryList
        rows={[
          { key: words.username, value: actor.username },
          { key: words.roles, value: actor.roles.map((role) => text[lang].roles[role]).join(', ') },
          { key: words.unit, value: unitName ?? words.noUnit },
        ]}
      />
      <h2>{words.security}</h2>
      <SummaryList
        rows={[
          {
            key: text[lang].fields['password']!,
            value: '••••••••',
            action: { href: localPath(lang, '/tai-khoan/mat-khau'), text: words.passwordAction, about: '' },
          },
          {
            key: words.twoFactor,
            value: <Tag tone={twoFactor ? 'ok' : 'neutral'}>{twoFactor ? words.twoFactorOn : words.twoFactorOff}</Tag>,
            action: { href: localPath(lang, '/tai-khoan/ma-xac-nhan'), text: words.twoFactorAction },
          },
        ]}
      />
      {workMail && <ReminderSection lang={lang} csrf={csrf} mail={workMail} />}
      <h2 id="phien">{words.sessions}</h2>
      <p>{words.sessionsLead}</p>
      <DataTable
        caption={words.sessions}
        captionHidden
        stack
        rowHeads
        head={[{ text: words.device }, { text: words.startedAt }, { text: words.endsAt }, { text: words.action, hidden: true }]}
        rows={sessions.map((session) => ({
          cells: [
            deviceWords(lang, session.device),
            longInstant(lang, session.startedAt),
            longInstant(lang, session.expiresAt),
            session.id === sessionId ? (
              <Tag tone="ok">{words.thisOne}</Tag>
            ) : (
              <Form action={`/tai-khoan/phien/${session.id}/dang-xuat`} lang={lang} csrf={csrf}>
                <Button look="quiet" small>
                  {words.end}
                  <span class="govuk-visually-hidden">
                    : {deviceWords(lang, session.device)}, {longInstant(lang, session.startedAt)}
                  </span>
                </Button>
              </Form>
            ),
          ],
        }))}
      />
      {sessions.length > 1 && (
        <Form action="/tai-khoan/phien/dang-xuat-noi-khac" lang={lang} csrf={csrf}>
          <Button look="second">{words.endOthers}</Button>
        </Form>
      )}
    </>
  )
}
