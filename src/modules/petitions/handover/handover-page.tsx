import { number } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, DataTable, ErrorSummary, Form, Notice, PageHead, Select } from '../../../ui/index.ts'
import type { StaffMember } from '../../accounts/index.ts'
import { text as officeText } from '../office/text.ts'
import { petitionSteps } from '../petition.ts'
import { text as petitionText } from '../text.ts'
import type { Held } from './hand-over.ts'
import { HANDOVER } from './paths.ts'
import { text } from './text.ts'

interface Props {
  lang: Lang
  csrf: string
  /** The administrator has none. */
  hasInbox: boolean
  /** Whose cases may be handed over, and who may take them. */
  officers: readonly StaffMember[]
  takers: readonly StaffMember[]
  chosen: StaffMember | null
  held: Held | null
  done: number | null
  to: string | undefined
  problems: readonly { field: string; text: string }[]
}

/** First who, then what they hold, then to whom: numbers only, no case is shown. */
export function HandoverPage({ lang, csrf, hasInbox, officers, takers, chosen, held, done, to, problems }: Props) {
  const words = text[lang]
  const at = (field: string) => problems.find((problem) => problem.field === field)?.text
  return (
    <>
      <Breadcrumbs
        items={[
          hasInbox
            ? { href: localPath(lang, '/lam-viec'), text: officeText[lang].case.inbox }
            : { href: localPath(lang, '/lam-viec/quan-tri'), text: officeText[lang].notYours.admin },
        ]}
        current={words.title}
      />
      <ErrorSummary problems={problems} />
      {done !== null && (
        <Notice tone="ok" live>
          <p>{words.done(done)}</p>
        </Notice>
      )}
      <PageHead title={words.title} lead={words.lead} />
      <form method="get" action={localPath(lang, HANDOVER)}>
        <Select
          name="from"
          label={words.fields.from}
          items={officers.map((person) => ({ value: person.personId, text: person.name }))}
          value={chosen?.personId}
          error={at('from')}
          empty={words.choose}
        />
        <Button look="second">{words.show}</Button>
      </form>
      {chosen && held && held.total === 0 && <p>{words.nothing(chosen.name)}</p>}
      {chosen && held && held.total > 0 && (
        <section class="part">
          <h2>{words.holds(chosen.name, held.total)}</h2>
          <DataTable
            caption={words.holds(chosen.name, held.total)}
            captionHidden
            rowHeads
            head={[{ text: words.step }, { text: words.number, numeric: true }]}
            rows={petitionSteps
              .filter((step) => held.steps[step])
              .map((step) => ({ cells: [petitionText[lang].step[step], number(lang, held.steps[step]!)] }))}
          />
          <Form action={HANDOVER} lang={lang} csrf={csrf}>
            <input type="hidden" name="from" value={chosen.personId} />
            <Select
              name="to"
              label={words.fields.to}
              hint={words.toHint}
              items={takers
                .filter((person) => person.personId !== chosen.personId)
                .map((person) => ({ value: person.personId, text: person.name }))}
              value={to}
              error={at('to')}
              empty={words.unitDesk}
              required={false}
            />
            <Button>{words.submit}</Button>
          </Form>
        </section>
      )}
    </>
  )
}
