import { longInstant } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import { Button, Form, TextField } from '../../../ui/index.ts'
import { ADMIN, AdminFrame } from '../admin/admin-pages.tsx'
import { text } from '../admin/text.ts'
import { type Typed, typedAt } from '../admin/typed.ts'
import { errorAt, type FormProblem } from '../form-problems.ts'
import { text as accountsText } from '../text.ts'
import { defaultLimits, limitBounds, type SessionLimits } from './limit-bounds.ts'

interface Props {
  lang: Lang
  csrf: string
  limits: SessionLimits & { changedAt: Date | null }
  /** Name of who set them last. */
  changedBy: string | undefined
  saved: boolean
  problems?: readonly FormProblem[]
  typed?: Typed | undefined
}

/** Three numbers, each with what is allowed and what holds where nobody has set it. */
export function LimitsPage({ lang, csrf, limits, changedBy, saved, problems = [], typed }: Props) {
  const words = text[lang].sessions
  const box = (name: keyof SessionLimits) => ({
    name,
    label: accountsText[lang].fields[name] ?? name,
    hint: words.hint[name](limitBounds[name].min, limitBounds[name].max, defaultLimits[name]),
    value: typedAt(typed, name, String(limits[name])),
    error: errorAt(problems, name),
  })
  return (
    <AdminFrame lang={lang} title={words.title} problems={problems} saved={saved}>
      <p>{words.lead}</p>
      <p class="muted">
        {limits.changedAt ? words.changed(changedBy ?? words.somebody, longInstant(lang, limits.changedAt)) : words.defaults}
      </p>
      <Form action={`${ADMIN}/phien`} lang={lang} csrf={csrf}>
        <TextField {...box('officerMinutes')} inputmode="numeric" width={4} required />
        <TextField {...box('residentMinutes')} inputmode="numeric" width={4} required />
        <TextField {...box('warningSeconds')} inputmode="numeric" width={4} required />
        <Button>{text[lang].save}</Button>
      </Form>
    </AdminFrame>
  )
}
