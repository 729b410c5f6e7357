import { longInstant } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import { Button, Form, Notice } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

interface EditNoticesProps {
  lang: Lang
  csrf: string
  articleId: string
  /** When the text in the boxes was typed, if it is no edition yet. */
  draftAt: Date | undefined
  /** Names of others who are writing here. */
  others: readonly string[]
}

/** Above the form: a draft that was found, and who else is writing. */
export function EditNotices({ lang, csrf, articleId, draftAt, others }: EditNoticesProps) {
  const { draft, office } = text[lang]
  return (
    <>
      {draftAt && (
        <Notice>
          <p>{draft.found(longInstant(lang, draftAt))}</p>
          <Form action={paths.dropDraft(articleId)} lang={lang} csrf={csrf}>
            <Button look="quiet">{draft.discard}</Button>
          </Form>
        </Notice>
      )}
      {others.length > 0 && (
        <Notice tone="soon">
          <p>{office.othersTyping(others.join(', '))}</p>
        </Notice>
      )}
    </>
  )
}
