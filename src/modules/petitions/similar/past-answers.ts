import type { Db } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Outcome, Petition } from '../petition.ts'
import { findSimilar, type SimilarCase } from './find-similar.ts'

/** A case like this one, with the answer that stands. */
export interface PastAnswer extends SimilarCase {
  text: string | null
}

const MOST = 5

/** Answers to cases like this one, the most alike first: as far as an officer of this unit may read them, of every unit when null. */
export async function findPastAnswers(
  db: Db,
  scope: Scope,
  petition: Pick<Petition, 'id' | 'subject'>,
  readerUnitId: string | null,
): Promise<PastAnswer[]> {
  const similar = await findSimilar(db, scope, {
    subject: petition.subject,
    among: { answeredFor: readerUnitId },
    except: petition.id,
    most: MOST,
  })
  if (similar.length === 0) return []
  const answers = await db
    .selectFrom('petition_answers')
    .select(['petition_id as petitionId', 'text', 'public_text as publicText'])
    .where('authority_id', '=', scope.authorityId)
    .where('state', '=', 'issued')
    .where(
      'petition_id',
      'in',
      similar.map(({ id }) => id),
    )
    .execute()
  const found = new Map(answers.map((answer) => [answer.petitionId, answer]))
  return similar.map((one) => {
    const answer = found.get(one.id)
    const whole = readerUnitId === null || one.unitId === readerUnitId
    return { ...one, text: (whole ? answer?.text : (answer?.publicText ?? answer?.text)) ?? null }
  })
}

/** What people were told: that it will be done, that it will not, or how it is. */
const kindOf: Record<Outcome, 'done' | 'not' | 'told'> = {
  solved: 'done',
  promised: 'done',
  cannot: 'not',
  noCompetence: 'not',
  explained: 'told',
}

/** The outcomes of like cases where they contradict each other, in the order found; empty when they agree. */
export function contradictions(answers: readonly Pick<PastAnswer, 'outcome'>[]): Outcome[] {
  const outcomes = [...new Set(answers.flatMap(({ outcome }) => outcome ?? []))]
  return new Set(outcomes.map((outcome) => kindOf[outcome])).size > 1 ? outcomes : []
}
