import type { FormRefusal } from '../../../../shared/form-refusal.ts'
import { problemAt, typedOr } from '../../../../shared/form-refusal.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, Button, ErrorSummary, Form, Notice, PageHead, Tag, TextArea, TextField } from '../../../../ui/index.ts'
import { paths } from '../../paths.ts'
import type { Programme } from '../../programme.ts'
import type { ProgrammeAct } from '../../programme-lifecycle.ts'
import { text } from '../text.ts'
import type { ItemJson } from '../views.ts'
import { type ItemChoices, ItemFields } from './item-fields.tsx'

interface ItemPageProps extends ItemChoices {
  lang: Lang
  csrf: string
  programme: Programme
  item: ItemJson
  count: number
  sentences: readonly { anchorId: string; path: string; text: string }[]
  acts: readonly ProgrammeAct[]
  attempt?: { act: ProgrammeAct; refusal: FormRefusal } | undefined
  done?: boolean | undefined
}

/** An item of a draft: its fields, and what may be done with it among the others. */
export function ItemPage(props: ItemPageProps) {
  const { lang, csrf, programme, item, count, sentences, acts, attempt, done, ...choices } = props
  const { office, fields, act: actWords } = text[lang]
  const refusalOf = (act: ProgrammeAct) => (attempt?.act === act ? attempt.refusal : undefined)
  const hidden = (
    <>
      <input type="hidden" name="version" value={programme.version} />
      <input type="hidden" name="item" value={item.code} />
    </>
  )
  const action = (act: ProgrammeAct) => paths.act(programme.slug, act)
  const structure = acts.filter((act) => ['splitItem', 'mergeItem', 'moveItem', 'removeItem'].includes(act))
  const halves = item.title.split(/\s+và\s+|;\s+/)
  return (
    <>
      <Breadcrumbs
        items={[
          { href: localPath(lang, paths.office), text: office.title },
          { href: localPath(lang, paths.officeOne(programme.slug)), text: programme.title },
        ]}
      />
      <PageHead title={`${office.editItem} ${item.code}`} tags={<Tag>{text[lang].taskStatus[item.status]}</Tag>} />
      <ErrorSummary problems={attempt?.refusal.problems ?? []} />
      {done && (
        <Notice tone="ok" live>
          {office.done} <a href={localPath(lang, paths.officeOne(programme.slug))}>{office.backToDraft}</a>
        </Notice>
      )}
      {sentences.length > 0 && (
        <>
          <h2>{office.sentences}</h2>
          {sentences.map(({ path, text: words }) => (
            <blockquote>
              {words} <small>({path})</small>
            </blockquote>
          ))}
        </>
      )}
      {acts.includes('editItem') && (
        <Form action={action('editItem')} lang={lang} csrf={csrf}>
          {hidden}
          {sentences.map(({ anchorId }) => (
            <input type="hidden" name="anchorIds" value={anchorId} />
          ))}
          <ItemFields lang={lang} item={item} refusal={refusalOf('editItem')} {...choices} />
          <Button>{actWords.editItem}</Button>
        </Form>
      )}
      {structure.length > 0 && <h2>{office.structure}</h2>}
      {structure.map((act) => (
        <Form action={action(act)} lang={lang} csrf={csrf}>
          {hidden}
          {act === 'splitItem' && (
            <>
              <p class="govuk-hint">{office.splitHint}</p>
              {(['first', 'second'] as const).map((name, i) => (
                <TextArea
                  name={name}
                  label={fields[name]!}
                  rows={2}
                  value={typedOr(refusalOf(act), name, i === 0 ? halves[0] : halves.slice(1).join('; '))}
                  error={problemAt(refusalOf(act), name)}
                  required
                />
              ))}
            </>
          )}
          {act === 'mergeItem' && <p class="govuk-hint">{office.mergeHint}</p>}
          {act === 'moveItem' && (
            <TextField
              name="to"
              label={fields['to']!}
              hint={office.moveHint(String(count))}
              width={4}
              inputmode="numeric"
              value={typedOr(refusalOf(act), 'to', String(item.place))}
              error={problemAt(refusalOf(act), 'to')}
              required
            />
          )}
          {act === 'removeItem' && <p class="govuk-hint">{office.removeHint}</p>}
          <Button look={act === 'removeItem' ? 'danger' : 'second'}>{actWords[act]}</Button>
        </Form>
      ))}
    </>
  )
}
