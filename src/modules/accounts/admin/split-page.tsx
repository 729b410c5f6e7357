import { number, shortDate } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Button, DataTable, Form, Notice, Select } from '../../../ui/index.ts'
import type { Hamlet, StaffMember, Unit } from '../accounts.ts'
import { errorAt, type FormProblem } from '../form-problems.ts'
import type { UnitSplit } from '../unit-splits.ts'
import { ADMIN, AdminFrame } from './admin-pages.tsx'
import { text } from './text.ts'
import { type Typed, typedAt } from './typed.ts'

/** What one unit will receive. */
export interface SplitShare {
  unit: Unit
  hamlets: number
  people: number
  cases: number
}

interface SplitPageProps {
  lang: Lang
  csrf: string
  unit: Unit
  units: readonly Unit[]
  hamlets: readonly Hamlet[]
  people: readonly StaffMember[]
  split: UnitSplit
  /** Empty while the unit has no last day and general successor. */
  shares: readonly SplitShare[]
  /** The day has come: what moved is not called back. */
  isOver: boolean
  saved: boolean
  problems?: readonly FormProblem[]
  typed?: Typed | undefined
}

/** Which hamlets and people of a unit go to another one than the general successor, and what each will receive. */
export function SplitPage(props: SplitPageProps) {
  const { lang, unit, units, shares, saved, problems = [], isOver } = props
  const words = text[lang].split
  const general = units.find(({ id }) => id === unit.successorId)
  return (
    <AdminFrame
      lang={lang}
      title={words.title(unit.shortName)}
      problems={problems}
      saved={saved}
      crumbs={[
        { href: `${ADMIN}/don-vi`, text: text[lang].units.title },
        { href: `${ADMIN}/don-vi/${unit.id}`, text: unit.shortName },
      ]}
    >
      <p>{words.lead}</p>
      {!general || !unit.validTo ? (
        <Notice tone="soon" title={words.needsEnd}>
          <p>
            <a href={localPath(lang, `${ADMIN}/don-vi/${unit.id}`)}>{words.toUnit}</a>
          </p>
        </Notice>
      ) : (
        <>
          <p>{words.general(general.name, shortDate(unit.validTo), unit.endingDecision ?? '')}</p>
          <Preview lang={lang} shares={shares} />
          {isOver ? <p>{words.over}</p> : <SplitForm {...props} general={general} />}
        </>
      )}
    </AdminFrame>
  )
}

function Preview({ lang, shares }: { lang: Lang; shares: readonly SplitShare[] }) {
  const words = text[lang].split
  return (
    <DataTable
      caption={words.preview}
      rowHeads
      stack
      head={[
        { text: words.unit },
        { text: words.cases, numeric: true },
        { text: words.people, numeric: true },
        { text: words.hamlets, numeric: true },
      ]}
      rows={shares.map(({ unit, cases, people, hamlets }) => ({
        cells: [unit.name, number(lang, cases), number(lang, people), number(lang, hamlets)],
      }))}
    />
  )
}

function SplitForm({ lang, csrf, unit, units, hamlets, people, split, problems = [], typed, general }: SplitPageProps & { general: Unit }) {
  const words = text[lang].split
  const items = units.filter(({ id }) => id !== unit.id && id !== general.id).map(({ id, name }) => ({ value: id, text: name }))
  const choice = (kind: 'hamlet' | 'person', id: string, label: string, kept: string | undefined) => {
    const name = `${kind}.${id}`
    return (
      <Select
        key={name}
        name={name}
        label={label}
        items={items}
        value={typedAt(typed, name, kept ?? '')}
        error={errorAt(problems, name)}
        empty={words.asGeneral(general.shortName)}
        required={false}
      />
    )
  }
  return (
    <Form action={`${ADMIN}/don-vi/${unit.id}/chia-tach`} lang={lang} csrf={csrf}>
      <h2>{words.hamletsTitle}</h2>
      {hamlets.length === 0 && <p class="muted">{words.noHamlets}</p>}
      {hamlets.map(({ id, name }) => choice('hamlet', id, name, split.hamlets.get(id)))}
      <h2>{words.peopleTitle}</h2>
      {people.length === 0 && <p class="muted">{words.noPeople}</p>}
      {people.map(({ personId, name }) => choice('person', personId, name, split.people.get(personId)))}
      <Button>{words.save}</Button>
    </Form>
  )
}
