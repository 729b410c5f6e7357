import { shortDate } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import { Button, Card, DataTable, Form, Select, TextField } from '../../../ui/index.ts'
import type { FormProblem } from '../form-problems.ts'
import type { LocalTarget } from '../local-targets.ts'
import { hasNoNumber, limitUnits, rules } from '../rules.ts'
import type { ClockText } from '../text.ts'
import { AdminFrame } from './admin-frame.tsx'

export const TARGETS = '/lam-viec/quan-tri/muc-tieu'

export interface LocalTargetsPageProps {
  text: ClockText
  lang: Lang
  csrf: string
  targets: readonly LocalTarget[]
  typed: Readonly<Record<string, unknown>>
  problems: readonly FormProblem[]
  done: string | null
}

const open = rules.filter(hasNoNumber)

/** Local targets: where the law gives no number of days. */
export function LocalTargetsPage({ text, lang, csrf, targets, typed, problems, done }: LocalTargetsPageProps) {
  const words = text.targetsPage
  const value = (field: string) => (typeof typed[field] === 'string' ? typed[field] : '')
  const error = (field: string) => problems.find((problem) => problem.field === field)?.text
  const nameOf = (id: string) => {
    const rule = open.find((one) => one.id === id)
    return rule ? text.ruleName(rule) : id
  }
  return (
    <AdminFrame text={text} lang={lang} title={words.title} lead={words.lead} problems={problems} done={done}>
      <h2>{words.currentTitle}</h2>
      <DataTable
        caption={words.currentTitle}
        captionHidden
        stack
        rowHeads
        head={[
          { text: words.ruleColumn },
          { text: words.targetColumn },
          { text: words.fromColumn },
          { text: words.documentColumn },
          { text: words.noteColumn },
        ]}
        rows={targets.map((target) => ({
          cells: [nameOf(target.rule), text.limit(target.limit), shortDate(target.validFrom), target.documentNumber, target.note ?? ''],
        }))}
        empty={<p>{words.none}</p>}
      />
      <Card title={words.setTitle}>
        <Form action={TARGETS} lang={lang} csrf={csrf}>
          <Select
            name="rule"
            label={words.ruleLabel}
            items={open.map((rule) => ({ value: rule.id, text: text.ruleName(rule) }))}
            value={value('rule')}
            error={error('rule')}
            empty
          />
          <TextField name="value" label={words.valueLabel} inputmode="numeric" value={value('value')} error={error('value')} width={4} />
          <Select
            name="unit"
            label={words.unitLabel}
            items={limitUnits.map((unit) => ({ value: unit, text: text.units[unit] }))}
            value={value('unit') || 'workingDay'}
            error={error('unit')}
          />
          <TextField
            name="validFrom"
            type="date"
            label={words.validFromLabel}
            value={value('validFrom')}
            error={error('validFrom')}
            width={10}
          />
          <TextField
            name="documentNumber"
            label={words.documentLabel}
            value={value('documentNumber')}
            error={error('documentNumber')}
            width={20}
          />
          <TextField name="note" label={words.noteLabel} value={value('note')} error={error('note')} />
          <Button>{words.submit}</Button>
        </Form>
      </Card>
    </AdminFrame>
  )
}
