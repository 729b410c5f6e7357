import type { ComponentChildren } from 'preact'
import { civilDateOf } from '../../../../shared/civil-date.ts'
import { number, percent, shortDate } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { BarChart, ButtonLink, Card, DataTable, Details, Pager, Prose, Tag, type Tone } from '../../../../ui/index.ts'
import type { Standing } from '../standing.ts'
import { text } from '../text.ts'
import { type OfficialVerdict, officialBodies, type Said, sayings, sumOf } from '../verdict.ts'

interface SectionProps {
  lang: Lang
  standing: Standing
  /** What the agency says of it, beside what the people say. */
  agency: ComponentChildren
  /** Form of a new verdict; null while none is taken. */
  formHref: string | null
  /** The form's button is the main one of the page unless this says otherwise. */
  look?: 'main' | 'second' | undefined
  /** The next page of words. */
  hrefAfter: (cursor: string) => string
}

export const STANDING_ID = 'nhan-xet-cua-dan'
const tones: Record<Said, Tone> = { done: 'ok', partly: 'soon', not: 'late' }
const bars = { done: 'kept', partly: 'running', not: 'late' } as const

/** Both figures side by side: what the agency says, and what the people say; never one mixed. */
export function StandingSection({ lang, standing, agency, formHref, look = 'main', hrefAfter }: SectionProps) {
  const words = text[lang].section
  return (
    <section id={STANDING_ID} aria-labelledby={`${STANDING_ID}-tua`}>
      <h2 id={`${STANDING_ID}-tua`}>{words.title}</h2>
      <div class="two-cards">
        <Card title={words.agency} level={3}>
          {agency}
        </Card>
        <Card title={words.people} level={3}>
          <PeoplesFigures lang={lang} standing={standing} />
          {formHref ? (
            <p>
              <ButtonLink look={look} href={localPath(lang, formHref)}>
                {words.write}
              </ButtonLink>
            </p>
          ) : (
            <p class="muted">{words.closed}</p>
          )}
        </Card>
      </div>
      <div class="two-cards">
        {officialBodies.map((body) => (
          <Card title={text[lang].body[body]} level={3}>
            <OfficialVerdicts lang={lang} verdicts={standing.official[body]} />
          </Card>
        ))}
      </div>
      <h3 id="loi-cua-dan">{words.words}</h3>
      {standing.words.items.length === 0 && <p>{words.noWords}</p>}
      <ul class="comment-list">
        {standing.words.items.map((one) => (
          <li class="comment">
            <p class="comment-head">
              <b>
                <bdi>{one.name ?? text[lang].noName}</bdi>
              </b>{' '}
              <Tag tone={tones[one.said]}>{text[lang].saidOf(text[lang].said[one.said])}</Tag>{' '}
              <time dateTime={civilDateOf(one.sentAt)}>{shortDate(civilDateOf(one.sentAt))}</time>
            </p>
            {one.body && <Prose text={one.body} />}
            {one.photoIds.length > 0 && (
              <p class="photo-row">
                {one.photoIds.map((id, i) => (
                  <a href={`/anh/${id}.jpg`}>
                    <img src={`/tep/${id}/nho`} alt={text[lang].photo(number(lang, i + 1))} width={160} loading="lazy" />
                  </a>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
      <Pager next={standing.words.next ? { href: localPath(lang, hrefAfter(standing.words.next)), text: words.more } : undefined} />
      {standing.earlier.length > 0 && <EarlierRounds lang={lang} standing={standing} />}
    </section>
  )
}

function PeoplesFigures({ lang, standing: { figures } }: Pick<SectionProps, 'lang' | 'standing'>) {
  const words = text[lang].section
  const all = sumOf(figures)
  if (all === 0) return <p>{words.nobody}</p>
  return (
    <>
      <p>
        <b>{words.ofPeople(number(lang, figures.done), number(lang, all))}</b>
      </p>
      <BarChart
        caption={words.chart}
        captionHidden
        head={words.head}
        items={sayings.map((said) => ({
          label: `${text[lang].said[said]} (${percent(lang, figures[said] / all).replace(' ', '\u00a0')})`,
          value: number(lang, figures[said]),
          share: figures[said] / all,
          tone: bars[said],
        }))}
      />
    </>
  )
}

/** The newest stands; the earlier ones are folded away and stay. */
function OfficialVerdicts({ lang, verdicts: [standing, ...earlier] }: { lang: Lang; verdicts: readonly OfficialVerdict[] }) {
  const words = text[lang].section
  if (!standing) return <p>{words.none}</p>
  return (
    <>
      <Official lang={lang} verdict={standing} />
      {earlier.length > 0 && (
        <Details summary={words.earlier}>
          {earlier.map((verdict) => (
            <Official lang={lang} verdict={verdict} />
          ))}
        </Details>
      )}
    </>
  )
}

function Official({ lang, verdict: { said, words, minutes, givenOn } }: { lang: Lang; verdict: OfficialVerdict }) {
  const { section, said: names } = text[lang]
  return (
    <>
      <p>
        <Tag tone={tones[said]}>{names[said]}</Tag> {section.given(shortDate(givenOn))}
        {minutes && (
          <>
            , <bdi>{section.byMinutes(minutes)}</bdi>
          </>
        )}
      </p>
      <Prose text={words} />
    </>
  )
}

function EarlierRounds({ lang, standing: { earlier } }: Pick<SectionProps, 'lang' | 'standing'>) {
  const words = text[lang].section
  return (
    <Details summary={words.rounds}>
      <p>{words.roundsHint}</p>
      <DataTable
        caption={words.rounds}
        captionHidden
        rowHeads
        stack
        head={words.roundsHead.map((head, i) => ({ text: head, numeric: i > 1 }))}
        rows={earlier.map(({ round, openedOn, ...figures }) => ({
          cells: [words.roundNow(number(lang, round)), shortDate(openedOn), ...sayings.map((said) => number(lang, figures[said]))],
        }))}
      />
      {earlier.flatMap(({ round, official }) =>
        official.map((verdict) => (
          <>
            <p>
              <b>
                {text[lang].body[verdict.body]} · {words.roundNow(number(lang, round))}
              </b>
            </p>
            <Official lang={lang} verdict={verdict} />
          </>
        )),
      )}
    </Details>
  )
}
