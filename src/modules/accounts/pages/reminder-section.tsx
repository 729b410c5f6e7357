import type { Lang } from '../../../shared/lang.ts'
import { Button, Checkbox, Form } from '../../../ui/index.ts'
import { text } from '../text.ts'
import type { WorkMail } from '../work-mail.ts'

/** On an officer's own account page: where reminders go, and whether they begin before the due day. */
export function ReminderSection({ lang, csrf, mail }: { lang: Lang; csrf: string; mail: WorkMail }) {
  const words = text[lang].reminders
  return (
    <section id="nhac-viec">
      <h2>{words.title}</h2>
      <p>{mail.email ? words.goesTo(mail.email) : words.noAddress}</p>
      <Form action="/tai-khoan/nhac-viec" lang={lang} csrf={csrf}>
        <Checkbox name="beforeDue" label={words.beforeDue} hint={words.hint} checked={mail.beforeDue} />
        <Button look="second">{words.save}</Button>
      </Form>
    </section>
  )
}
