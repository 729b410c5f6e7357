import { type FormRefusal, problemAt, typedOr } from '../../../../shared/form-refusal.ts'
import { longInstant } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import {
  Breadcrumbs,
  Button,
  Details,
  ErrorSummary,
  Form,
  Notice,
  PageHead,
  Prose,
  Radios,
  SummaryList,
  Tag,
  TextArea,
  TextField,
} from '../../../../ui/index.ts'
import { outcomes } from '../../petition.ts'
import { text as petitionText } from '../../text.ts'
import { TEXT_MAX, TITLE_MAX } from '../inputs.ts'
import { TEMPLATES } from '../paths.ts'
import { placeholders } from '../placeholders.ts'
import type { Template, TemplateVersion } from '../template-repository.ts'
import { text } from '../text.ts'

interface Props {
  lang: Lang
  csrf: string
  /** Null: a new one. */
  template: Template | null
  versions: readonly TemplateVersion[]
  /** Names by person. */
  people: ReadonlyMap<string, string>
  /** Null: for all units. */
  unitName: string | null
  mayChange: boolean
  refusal?: FormRefusal
  saved?: boolean
}

/** One template: its words, its older versions, and the way to retire it. */
export function TemplatePage(props: Props) {
  const { lang, csrf, template, unitName, mayChange, refusal, saved } = props
  const words = text[lang]
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, TEMPLATES), text: words.all }]} current={template?.title ?? words.newTitle} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      {saved && (
        <Notice tone="ok" live>
          <p>{words.saved}</p>
        </Notice>
      )}
      <PageHead title={template?.title ?? words.newTitle} lead={template ? undefined : words.newLead} />
      <p>
        <Tag>{unitName ?? words.allUnits}</Tag> {template?.retiredAt && <Tag>{words.retired}</Tag>}
      </p>
      {mayChange ? <Words {...props} /> : <p>{words.readOnly}</p>}
      {template && <Versions {...props} />}
      {template && mayChange && (
        <Form action={`${TEMPLATES}/${template.id}/${template.retiredAt ? 'dung-lai' : 'ngung'}`} lang={lang} csrf={csrf}>
          {!template.retiredAt && <p>{words.retireHint}</p>}
          <Button look="second">{template.retiredAt ? words.restore : words.retire}</Button>
        </Form>
      )}
    </>
  )
}

function Words({ lang, csrf, template, refusal }: Props) {
  const words = text[lang]
  const field = (name: 'title' | 'outcome' | 'text') => ({
    name,
    label: words.fields[name],
    error: problemAt(refusal, name),
    value: typedOr(refusal, name, template?.[name]),
  })
  return (
    <>
      <Details summary={words.placeholdersTitle} open={template === null}>
        <SummaryList rows={placeholders.map((name) => ({ key: `{{${name}}}`, value: words.placeholders[name] }))} />
        <p>{words.noNames}</p>
      </Details>
      <Form action={`${TEMPLATES}/${template?.id ?? 'moi'}`} lang={lang} csrf={csrf}>
        {template && <input type="hidden" name="version" value={template.version} />}
        <TextField {...field('title')} maxlength={TITLE_MAX} />
        <Radios {...field('outcome')} items={outcomes.map((value) => ({ value, text: petitionText[lang].outcome[value] }))} />
        <TextArea {...field('text')} hint={words.textHint} rows={12} maxlength={TEXT_MAX} count />
        <Button>{words.save}</Button>
      </Form>
    </>
  )
}

function Versions({ lang, versions, people }: Props) {
  const words = text[lang]
  return (
    <section class="part">
      <h2>{words.versions}</h2>
      {versions.map((one) => (
        <Details summary={words.version(one.version, longInstant(lang, one.writtenAt), people.get(one.writtenBy) ?? '')}>
          <p>
            <b>
              <bdi>{one.title}</bdi>
            </b>{' '}
            · {petitionText[lang].outcome[one.outcome]}
          </p>
          <Prose text={one.text} />
        </Details>
      ))}
    </section>
  )
}
