import { shortDate } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, DataTable, Details, ErrorSummary, Form, Notice, PageHead, TextArea, TextField } from '../../../ui/index.ts'
import type { FormProblem } from '../citizen/form-problems.ts'
import { caseAddress } from '../office/pages/inbox-address.ts'
import { text as officeText } from '../office/text.ts'
import type { Petition } from '../petition.ts'
import { text as petitionText } from '../text.ts'
import type { Party } from './behalf.ts'
import { type GroupChange, type GroupRole, groupRoles } from './group-input.ts'
import { text } from './text.ts'

/** What is about to be changed, and what was typed of it. */
export interface GroupForm {
  change: GroupChange
  role: GroupRole
  /** Null for somebody new. */
  party: Party | null
  typed: Readonly<Record<string, string>>
}

export interface GroupPageProps {
  lang: Lang
  csrf: string
  petition: Petition
  parties: readonly Party[]
  form: GroupForm | null
  problems: readonly FormProblem[]
  done: boolean
}

export const groupAddress = (lang: Lang, code: string) => `${caseAddress(lang, code)}/nhom`
const formAddress = (lang: Lang, code: string, change: GroupChange, { role, position }: Pick<Party, 'position'> & { role: string }) =>
  `${groupAddress(lang, code)}?viec=${change}&vai=${role}&so=${position}#form`

/** Who speaks for a group and who signed, each with what may be put right; the form for the one that was chosen. */
export function GroupPage(props: GroupPageProps) {
  const { lang, petition, parties, form, problems, done } = props
  const words = text[lang].group
  return (
    <>
      <Breadcrumbs
        items={[
          { href: localPath(lang, '/lam-viec'), text: officeText[lang].case.inbox },
          { href: caseAddress(lang, petition.code), text: petition.code },
        ]}
        current={words.title}
      />
      <ErrorSummary problems={problems} />
      <PageHead title={words.title} lead={words.lead} />
      {done && problems.length === 0 && <Notice tone="ok">{words.done}</Notice>}
      {form && <ChangeForm {...props} form={form} />}
      {groupRoles.map((role) => (
        <section class="part">
          <h2>{words.people[role]}</h2>
          {role === 'spokesperson' && <p class="muted">{words.filer}</p>}
          <People lang={lang} code={petition.code} role={role} parties={parties.filter((party) => party.role === role)} />
          <p>
            <a href={formAddress(lang, petition.code, 'add', { role, position: 0 })}>{words.add[role]}</a>
          </p>
        </section>
      ))}
    </>
  )
}

interface PeopleProps {
  lang: Lang
  code: string
  role: GroupRole
  parties: readonly Party[]
}

function People({ lang, code, role, parties }: PeopleProps) {
  const { group: words, until } = text[lang]
  const standing = parties.filter(({ endedOn }) => endedOn === null)
  const ended = parties.filter(({ endedOn }) => endedOn !== null)
  const changes: readonly GroupChange[] = role === 'signer' ? ['correct', 'remove'] : ['correct', 'replace', 'remove']
  const nameOf = (change: GroupChange) => (change === 'remove' ? words.remove[role] : words.change[change])
  return (
    <>
      <DataTable
        caption={words.people[role]}
        captionHidden
        stack
        rowHeads
        empty={<p>{words.none[role]}</p>}
        head={[{ text: words.head.name }, { text: words.head.contact }, { text: words.head.acts }]}
        rows={standing.map((party) => ({
          cells: [
            <bdi class="prose">{party.name}</bdi>,
            <bdi class="prose">{contactOf(party)}</bdi>,
            changes.map((change, i) => (
              <>
                {i > 0 && ' · '}
                <a href={formAddress(lang, code, change, party)}>
                  {nameOf(change)} <span class="govuk-visually-hidden">{party.name}</span>
                </a>
              </>
            )),
          ],
        }))}
      />
      {ended.length > 0 && (
        <Details summary={`${words.remove[role]}: ${ended.length}`}>
          <ul>
            {ended.map((party) => (
              <li>
                <bdi>{party.name}</bdi>
                <span class="muted"> · {until(shortDate(party.endedOn!))}</span>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

const contactOf = ({ address, phone, identityNumber }: Party) => [address, phone, identityNumber].filter(Boolean).join(' · ') || '–'

function ChangeForm({ lang, csrf, petition, form, problems }: GroupPageProps & { form: GroupForm }) {
  const words = text[lang].group
  const labels = { ...petitionText[lang].fields, ...text[lang].fields }
  const { change, role, party, typed } = form
  const error = (name: string) => problems.find((problem) => problem.field === name)?.text
  const asItStands = change === 'correct' ? party : null
  const field = (name: 'name' | 'address' | 'phone' | 'identityNumber') => ({
    name,
    label: petitionText[lang].fields[name]!,
    value: typed[name] ?? asItStands?.[name] ?? '',
    error: error(name),
    autocomplete: 'off' as const,
  })
  const title = change === 'add' ? words.add[role] : change === 'remove' ? words.remove[role] : words.change[change]
  return (
    <section class="card" id="form" aria-labelledby="form-title">
      <h2 id="form-title">
        {title}
        {party && (
          <>
            : <bdi>{party.name}</bdi>
          </>
        )}
      </h2>
      <p>{words.formLead[change]}</p>
      <Form action={groupAddress(lang, petition.code)} csrf={csrf}>
        <input type="hidden" name="version" value={petition.version} />
        <input type="hidden" name="change" value={change} />
        <input type="hidden" name="role" value={role} />
        {party && <input type="hidden" name="position" value={party.position} />}
        {change !== 'remove' && (
          <>
            <TextField {...field('name')} maxlength={100} />
            <TextField {...field('address')} maxlength={300} required={false} />
            <TextField {...field('phone')} inputmode="tel" width={20} required={false} exact />
            <TextField {...field('identityNumber')} inputmode="numeric" width={20} required={false} exact />
          </>
        )}
        <TextArea
          name="reason"
          label={labels['reason']!}
          hint={words.reasonHint}
          value={typed['reason']}
          error={error('reason')}
          rows={3}
        />
        <Button>{title}</Button>
      </Form>
      <p>
        <a href={groupAddress(lang, petition.code)}>{words.cancel}</a>
      </p>
    </section>
  )
}
