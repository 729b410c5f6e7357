import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { number } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Checkbox,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  PageHead,
  Section,
  Select,
  Tag,
  TextField,
} from '../../../ui/index.ts'
import type { Entry } from '../../history/index.ts'
import type { Category } from '../article.ts'
import { inOrder, liveOf, shownCategories } from '../category-tree.ts'
import { paths } from '../paths.ts'
import { text as newsText } from '../text.ts'
import { CategoryHistory } from './history-list.tsx'
import { NAME_MAX } from './input.ts'
import { text } from './text.ts'

interface ListProps {
  lang: Lang
  csrf: string
  /** Hidden and merged ones too. */
  all: readonly Category[]
  /** Published articles by category. */
  published: ReadonlyMap<string, number>
  mayChange: boolean
  refusal?: FormRefusal | undefined
  saved?: boolean | undefined
}

/** All categories as the office sees them, and a form for one more. */
export function CategoriesPage({ lang, csrf, all, published, mayChange, refusal, saved }: ListProps) {
  const words = text[lang]
  const live = inOrder(all)
  const merged = all.filter(({ mergedInto }) => mergedInto !== null)
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.office), text: newsText[lang].office.title }]} current={words.title} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      <Saved lang={lang} saved={saved} />
      <PageHead title={words.title} lead={words.lead} />
      <DataTable
        caption={words.title}
        captionHidden
        stack
        head={[
          { text: words.head.name },
          { text: words.head.order, numeric: true },
          { text: words.head.articles, numeric: true },
          { text: words.head.state },
        ]}
        rows={live.map((category) => ({
          cells: [
            <span class={category.parentId ? 'below' : undefined}>
              <a href={localPath(lang, paths.oneCategory(category.id))}>{category.name}</a>
              {category.parentId && <span class="muted small"> {words.inside(liveOf(all, category.parentId)?.name ?? '')}</span>}
            </span>,
            String(category.sort),
            number(lang, published.get(category.id) ?? 0),
            <Standing lang={lang} all={all} category={category} />,
          ],
        }))}
        empty={<EmptyState title={words.none} />}
      />
      {merged.length > 0 && (
        <Section title={words.mergedTitle}>
          <ul>
            {merged.map((category) => (
              <li>
                <a href={localPath(lang, paths.oneCategory(category.id))}>{category.name}</a>,{' '}
                {words.mergedInto(liveOf(all, category.id)?.name ?? '')}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {mayChange && (
        <Section title={words.add}>
          <p>{words.addLead}</p>
          <Form action={paths.categories} lang={lang} csrf={csrf}>
            <PlaceFields lang={lang} all={live} refusal={refusal} sort={(live.at(-1)?.sort ?? 0) + 1} />
            <Button>{words.create}</Button>
          </Form>
        </Section>
      )}
    </>
  )
}

function Saved({ lang, saved }: { lang: Lang; saved: boolean | undefined }) {
  if (!saved) return null
  return (
    <Notice tone="ok" live>
      <p>{text[lang].saved}</p>
    </Notice>
  )
}

function Standing({ lang, all, category }: { lang: Lang; all: readonly Category[]; category: Category }) {
  const words = text[lang].state
  if (category.hidden) return <Tag tone="late">{words.hidden}</Tag>
  const isShown = shownCategories(all).some(({ id }) => id === category.id)
  return <Tag tone={isShown ? 'ok' : 'late'}>{isShown ? words.shown : words.belowHidden}</Tag>
}

interface PlaceProps {
  lang: Lang
  /** In order. */
  all: readonly Category[]
  category?: Category
  refusal?: FormRefusal | undefined
  sort: number
}

/** Name, the one above, order: the same for a new category and for one that is changed. */
function PlaceFields({ lang, all, category, refusal, sort }: PlaceProps) {
  const { fields, hints, firstLevel } = text[lang]
  const isParent = category !== undefined && all.some(({ parentId }) => parentId === category.id)
  const parents = all.filter(({ id, parentId }) => parentId === null && id !== category?.id)
  return (
    <>
      <TextField
        name="name"
        label={fields.name}
        hint={category ? hints.rename : hints.name}
        value={typedOr(refusal, 'name', category?.name ?? '')}
        error={problemAt(refusal, 'name')}
        maxlength={NAME_MAX}
        width={30}
        required
      />
      <Select
        name="parentId"
        label={fields.parentId}
        hint={isParent ? hints.isParent : hints.parentId}
        items={isParent ? [] : parents.map(({ id, name }) => ({ value: id, text: name }))}
        empty={firstLevel}
        value={typedOr(refusal, 'parentId', category?.parentId ?? '')}
        error={problemAt(refusal, 'parentId')}
        required={false}
      />
      <TextField
        name="sort"
        label={fields.sort}
        hint={hints.sort}
        value={typedOr(refusal, 'sort', String(sort))}
        error={problemAt(refusal, 'sort')}
        inputmode="numeric"
        width={4}
        required
      />
    </>
  )
}

interface OneProps extends Pick<ListProps, 'lang' | 'csrf' | 'mayChange' | 'refusal' | 'saved'> {
  category: Category
  /** Live ones, in order. */
  all: readonly Category[]
  /** Merged ones too. */
  every: readonly Category[]
  history: readonly Entry[]
  people: ReadonlyMap<string, string>
  /** The form of merging was sent. */
  merging?: boolean | undefined
}

/** One category: its form, the way into another one, and what happened to it. */
export function CategoryPage({ lang, csrf, category, all, every, history, people, mayChange, refusal, saved, merging }: OneProps) {
  const words = text[lang]
  const [changed, merged] = merging ? [undefined, refusal] : [refusal, undefined]
  const target = category.mergedInto ? liveOf(every, category.id) : undefined
  // Whoever was slower has been told, sees the present one, and may put the own in its place.
  const version = refusal?.status === 409 ? category.version : typedOr(refusal, 'version', String(category.version))
  const isShown = shownCategories(every).some(({ id }) => id === category.id)
  return (
    <>
      <Breadcrumbs
        items={[
          { href: localPath(lang, paths.office), text: newsText[lang].office.title },
          { href: localPath(lang, paths.categories), text: words.title },
        ]}
        current={category.name}
      />
      <ErrorSummary problems={refusal?.problems ?? []} />
      <Saved lang={lang} saved={saved} />
      <PageHead
        title={category.name}
        tags={target ? <Tag>{words.mergedInto(target.name)}</Tag> : <Standing lang={lang} all={every} category={category} />}
        meta={paths.category(category.slug)}
        aside={
          isShown && (
            <ButtonLink href={localPath(lang, paths.category(category.slug))} look="second">
              {words.onSite}
            </ButtonLink>
          )
        }
      />
      {target && (
        <p>
          <a href={localPath(lang, paths.oneCategory(target.id))}>{target.name}</a>
        </p>
      )}
      {mayChange && !target && (
        <>
          <Section title={words.change}>
            <Form action={paths.oneCategory(category.id)} lang={lang} csrf={csrf}>
              <input type="hidden" name="version" value={version} />
              <PlaceFields lang={lang} all={all} category={category} refusal={changed} sort={category.sort} />
              <Checkbox
                name="hidden"
                label={words.fields.hidden}
                hint={words.hints.hidden}
                value="yes"
                checked={changed ? changed.typed['hidden'] === 'yes' : category.hidden}
                error={problemAt(changed, 'hidden')}
              />
              <Button>{words.save}</Button>
            </Form>
          </Section>
          <Section title={words.merge}>
            <p>{words.mergeLead}</p>
            <Form action={paths.mergeCategory(category.id)} lang={lang} csrf={csrf}>
              <input type="hidden" name="version" value={version} />
              <Select
                name="into"
                label={words.fields.into}
                items={all
                  .filter(({ id }) => id !== category.id)
                  .map(({ id, name, parentId }) => ({ value: id, text: parentId ? `– ${name}` : name }))}
                empty
                value={typedOr(merged, 'into')}
                error={problemAt(merged, 'into')}
                required
              />
              <Button look="danger">{words.mergeButton}</Button>
            </Form>
          </Section>
        </>
      )}
      <CategoryHistory lang={lang} history={history} people={people} every={every} />
    </>
  )
}
