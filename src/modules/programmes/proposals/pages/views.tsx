import { number } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Button, ButtonRow, Pager, Tabs } from '../../../../ui/index.ts'
import { paths } from '../../paths.ts'
import { text } from '../text.ts'
import { type Page, queryOf, type Shown, views } from '../view.ts'

interface Props {
  lang: Lang
  slug: string
  shown: Shown
  mayTake: boolean
}

const buttonValue = ({ view, from }: Shown) => `go:${view}:${from}`
const hrefOf = (lang: Lang, slug: string, shown: Shown) => localPath(lang, `${paths.proposals(slug)}?${queryOf(shown)}`)

/** By how sure the reading is. Whoever may mend goes from one to the other by buttons that save what was typed. */
export function Views({ lang, slug, shown, counts, mayTake }: Props & { counts: Page['counts'] }) {
  const words = text[lang]
  const all = views.filter((view) => counts[view] > 0 || view === shown.view)
  if (!mayTake) {
    const items = all.map((view) => ({
      href: hrefOf(lang, slug, { view, from: 1 }),
      text: words.views[view],
      count: number(lang, counts[view]),
      current: view === shown.view,
    }))
    return <Tabs label={words.viewsLabel} items={items} />
  }
  return (
    <fieldset class="govuk-fieldset" aria-describedby="views-hint">
      <legend class="govuk-fieldset__legend">{words.viewsLabel}</legend>
      <p id="views-hint" class="govuk-hint">
        {words.viewsHint}
      </p>
      <ButtonRow>
        {all.map((view) => {
          const name = `${words.views[view]} (${number(lang, counts[view])})`
          return view === shown.view ? (
            <b aria-current="true">{name}</b>
          ) : (
            <Button name="do" value={buttonValue({ view, from: 1 })} look="quiet" small>
              {name}
            </Button>
          )
        })}
      </ButtonRow>
    </fieldset>
  )
}

/** The pages beside this one. */
export function Beside({ lang, slug, shown, page, mayTake }: Props & { page: Page }) {
  const words = text[lang]
  const { previous, next } = page
  const at = (from: number): Shown => ({ view: shown.view, from })
  if (!mayTake) {
    const link = (from: number | null) => (from === null ? undefined : { href: hrefOf(lang, slug, at(from)) })
    return <Pager previous={link(previous)} next={link(next)} />
  }
  return (
    <ButtonRow>
      {previous !== null && (
        <Button name="do" value={buttonValue(at(previous))} look="second">
          {words.previous}
        </Button>
      )}
      {next !== null && (
        <Button name="do" value={buttonValue(at(next))} look="second">
          {words.next}
        </Button>
      )}
    </ButtonRow>
  )
}
