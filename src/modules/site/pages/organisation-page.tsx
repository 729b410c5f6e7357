import type { Lang } from '../../../shared/lang.ts'
import { Card, EmptyState, PageHead, Section } from '../../../ui/index.ts'
import type { Organisation } from '../organisation.ts'
import { text } from '../text.ts'

interface Props {
  lang: Lang
  authorityName: string
  organisation: Organisation
}

/** `/co-cau-to-chuc`: from the committee down to its units, as headings and lists: read aloud in the order of the office. */
export function OrganisationPage({ lang, authorityName, organisation }: Props) {
  const { organisation: words } = text[lang]
  const names = (people: readonly string[]) => (people.length > 0 ? people.join(', ') : words.nobody)
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <Card title={authorityName}>
        <p>
          {words.chairman}: <b>{names(organisation.chairmen)}</b>
        </p>
      </Card>
      {organisation.groups.length === 0 && <EmptyState title={words.noUnits} />}
      {organisation.groups.map(({ kind, units }) => (
        <Section key={kind} title={words.kinds[kind] ?? words.other}>
          <ul class="organisation">
            {units.map((unit) => (
              <li key={unit.id} class="card">
                <h3>{unit.name}</h3>
                {unit.heads.length > 0 && (
                  <p class="meta">
                    {words.head}: {names(unit.heads)}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}
