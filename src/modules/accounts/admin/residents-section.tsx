import { number, shortDate } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import { Button, DataTable, Form, TextField } from '../../../ui/index.ts'
import { errorAt, type FormProblem } from '../form-problems.ts'
import type { ResidentCount } from '../resident-repository.ts'
import { text as accountsText } from '../text.ts'
import { ADMIN } from './admin-pages.tsx'
import { text } from './text.ts'
import { type Typed, typedAt } from './typed.ts'

interface ResidentsSectionProps {
  lang: Lang
  csrf: string
  unitId: string
  counts: readonly ResidentCount[]
  problems: readonly FormProblem[]
  typed: Typed | undefined
}

/** Counts of a unit's residents, each with its day and source; a new one never overwrites an older day. */
export function ResidentsSection({ lang, csrf, unitId, counts, problems, typed }: ResidentsSectionProps) {
  const words = text[lang].residents
  const { fields } = accountsText[lang]
  return (
    <section class="part">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {counts.length > 0 && (
        <DataTable
          caption={words.title}
          captionHidden
          stack
          rowHeads
          head={[{ text: fields['countedOn']! }, { text: fields['residents']!, numeric: true }, { text: fields['source']! }]}
          rows={counts.map((count) => ({
            cells: [shortDate(count.validFrom), number(lang, count.residents), count.source ?? words.noSource],
          }))}
        />
      )}
      <Form action={`${ADMIN}/don-vi/${unitId}/so-dan`} lang={lang} csrf={csrf}>
        <TextField
          name="residents"
          label={fields['residents']!}
          inputmode="numeric"
          value={typedAt(typed, 'residents')}
          error={errorAt(problems, 'residents')}
          width={10}
        />
        <TextField
          name="countedOn"
          type="date"
          label={fields['countedOn']!}
          value={typedAt(typed, 'countedOn')}
          error={errorAt(problems, 'countedOn')}
          width={10}
        />
        <TextField
          name="source"
          label={fields['source']!}
          hint={words.sourceHint}
          value={typedAt(typed, 'source')}
          error={errorAt(problems, 'source')}
        />
        <Button>{words.add}</Button>
      </Form>
    </section>
  )
}
