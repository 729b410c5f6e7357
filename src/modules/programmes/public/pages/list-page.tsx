import { shortDate } from '../../../../shared/format.ts'
import type { Page } from '../../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Card, EmptyState, PageHead, Pager, Tag } from '../../../../ui/index.ts'
import { paths } from '../../paths.ts'
import type { Programme } from '../../programme.ts'
import { programmesDataset, promisesDataset } from '../dataset.ts'
import type { Figures } from '../figures.ts'
import { text } from '../text.ts'
import { DataLinks } from './data-links.tsx'
import { FigureLine } from './parts.tsx'

interface ListPageProps {
  lang: Lang
  page: Page<{ plan: Programme; figures: Figures }>
}

/** "Lời hứa và việc làm": all plans that are out. */
export function ListPage({ lang, page }: ListPageProps) {
  const { list, name, programmeStatus } = text[lang]
  return (
    <>
      <PageHead title={name} lead={list.lead} />
      {page.items.length === 0 ? (
        <EmptyState title={list.none}>
          <p>{list.noneHint}</p>
        </EmptyState>
      ) : (
        <div class="stack">
          {page.items.map(({ plan, figures }) => (
            <Card
              title={plan.title}
              href={localPath(lang, paths.one(plan.slug))}
              tags={plan.status === 'ended' && <Tag>{programmeStatus.ended}</Tag>}
            >
              <p class="small muted">{list.from(shortDate(plan.publishedOn!))}</p>
              <FigureLine lang={lang} figures={figures} />
            </Card>
          ))}
        </div>
      )}
      <Pager next={page.next ? { href: localPath(lang, `${paths.list}?after=${page.next}`) } : undefined} />
      <h2>{list.data}</h2>
      <DataLinks hint={list.dataHint} dataset={promisesDataset} />
      <DataLinks hint={list.programmesHint} dataset={programmesDataset} />
    </>
  )
}
