import type { FormRefusal } from '../../../../shared/form-refusal.ts'
import { number } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, Button, ButtonRow, Details, EmptyState, ErrorSummary, Form, Notice, PageHead } from '../../../../ui/index.ts'
import { paths } from '../../paths.ts'
import { text } from '../../plans/text.ts'
import type { Programme } from '../../programme.ts'
import type { Proposal } from '../proposal.ts'
import { text as own } from '../text.ts'
import { CARDS, pageOf, type Shown, sureOnes } from '../view.ts'
import { ProposalCard } from './proposal-card.tsx'
import { Beside, Views } from './views.tsx'

interface ProposalsPageProps {
  lang: Lang
  csrf: string
  programme: Programme
  proposals: readonly Proposal[]
  shown: Shown
  /** Headings of the paper by their address. */
  sections: ReadonlyMap<string, string>
  /** Our units, for the suggestions. */
  unitNames: readonly string[]
  /** Which of our units a name is. */
  unitOf: (name: string) => string | undefined
  mayTake: boolean
  /** What was just done: saved, or taken. */
  done: 'luu' | 'nhan' | null
  refusal?: FormRefusal | undefined
}

/** What the reading of a paper proposes: a card a sentence, also for those that were not understood; a page of them is one form. */
export function ProposalsPage(props: ProposalsPageProps) {
  const { lang, csrf, programme, proposals, shown, sections, unitNames, unitOf, mayTake, done, refusal } = props
  const { office, proposals: said, act } = text[lang]
  const words = own[lang]
  const waiting = proposals.filter(({ takenOn }) => takenOn === null)
  const taken = proposals.filter(({ takenOn }) => takenOn !== null)
  const page = pageOf(waiting, shown)
  const { counts } = page
  const isPart = page.cards.length < waiting.length
  const sure = waiting.length > CARDS ? sureOnes(waiting).length : 0
  const buttons = mayTake && page.cards.length > 0 && (
    <ButtonRow>
      <Button name="do" value="take">
        {isPart ? words.takePage : act.takeProposals}
      </Button>
      <Button name="do" value="save" look="second">
        {said.save}
      </Button>
      {sure > 0 && (
        <Button name="do" value="takeSure" look="second">
          {words.takeSure(number(lang, sure))}
        </Button>
      )}
    </ButtonRow>
  )
  return (
    <>
      <Breadcrumbs
        items={[
          { href: localPath(lang, paths.office), text: office.title },
          { href: localPath(lang, paths.officeOne(programme.slug)), text: programme.title },
        ]}
      />
      <PageHead title={said.title} lead={said.lead(number(lang, counts.all - counts.unread), number(lang, counts.unread))} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      {done && (
        <Notice tone="ok" live>
          {done === 'luu' ? (
            said.saved
          ) : (
            <>
              {words.takenStay(number(lang, waiting.length))} <a href={localPath(lang, paths.officeOne(programme.slug))}>{words.toDraft}</a>
            </>
          )}
        </Notice>
      )}
      {waiting.length === 0 && <EmptyState title={said.none} />}
      {waiting.length > 0 && (
        <Form action={paths.proposals(programme.slug)} lang={lang} csrf={csrf}>
          {/* The Enter key presses the first button of a form: it must take nothing. */}
          <span class="govuk-visually-hidden" aria-hidden="true">
            <button type="submit" name="do" value="save" tabindex={-1}>
              {said.save}
            </button>
          </span>
          <input type="hidden" name="version" value={programme.version} />
          <input type="hidden" name="xem" value={shown.view} />
          <input type="hidden" name="tu" value={shown.from} />
          <p class="govuk-hint">{said.rules}</p>
          {waiting.length > CARDS && <Views lang={lang} slug={programme.slug} shown={shown} counts={counts} mayTake={mayTake} />}
          {buttons}
          <datalist id="units">
            {unitNames.map((name) => (
              <option value={name} />
            ))}
          </datalist>
          {page.cards.length === 0 && <EmptyState title={words.noneHere} />}
          {bySection(page.cards, sections).map(({ section, cards }, at) => (
            <>
              {sections.size > 0 && <h2>{section ?? words.otherPlaces}</h2>}
              {cards.map((proposal, i) => (
                <ProposalCard lang={lang} proposal={proposal} isFirst={at + i === 0} refusal={refusal} unitOf={unitOf} />
              ))}
            </>
          ))}
          {isPart && (
            <p class="muted">
              {words.range(
                number(lang, Math.min(page.before + 1, page.of)),
                number(lang, page.before + page.cards.length),
                number(lang, page.of),
              )}
            </p>
          )}
          {buttons}
          <Beside lang={lang} slug={programme.slug} shown={shown} page={page} mayTake={mayTake} />
        </Form>
      )}
      {taken.length > 0 && (
        <Details summary={said.taken(number(lang, taken.length))}>
          <ul>
            {taken.map(({ sentence, path }) => (
              <li>
                {sentence} <small>({path})</small>
              </li>
            ))}
          </ul>
        </Details>
      )}
      <p>
        <a href={localPath(lang, paths.officeOne(programme.slug))}>{said.back}</a>
      </p>
    </>
  )
}

interface Section {
  /** The heading that stands over the sentences; undefined: there is none. */
  section: string | undefined
  cards: Proposal[]
}

/** Cards that follow each other under the same heading of the paper. */
function bySection(cards: readonly Proposal[], sections: ReadonlyMap<string, string>): Section[] {
  const groups: Section[] = []
  for (const card of cards) {
    const section = sectionOver(card.path, sections)
    const last = groups.at(-1)
    if (last && last.section === section) last.cards.push(card)
    else groups.push({ section, cards: [card] })
  }
  return groups
}

/** The nearest heading over `II/1/a#2`: of `II/1/a`, of `II/1`, of `II`. */
function sectionOver(path: string, sections: ReadonlyMap<string, string>): string | undefined {
  const steps = path.replace(/#.*$/, '').split('/')
  for (let n = steps.length; n > 0; n--) {
    const heading = sections.get(steps.slice(0, n).join('/'))
    if (heading !== undefined) return heading
  }
  return undefined
}
