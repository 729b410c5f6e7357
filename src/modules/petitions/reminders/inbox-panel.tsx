import type { Lang } from '../../../shared/lang.ts'
import { Notice } from '../../../ui/index.ts'
import { inboxAddress } from '../office/pages/inbox-address.ts'
import type { InboxReminders } from './inbox-reminders.ts'
import { text } from './text.ts'
import { sections } from './who-is-told.ts'

/** On top of the inbox: what the morning's mail says, also to those who have no address. */
export function InboxPanel({ lang, reminders }: { lang: Lang; reminders: InboxReminders }) {
  const words = text[lang].inbox
  const shown = sections.filter((section) => reminders[section] > 0)
  if (shown.length === 0) return null
  const isLate = reminders.overdue > 0 || reminders.escalated > 0
  const viewOf = (section: (typeof sections)[number]) => (section === 'overdue' || section === 'escalated' ? 'overdue' : 'due')
  return (
    <Notice tone={isLate ? 'late' : 'soon'} title={words.title}>
      <ul class="govuk-list">
        {shown.map((section) => (
          <li>
            <a href={inboxAddress(lang, { view: viewOf(section) })}>{words[section](reminders[section])}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
