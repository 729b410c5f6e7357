import type { CivilDate } from '../../../shared/civil-date.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Button, Checkboxes, DataTable, Form, Select, Tag, TextField } from '../../../ui/index.ts'
import { roles, type Unit } from '../accounts.ts'
import { errorAt, type FormProblem } from '../form-problems.ts'
import type { StaffRecord } from '../staff-repository.ts'
import { text as accountsText } from '../text.ts'
import { ADMIN, AdminFrame } from './admin-pages.tsx'
import { text } from './text.ts'
import { type Typed, typedAt } from './typed.ts'

interface Common {
  lang: Lang
  csrf: string
  units: readonly Unit[]
  today: CivilDate
  saved: boolean
  problems?: readonly FormProblem[]
  typed?: Typed | undefined
}

function StateTag({ lang, person, today }: { lang: Lang; person: StaffRecord; today: CivilDate }) {
  const words = text[lang].people
  if (person.deactivatedAt) return <Tag tone="late">{words.closed}</Tag>
  if (person.validTo && person.validTo < today) return <Tag>{words.over}</Tag>
  if (person.validFrom > today) return <Tag>{words.notYet}</Tag>
  return <Tag tone="ok">{words.active}</Tag>
}

export function PeoplePage({ lang, csrf, people, units, today, saved, problems = [], typed }: Common & { people: readonly StaffRecord[] }) {
  const words = text[lang].people
  const { fields, roles: roleNames } = accountsText[lang]
  return (
    <AdminFrame lang={lang} title={words.title} problems={problems} saved={saved}>
      <DataTable
        caption={words.title}
        captionHidden
        dense
        rowHeads
        head={[{ text: words.name }, { text: words.username }, { text: words.roles }, { text: words.unit }, { text: words.state }]}
        rows={people.map((person) => ({
          cells: [
            <a href={localPath(lang, `${ADMIN}/nguoi-dung/${person.personId}`)}>{person.name}</a>,
            person.username,
            person.roles.map((role) => roleNames[role]).join(', '),
            units.find((unit) => unit.id === person.unitId)?.shortName ?? '',
            <>
              <StateTag lang={lang} person={person} today={today} />{' '}
              {person.passwordIsTemporary && <Tag tone="soon">{words.temporary}</Tag>}
            </>,
          ],
        }))}
      />
      <h2>{words.addTitle}</h2>
      <Form action={`${ADMIN}/nguoi-dung`} lang={lang} csrf={csrf}>
        <TextField
          name="name"
          label={fields['name']!}
          value={typedAt(typed, 'name')}
          error={errorAt(problems, 'name')}
          autocomplete="off"
        />
        <TextField
          name="username"
          label={fields['username']!}
          hint={words.usernameHint}
          value={typedAt(typed, 'username')}
          error={errorAt(problems, 'username')}
          autocomplete="off"
          width={20}
          exact
        />
        <EmailField lang={lang} problems={problems} value={typedAt(typed, 'email')} />
        <PlaceFields
          lang={lang}
          units={units}
          problems={problems}
          typed={typed}
          place={{ roles: [], unitId: null, validFrom: today, validTo: null }}
        />
        <Button>{words.add}</Button>
      </Form>
    </AdminFrame>
  )
}

function EmailField({ lang, problems, value }: { lang: Lang; problems: readonly FormProblem[]; value: string }) {
  return (
    <TextField
      name="email"
      type="email"
      label={accountsText[lang].fields['email']!}
      hint={text[lang].people.emailHint}
      value={value}
      error={errorAt(problems, 'email')}
      autocomplete="off"
      required={false}
    />
  )
}

interface PlaceFieldsProps {
  lang: Lang
  units: readonly Unit[]
  problems: readonly FormProblem[]
  typed: Typed | undefined
  place: Pick<StaffRecord, 'roles' | 'unitId' | 'validFrom' | 'validTo'>
}

function PlaceFields({ lang, units, problems, typed, place }: PlaceFieldsProps) {
  const words = text[lang].people
  const { fields, roles: roleNames } = accountsText[lang]
  const ticked = typed ? [typed['roles'] ?? []].flat().filter((role) => typeof role === 'string') : place.roles
  return (
    <>
      <Checkboxes
        name="roles"
        label={fields['roles']!}
        items={roles.map((role) => ({ value: role, text: roleNames[role] }))}
        values={ticked}
        error={errorAt(problems, 'roles')}
      />
      <Select
        name="unitId"
        label={fields['unitId']!}
        items={units.map(({ id, name }) => ({ value: id, text: name }))}
        value={typedAt(typed, 'unitId', place.unitId ?? '')}
        error={errorAt(problems, 'unitId')}
        empty={words.noUnit}
      />
      <TextField
        name="validFrom"
        type="date"
        label={fields['validFrom']!}
        value={typedAt(typed, 'validFrom', place.validFrom)}
        error={errorAt(problems, 'validFrom')}
        width={10}
      />
      <TextField
        name="validTo"
        type="date"
        label={fields['validTo']!}
        hint={words.validToHint}
        value={typedAt(typed, 'validTo', place.validTo ?? '')}
        error={errorAt(problems, 'validTo')}
        width={10}
        required={false}
      />
    </>
  )
}

interface OnePerson {
  person: StaffRecord
  /** What the person has in hand, and where it is handed over. */
  openWork: { count: number; href: string }
}

export function PersonPage({ lang, csrf, person, openWork, units, today, saved, problems = [], typed }: Common & OnePerson) {
  const words = text[lang].people
  const address = `${ADMIN}/nguoi-dung/${person.personId}`
  const act = (path: string, label: string, hint: string, danger = false) => (
    <Form action={`${address}/${path}`} lang={lang} csrf={csrf}>
      <p>{hint}</p>
      <Button look={danger ? 'danger' : 'second'}>{label}</Button>
    </Form>
  )
  return (
    <AdminFrame
      lang={lang}
      title={person.name}
      problems={problems}
      saved={saved}
      crumbs={[{ href: `${ADMIN}/nguoi-dung`, text: words.title }]}
    >
      <p>
        {words.username}: <b>{person.username}</b> <StateTag lang={lang} person={person} today={today} />
      </p>
      {openWork.count > 0 && (
        <p>
          {words.openWork(openWork.count)} <a href={localPath(lang, openWork.href)}>{words.handOver}</a>
        </p>
      )}
      <h2>{words.place}</h2>
      <Form action={address} lang={lang} csrf={csrf}>
        <TextField
          name="name"
          label={accountsText[lang].fields['name']!}
          value={typedAt(typed, 'name', person.name)}
          error={errorAt(problems, 'name')}
          autocomplete="off"
        />
        <EmailField lang={lang} problems={problems} value={typedAt(typed, 'email', person.email ?? '')} />
        <PlaceFields lang={lang} units={units} problems={problems} typed={typed} place={person} />
        <Button>{text[lang].save}</Button>
      </Form>
      <h2>{words.security}</h2>
      {act('mat-khau', words.resetPassword, words.resetPasswordHint)}
      {person.twoFactor && act('ma-xac-nhan', words.resetTwoFactor, words.resetTwoFactorHint)}
      {person.deactivatedAt ? act('mo-lai', words.open, words.openHint) : act('ngung', words.close, words.closeHint, true)}
    </AdminFrame>
  )
}
