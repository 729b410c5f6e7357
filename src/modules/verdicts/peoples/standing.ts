import type { Db } from '../../../platform/database.ts'
import type { Page } from '../../../shared/keyset.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Matter } from '../../history/index.ts'
import { listOfficial } from './official-repository.ts'
import { photosOf } from './photos.ts'
import { listRounds } from './round-repository.ts'
import { type Figures, type OfficialBody, type OfficialVerdict, officialBodies, type Round, type Words } from './verdict.ts'
import { listShownWords } from './words-repository.ts'

/** What everybody may read of the verdicts on a matter. */
export interface Standing {
  /** Number of the current round; 1 before anybody said anything. */
  round: number
  figures: Figures
  /** Of the current round by body: what stands, and what stood before it. */
  official: Record<OfficialBody, OfficialVerdict[]>
  /** Rounds that are over, the newest first, each with the official verdicts that stood at its end. */
  earlier: (Round & { official: OfficialVerdict[] })[]
  words: Page<Words & { photoIds: string[] }>
}

const WORDS = 10

export async function standingOf(
  db: Db,
  scope: Scope,
  matter: Matter,
  { after = null, limit = WORDS }: { after?: string | null; limit?: number } = {},
): Promise<Standing> {
  const [[current, ...earlier], words] = await Promise.all([listRounds(db, scope, matter), listShownWords(db, scope, matter, after, limit)])
  const [official, photos] = await Promise.all([
    listOfficial(db, scope, current ? [current, ...earlier] : []),
    photosOf(
      db,
      scope,
      words.items.filter((one) => one.photos > 0).map(({ id }) => id),
    ),
  ])
  const by = (body: OfficialBody, id: string | undefined) => official.filter((one) => one.roundId === id && one.body === body)
  return {
    round: current?.round ?? 1,
    figures: current ?? { done: 0, partly: 0, not: 0 },
    official: { front: by('front', current?.id), inspectorate: by('inspectorate', current?.id) },
    earlier: earlier.map((round) => ({ ...round, official: officialBodies.flatMap((body) => by(body, round.id).slice(0, 1)) })),
    words: { next: words.next, items: words.items.map((one) => ({ ...one, photoIds: photos.get(one.id) ?? [] })) },
  }
}
