import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import type { Lang } from '../../../shared/lang.ts'
import { Button, Checkbox, Form, TextArea, TextField } from '../../../ui/index.ts'
import type { Article } from '../article.ts'
import type { ArticleAct } from '../lifecycle.ts'
import { paths } from '../paths.ts'
import { wordsFor } from '../words-for.ts'

/** Acts that are a form of this page; saving and revising have the editor's page. */
export type FormAct = Exclude<ArticleAct, 'save' | 'revise' | 'publishDue'>

interface ActFormProps {
  lang: Lang
  csrf: string
  act: FormAct
  article: Pick<Article, 'id' | 'kind' | 'version' | 'ratingsOn'>
  refusal?: FormRefusal | undefined
  /** Something in the text looks like data of people. */
  asks: boolean
}

const isShowing = (act: FormAct) => act === 'publish' || act === 'republish' || act === 'schedule'

/** The inputs of one act; the version tells whether somebody else was quicker. */
export function ActForm({ lang, csrf, act, article, refusal, asks }: ActFormProps) {
  const { act: names, fields, guard, office } = wordsFor(lang, article.kind)
  const field = (name: string) => ({
    name,
    id: `${act}-${name}`,
    label: fields[name]!,
    value: typedOr(refusal, name),
    error: problemAt(refusal, name),
    required: true,
  })
  const isGrave = act === 'withdraw'
  return (
    <Form action={paths.act(article.id, act)} lang={lang} csrf={csrf}>
      <input type="hidden" name="version" value={article.version} />
      {act === 'schedule' && <TextField {...field('at')} hint={office.hints.at} width={20} exact />}
      {(act === 'withdraw' || act === 'returnToDraft') && <TextArea {...field('reason')} hint={office.hints[act]} rows={3} />}
      {isShowing(act) && asks && <Checkbox name="checked" id={`${act}-checked`} label={guard.checked} value="yes" />}
      {act === 'setRatings' && (
        <>
          <p class="small">{office.ratings[article.ratingsOn ? 'areOn' : 'areOff']}</p>
          <input type="hidden" name="ratings" value={article.ratingsOn ? 'off' : 'on'} />
        </>
      )}
      <Button look={isGrave ? 'danger' : act === 'publish' || act === 'republish' ? 'main' : 'second'}>
        {act === 'setRatings' ? office.ratings[article.ratingsOn ? 'turnOff' : 'turnOn'] : names[act]}
      </Button>
    </Form>
  )
}
