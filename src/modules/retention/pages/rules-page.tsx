import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import type { Lang } from '../../../shared/lang.ts'
import { Button, Card, DataTable, Details, ErrorSummary, Form, Notice, PageHead, SummaryList, Tag, TextField } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { LEAST_NOTICE_DAYS, type Rule, type RuleId, type Switch, standingRules } from '../rule.ts'
import { text } from '../text.ts'
import { RetentionTabs } from './retention-tabs.tsx'

interface RulesPageProps {
  lang: Lang
  csrf: string
  rules: readonly Rule[]
  switches: ReadonlyMap<RuleId, Switch>
  maySwitch: boolean
  attempt?: { rule: string; refusal: FormRefusal } | undefined
  done?: boolean | undefined
}

/** Every rule: what goes, after which time, by which source, and whether it is on. */
export function RulesPage({ lang, csrf, rules, switches, maySwitch, attempt, done }: RulesPageProps) {
  const words = text[lang]
  const problems = attempt?.refusal.problems ?? []
  return (
    <>
      <ErrorSummary problems={problems.map(({ field, text }) => ({ field: field && `${attempt?.rule}-${field}`, text }))} />
      {done && (
        <Notice tone="ok" live>
          <p>{words.rules.saved}</p>
        </Notice>
      )}
      <PageHead title={words.title} lead={words.lead} />
      <RetentionTabs lang={lang} current="rules" />
      <p>{words.rules.lead}</p>
      {rules.map((rule) => {
        const applied = switches.get(rule.id)
        return (
          <Card
            title={words.rule[rule.id].name}
            tags={<Tag tone={applied?.isOn ? 'ok' : 'neutral'}>{applied?.isOn ? words.rules.isOn : words.rules.isOff}</Tag>}
          >
            <RuleFacts lang={lang} rule={rule} applied={applied} />
            {maySwitch && (
              <SwitchForm
                lang={lang}
                csrf={csrf}
                rule={rule}
                applied={applied}
                refusal={attempt?.rule === rule.id ? attempt.refusal : undefined}
              />
            )}
          </Card>
        )
      })}
      <h2>{words.rules.standingTitle}</h2>
      <p>{words.rules.standingLead}</p>
      <DataTable
        caption={words.rules.standingTitle}
        captionHidden
        stack
        head={[{ text: words.rules.goes }, { text: words.rules.period }]}
        rows={standingRules.map(({ id, keepDays }) => ({ cells: [words.standing[id], words.rules.days(keepDays)] }))}
      />
    </>
  )
}

function RuleFacts({ lang, rule, applied }: { lang: Lang; rule: Rule; applied: Switch | undefined }) {
  const { rules: words, rule: names } = text[lang]
  const state = applied?.isOn
    ? words.on(applied.keepMonths, applied.announceDays, applied.documentNumber)
    : applied
      ? words.offBy(applied.documentNumber)
      : words.never
  return (
    <SummaryList
      rows={[
        { key: words.goes, value: names[rule.id].goes },
        { key: words.from, value: names[rule.id].from },
        { key: words.period, value: words.months(rule.keepMonths) },
        {
          key: words.basis,
          value: (
            <>
              {rule.local && `${words.local} `}
              {/* A source is cited in its own language. */}
              {rule.basis && <span lang="vi">{rule.basis}. </span>}({words.sure[rule.verification]})
            </>
          ),
        },
        { key: words.state, value: state },
      ]}
    />
  )
}

interface SwitchFormProps {
  lang: Lang
  csrf: string
  rule: Rule
  applied: Switch | undefined
  refusal: FormRefusal | undefined
}

function SwitchForm({ lang, csrf, rule, applied, refusal }: SwitchFormProps) {
  const { rules: words, fields, rule: names } = text[lang]
  const field = (name: string, known = '') => ({
    name,
    id: `${rule.id}-${name}`,
    label: fields[name]!,
    value: typedOr(refusal, name, known),
    error: problemAt(refusal, name),
    required: true,
  })
  const summary = applied?.isOn ? words.change : words.turnOn
  return (
    <Details summary={`${summary}: ${names[rule.id].name}`} open={refusal !== undefined}>
      <Form action={paths.rule(rule.id)} lang={lang} csrf={csrf}>
        <TextField
          {...field('keepMonths', String(applied?.keepMonths ?? rule.keepMonths))}
          hint={words.least(rule.minMonths)}
          inputmode="numeric"
          width={4}
        />
        <TextField
          {...field('announceDays', String(applied?.announceDays ?? LEAST_NOTICE_DAYS))}
          hint={words.leastDays(LEAST_NOTICE_DAYS)}
          inputmode="numeric"
          width={4}
        />
        <TextField {...field('documentNumber')} hint={words.documentHint} width={20} maxlength={60} exact />
        <Button name="do" value="on" look="second">
          {summary}
        </Button>
        {applied?.isOn && (
          <Button name="do" value="off" look="danger">
            {words.turnOff}
          </Button>
        )}
      </Form>
    </Details>
  )
}
