import type { CivilDate } from '../../../shared/civil-date.ts'
import { shortDate } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import {
  Breadcrumbs,
  Button,
  Checkbox,
  DataTable,
  ErrorSummary,
  Form,
  Notice,
  PageHead,
  Select,
  Tag,
  TextField,
} from '../../../ui/index.ts'
import type { StaffMember } from '../accounts.ts'
import { text as adminText } from '../admin/text.ts'
import { type Typed, typedAt } from '../admin/typed.ts'
import { errorAt, type FormProblem } from '../form-problems.ts'
import { text as accountsText } from '../text.ts'
import type { Delegation } from './delegations.ts'
import { text } from './text.ts'

export const DELEGATIONS = '/lam-viec/uy-quyen'

interface Props {
  lang: Lang
  csrf: string
  /** Where the reader comes from: the administrator has no inbox. */
  back: { href: string; text: string }
  delegations: readonly Delegation[]
  names: ReadonlyMap<string, string>
  deputies: readonly StaffMember[]
  today: CivilDate
  saved: boolean
  problems?: readonly FormProblem[]
  typed?: Typed | undefined
}

export function DelegationsPage({ lang, csrf, back, delegations, names, deputies, today, saved, problems = [], typed }: Props) {
  const words = text[lang]
  const { fields } = accountsText[lang]
  const box = (name: string, otherwise = '') => ({
    name,
    label: fields[name] ?? name,
    value: typedAt(typed, name, otherwise),
    error: errorAt(problems, name),
  })
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, back.href), text: back.text }]} current={words.title} />
      <ErrorSummary problems={problems} />
      {saved && problems.length === 0 && (
        <Notice tone="ok" live>
          {adminText[lang].saved}
        </Notice>
      )}
      <PageHead title={words.title} lead={words.lead} />
      {delegations.length > 0 ? (
        <DataTable
          caption={words.title}
          captionHidden
          stack
          head={[words.who, words.days, words.what, fields['documentNumber'] ?? '', words.state].map((name) => ({ text: name }))}
          rows={delegations.map((delegation) => ({
            cells: [
              names.get(delegation.toPerson) ?? '',
              `${shortDate(delegation.fromOn)} – ${shortDate(delegation.toOn)}`,
              delegation.complaints ? words.all : words.noComplaints,
              delegation.documentNumber,
              <State lang={lang} csrf={csrf} delegation={delegation} today={today} />,
            ],
          }))}
        />
      ) : (
        <p>{words.none}</p>
      )}
      <h2>{words.add}</h2>
      <Form action={DELEGATIONS} lang={lang} csrf={csrf}>
        <Select
          {...box('toPerson')}
          items={deputies.map(({ personId, name }) => ({ value: personId, text: name }))}
          empty
          hint={words.whoHint}
        />
        <TextField {...box('fromOn', today)} type="date" width={10} />
        <TextField {...box('toOn')} type="date" width={10} />
        <TextField {...box('documentNumber')} maxlength={100} />
        <Checkbox
          name="complaints"
          label={fields['complaints']!}
          hint={words.complaintsHint}
          error={errorAt(problems, 'complaints')}
          checked={typedAt(typed, 'complaints') !== ''}
        />
        <Button>{words.submit}</Button>
      </Form>
    </>
  )
}

function State({ lang, csrf, delegation, today }: { lang: Lang; csrf: string; delegation: Delegation; today: CivilDate }) {
  const words = text[lang]
  if (delegation.endedOn) return <Tag>{words.ended}</Tag>
  if (delegation.toOn < today) return <Tag>{words.over}</Tag>
  return (
    <>
      <Tag tone={delegation.fromOn <= today ? 'ok' : 'soon'}>{delegation.fromOn <= today ? words.inForce : words.later}</Tag>
      <Form action={`${DELEGATIONS}/${delegation.id}/ket-thuc`} lang={lang} csrf={csrf}>
        <Button look="quiet" small>
          {words.end}
        </Button>
      </Form>
    </>
  )
}
