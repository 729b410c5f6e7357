import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { number } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Button, ErrorSummary, Notice, StarRadios } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import type { RatedArticle } from '../rated-article.ts'
import { averageOf, MOST_STARS, starChoices, type Totals } from '../rating.ts'
import { text } from '../text.ts'

export interface RatingSectionProps {
  lang: Lang
  article: Pick<RatedArticle, 'slug'>
  totals: Totals
  open: boolean
  /** Absent on kept pages, which are the same for everybody. */
  mine?: { csrf: string; own: number | null; done: 'rated' | 'takenBack' | null; refusal: FormRefusal | undefined } | undefined
}

/** Id of the section, by which the island finds it. */
const SECTION_ID = 'danh-gia'
/** The form that takes a rating back; its button stands beside that of the other form. */
const TAKE_BACK_ID = 'rut-danh-gia'

/** "Tổng số điểm của bài viết là: X trong Y đánh giá", and the way to rate. */
export function RatingSection({ lang, article, totals, open, mine }: RatingSectionProps) {
  const words = text[lang]
  const average = averageOf(totals)
  // Nobody rated it and nobody may: there is nothing to say.
  if (!open && !mine && average === null) return null
  return (
    <section class="rating" id={SECTION_ID} aria-labelledby="danh-gia-tong">
      {mine && <Told lang={lang} mine={mine} />}
      <h2 id="danh-gia-tong">{words.total(number(lang, totals.sum), number(lang, totals.count))}</h2>
      {average !== null && <p>{words.average(number(lang, average), number(lang, MOST_STARS))}</p>}
      {!open && <p>{words.closed}</p>}
      <div class="no-print">
        {open && <RateForm lang={lang} article={article} mine={mine} />}
        {mine && mine.own !== null && (
          <form method="post" action={localPath(lang, paths.takeBack(article.slug))} id={TAKE_BACK_ID} data-rating="">
            <input type="hidden" name="_csrf" value={mine.csrf} />
            {!open && <Button look="second">{words.page.takeBack}</Button>}
          </form>
        )}
      </div>
    </section>
  )
}

type Mine = NonNullable<RatingSectionProps['mine']>

/** What was just done, or why it was not; else what this reader rated before. */
function Told({ lang, mine: { own, done, refusal } }: { lang: Lang; mine: Mine }) {
  const { page, stars } = text[lang]
  if (refusal) return <ErrorSummary problems={refusal.problems} />
  const given = own === null ? null : stars(number(lang, own))
  if (given !== null && done === 'rated')
    return (
      <Notice tone="ok" live>
        {page.recorded(given)}
      </Notice>
    )
  if (given === null && done === 'takenBack')
    return (
      <Notice tone="ok" live>
        {page.takenBack}
      </Notice>
    )
  return <p>{given === null ? page.none : page.own(given)}</p>
}

/** It needs no token where the browser says from which site it comes: see decision 0011. */
function RateForm({ lang, article: { slug }, mine }: Pick<RatingSectionProps, 'lang' | 'article' | 'mine'>) {
  const words = text[lang]
  return (
    <form method="post" action={localPath(lang, paths.own(slug))} noValidate data-rating="">
      {mine && <input type="hidden" name="_csrf" value={mine.csrf} />}
      <StarRadios
        name="stars"
        label={words.ask}
        items={starChoices.map((n) => ({ value: String(n), text: words.stars(number(lang, n)) }))}
        value={mine?.own ? String(mine.own) : undefined}
        error={mine?.refusal?.problems.find(({ field }) => field === 'stars')?.text}
      />
      <p class="btn-row">
        <Button look={mine && mine.own === null ? 'main' : 'second'}>{mine?.own ? words.change : words.submit}</Button>
        {mine && mine.own !== null && (
          <Button look="quiet" form={TAKE_BACK_ID}>
            {words.page.takeBack}
          </Button>
        )}
        {!mine && (
          <a href={localPath(lang, paths.own(slug))} rel="nofollow">
            {words.ownLink}
          </a>
        )}
      </p>
    </form>
  )
}
