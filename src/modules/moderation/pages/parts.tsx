import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { number } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Button, Form, Select, Tag, TextField } from '../../../ui/index.ts'
import type { Described } from '../kind.ts'
import { type Item, reasons } from '../moderation.ts'
import { paths } from '../paths.ts'
import { signalNames } from '../spam-score.ts'
import { text } from '../text.ts'

/** The score and what it was made of. */
export function Score({ lang, item }: { lang: Lang; item: Item }) {
  const words = text[lang]
  const found = signalNames.filter((signal) => item.signals[signal] !== undefined)
  return (
    <>
      <p>
        {item.suspect ? <Tag tone="late">{words.queue.suspectTag}</Tag> : null} {words.queue.score(number(lang, item.score))}
      </p>
      {found.length > 0 && (
        <ul class="signals">
          {found.map((signal) => (
            <li>
              {words.signal[signal]} (+{item.signals[signal]})
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Photos that came with a writing, small; each opens whole. */
export function Pictures({ described }: { described: Described | null }) {
  if (!described?.pictures?.length) return null
  return (
    <p class="photo-row">
      {described.pictures.map(({ href, small, text: alt }) => (
        <a href={href}>
          <img src={small} alt={alt} width={160} loading="lazy" />
        </a>
      ))}
    </p>
  )
}

interface ActFormProps {
  lang: Lang
  csrf: string
  item: Item
  /** Query of the list to come back to; none: the item's own page. */
  from?: string | undefined
  refusal?: FormRefusal | undefined
}

function Hidden({ item, from }: Pick<ActFormProps, 'item' | 'from'>) {
  return (
    <>
      <input type="hidden" name="version" value={item.version} />
      {from !== undefined && <input type="hidden" name="from" value={from} />}
    </>
  )
}

export function ApproveForm({ lang, csrf, item, from, look = 'main' }: ActFormProps & { look?: 'main' | 'second' }) {
  return (
    <Form action={paths.act(item.id, 'approve')} lang={lang} csrf={csrf}>
      <Hidden item={item} from={from} />
      <Button look={look} small={from !== undefined}>
        {text[lang].act.approve}
      </Button>
    </Form>
  )
}

export function RemoveForm({ lang, csrf, item, from, refusal }: ActFormProps) {
  const words = text[lang]
  // A list has many such forms: ids must differ.
  const idOf = (name: string) => (from === undefined ? name : `${name}-${item.id}`)
  return (
    <Form action={paths.act(item.id, 'remove')} lang={lang} csrf={csrf}>
      <Hidden item={item} from={from} />
      <Select
        name="reason"
        id={idOf('reason')}
        label={words.fields['reason']!}
        items={reasons.map((reason) => ({ value: reason, text: words.reason[reason] }))}
        value={typedOr(refusal, 'reason')}
        error={problemAt(refusal, 'reason')}
        empty
        required
      />
      <TextField
        name="words"
        id={idOf('words')}
        label={words.fields['words']!}
        hint={words.queue.wordsHint}
        value={typedOr(refusal, 'words')}
        error={problemAt(refusal, 'words')}
        maxlength={1000}
      />
      <Button look="danger" small={from !== undefined}>
        {words.act.remove}
      </Button>
    </Form>
  )
}

export function RestoreForm({ lang, csrf, item, from, refusal }: ActFormProps) {
  const words = text[lang]
  const id = from === undefined ? 'words' : `words-${item.id}`
  return (
    <Form action={paths.act(item.id, 'restore')} lang={lang} csrf={csrf}>
      <Hidden item={item} from={from} />
      {from === undefined && (
        <TextField
          name="words"
          id={id}
          label={words.fields['words']!}
          value={typedOr(refusal, 'words')}
          error={problemAt(refusal, 'words')}
          maxlength={1000}
          required={false}
        />
      )}
      <Button look="second" small={from !== undefined}>
        {words.act.restore}
      </Button>
    </Form>
  )
}

export function itemHref(lang: Lang, item: Item): string {
  return localPath(lang, paths.one(item.id))
}
