import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { number } from '../../../shared/format.ts'
import type { Page } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  PageHead,
  Pager,
  Section,
  TextField,
} from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { text as newsText } from '../text.ts'
import { TAG_MAX } from './move-tag.ts'
import { MOST_COUNTED, type UsedTag } from './tag-repository.ts'
import { text } from './text.ts'

const counted = (lang: Lang, n: number) => (n < MOST_COUNTED ? number(lang, n) : `${number(lang, MOST_COUNTED)}+`)

/** Tags in the order of their addresses, page by page. */
export function TagsPage({ lang, page }: { lang: Lang; page: Page<UsedTag> }) {
  const words = text[lang]
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.office), text: newsText[lang].office.title }]} current={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      <DataTable
        caption={words.title}
        captionHidden
        head={[{ text: words.head.name }, { text: words.head.articles, numeric: true }]}
        rows={page.items.map(({ slug, name, articles }) => ({
          cells: [<a href={localPath(lang, paths.oneTag(slug))}>{name}</a>, counted(lang, articles)],
        }))}
        empty={<EmptyState title={words.none} />}
      />
      {page.next && <Pager next={{ href: localPath(lang, paths.tagsAfter(page.next)), text: words.more }} />}
    </>
  )
}

interface OneProps {
  lang: Lang
  csrf: string
  tag: UsedTag
  mayChange: boolean
  /** Readers see an article with it. */
  isPublic: boolean
  refusal?: FormRefusal | undefined
  saved?: boolean | undefined
}

/** One tag: its new name, and the way into another one. */
export function TagPage({ lang, csrf, tag, mayChange, isPublic, refusal, saved }: OneProps) {
  const words = text[lang]
  return (
    <>
      <Breadcrumbs
        items={[
          { href: localPath(lang, paths.office), text: newsText[lang].office.title },
          { href: localPath(lang, paths.tags), text: words.title },
        ]}
        current={tag.name}
      />
      <ErrorSummary problems={refusal?.problems ?? []} />
      {saved && (
        <Notice tone="ok" live>
          <p>{words.saved}</p>
        </Notice>
      )}
      <PageHead
        title={tag.name}
        meta={`${words.head.articles}: ${counted(lang, tag.articles)}`}
        aside={
          isPublic && (
            <ButtonLink href={localPath(lang, paths.tag(tag.slug))} look="second">
              {words.onSite}
            </ButtonLink>
          )
        }
      />
      {mayChange && (
        <>
          <Section title={words.rename}>
            <Form action={paths.oneTag(tag.slug)} lang={lang} csrf={csrf}>
              <TextField
                name="name"
                label={words.fields.name}
                hint={words.renameHint}
                value={typedOr(refusal, 'name', tag.name)}
                error={problemAt(refusal, 'name')}
                maxlength={TAG_MAX}
                width={30}
                required
              />
              <Button>{words.renameButton}</Button>
            </Form>
          </Section>
          <Section title={words.merge}>
            <p>{words.mergeLead}</p>
            <Form action={paths.mergeTag(tag.slug)} lang={lang} csrf={csrf}>
              <TextField
                name="into"
                label={words.fields.into}
                hint={words.mergeHint}
                value={typedOr(refusal, 'into', '')}
                error={problemAt(refusal, 'into')}
                maxlength={TAG_MAX}
                width={30}
                required
              />
              <Button look="danger">{words.mergeButton}</Button>
            </Form>
          </Section>
        </>
      )}
    </>
  )
}
