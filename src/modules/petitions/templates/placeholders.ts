import type { CivilDate } from '../../../shared/civil-date.ts'
import { shortDate } from '../../../shared/format.ts'
import { type Petition, published } from '../petition.ts'

/** What a template may leave open. No name of a person is among them: whoever wants it in an answer types it. */
export const placeholders = ['ma', 'ngay_nhan', 'han', 'don_vi', 'ten_viec'] as const
export type Placeholder = (typeof placeholders)[number]

/** Stands where a case has no such fact: to be seen and filled in by hand. */
const GAP = '[…]'

const written = /\{\{([^{}]*)\}\}/g

const isKnown = (name: string): name is Placeholder => (placeholders as readonly string[]).includes(name)

/** The first name in double braces that is none of ours; null when there is none. */
export function unknownPlaceholder(text: string): string | null {
  for (const [, name = ''] of text.matchAll(written)) if (!isKnown(name.trim())) return name.trim()
  return null
}

type Facts = Record<Placeholder, string>

/** The text with the facts of a case in it. What comes with a fact is not looked into again. */
export function fillIn(text: string, facts: Facts): string {
  return text.replace(written, (whole, name: string) => (isKnown(name.trim()) ? facts[name.trim() as Placeholder] : whole))
}

type Known = Pick<Petition, 'code' | 'receivedOn' | 'dueOn' | 'subject' | 'body' | 'publicSubject' | 'publicBody' | 'publish'>

/** Where a case may be published, its name is the one that the public reads: what was cut out does not come back. */
export function factsOf(petition: Known, unitName: string | null): Facts {
  const day = (date: CivilDate | null) => (date ? shortDate(date) : GAP)
  return {
    ma: petition.code,
    ngay_nhan: day(petition.receivedOn),
    han: day(petition.dueOn),
    don_vi: unitName ?? GAP,
    ten_viec: (petition.publish ? published(petition) : petition).subject,
  }
}
