import type { CivilDate } from '../../../shared/civil-date.ts'
import { number, shortDate } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Button, DataTable, Form, Select, TextField } from '../../../ui/index.ts'
import { type Unit, unitKinds } from '../accounts.ts'
import { errorAt, type FormProblem } from '../form-problems.ts'
import type { ResidentCount } from '../resident-repository.ts'
import { text as accountsText } from '../text.ts'
import { ADMIN, AdminFrame } from './admin-pages.tsx'
import { ResidentsSection } from './residents-section.tsx'
import { text } from './text.ts'
import { type Typed, typedAt } from './typed.ts'

interface Common {
  lang: Lang
  csrf: string
  units: readonly Unit[]
  saved: boolean
  problems?: readonly FormProblem[]
  typed?: Typed | undefined
}

export function UnitsPage({ lang, csrf, units, saved, problems = [], typed, today }: Common & { today: CivilDate }) {
  const words = text[lang].units
  const { fields, unitKinds: kinds } = accountsText[lang]
  const nameOf = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? ''
  return (
    <AdminFrame lang={lang} title={words.title} problems={problems} saved={saved}>
      <DataTable
        caption={words.title}
        captionHidden
        dense
        rowHeads
        head={[
          { text: words.name },
          { text: words.kind },
          { text: fields['population']!, numeric: true },
          { text: words.from },
          { text: words.to },
          { text: words.successor },
        ]}
        rows={units.map((unit) => ({
          cells: [
            <a href={localPath(lang, `${ADMIN}/don-vi/${unit.id}`)}>{unit.name}</a>,
            kinds[unit.kind],
            unit.population === null ? '' : number(lang, unit.population),
            shortDate(unit.validFrom),
            unit.validTo ? shortDate(unit.validTo) : words.noEnd,
            nameOf(unit.successorId),
          ],
        }))}
      />
      <h2>{words.addTitle}</h2>
      <Form action={`${ADMIN}/don-vi`} lang={lang} csrf={csrf}>
        <TextField name="name" label={words.name} value={typedAt(typed, 'name')} error={errorAt(problems, 'name')} />
        <TextField
          name="shortName"
          label={fields['shortName']!}
          value={typedAt(typed, 'shortName')}
          error={errorAt(problems, 'shortName')}
          width={20}
        />
        <Select
          name="kind"
          label={fields['kind']!}
          items={unitKinds.map((kind) => ({ value: kind, text: kinds[kind] }))}
          value={typedAt(typed, 'kind')}
          error={errorAt(problems, 'kind')}
          empty
        />
        <TextField
          name="validFrom"
          type="date"
          label={fields['validFrom']!}
          value={typedAt(typed, 'validFrom', today)}
          error={errorAt(problems, 'validFrom')}
          width={10}
        />
        <TextField
          name="population"
          label={fields['population']!}
          hint={words.populationHint}
          inputmode="numeric"
          value={typedAt(typed, 'population')}
          error={errorAt(problems, 'population')}
          width={10}
          required={false}
        />
        <Button>{words.add}</Button>
      </Form>
    </AdminFrame>
  )
}

export function UnitPage({
  lang,
  csrf,
  unit,
  units,
  residents,
  saved,
  problems = [],
  typed,
}: Common & { unit: Unit; residents: readonly ResidentCount[] }) {
  const words = text[lang].units
  const { fields } = accountsText[lang]
  return (
    <AdminFrame
      lang={lang}
      title={words.editTitle(unit.name)}
      problems={problems}
      saved={saved}
      crumbs={[{ href: `${ADMIN}/don-vi`, text: words.title }]}
    >
      <Form action={`${ADMIN}/don-vi/${unit.id}`} lang={lang} csrf={csrf}>
        <TextField name="name" label={words.name} value={typedAt(typed, 'name', unit.name)} error={errorAt(problems, 'name')} />
        <TextField
          name="shortName"
          label={fields['shortName']!}
          value={typedAt(typed, 'shortName', unit.shortName)}
          error={errorAt(problems, 'shortName')}
          width={20}
        />
        <h2>{words.endTitle}</h2>
        <TextField
          name="validTo"
          type="date"
          label={fields['validTo']!}
          hint={words.endHint}
          value={typedAt(typed, 'validTo', unit.validTo ?? '')}
          error={errorAt(problems, 'validTo')}
          width={10}
          required={false}
        />
        <Select
          name="successorId"
          label={fields['successorId']!}
          items={units.filter(({ id }) => id !== unit.id).map(({ id, name }) => ({ value: id, text: name }))}
          value={typedAt(typed, 'successorId', unit.successorId ?? '')}
          error={errorAt(problems, 'successorId')}
          hint={words.successorHint}
          empty={words.noSuccessor}
          required={false}
        />
        <TextField
          name="endingDecision"
          label={fields['endingDecision']!}
          hint={words.decisionHint}
          value={typedAt(typed, 'endingDecision', unit.endingDecision ?? '')}
          error={errorAt(problems, 'endingDecision')}
          width={20}
          required={false}
        />
        <Button>{text[lang].save}</Button>
      </Form>
      {unit.successorId && (
        <section class="part">
          <p>
            <a href={localPath(lang, `${ADMIN}/don-vi/${unit.id}/chia-tach`)}>{text[lang].split.link}</a>
          </p>
          <p class="muted">{text[lang].split.linkHint}</p>
        </section>
      )}
      <ResidentsSection lang={lang} csrf={csrf} unitId={unit.id} counts={residents} problems={problems} typed={typed} />
    </AdminFrame>
  )
}
