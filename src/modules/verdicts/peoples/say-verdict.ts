import { randomUUID } from 'node:crypto'
import { codeOf, nextNumber } from '../../../platform/code-numbers.ts'
import type { Db, Trx } from '../../../platform/database.ts'
import { writeTogether } from '../../../platform/write-together.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import { hashSecret, secretFor } from '../../../shared/secret.ts'
import type { Authority, Scope } from '../../accounts/index.ts'
import { attachUpload, type StoredUpload } from '../../files/index.ts'
import type { Matter } from '../../history/index.ts'
import { submitWriting } from '../../moderation/index.ts'
import { consentWrite } from '../../personal-data/index.ts'
import { countArrival, identityOn, markOnce, mixMarks, type Reader } from '../../readers/index.ts'
import { addSaid, holdRound } from './round-repository.ts'
import type { JudgedSubjects } from './subject.ts'
import { text } from './text.ts'
import { MOST_PHOTOS, type Round, roundMatter, type Said, type Words, wordsMatter } from './verdict.ts'
import { insertWords } from './words-repository.ts'

export interface SayOptions {
  db: Db
  appKey: Buffer
  now: () => Date
  dropPages: (tags: readonly string[]) => void
  subjects: JudgedSubjects
}

export interface Saying {
  site: Pick<Authority, 'codePrefix'>
  subject: Matter
  said: Said
  words: string | null
  name: string | null
  /** Photos that are safe in the storage; the caller discards them when this throws. */
  uploads: readonly StoredUpload[]
  reader: Reader
  /** As the server sees it. */
  address: string
  /** How the form was filled in; of a program nothing is known. */
  filled: { seconds: number | null; trap: boolean }
  /** Our sentence of consent was shown. */
  ourForm: boolean
}

/** Of words or photos: what opens them for their writer. */
export type Written = { code: string; secret: string } | null

/**
 * Takes what one resident says of a thing that calls itself done: marks that this reader has said it and adds to the sums, in one transaction,
 * with nothing that ties the two, nor either to the words. The sums move at once; words and photos wait for an officer.
 * @throws NotFound · DomainError verdict_not_now, verdict_given 409, no_reader 422, too_many_from_address 429; nothing is counted then
 */
export async function sayVerdict(options: SayOptions, scope: Scope, saying: Saying): Promise<Written> {
  const { db, appKey, now, subjects, dropPages } = options
  const { subject, said, reader, address } = saying
  const source = subjects[subject.type]
  const { judged, written } = await db.transaction().execute(async (trx) => {
    const held = await source?.hold(trx, scope, subject.id)
    if (!source || !held) throw new NotFound()
    if (!held.open) throw new DomainError('verdict_not_now', 409)
    const at = now()
    const today = civilDateOf(at)
    const round = await holdRound(trx, scope, subject, today)
    const once = roundMatter(round)
    const identity = identityOn(appKey, scope, once, reader)
    if (!identity) throw new DomainError('no_reader', 422)
    if (!(await markOnce(trx, scope, once, identity))) throw new DomainError('verdict_given', 409)
    if (!identity.hasAccount) await countArrival(trx, appKey, scope, once, { address, today })
    const figures = await addSaid(trx, scope, round, said)
    const kept = saying.words || saying.uploads.length > 0 ? await keepWords(trx, appKey, scope, round, saying, at) : null
    const moved = await source.moved(trx, scope, subject.id, figures)
    if (kept || moved) await mixMarks(trx, scope, once)
    return { judged: held, written: kept }
  })
  dropPages(judged.tags)
  return written
}

async function keepWords(trx: Trx, appKey: Buffer, scope: Scope, round: Round, saying: Saying, at: Date): Promise<Written> {
  const { site, subject, said, words: body, name, uploads, filled, ourForm } = saying
  const id = newId(at.getTime())
  const year = Number(civilDateOf(at).slice(0, 4))
  const code = codeOf(`${site.codePrefix}-NX`, year, await nextNumber(trx, scope, 'verdict', year))
  const secret = secretFor(appKey, 'verdict', scope.authorityId, randomUUID())
  const words: Words = {
    id,
    roundId: round.id,
    code,
    matterType: subject.type,
    matterId: subject.id,
    said,
    name: name && legible(name),
    body: body && legible(body),
    photos: uploads.length,
    status: 'waiting',
    seen: false,
    sentAt: at,
    erasedAt: null,
  }
  // What everybody shall read is read by a person first, even where the office lets other writings be seen at once.
  await insertWords(trx, scope, words, hashSecret(secret))
  for (const [i, upload] of uploads.entries())
    await attachUpload(
      trx,
      scope,
      wordsMatter({ id }),
      // The name of a file on somebody's telephone is nobody's business.
      { ...upload, originalName: `anh-${i + 1}.jpg` },
      { role: 'evidence', visibility: 'internal', uploadedBy: null, max: MOST_PHOTOS },
    )
  await writeTogether(trx, [
    consentWrite(scope, wordsMatter({ id }), [{ purpose: 'publication', given: true }], {
      askedAt: ourForm ? 'verdict' : null,
      byRole: 'filer',
      at,
    }),
  ])
  await submitWriting(trx, scope, {
    subject: wordsMatter({ id }),
    about: subject,
    // Photos alone are no text that somebody sends again and again: their number and code tell them apart.
    body: body ?? text.vi.photosAlone(uploads.length, code),
    name: name ?? '',
    filled,
    at,
  })
  return { code, secret }
}

/** Without the signs that turn the order of writing: they can make one text look like another. The queue keeps the original. */
function legible(typed: string): string {
  return typed.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
}
