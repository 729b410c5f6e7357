import type { ComponentChildren } from 'preact'
import type { CivilDate } from '../../../../shared/civil-date.ts'
import type { FormRefusal } from '../../../../shared/form-refusal.ts'
import { longInstant, shortDate } from '../../../../shared/format.ts'
import { encodeCursor } from '../../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, ButtonLink, ErrorSummary, Notice, PageHead, Pager, Prose, SummaryList, Tag } from '../../../../ui/index.ts'
import { paths } from '../../paths.ts'
import { isLate, isShown } from '../../rules.ts'
import type { TaskAct } from '../../task-lifecycle.ts'
import { text as verdictsText } from '../../verdicts/text.ts'
import { figureText } from '../figure-text.ts'
import { text } from '../text.ts'
import { NOTES, type TaskView } from '../view-task.ts'
import { ActForm } from './act-forms.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { TaskHistory } from './task-history.tsx'

export interface TaskPageProps {
  lang: Lang
  csrf: string
  view: TaskView
  acts: readonly TaskAct[]
  /** What this person might do but for a bar, with its code. */
  barred: readonly { act: TaskAct; code: string }[]
  today: CivilDate
  attempt?: { act: TaskAct; refusal: FormRefusal; happened: string | null } | undefined
  /** The act that was done just now. */
  done?: TaskAct | undefined
  /** This person is in charge: the way back leads to the own list. */
  isOwn: boolean
  /** A verdict of the Front or of the inspectorate can be recorded now, by this person. */
  mayRecord: boolean
}

/** An item at an officer's desk. */
export function TaskPage(props: TaskPageProps) {
  const { lang, csrf, view, acts, barred, today, attempt, done, isOwn, mayRecord } = props
  const { task } = view
  const words = text[lang]
  const { page } = words
  // Nothing to open or to take back: no form for it.
  const standing = view.evidence.filter(({ removedAt }) => removedAt === null)
  const waiting = standing.some(({ file }) => file !== null && file.stored.visibility !== 'public')
  const shownActs = acts.filter((act) => (act === 'openFile' ? waiting : act !== 'removeEvidence' || standing.length > 0))
  const late = isLate(task, today)
  const problems = (attempt?.refusal.problems ?? []).map(({ field, text }) => ({ field: field && `${attempt!.act}-${field}`, text }))
  return (
    <>
      <Breadcrumbs
        items={[
          isOwn
            ? { href: localPath(lang, paths.own), text: words.own.title }
            : { href: localPath(lang, paths.ofUnit), text: words.ofUnit.title },
          { href: localPath(lang, paths.officeOne(task.programme.slug)), text: task.programme.title },
        ]}
      />
      <PageHead
        title={task.title}
        meta={task.code}
        tags={
          <>
            <Tag>{words.kind[task.kind]}</Tag> <Tag tone={task.status === 'done' ? 'ok' : 'neutral'}>{words.status[task.status]}</Tag>
            {late && <Tag tone="late">{page.late}</Tag>}
          </>
        }
      />
      <ErrorSummary problems={problems} />
      {attempt?.happened && <Notice tone="soon">{attempt.happened}</Notice>}
      {done && (
        <Notice tone="ok" live>
          {page.done(words.act[done])}
        </Notice>
      )}
      {task.details && <Prose text={task.details} />}
      <Facts lang={lang} view={view} late={late} />
      {isShown(task.programme) && task.status !== 'draft' && (
        <p>
          <a href={localPath(lang, paths.task(task.code))}>{page.publicPage}</a>
          {' · '}
          <a href={localPath(lang, `${paths.officeTask(task.code)}/nhan-xet`)}>{verdictsText[lang].office.title}</a>
        </p>
      )}
      <h2>{page.sentences}</h2>
      {view.sentences.length === 0 && <p class="muted">{page.noSentence}</p>}
      {view.sentences.map((sentence) => (
        <blockquote>
          <p>{sentence.text ?? page.lostSentence}</p>
          <p class="small">
            <a href={localPath(lang, sentence.href)}>{sentence.document}</a>
          </p>
        </blockquote>
      ))}
      <h2>{page.acts}</h2>
      {mayRecord && (
        <p>
          <ButtonLink href={localPath(lang, `${paths.officeTask(task.code)}/nhan-xet`)}>{verdictsText[lang].office.submit}</ButtonLink>
        </p>
      )}
      {acts.length === 0 && barred.length === 0 && !mayRecord && <p>{page.noActs}</p>}
      {barred.map(({ code }) => (
        <p>{page.barred[code] ?? words.errors[code]}</p>
      ))}
      <div class="acts part">
        {shownActs.map((act) => (
          <ActForm lang={lang} csrf={csrf} view={view} act={act} refusal={attempt?.act === act ? attempt.refusal : undefined} />
        ))}
      </div>
      <EvidenceList lang={lang} evidence={view.evidence} />
      <Notes lang={lang} view={view} />
      <TaskHistory lang={lang} view={view} />
    </>
  )
}

