import type { CivilDate } from '../../../../shared/civil-date.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { ArticleList, EmptyState, FilterPanel, PageHead, Pager, SearchBox, Select } from '../../../../ui/index.ts'
import type { Unit } from '../../../accounts/index.ts'
import type { Page, RegisterFilter } from '../../list-petitions.ts'
import { type Petition, petitionKinds, petitionStatuses } from '../../petition.ts'
import { text as petitionText } from '../../text.ts'
import { unitItems } from '../../unit-items.ts'
import { appliedFilters, pageSizes, registerPath } from '../register-filter.ts'
import { text } from '../text.ts'
import { petitionArticle } from './petition-article.tsx'

interface Props {
  lang: Lang
  filter: RegisterFilter
  after: string | null
  limit: number
  page: Page<Petition>
  units: readonly Unit[]
  today: CivilDate
}

/** Statuses that a published case can have today. */
const shownStatuses = petitionStatuses.filter((status) => !['withdrawn', 'transferred', 'suspended', 'closed'].includes(status))

export function RegisterPage({ lang, filter, after, limit, page, units, today }: Props) {
  const words = text[lang].register
  const labels = petitionText[lang]
  const here = (query: Parameters<typeof registerPath>[1]) => localPath(lang, registerPath('/don', { limit, ...query }))
  const applied = appliedFilters(lang, filter, units).map(({ field, text: name }) => ({
    text: name,
    removeHref: here({ ...filter, [field]: undefined }),
  }))
  const unitNames = new Map(units.map((unit) => [unit.id, unit.shortName]))
  const feed = localPath(lang, registerPath('/don.atom', filter))
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <SearchBox
        action={localPath(lang, '/don')}
        name="q"
        label={words.search}
        labelShown
        placeholder={words.searchHint}
        submit={words.go}
        value={filter.q}
        keep={Object.fromEntries(
          Object.entries({
            kind: filter.kind,
            status: filter.status,
            unit: filter.unit,
            limit: limit === pageSizes[0] ? undefined : String(limit),
          }).filter((pair): pair is [string, string] => pair[1] !== undefined),
        )}
      />
      <FilterPanel action={localPath(lang, '/don')} applied={applied} clearHref={localPath(lang, '/don')} open={false}>
        {filter.q && <input type="hidden" name="q" value={filter.q} />}
        <Select
          name="kind"
          label={words.kind}
          empty={words.any}
          value={filter.kind}
          items={petitionKinds.map((kind) => ({ value: kind, text: labels.kind[kind] }))}
        />
        <Select
          name="status"
          label={words.status}
          empty={words.any}
          value={filter.status}
          items={shownStatuses.map((status) => ({ value: status, text: labels.status[status] }))}
        />
        <Select name="unit" label={words.unit} empty={words.any} value={filter.unit} items={unitItems(lang, units, today, 'shortName')} />
        <Select
          name="limit"
          label={words.perPage}
          value={String(limit)}
          items={pageSizes.map((size) => ({ value: String(size), text: String(size) }))}
        />
      </FilterPanel>
      {page.items.length === 0 ? (
        <EmptyState title={applied.length > 0 ? words.empty : words.emptyAll}>{applied.length > 0 && <p>{words.emptyHint}</p>}</EmptyState>
      ) : (
        <ArticleList
          level={2}
          items={page.items.map((petition) =>
            petitionArticle(lang, petition, `/don/${petition.code}`, today, petition.unitId ? unitNames.get(petition.unitId) : undefined),
          )}
        />
      )}
      <Pager
        previous={after ? { href: here(filter), text: words.first } : undefined}
        next={page.next ? { href: here({ ...filter, after: page.next }) } : undefined}
      />
      <p class="section">
        <a href={feed}>{words.feed}</a>
      </p>
    </>
  )
}
