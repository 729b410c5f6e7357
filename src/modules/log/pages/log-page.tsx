import type { ComponentChildren } from 'preact'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { longDate, shortDate } from '../../../shared/format.ts'
import { localPath } from '../../../shared/lang.ts'
import { Button, EmptyState, PageHead, Pager, SearchBox, TextField, WithAside } from '../../../ui/index.ts'
import type { Archive } from '../mirror/archive.ts'
import { MirrorCard } from '../mirror/mirror-card.tsx'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { HeadCard, type HeadCardProps } from './head-card.tsx'
import { LeafList, type LeafListProps } from './leaf-list.tsx'

interface StateProps extends HeadCardProps {
  /** The mirror to take away; null before the first night. */
  archive: Archive | null
}

export interface DayPageProps extends StateProps, LeafListProps {
  day: CivilDate
  today: CivilDate
  days: { before: CivilDate | null; after: CivilDate | null }
  next: string | null
}

/** What one day wrote into the log, newest first. */
export function DayPage(props: DayPageProps) {
  const { lang, day, today, days, next } = props
  const words = text[lang]
  const link = (to: CivilDate | null, label: (day: string) => string, rel: string) =>
    to && (
      <a href={localPath(lang, paths.day(to))} rel={rel}>
        {label(shortDate(to))}
      </a>
    )
  return (
    <Frame {...props}>
      <h2>{day === today ? `${words.day.today}, ${shortDate(day)}` : words.day.of(longDate(lang, day))}</h2>
      <div class="period no-print">
        {link(days.before, words.day.before, 'prev')}
        {link(days.after, words.day.after, 'next')}
      </div>
      {props.leaves.length === 0 ? <EmptyState title={words.day.none} /> : <LeafList {...props} />}
      <Pager next={next ? { href: localPath(lang, `${paths.day(day)}&after=${next}`) } : undefined} />
      <form method="get" action={localPath(lang, paths.log)} class="no-print">
        <TextField name="ngay" label={words.day.choose} type="date" value={day} max={today} width={10} />
        <Button look="quiet">{words.day.show}</Button>
      </form>
    </Frame>
  )
}

/** The lines of one public case. */
export function CasePage({ code, found, ...props }: StateProps & LeafListProps & { code: string; found: boolean }) {
  const { lang } = props
  const words = text[lang].ofCase
  return (
    <Frame {...props} code={code}>
      <h2>{words.title(code)}</h2>
      {found ? <LeafList {...props} /> : <EmptyState title={words.none(code)} />}
      <p>
        <a href={localPath(lang, paths.log)}>{words.all}</a>
      </p>
    </Frame>
  )
}

function Frame({ children, code, ...props }: StateProps & { children: ComponentChildren; code?: string }) {
  const { lang } = props
  const words = text[lang]
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <SearchBox
        action={localPath(lang, paths.log)}
        name="viec"
        label={words.ofCase.label}
        labelShown
        placeholder="PL-2026-00128"
        submit={words.ofCase.find}
        value={code}
      />
      <WithAside
        aside={
          <>
            <HeadCard {...props} />
            <MirrorCard {...props} />
          </>
        }
      >
        {children}
      </WithAside>
    </>
  )
}
