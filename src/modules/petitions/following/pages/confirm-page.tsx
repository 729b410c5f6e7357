import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Button, Notice, PageHead } from '../../../../ui/index.ts'
import type { Petition } from '../../petition.ts'
import { text } from '../text.ts'
import { ConsentWords } from './consent-words.tsx'

interface Props {
  lang: Lang
  /** Vietnamese path of this page: the key is in it. */
  action: string
  /** As everybody may read it. */
  petition: Pick<Petition, 'code' | 'subject'>
  state: 'asked' | 'already' | 'ended' | 'ownCase'
}

/** Behind the link of the first mail: one button. The form carries no token, for its address is the key. */
export function ConfirmPage({ lang, action, petition, state }: Props) {
  const words = text[lang].confirm
  const isDone = state === 'already'
  return (
    <>
      <PageHead title={isDone ? words.done : words.title} lead={isDone ? words.doneLead : words.lead(petition.code)} />
      <p>
        <a href={localPath(lang, `/don/${petition.code}`)}>
          <bdi>{petition.subject}</bdi>
        </a>
      </p>
      {state === 'asked' && (
        <form method="post" action={localPath(lang, action)}>
          <ConsentWords lang={lang} />
          <Button>{words.press}</Button>
        </form>
      )}
      {(state === 'ended' || state === 'ownCase') && (
        <Notice tone="soon">
          <p>{state === 'ended' ? words.ended : words.ownCase}</p>
        </Notice>
      )}
    </>
  )
}
