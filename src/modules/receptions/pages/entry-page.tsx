import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { longInstant } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import {
  Breadcrumbs,
  Button,
  Details,
  ErrorSummary,
  Form,
  Notice,
  PageHead,
  SummaryList,
  Tag,
  TextArea,
  Timeline,
} from '../../../ui/index.ts'
import type { Entry as HistoryEntry } from '../../history/index.ts'
import { type BookRow, columnsOf } from '../book-rows.ts'
import { type Entry, numberOf } from '../entry.ts'
import { personFields } from '../fields.ts'
import type { ReceptionAct } from '../lifecycle.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { EntryForm } from './entry-form.tsx'

export interface EntryPageProps {
  lang: Lang
  csrf: string
  row: BookRow
  /** First visit about the same matter; null when this is it. */
  root: Entry | null
  /** Where the case behind it is opened. */
  caseHref: string | null
  history: readonly HistoryEntry[]
  acts: readonly ReceptionAct[]
  attempt?: { act: ReceptionAct; refusal: FormRefusal } | undefined
  done?: 'saved' | 'done' | undefined
}

/** One line of the book with its twelve columns, its history, and what may be done with it. */
export function EntryPage(props: EntryPageProps) {
  const { lang, row, root, caseHref, acts, attempt, done } = props
  const { entry, book, form, occasion } = text[lang]
  const columns = columnsOf(lang, row)
  const { follow } = row
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.book), text: book.title }]} current={numberOf(row.entry)} />
      <ErrorSummary problems={attempt?.refusal.problems ?? []} />
      {done && (
        <Notice tone="ok" live>
          <p>{entry[done]}</p>
        </Notice>
      )}
      <PageHead
        title={entry.title(numberOf(row.entry))}
        tags={<Tag>{occasion[row.entry.occasion]}</Tag>}
        meta={root ? <a href={localPath(lang, paths.one(root))}>{entry.repeated(numberOf(root))}</a> : entry.firstVisit}
      />
      {follow && caseHref && (
        <p>
          <a href={localPath(lang, caseHref)}>{entry.followsCase(follow.code)}</a>
        </p>
      )}
      {row.entry.matterType === 'appointment' && <p class="muted">{entry.ofAppointment}</p>}
      <SummaryList rows={form.columns.map((name, i) => ({ key: `(${i + 1}) ${name}`, value: columns[i] || '–' }))} />
      {acts.includes('correct') && <Correction {...props} />}
      {acts.includes('erase') && <Erasure {...props} />}
      <History {...props} />
    </>
  )
}

function Correction({ lang, csrf, row, root, attempt }: EntryPageProps) {
  const { entry } = row
  const refusal = attempt?.act === 'correct' ? attempt.refusal : undefined
  const known = {
    receivedOn: entry.receivedOn,
    occasion: entry.occasion,
    classification: entry.classification,
    people: String(entry.people),
    previous: root ? numberOf(root) : '',
    settledBy: entry.settledBy ?? '',
    competent: String(entry.competent),
    guidedTo: entry.guidedTo ?? '',
    guidedDocument: entry.guidedDocument ?? '',
    transferredTo: entry.transferredTo ?? '',
    transferredDocument: entry.transferredDocument ?? '',
    name: row.person?.name ?? '',
    address: row.person?.address ?? '',
    identity: row.person?.identity ?? '',
    representatives: row.person?.representatives ?? '',
    summary: row.words?.summary ?? '',
    followUp: row.words?.followUp ?? '',
  }
  return (
    <Details summary={text[lang].entry.correctTitle} open={refusal !== undefined}>
      <EntryForm
        lang={lang}
        csrf={csrf}
        action={`${paths.one(entry)}/correct`}
        known={known}
        hidden={{ version: String(entry.version) }}
        refusal={refusal}
        ofCase={row.follow !== null}
        asksReason
      />
    </Details>
  )
}

function Erasure({ lang, csrf, row, attempt }: EntryPageProps) {
  const words = text[lang].entry
  const refusal = attempt?.act === 'erase' ? attempt.refusal : undefined
  return (
    <Details summary={words.eraseTitle} open={refusal !== undefined}>
      <Form action={`${paths.one(row.entry)}/erase`} lang={lang} csrf={csrf}>
        <input type="hidden" name="version" value={String(row.entry.version)} />
        <TextArea
          name="reason"
          label={text[lang].fields['reason']!}
          hint={words.hints.erase}
          rows={2}
          value={typedOr(refusal, 'reason')}
          error={problemAt(refusal, 'reason')}
        />
        <Button look="danger">{words.erase}</Button>
      </Form>
    </Details>
  )
}

/** Earlier texts of who came are for those who may read who came. */
function History({ lang, row, history }: EntryPageProps) {
  const { entry, event, fields, role } = text[lang]
  const hidden: readonly string[] = row.readsPeople ? [] : [...personFields, ...(row.words ? [] : ['summary', 'followUp', 'reason'])]
  return (
    <>
      <h2>{entry.history}</h2>
      <Timeline
        items={history.toReversed().map((item) => ({
          title: event[item.type] ?? item.type,
          when: `${longInstant(lang, item.at)} · ${role[item.actorRole ?? ''] ?? entry.wrote}`,
          dateTime: item.at.toISOString(),
          children: Object.entries(item.words)
            .filter(([field]) => !hidden.includes(field))
            .map(([field, words]) => (
              <p>
                <span class="muted">{field === 'reason' ? `${fields['reason']}:` : entry.earlier(fields[field] ?? field)}</span>{' '}
                <bdi>{words}</bdi>
              </p>
            )),
        }))}
      />
    </>
  )
}
