import type { Db, Trx } from '../../../platform/database.ts'
import type { Block } from '../../../platform/office-text/block.ts'
import { DomainError } from '../../../shared/errors.ts'
import type { Actor, Scope } from '../../accounts/index.ts'
import { addDocument, type Document, findDocument, findSource, listPassages, type SentText } from '../../documents/index.ts'
import { makePlan } from '../make-programme.ts'
import type { Programme } from '../programme.ts'
import { readPlan } from '../reading/read-plan.ts'
import { proposalsOf } from './proposal.ts'
import { insertProposals } from './proposal-repository.ts'
import { readSource } from './read-source.ts'

export interface PaperPlan {
  /** Left out: as the paper is called. */
  title: string | null
  startsOn: Programme['startsOn']
  endsOn: Programme['endsOn']
}

const TITLE_MAX = 300
const titleOf = (title: string | null, subject: string | null, number: string | null) =>
  [...(title ?? subject ?? (number ? `Kế hoạch ${number}` : 'Kế hoạch chưa đặt tên'))].slice(0, TITLE_MAX).join('')

interface MakeOptions {
  db: Db
  now: () => Date
}

/** A new paper with its text and the file that it was read from, a draft plan that stands on it, and what the reading of it proposes: all or nothing. */
export function makePlanFromText(
  options: MakeOptions,
  scope: Scope,
  actor: Actor,
  { blocks, files }: Pick<SentText, 'blocks' | 'files'>,
  facts: PaperPlan,
  issuer: string,
): Promise<Programme> {
  const { document: head } = readPlan(blocks)
  return options.db.transaction().execute(async (trx) => {
    const subject = titleOf(facts.title, head.subject, head.number)
    const paper = {
      kind: 'plan' as const,
      number: head.number,
      issuer: head.issuer ?? issuer,
      subject,
      issuedOn: head.issuedOn,
      blocks,
      files,
    }
    const document = await addDocument({ ...options, db: trx }, scope, actor, paper)
    return planOn({ ...options, db: trx }, scope, actor, document, blocks, { ...facts, title: subject })
  })
}

/**
 * The same from a paper that is here already.
 * @throws DomainError paper_without_text 422
 */
export async function makePlanFromDocument(
  options: MakeOptions,
  scope: Scope,
  actor: Actor,
  documentId: string,
  facts: PaperPlan,
): Promise<Programme> {
  return options.db.transaction().execute(async (trx) => {
    const document = await findDocument(trx, scope, documentId)
    const source = document && (await findSource(trx, scope, document))
    if (!document || !source) throw new DomainError('paper_without_text', 422)
    return planOn({ ...options, db: trx }, scope, actor, document, readSource(source), {
      ...facts,
      title: titleOf(facts.title, document.subject, document.number),
    })
  })
}

async function planOn(
  options: MakeOptions & { db: Trx },
  scope: Scope,
  actor: Actor,
  document: Document,
  blocks: readonly Block[],
  facts: PaperPlan & { title: string },
): Promise<Programme> {
  const plan = await makePlan(options, scope, actor, { ...facts, document: document.id })
  const passages = await listPassages(options.db, scope, document.id, document.edition)
  await insertProposals(options.db, scope, plan.id, proposalsOf(readPlan(blocks), passages))
  return plan
}
