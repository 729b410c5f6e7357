import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, ButtonLink, DataTable, EmptyState, PageHead, Pager, Tag } from '../../../../ui/index.ts'
import type { Unit } from '../../../accounts/index.ts'
import { text as officeText } from '../../office/text.ts'
import { text as petitionText } from '../../text.ts'
import { TEMPLATES } from '../paths.ts'
import type { Template } from '../template-repository.ts'
import { text } from '../text.ts'

interface Props {
  lang: Lang
  page: { items: readonly Template[]; next: string | null }
  first: boolean
  units: readonly Unit[]
}

export function TemplatesPage({ lang, page, first, units }: Props) {
  const words = text[lang]
  const row = ({ id, title, outcome, unitId, retiredAt }: Template) => ({
    cells: [
      <a href={localPath(lang, `${TEMPLATES}/${id}`)}>
        <bdi>{title}</bdi>
      </a>,
      petitionText[lang].outcome[outcome],
      unitId === null ? words.allUnits : (units.find((unit) => unit.id === unitId)?.name ?? ''),
      <Tag tone={retiredAt ? 'neutral' : 'ok'}>{retiredAt ? words.retired : words.inUse}</Tag>,
    ],
  })
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, '/lam-viec'), text: officeText[lang].case.inbox }]} current={words.title} />
      <PageHead
        title={words.title}
        lead={words.lead}
        aside={<ButtonLink href={localPath(lang, `${TEMPLATES}/moi`)}>{words.write}</ButtonLink>}
      />
      {page.items.length === 0 ? (
        <EmptyState title={words.empty} />
      ) : (
        <DataTable
          caption={words.title}
          captionHidden
          stack
          rowHeads
          head={[
            { text: words.columns.title },
            { text: words.columns.outcome },
            { text: words.columns.unit },
            { text: words.columns.state },
          ]}
          rows={page.items.map(row)}
        />
      )}
      <Pager
        previous={first ? undefined : { href: localPath(lang, TEMPLATES), text: words.first }}
        next={page.next ? { href: localPath(lang, `${TEMPLATES}?after=${page.next}`) } : undefined}
      />
    </>
  )
}
