import { longDate } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Button, Card, ErrorSummary, Notice, PageHead, Select, SummaryList, TextField } from '../../../ui/index.ts'
import type { Deadline } from '../deadline.ts'
import type { FormProblem } from '../form-problems.ts'
import { type Rule, rules } from '../rules.ts'
import type { ClockText } from '../text.ts'
import { Sources, StepsTables } from './steps-table.tsx'

export interface DeadlinePageProps {
  text: ClockText
  lang: Lang
  /** What was asked, as typed. */
  asked: { rule: string; from: string; variant: string }
  found: Deadline | null
  problems: readonly FormProblem[]
}

const gives = (rule: Rule) => rule.kind !== 'frequencyMin' && rule.kind !== 'period' && rule.limit?.unit !== 'hour'
/** Rules that give a day, under their newest name; older versions follow from the day. */
const choices = rules.filter((rule) => gives(rule) && !/\.pre\d{4}$/.test(rule.id))
const variants = [...new Set(choices.flatMap((rule) => rule.variants ?? []).map((variant) => variant.when))]

/** `/tinh-han`: anybody finds a due date and why. */
export function DeadlinePage({ text, lang, asked, found, problems }: DeadlinePageProps) {
  const words = text.tryPage
  const errorAt = (field: string) => problems.find((problem) => problem.field === field)?.text
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead title={words.title} lead={words.lead} />
      <Card>
        <form method="get" action={localPath(lang, '/tinh-han')} noValidate>
          <Select
            name="rule"
            label={words.ruleLabel}
            items={choices.map((rule) => ({ value: rule.id, text: text.ruleName(rule) }))}
            value={asked.rule}
            error={errorAt('rule')}
          />
          <TextField
            name="from"
            type="date"
            label={words.fromLabel}
            hint={words.fromHint}
            value={asked.from}
            error={errorAt('from')}
            width={10}
          />
          <Select
            name="variant"
            label={words.variantLabel}
            items={variants.map((variant) => ({ value: variant, text: text.variants(variant) }))}
            value={asked.variant}
            error={errorAt('variant')}
            empty={words.variantNone}
          />
          <Button>{words.submit}</Button>
        </form>
      </Card>
      {found && <Found text={text} lang={lang} found={found} />}
    </>
  )
}

function Found({ text, lang, found }: { text: ClockText; lang: Lang; found: Deadline }) {
  const words = text.explanation
  const { rule, direction, variant, provisional } = found
  const back = direction === 'back'
  return (
    <>
      <h2>
        {back ? words.latestOn : words.dueOn}: {longDate(lang, found.dueOn)}
      </h2>
      {provisional && <Notice tone="soon">{text.provisionalLong}</Notice>}
      <SummaryList
        rows={[
          { key: words.rule, value: text.ruleName(rule) },
          { key: words.article, value: rule.legalBasis.join('; ') },
          { key: words.version, value: `${rule.id}, ${words.versionDates(rule.effectiveFrom, rule.effectiveTo)}` },
          { key: words.limit, value: text.limit(found.limit) },
          ...(variant ? [{ key: words.variant, value: text.variants(variant) }] : []),
          { key: words.event, value: text.clockStart(rule) },
          { key: words.sure, value: text.sure(rule.verification) },
          { key: words.sources, value: <Sources sources={rule.sources} /> },
        ]}
      />
      <p class="govuk-hint">{back ? words.backNote : words.calendarNote}</p>
      <StepsTables text={text} lang={lang} steps={found.steps} />
    </>
  )
}
