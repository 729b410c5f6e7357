import type { CivilDate } from '../../../../shared/civil-date.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Select } from '../../../../ui/index.ts'
import { neighbours, type Period, periodChoices } from '../period.ts'
import { periodName } from '../period-name.ts'
import { text } from '../text.ts'

export function periodAddress(lang: Lang, path: string, period: string): string {
  return `${localPath(lang, path)}?ky=${period}`
}

/** Chooses the period of a page; it stands in the address. */
export function PeriodForm({ lang, path, period, today }: { lang: Lang; path: string; period: Period; today: CivilDate }) {
  const words = text[lang].period
  const choices = periodChoices(today)
  const known = Object.values(choices).flat().includes(period.name)
  const group = (name: string, items: readonly string[]) => ({
    group: name,
    items: items.map((value) => ({ value, text: periodName(lang, value) })),
  })
  const { previous, next } = neighbours(period, today)
  return (
    <div class="period no-print">
      <form method="get" action={localPath(lang, path)}>
        <Select
          name="ky"
          label={words.label}
          value={period.name}
          items={[
            ...(known ? [] : [{ value: period.name, text: periodName(lang, period.name) }]),
            group(words.months, choices.months),
            group(words.quarters, choices.quarters),
            group(words.years, choices.years),
          ]}
        />
        <button class="govuk-button btn-2" type="submit">
          {words.choose}
        </button>
      </form>
      {previous && <a href={periodAddress(lang, path, previous)}>{words.previous(periodName(lang, previous))}</a>}
      {next && <a href={periodAddress(lang, path, next)}>{words.next(periodName(lang, next))}</a>}
    </div>
  )
}
