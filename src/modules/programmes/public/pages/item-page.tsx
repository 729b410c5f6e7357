import type { ComponentChildren } from 'preact'
import type { CivilDate } from '../../../../shared/civil-date.ts'
import { longDate, longInstant, number, percent } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Bar, Breadcrumbs, EmptyState, Notice, PageHead, Pager, Prose, Quote, SummaryList } from '../../../../ui/index.ts'
import { paths } from '../../paths.ts'
import type { Task } from '../../task.ts'
import { pathWith } from '../addresses.ts'
import type { ItemView } from '../load-item.ts'
import { text } from '../text.ts'
import { EvidenceList } from './evidence-list.tsx'
import { Changes, History } from './item-history.tsx'
import { DueTag, dueDay, StatusTag } from './parts.tsx'

interface ItemPageProps {
  lang: Lang
  view: ItemView
  /** What the agency says and what the people say, side by side and never mixed. */
  verdict: ComponentChildren
  today: CivilDate
}

/** One item: promise, who, by when, how far, what shows it, and what both sides say. */
export function ItemPage({ lang, view, verdict, today }: ItemPageProps) {
  const { task, programme, sentences, carries, notes } = view
  const words = text[lang]
  const t = words.item
  return (
    <>
      <Breadcrumbs
        items={[
          { href: localPath(lang, paths.list), text: words.name },
          { href: localPath(lang, paths.one(programme.slug)), text: programme.title },
        ]}
        current={task.code}
      />
      <PageHead
        title={task.title}
        meta={`${words.kind[task.kind]} · ${task.code}`}
        tags={
          <>
            <StatusTag lang={lang} status={task.status} /> <DueTag lang={lang} item={task} today={today} />
          </>
        }
      />
      {task.status === 'cancelled' && <Notice>{t.cancelled}</Notice>}
      <h2>{t.promise}</h2>
      {sentences.length === 0 ? (
        <p class="muted">{carries ? t.carriesSentence : t.noSentence}</p>
      ) : (
        sentences.map((sentence) => (
          <Quote tone="neutral">
            <p>{sentence.text}</p>
            <p class="small">
              <a href={localPath(lang, sentence.href)}>
                {t.backToSentence} ({sentence.path})
              </a>
            </p>
          </Quote>
        ))
      )}
      <SummaryList rows={factsOf(lang, view)} />
      {task.details && (
        <>
          <h2>{t.details}</h2>
          <Prose text={task.details} />
        </>
      )}
      {task.target !== null && <Measure lang={lang} task={task} />}
      {verdict}
      <h2 id="bang-chung">{t.evidence}</h2>
      <EvidenceList lang={lang} evidence={view.evidence} files={view.files} />
      <Changes lang={lang} history={view.history} unitNames={view.unitNames} />
      <h2 id="ghi-chep">{t.notes}</h2>
      {notes.items.length === 0 ? (
        <EmptyState title={t.noNotes} />
      ) : (
        notes.items.map((note) => (
          <Quote tone="neutral">
            <Prose text={note.words} />
            <p class="small muted">
              {longInstant(lang, note.at)}
              {note.reached !== null && ` · ${t.noteReached(decimal(lang, note.reached))}`}
            </p>
          </Quote>
        ))
      )}
      <Pager
        next={
          notes.next
            ? { href: `${localPath(lang, pathWith(paths.task(task.code), { ghi: notes.next }))}#ghi-chep`, text: t.olderNotes }
            : undefined
        }
      />
      <Others lang={lang} view={view} today={today} />
      <h2>{t.history}</h2>
      <History lang={lang} history={view.history} />
    </>
  )
}

/** A decimal number as people here write it. */
const decimal = (lang: Lang, value: string) => number(lang, Number(value))

function factsOf(lang: Lang, { task, programme, partners, unitNames, goal, carries }: ItemView) {
  const t = text[lang].item
  const unit = (unitId: string | null, own: string | null) =>
    unitId ? <a href={localPath(lang, paths.unit(unitId))}>{unitNames.get(unitId) ?? unitId}</a> : (own ?? t.nobody)
  const link = (item: Task) => <a href={localPath(lang, paths.task(item.code))}>{item.title}</a>
  return [
    { key: t.who, value: unit(task.unitId, task.leadWords) },
    ...(partners.length > 0
      ? [
          {
            key: t.partners,
            value: (
              <ul>
                {partners.map((partner) => (
                  <li>{unit(partner.unitId, partner.words)}</li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    {
      key: t.due,
      value: (
        <>
          {dueDay(lang, task)}
          {task.dueOn && task.dueWords && (
            <>
              <br />
              <span class="small muted">{t.dueWords(task.dueWords)}</span>
            </>
          )}
        </>
      ),
    },
    ...(task.startsOn ? [{ key: t.starts, value: longDate(lang, task.startsOn) }] : []),
    ...(task.every ? [{ key: t.every, value: text[lang].every[task.every] }] : []),
    { key: t.inPlan, value: <a href={localPath(lang, paths.one(programme.slug))}>{programme.title}</a> },
    ...(carries ? [{ key: t.carries, value: link(carries) }] : []),
    ...(goal ? [{ key: t.goal, value: link(goal) }] : []),
  ]
}

function Measure({ lang, task }: { lang: Lang; task: Task }) {
  const t = text[lang].item
  const { unitOfMeasure, target, reached } = task
  const value = (figure: string) => [decimal(lang, figure), unitOfMeasure].filter(Boolean).join(' ')
  const share = Number(target) === 0 ? 1 : Number(reached ?? 0) / Number(target)
  const kept = reached !== null && share >= 1
  return (
    <>
      <h2>{t.measure}</h2>
      <Bar
        share={share}
        tone={kept ? 'kept' : 'running'}
        tall
        label={t.reachedOf(reached === null ? '0' : value(reached), value(target!), percent(lang, share))}
      />
      <SummaryList
        rows={[
          ...(task.indicator ? [{ key: t.indicator, value: task.indicator }] : []),
          { key: t.target, value: value(target!) },
          { key: t.reached, value: reached === null ? t.notMeasured : `${value(reached)} (${percent(lang, share)})` },
        ]}
      />
    </>
  )
}

function Others({ lang, view, today }: { lang: Lang; view: ItemView; today: CivilDate }) {
  const t = text[lang].item
  const { task, carriedBy, serves, needs, neededBy } = view
  const lists: [string, readonly Task[]][] = [
    [t.serves, serves],
    [t.carriedBy, carriedBy.items],
    [t.needs, needs],
    [t.neededBy, neededBy],
  ]
  return (
    <>
      {lists
        .filter(([, items]) => items.length > 0)
        .map(([title, items]) => (
          <>
            <h2>{title}</h2>
            <ul>
              {items.map((item) => (
                <li>
                  <a href={localPath(lang, paths.task(item.code))}>{item.title}</a>{' '}
                  {item.unitId && item.unitId !== task.unitId && <span class="muted">{view.unitNames.get(item.unitId)} </span>}
                  <StatusTag lang={lang} status={item.status} /> <DueTag lang={lang} item={item} today={today} />
                </li>
              ))}
            </ul>
          </>
        ))}
      <Pager
        next={
          carriedBy.next
            ? { href: localPath(lang, pathWith(paths.task(task.code), { viec: carriedBy.next })), text: t.moreCarried }
            : undefined
        }
      />
    </>
  )
}
