import { z } from 'zod'
import { refuseInput } from '../../../platform/http/input.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import type { FieldProblem } from '../../../shared/errors.ts'
import { civilDate, optionalText, requiredText } from '../../../shared/fields.ts'
import { labels } from '../fields.ts'
import { recurrences, WORDS_MAX } from '../items/item-fields.ts'
import { taskKinds } from '../task.ts'
import type { Proposal } from './proposal.ts'
import type { Mended } from './proposal-repository.ts'

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

/**
 * What the form says of the proposals that wait; one whose card is not in the form stays as it is.
 * @throws InvalidInput with every problem, each at the field of its card
 */
export function mendedFrom(body: unknown, waiting: readonly Proposal[]): Mended[] {
  const typed = (body ?? {}) as Record<string, unknown>
  const problems: FieldProblem[] = []
  const mended = waiting.flatMap(({ place }): Mended[] => {
    if (typed[fieldOf('title', place)] === undefined) return []
    const card = Card.safeParse(Object.fromEntries(cardFields.map((name) => [name, typed[fieldOf(name, place)]])))
    if (!card.success) {
      for (const issue of card.error.issues) {
        const { code = 'invalid_value', ...params } = ('params' in issue ? (issue.params ?? {}) : {}) as { code?: string }
        problems.push({ field: fieldOf(String(issue.path[0]), place), code, params })
      }
      return []
    }
    const { due, ...facts } = card.data
    return [
      {
        place,
        ...facts,
        dueWords: due,
        ticked: typed[fieldOf('take', place)] !== undefined,
        joined: typed[fieldOf('join', place)] !== undefined,
      },
    ]
  })
  if (problems.length > 0) refuseInput(problems, cardLabels(problems))
  return mended
}

/** Labels of the fields that a refusal names, with the number of the card. */
function cardLabels(problems: readonly FieldProblem[]): typeof labels {
  const named = (lang: 'vi' | 'en') =>
    Object.fromEntries(
      problems.map(({ field }) => {
        const [name, place] = field.split('-')
        return [field, `${labels[lang][name!] ?? name} (${place})`]
      }),
    )
  return { vi: named('vi'), en: named('en') }
}
