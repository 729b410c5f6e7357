import { longDate } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import { DataTable, Details, Tag } from '../../../ui/index.ts'
import type { Step } from '../explain.ts'
import type { ClockText } from '../text.ts'

/** The days that are not counted, in sight; every day, one click away. */
export function StepsTables({ text, lang, steps }: { text: ClockText; lang: Lang; steps: readonly Step[] }) {
  const words = text.explanation
  const skipped = steps.filter((step) => !step.counted || step.code === 'lastDayOff')
  return (
    <>
      <h2>{words.skippedTitle}</h2>
      {skipped.length === 0 ? (
        <p>{words.nothingSkipped}</p>
      ) : (
        <StepsTable text={text} lang={lang} caption={words.skippedTitle} steps={skipped} />
      )}
      <Details summary={words.allDaysTitle}>
        <StepsTable text={text} lang={lang} caption={words.allDaysTitle} steps={steps} />
      </Details>
    </>
  )
}

function StepsTable({ text, lang, caption, steps }: { text: ClockText; lang: Lang; caption: string; steps: readonly Step[] }) {
  const words = text.explanation
  return (
    <DataTable
      caption={caption}
      captionHidden
      stack
      rowHeads
      head={[{ text: words.day }, { text: words.countedColumn }, { text: words.because }]}
      rows={steps.map((step) => ({
        cells: [
          longDate(lang, step.date),
          step.counted ? text.counted.yes : text.counted.no,
          <>
            {text.because(step)} {step.provisional && <Tag tone="soon">{text.provisional}</Tag>}
          </>,
        ],
      }))}
    />
  )
}

/** A source is a link where it is an address, else its name. */
export function Sources({ sources }: { sources: readonly string[] }) {
  return (
    <ul class="govuk-list">
      {sources.map((source) => (
        <li>
          {/^https?:\/\//.test(source) ? (
            <a href={source} rel="noreferrer">
              {source}
            </a>
          ) : (
            source
          )}
        </li>
      ))}
    </ul>
  )
}
