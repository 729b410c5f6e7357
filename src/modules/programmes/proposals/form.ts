import { createHash } from 'node:crypto'
import { z } from 'zod'
import { refuseInput } from '../../../platform/http/input.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { type FieldProblem, InvalidInput } from '../../../shared/errors.ts'
import { civilDate, optionalText, requiredText } from '../../../shared/fields.ts'
import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { labels } from '../fields.ts'
import { recurrences, WORDS_MAX } from '../items/item-fields.ts'
import { text as plansText } from '../plans/text.ts'
import { taskKinds } from '../task.ts'
import type { itemsFrom } from './items-from.ts'
import type { Proposal } from './proposal.ts'
import type { Mended } from './proposal-repository.ts'
import { text } from './text.ts'

/** Longest words of a proposal; as an item each of its lines has its own limit. */
const PROPOSAL_MAX = 20_000

const blankIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const names = optionalText({ max: 2_000 })
/** One proposal as its card in the form sends it. */
const Card = z.object({
  kind: z.enum(taskKinds, { error: () => 'required' }),
  title: requiredText({ max: PROPOSAL_MAX }),
  lead: optionalText({ max: WORDS_MAX, singleLine: true }),
  partners: names,
  due: optionalText({ max: WORDS_MAX, singleLine: true }),
  dueOn: z.preprocess(blankIsNull, civilDate.transform((on) => on as CivilDate).nullable()),
  every: z.preprocess(blankIsNull, z.enum(recurrences).nullable()),
})
const cardFields = Object.keys(Card.shape)

/** How a field of a card is called: `title-12`. */
export const fieldOf = (name: string, place: number) => `${name}-${place}`

/** The number of the card that a field belongs to. */
export const placeOf = (field: string) => Number(field.split('-')[1])

/** The proposals whose cards the form sent: those of its page. */
export function inForm(body: Readonly<Record<string, unknown>>, waiting: readonly Proposal[]): Proposal[] {
  return waiting.filter(({ place }) => body[fieldOf('title', place)] !== undefined)
}

/** What a card held when its page was made, in few letters: two officers may mend the same paper. */
export function stateOf({ kind, title, lead, partners, dueWords, dueOn, every, ticked, joined }: Omit<Mended, 'place'>): string {
  const card = { kind, title, lead: lead ?? '', partners: partners ?? '', due: dueWords ?? '', dueOn: dueOn ?? '', every: every ?? '' }
  // As the form would send it, so that a card that nobody touched is the same.
  const { data = card } = Card.safeParse(card)
  return createHash('sha256')
    .update(JSON.stringify([...cardFields.map((name) => data[name as keyof typeof data]), ticked, joined]))
    .digest('hex')
    .slice(0, 16)
}

/**
 * What the form says of the proposals that wait; one whose card is not in the form stays as it is, and so does one that another officer
 * mended meanwhile and this form did not touch.
 * @throws InvalidInput with every problem, each at the field of its card; also where both mended the same card
 */
export function mendedFrom(body: unknown, waiting: readonly Proposal[]): Mended[] {
  const typed = (body ?? {}) as Record<string, unknown>
  const problems: FieldProblem[] = []
  const mended = inForm(typed, waiting).flatMap((stored): Mended[] => {
    const { place } = stored
    const card = Card.safeParse(Object.fromEntries(cardFields.map((name) => [name, typed[fieldOf(name, place)]])))
    if (!card.success) {
      for (const issue of card.error.issues) {
        const { code = 'invalid_value', ...params } = ('params' in issue ? (issue.params ?? {}) : {}) as { code?: string }
        problems.push({ field: fieldOf(String(issue.path[0]), place), code, params })
      }
      return []
    }
    const { due, ...facts } = card.data
    const own: Mended = {
      place,
      ...facts,
      dueWords: due,
      ticked: typed[fieldOf('take', place)] !== undefined,
      joined: typed[fieldOf('join', place)] !== undefined,
    }
    const [seen, now, sent] = [typed[fieldOf('seen', place)] ?? stateOf(stored), stateOf(stored), stateOf(own)]
    if (seen === now) return [own]
    if (seen !== sent && now !== sent)
      problems.push({ field: fieldOf('title', place), code: 'changed_meanwhile', params: { now: stored.title } })
    return []
  })
  if (problems.length > 0) refuseInput(problems, cardLabels(problems))
  return mended
}

/** The refused form again: a card whose other words its officer was just told counts as seen, so that saving again replaces them. */
export function seenAgain(error: unknown, refusal: FormRefusal): FormRefusal {
  const told = (error instanceof InvalidInput ? error.problems : []).filter(({ code }) => code === 'changed_meanwhile')
  const seen = new Set(told.map(({ field }) => fieldOf('seen', placeOf(field))))
  return { ...refusal, typed: Object.fromEntries(Object.entries(refusal.typed).filter(([name]) => !seen.has(name))) }
}

/** What an item is made of, by the field of the card that it was typed in. */
const fieldOfItem: Record<string, string> = {
  leadWords: 'lead',
  unitId: 'lead',
  partnerWords: 'partners',
  partnerIds: 'partners',
  dueWords: 'due',
  places: 'title',
  anchorIds: 'title',
}

/**
 * A refusal of the items that cards gave, at the cards: `taken.3.item.title` becomes `title-12`. Other refusals pass as they are.
 * @throws what it was given, or InvalidInput
 */
export function refuseAtCards(error: unknown, taken: ReturnType<typeof itemsFrom>): never {
  if (!(error instanceof InvalidInput)) throw error
  const problems = error.problems.map((problem) => {
    const [, at, name] = /^taken\.(\d+)\.(?:item\.)?(\w+)/.exec(problem.field) ?? []
    const place = at === undefined ? undefined : taken[Number(at)]?.places[0]
    return place === undefined ? problem : { ...problem, field: fieldOf(fieldOfItem[name!] ?? name!, place) }
  })
  // Two lines of one card are one field.
  const once = [...new Map(problems.map((problem) => [problem.field, problem])).values()]
  refuseInput(once, cardLabels(once))
}

/** Labels of the fields that a refusal names, as the card has them and with its number. */
function cardLabels(problems: readonly FieldProblem[]): typeof labels {
  const named = (lang: 'vi' | 'en') => {
    const { words, dueOn } = plansText[lang].proposals
    const own: Record<string, string> = { ...labels[lang], title: words, dueOn }
    return Object.fromEntries(
      problems.map(({ field }) => {
        const name = field.split('-')[0]!
        return [field, text[lang].ofCard(own[name] ?? name, String(placeOf(field)))]
      }),
    )
  }
  return { vi: named('vi'), en: named('en') }
}
