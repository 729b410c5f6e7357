import { problemAt, typedListOr, typedOr } from '../../../../shared/form-refusal.ts'
import { Button, Checkboxes, Details, Form, TextArea, TextField } from '../../../../ui/index.ts'
import { TITLE_MAX } from '../../fields.ts'
import { paths } from '../../paths.ts'
import type { ProgrammeAct } from '../../programme-lifecycle.ts'
import { text } from '../text.ts'
import { ItemFields } from './item-fields.tsx'
import type { OnePageProps } from './one-page.tsx'

/** The form of one act, folded where it asks for something. */
export function ActForm(props: OnePageProps & { act: ProgrammeAct }) {
  const { lang, csrf, programme, act, attempt, agencies, units, people, goals } = props
  const { office, fields, act: actWords } = text[lang]
  const refusal = attempt?.act === act ? attempt.refusal : undefined
  const field = (name: string, value = '') => ({
    name,
    id: `${act}-${name}`,
    label: fields[name]!,
    value: typedOr(refusal, name, value),
    error: problemAt(refusal, name),
  })
  const asked = new Set(agencies.map((agency) => agency.programme.unitId))
  const free = units.filter(({ id }) => !asked.has(id))
  /** Nothing brings it back, so it takes two presses. */
  const isLast = act === 'discard' || act === 'end'
  const needsReason = act === 'return' || (act === 'addItems' && programme.status === 'published')
  const folded = needsReason || isLast || ['edit', 'addItems', 'cascade'].includes(act)
  const look = isLast ? 'danger' : folded ? 'second' : 'main'
  const form = (
    <Form action={paths.act(programme.slug, act)} lang={lang} csrf={csrf}>
      <input type="hidden" name="version" value={programme.version} />
      {(act === 'discard' || act === 'end') && <p>{office.last[act]}</p>}
      {act === 'edit' && (
        <>
          <TextField {...field('title', programme.title)} maxlength={TITLE_MAX} required />
          <TextField {...field('startsOn', programme.startsOn ?? '')} type="date" width={10} required={false} />
          <TextField {...field('endsOn', programme.endsOn ?? '')} type="date" width={10} required={false} />
        </>
      )}
      {act === 'addItems' && <ItemFields lang={lang} refusal={refusal} units={units} people={people} goals={goals} />}
      {act === 'cascade' && (
        <>
          <Checkboxes
            {...field('unitIds')}
            hint={office.cascadeHint}
            items={free.map(({ id, name }) => ({ value: id, text: name }))}
            values={typedListOr(refusal, 'unitIds')}
          />
          <TextField {...field('dueOn')} label={office.cascadeDue} type="date" width={10} required />
        </>
      )}
      {needsReason && (
        <TextArea {...field('reason')} {...(act === 'addItems' ? { id: 'reason' } : {})} hint={office.reasonHint} rows={3} required />
      )}
      <Button look={look}>{act === 'addItems' ? office.addOne : actWords[act]}</Button>
    </Form>
  )
  if (act === 'cascade' && free.length === 0) return <p>{office.allUnits}</p>
  return folded ? (
    <Details summary={act === 'addItems' ? office.addOne : actWords[act]} open={refusal !== undefined}>
      {form}
    </Details>
  ) : (
    form
  )
}