function Facts({ lang, view, late }: { lang: Lang; view: TaskView; late: boolean }) {
  const { task, needs } = view
  const { page, fields, every } = text[lang]
  const row = (key: string, value: ComponentChildren) => ({ key, value })
  const measured = (value: string | null) => (value === null ? page.none : `${figureText(lang, value)} ${task.unitOfMeasure ?? ''}`.trim())
  const links = (items: TaskView['needs']['needs']) => (
    <ul>
      {items.map(({ code, title, status }) => (
        <li>
          <a href={localPath(lang, paths.officeTask(code))}>
            {code}: {title}
          </a>{' '}
          ({text[lang].status[status]})
        </li>
      ))}
    </ul>
  )
  const { saidDone, saidPartly, saidNot } = task
  return (
    <SummaryList
      rows={[
        row(page.lead, view.unitName ?? page.nobody),
        row(fields['personId']!, view.personName ?? page.nobody),
        ...(view.partners.length > 0 ? [row(page.partners, view.partners.join('; '))] : []),
        row(
          page.due,
          <>
            {task.dueOn ? shortDate(task.dueOn) : (task.dueWords ?? page.noDue)}
            {late && task.lateFrom && <> ({page.lateSince(shortDate(task.lateFrom))})</>}
          </>,
        ),
        ...(task.every ? [row(fields['every']!, every[task.every])] : []),
        ...(task.target !== null || task.indicator
          ? [row(page.target, `${task.indicator ? `${task.indicator}: ` : ''}${measured(task.target)}`)]
          : []),
        ...(task.reached === null ? [] : [row(page.reached, measured(task.reached))]),
        ...(view.carries
          ? [row(page.carries, <a href={localPath(lang, paths.officeTask(view.carries.code))}>{view.carries.title}</a>)]
          : []),
        ...(needs.needs.length > 0 ? [row(page.needs, links(needs.needs))] : []),
        ...(needs.neededBy.length > 0 ? [row(page.neededBy, links(needs.neededBy))] : []),
        ...(saidDone + saidPartly + saidNot > 0
          ? [row(page.saying, `${page.saidDone}: ${saidDone}; ${page.saidPartly}: ${saidPartly}; ${page.saidNot}: ${saidNot}`)]
          : []),
      ]}
    />
  )
}

function Notes({ lang, view }: { lang: Lang; view: TaskView }) {
  const { page, audience } = text[lang]
  const notes = view.notes.slice(0, NOTES)
  const last = notes.at(-1)
  const next = view.notes.length > NOTES && last ? encodeCursor([last.at.toISOString(), last.id]) : null
  return (
    <section class="part" aria-labelledby="notes-title">
      <h2 id="notes-title">{page.notes}</h2>
      {notes.length === 0 && <p class="muted">{page.noNotes}</p>}
      {notes.map((note) => (
        <article>
          <p class="small muted">
            {longInstant(lang, note.at)}
            {note.personName && <>, {note.personName}</>} · {audience[note.audience]}
            {note.reached !== null && (
              <>
                {' '}
                · {page.reached}: {figureText(lang, note.reached)}
              </>
            )}
          </p>
          <Prose text={note.words} />
        </article>
      ))}
      <Pager
        next={
          next
            ? {
                href: `${localPath(lang, paths.officeTask(view.task.code))}?${new URLSearchParams({ sau: next })}#notes-title`,
                text: page.olderNotes,
              }
            : undefined
        }
      />
    </section>
  )
}
