import { type CivilDate, civilDateOf } from '../../../shared/civil-date.ts'
import type { Block, Letter } from '../../letters/index.ts'
import { dueOf, productOf } from './item-words.ts'
import type { Out } from './load-out.ts'
import { assignmentOf } from './tables.ts'
import { words } from './words.vi.ts'

const order = ['objective', 'target', 'task', 'measure'] as const

/** Head and end that all papers of a programme share. Numbers and days are given by hand: they are left open. */
export function frameOf({ programme, authority, place, unit, isDraft }: Out, madeOn: CivilDate) {
  const { onBehalf, chairman, head } = words.signer
  return {
    above: unit === null ? null : authority,
    issuer: unit ?? authority,
    number: null,
    symbol: unit === null ? words.UBND : null,
    place,
    issuedOn: null,
    subject: programme.title,
    isDraft,
    signer: unit === null ? { onBehalf, title: chairman, name: null } : { onBehalf: null, title: head, name: null },
    recipients: words.recipients(authority),
    madeOn,
  } as const
}

/** The programme itself: goals, targets, tasks, solutions, and who does what in the appendix. */
export function programmeLetter(out: Out): Letter {
  const { intro, sections, carrying, carryingWords } = words.programme
  const blocks: Block[] = [{ paragraph: intro(out.programme.title) }]
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
  return { paper: 'programme', ...frameOf(out, civilDateOf(out.programme.updatedAt)), blocks, appendices: [assignmentOf(out)] }
}

/** The appendix alone. */
export function assignmentLetter(out: Out): Letter {
  return { ...programmeLetter(out), blocks: null }
}
