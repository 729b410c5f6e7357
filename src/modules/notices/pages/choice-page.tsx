import { type Lang, localPath } from '../../../shared/lang.ts'
import { Button, Notice, PageHead } from '../../../ui/index.ts'
import type { NoticeChoice } from '../choice.ts'
import { text } from '../text.ts'

export interface ChoicePageProps {
  lang: Lang
  /** Vietnamese path of this page: the key is in it. */
  action: string
  choice: NoticeChoice
  /** Name of the matter, as people know it. */
  matter: string
  /** True when it was changed just now. */
  changed: boolean
}

/** One button: stop the mail, or have it again. The form carries no token, for its address is the key. */
export function ChoicePage({ lang, action, choice, matter, changed }: ChoicePageProps) {
  const { page, always } = text[lang].choice
  const stopped = choice === 'none'
  return (
    <>
      {changed && (
        <Notice tone="ok" live>
          <p>{stopped ? page.stopped : page.resumed}</p>
        </Notice>
      )}
      <PageHead title={page.title} lead={page.about(matter)} />
      <p>{page.now[choice]}</p>
      <p>{always}</p>
      <p class="muted">{page.more}</p>
      <form method="post" action={localPath(lang, action)}>
        <input type="hidden" name="choice" value={stopped ? 'each' : 'none'} />
        <Button look={stopped ? 'second' : 'main'}>{stopped ? page.resume : page.stop}</Button>
      </form>
    </>
  )
}
