import type { Db, Trx } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { longInstant } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { listAuthorities, listUnits, type Scope } from '../../accounts/index.ts'
import type { Entry } from '../../history/index.ts'
import { queueNotice } from '../../notices/index.ts'
import { isOpen, isPublic, type Outcome, owesPromise, type Petition, published } from '../petition.ts'
import { text as petitionText } from '../text.ts'
import { type Follower, followerMatter } from './follower.ts'
import { type FollowerFacts, type OwnKind, text } from './text.ts'
import './followers.table.ts'

/** Public entries that are no step: what was let out, or cut out of, the public text. */
const untold = new Set(['petition.received', 'petition.cleared', 'petition.redacted'])

export function isToldStep({ type }: Pick<Entry, 'type'>): boolean {
  return !untold.has(type) && type in petitionText.vi.event
}

/** What mails about one case are written from. */
export interface MailSite {
  authority: string
  publicUrl: string | null
  /** Short names by unit. */
  units: ReadonlyMap<string, string>
}

export async function mailSite(db: Db, scope: Scope, publicUrl: string | null): Promise<MailSite> {
  const [authorities, units] = await Promise.all([listAuthorities(db), listUnits(db, scope)])
  return {
    authority: authorities.find(({ id }) => id === scope.authorityId)?.name ?? '',
    publicUrl,
    units: new Map(units.map((unit) => [unit.id, unit.shortName])),
  }
}

export function factsOf(lang: Lang, petition: Petition, { authority, publicUrl }: MailSite): FollowerFacts {
  return {
    code: petition.code,
    authority,
    subject: isPublic(petition) ? published(petition).subject : null,
    caseUrl: publicUrl && `${new URL(publicUrl).origin}${localPath(lang, `/don/${petition.code}`)}`,
  }
}

/** A step as the public page tells it: its name, whose desk, which outcome, which new day; no word of a person. */
export function stepWords(lang: Lang, { type, facts }: Pick<Entry, 'type' | 'facts'>, units: MailSite['units']): string {
  const words = petitionText[lang]
  const { mail } = text[lang]
  const title = words.event[type] ?? type
  const unit = typeof facts['unitId'] === 'string' ? units.get(facts['unitId']) : undefined
  switch (type) {
    case 'petition.accepted':
    case 'petition.assigned':
    case 'petition.transferredWithin':
    case 'petition.carriedOver':
      return unit ? `${title}: ${unit}` : title
    case 'petition.answered': {
      const outcome = facts['outcome'] as Outcome | undefined
      const answered = outcome ? `${title}: ${words.outcome[outcome]}` : title
      return typeof facts['promisedOn'] === 'string' ? mail.promised(answered, facts['promisedOn'] as CivilDate) : answered
    }
    case 'petition.extended':
    case 'petition.resumed':
    case 'petition.clockMoved': {
      const due = facts['newDueOn'] ?? facts['dueOn']
      return typeof due === 'string' ? mail.newDue(title, due as CivilDate) : title
    }
    default:
      return title
  }
}

export const frame = (...parts: (string | null)[]) => `${parts.filter((part) => part !== null).join('\n\n')}\n`

/** One public step, to one follower. */
export async function queueStep(
  trx: Trx,
  scope: Scope,
  follower: Follower,
  petition: Petition,
  entry: Entry,
  site: MailSite,
): Promise<void> {
  const { lang } = follower
  const { mail } = text[lang]
  const facts = factsOf(lang, petition, site)
  const due = petition.dueOn && (isOpen(petition) || owesPromise(petition)) ? mail.due(petition.dueOn) : null
  const step = `${mail.step}\n- ${longInstant(lang, entry.at)}: ${stepWords(lang, entry, site.units)}`
  await queueNotice(trx, scope, {
    matter: followerMatter(follower),
    kind: entry.type.replace('petition.', 'follower.'),
    key: `follower.step:${follower.id}:${entry.seq}`,
    lang,
    to: follower.email!,
    subject: mail.subject.step(facts.code),
    body: frame(
      mail.greeting,
      mail.about(facts.code, facts.subject ?? ''),
      step,
      due,
      mail.see(facts.caseUrl),
      mail.closing(facts.authority),
    ),
  })
}

type Own = Exclude<OwnKind, 'follower.digest'>

/** The question to an address, the end of the following, the promise that was not kept. */
export async function queueOwn(
  trx: Trx,
  scope: Scope,
  follower: Follower,
  petition: Petition,
  { kind, key, site, news }: { kind: Own; key: string; site: MailSite; news: (facts: FollowerFacts) => string },
): Promise<void> {
  const { lang } = follower
  const { mail } = text[lang]
  const facts = factsOf(lang, petition, site)
  const about = kind === 'follower.promiseLate' && facts.subject ? mail.about(facts.code, facts.subject) : null
  await queueNotice(trx, scope, {
    matter: followerMatter(follower),
    kind,
    key,
    lang,
    to: follower.email!,
    manner: kind === 'follower.promiseLate' ? 'optional' : 'always',
    subject: mail.subject[kind](facts.code),
    body: frame(
      mail.greeting,
      about,
      news(facts),
      kind === 'follower.promiseLate' ? mail.see(facts.caseUrl) : null,
      mail.closing(facts.authority),
    ),
  })
}
