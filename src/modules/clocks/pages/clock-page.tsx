import { longDate, shortDate } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import { DataTable, Notice, PageHead, SummaryList, type SummaryRow, Tag } from '../../../ui/index.ts'
import { promiseRule } from '../clock.ts'
import type { ClockExplanation } from '../explain-clock.ts'
import type { ClockText } from '../text.ts'
import { Sources, StepsTables } from './steps-table.tsx'

export interface ClockPageProps {
  text: ClockText
  lang: Lang
  explanation: ClockExplanation
}

/** Why one due date is that day: rule, article, version, start, days, pauses, extensions. */
export function ClockPage({ text, lang, explanation }: ClockPageProps) {
  const words = text.explanation
  const { clock, steps, limit, provisional, calendarChanged } = explanation
  const notes = [
    clock.local && clock.rule !== promiseRule ? words.localNote : '',
    clock.remaining === null ? '' : words.remaining(clock.remaining),
    provisional ? text.provisionalLong : '',
    calendarChanged ? words.calendarChanged : '',
  ].filter(Boolean)
  return (
    <>
      <PageHead
        title={words.title}
        lead={`${text.stages(clock.stage)}: ${longDate(lang, clock.dueOn)}`}
        tags={
          <>
            <Tag tone={clock.late ? 'late' : clock.state === 'met' ? 'ok' : 'neutral'}>
              {clock.late ? words.late : text.states[clock.state]}
            </Tag>
            {clock.local && <Tag tone="soon">{text.local}</Tag>}
            {clock.extended && <Tag tone="soon">{words.history.extended}</Tag>}
            {provisional && <Tag tone="soon">{text.provisional}</Tag>}
          </>
        }
      />
      {notes.length > 0 && (
        <Notice tone="soon">
          {notes.map((note) => (
            <p>{note}</p>
          ))}
        </Notice>
      )}
      <SummaryList rows={facts(text, lang, explanation)} />
      {steps.length === 0 ? <p>{words.fixedNote}</p> : <StepsTables text={text} lang={lang} steps={steps} />}
      {limit !== null && limit.unit !== 'workingDay' && <p class="govuk-hint">{words.calendarNote}</p>}
      <Pauses text={text} explanation={explanation} />
      <Happened text={text} lang={lang} explanation={explanation} />
    </>
  )
}

function facts(text: ClockText, lang: Lang, { clock, rule, limit, startEvent }: ClockExplanation): SummaryRow[] {
  const words = text.explanation
  const rows: SummaryRow[] = []
  const row = (key: string, value: SummaryRow['value'] | null) => {
    if (value !== null && value !== '') rows.push({ key, value })
  }
  row(words.rule, rule ? text.ruleName(rule) : text.stages(clock.stage))
  row(words.article, clock.local ? `${clock.basis}${clock.basis ? ' ' : ''}(${text.local})` : clock.basis)
  row(words.version, rule && !clock.local ? `${rule.id}, ${words.versionDates(rule.effectiveFrom, rule.effectiveTo)}` : null)
  row(words.limit, limit && text.limit(limit))
  row(words.variant, clock.variant && text.variants(clock.variant))
  row(words.event, words.startEvents(startEvent))
  row(words.startedOn, longDate(lang, clock.startedOn))
  row(words.dueOn, longDate(lang, clock.dueOn))
  row(words.originalDueOn, clock.originalDueOn === clock.dueOn ? null : longDate(lang, clock.originalDueOn))
  row(words.metOn, clock.metOn && longDate(lang, clock.metOn))
  row(words.sure, text.sure(clock.sure))
  row(words.sources, rule && rule.sources.length > 0 ? <Sources sources={rule.sources} /> : null)
  return rows
}

function Pauses({ text, explanation: { pauses } }: Pick<ClockPageProps, 'text' | 'explanation'>) {
  const words = text.explanation
  return (
    <>
      <h2>{words.pausesTitle}</h2>
      <DataTable
        caption={words.pausesTitle}
        captionHidden
        head={[{ text: words.pauseFrom }, { text: words.pauseTo }]}
        rows={pauses.map((pause) => ({
          cells: [shortDate(pause.suspendedOn), pause.resumedOn ? shortDate(pause.resumedOn) : words.stillPaused],
        }))}
        empty={<p>{words.noPauses}</p>}
      />
    </>
  )
}

function Happened({ text, lang, explanation: { events } }: ClockPageProps) {
  const words = text.explanation
  return (
    <>
      <h2>{words.historyTitle}</h2>
      <DataTable
        caption={words.historyTitle}
        captionHidden
        stack
        head={[{ text: words.day }, { text: words.happened }, { text: words.by }, { text: words.ground }, { text: words.dueOn }]}
        rows={events.map((event) => ({
          cells: [
            longDate(lang, event.on_date),
            words.history[event.type],
            event.by ?? '',
            <>
              {event.ground && words.grounds(event.ground)}
              <Criteria text={text} criteria={event.facts['criteria']} />
            </>,
            event.old_due_on && event.new_due_on && event.old_due_on !== event.new_due_on
              ? words.dueMoved(event.old_due_on, event.new_due_on)
              : event.new_due_on
                ? shortDate(event.new_due_on)
                : '',
          ],
        }))}
      />
    </>
  )
}

function Criteria({ text, criteria }: { text: ClockText; criteria: unknown }) {
  if (!Array.isArray(criteria) || criteria.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet">
      {criteria.map((one) => (
        <li>{text.criteria[Number(one) - 1]}</li>
      ))}
    </ul>
  )
}
