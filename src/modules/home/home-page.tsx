import type { CivilDate } from '../../shared/civil-date.ts'
import { longInstant, number, percent } from '../../shared/format.ts'
import { type Lang, localPath } from '../../shared/lang.ts'
import { ArticleList, BarChart, ButtonLink, Doors, EmptyState, Hero, ScoreCard, SearchBox, Section, WithAside } from '../../ui/index.ts'
import { type ArticleHead, newsPaths, newsTime } from '../news/index.ts'
import type { Petition, PublicFigures } from '../petitions/index.ts'
import { PollBlock, type PollOnPage } from '../polls/index.ts'
import { type Promises, PromisesSection } from '../programmes/index.ts'
import type { HomeText } from './text.ts'

export interface HomeProps {
  lang: Lang
  words: HomeText
  figures: PublicFigures
  recent: readonly Petition[]
  news: readonly ArticleHead[]
  /** What readers are asked today. */
  poll: PollOnPage | undefined
  promises: Promises
  today: CivilDate
  /** `Kiến nghị · Đang giải quyết`. */
  tagsOf: (petition: Petition) => string
}

/** Above the fold: what one can do, and how well the office keeps its dates. */
export function HomeHero({ lang, words, figures }: Pick<HomeProps, 'lang' | 'words' | 'figures'>) {
  return (
    <Hero
      title={words.hero.title}
      accent={words.hero.accent}
      lead={words.hero.lead}
      aside={<Score lang={lang} words={words} figures={figures} />}
    >
      <p class="btn-row">
        <ButtonLink href={localPath(lang, '/gui-don')}>{words.hero.file}</ButtonLink>
        <ButtonLink href={localPath(lang, '/don')} look="second">
          {words.hero.register}
        </ButtonLink>
      </p>
      <SearchBox
        action={localPath(lang, '/tra-cuu')}
        name="ma"
        label={words.track.label}
        placeholder={words.track.placeholder}
        submit={words.track.submit}
      />
    </Hero>
  )
}

function Score({ lang, words, figures }: Pick<HomeProps, 'lang' | 'words' | 'figures'>) {
  const { score } = words
  const answered = figures.answeredOnTime + figures.answeredLate
  const [year, month] = figures.month.split('-')
  const share = (onTime: number, late: number) => onTime / (onTime + late)
  return (
    <ScoreCard
      title={score.title(`${Number(month)}/${year}`)}
      tiles={[
        { value: number(lang, figures.received), label: score.received },
        {
          value: answered === 0 ? score.none : percent(lang, share(figures.answeredOnTime, figures.answeredLate)),
          label: score.onTime,
          tone: 'ok',
        },
        { value: number(lang, figures.overdue), label: score.overdue, tone: figures.overdue > 0 ? 'late' : 'ok' },
      ]}
    >
      {figures.units.length > 0 && (
        <BarChart
          caption={score.units}
          captionHidden
          head={score.unitHead}
          items={figures.units.slice(0, 6).map((unit) => ({
            label: unit.name,
            value: unit.atLeast ? `≥ ${percent(lang, Math.round(unit.share * 100) / 100)}` : percent(lang, unit.share),
            share: unit.share,
            tone: unit.share < 1 ? ('running' as const) : ('kept' as const),
          }))}
        />
      )}
      <p class="small muted">
        {figures.verdicts > 0 ? score.verdict(number(lang, figures.solvedByVerdict), number(lang, figures.verdicts)) : score.noVerdict}{' '}
        <a href={localPath(lang, '/thong-ke')}>{score.more}</a>
      </p>
    </ScoreCard>
  )
}

export function HomePage({ lang, words, recent, news, tagsOf, poll, promises, today }: Omit<HomeProps, 'figures'>) {
  const newest = (
    <Section title={words.news.title} more={{ href: localPath(lang, newsPaths.list), text: words.news.more }}>
      {news.length === 0 ? (
        <EmptyState title={words.news.none} />
      ) : (
        <ArticleList
          items={news.map((article) => ({
            href: localPath(lang, newsPaths.article(article.slug)),
            title: article.title,
            meta: [article.publishedAt && newsTime(lang, article.publishedAt), article.source].filter(Boolean).join(' · '),
          }))}
        />
      )}
    </Section>
  )
  return (
    <>
      <Doors
        items={words.doors.map(({ title, text, href, facts, notYet }) => ({
          title,
          text,
          href: localPath(lang, href),
          facts: notYet ? [...facts, <span class="muted">{notYet}</span>] : facts,
        }))}
      />
      <PromisesSection lang={lang} promises={promises} today={today} />
      <Section title={words.recent.title} lead={words.recent.lead} more={{ href: localPath(lang, '/don'), text: words.recent.more }}>
        {recent.length === 0 ? (
          <EmptyState title={words.recent.none} />
        ) : (
          <ArticleList
            items={recent.map((petition) => ({
              href: localPath(lang, `/don/${petition.code}`),
              title: petition.subject,
              meta: `${tagsOf(petition)} · ${longInstant(lang, petition.receivedAt)}`,
            }))}
          />
        )}
      </Section>
      {poll ? <WithAside aside={<PollBlock lang={lang} {...poll} />}>{newest}</WithAside> : newest}
    </>
  )
}
