import { type CivilDate, civilDateOf } from '../../../shared/civil-date.ts'
import { type Block, type Letter, numberWords, papers } from '../../letters/index.ts'
import { dueOf, productOf } from './item-words.ts'
import type { Out } from './load-out.ts'
import { assignmentOf } from './tables.ts'
import { words } from './words.vi.ts'

const order = ['objective', 'target', 'task', 'measure'] as const

/** Head and end of a paper made here. Its number and day are given by hand: they are left open. */
export function frameOf({ authority, place, unit, isDraft }: Pick<Out, 'authority' | 'place' | 'unit' | 'isDraft'>, madeOn: CivilDate) {
  const { onBehalf, chairman, head } = words.signer
  return {
    above: unit === null ? null : authority,
    issuer: unit ?? authority,
    number: null,
    symbol: unit === null ? words.UBND : null,
    place,
    issuedOn: null,
    isDraft,
    signer: unit === null ? { onBehalf, title: chairman, name: null } : { onBehalf: null, title: head, name: null },
    recipients: words.recipients(authority),
    madeOn,
  } as const
}

/** The programme itself: goals, targets, tasks, solutions, and who does what in the appendix. */
export function programmeLetter(out: Out): Letter {
  const { programme, source } = out
  const { intro, sections, carrying, carryingWords } = words.programme
  const blocks: Block[] = [{ paragraph: intro(programme.title) }]
  for (const kind of order) {
    const items = out.items.filter(({ task }) => task.kind === kind)
    if (items.length === 0) continue
    blocks.push({ heading: sections[kind], level: 1 })
    for (const { task, lead } of items) {
      blocks.push({ heading: task.title, level: 2 })
      if (task.details) blocks.push({ paragraph: task.details })
      const facts = words.facts({ lead, due: dueOf(task), product: productOf(task) })
      if (facts.length > 0) blocks.push({ list: facts })
    }
  }
  blocks.push({ heading: carrying, level: 1 }, { paragraph: carryingWords })
  // It bears the number of a paper that others have signed: nobody shall take it for that.
  const paper = source?.paper ?? 'programme'
  if (source) {
    const number = numberWords(paper, source.number, source.symbol)
    blocks.push({ paragraph: words.programme.noOriginal(number, civilDateOf(programme.updatedAt)) })
  }
  return {
    ...frameOf(out, civilDateOf(programme.updatedAt)),
    paper,
    subject: subjectOf(programme.title, paper),
    ...(source && { number: source.number, symbol: source.symbol, issuedOn: source.issuedOn }),
    blocks,
    appendices: [assignmentOf(out)],
  }
}

/** The title without the kind and number that stand above it: "Kế hoạch 37/KH-UBND thực hiện …" → "Thực hiện …". */
function subjectOf(title: string, paper: 'plan' | 'programme'): string {
  const rest = title.replace(new RegExp(`^${papers[paper].name} (?:số )?(?:\\d+/\\S+ )?`, 'iu'), '')
  return rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1)
}

/** The appendix alone. */
export function assignmentLetter(out: Out): Letter {
  return { ...programmeLetter(out), blocks: null }
}
