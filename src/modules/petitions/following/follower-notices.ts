import type { Db } from '../../../platform/database.ts'
import { longInstant } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import type { Digester, NoticeSource } from '../../notices/index.ts'
import type { Petition } from '../petition.ts'
import { text as petitionText } from '../text.ts'
import { stopFollowing } from './follow.ts'
import { factsOf, frame, mailSite, stepWords } from './follower-mail.ts'
import { findCaseOf, findFollower } from './follower-repository.ts'
import { ownKinds, text } from './text.ts'
import './followers.table.ts'

/** The daily mail of a follower: the steps of the day by their names. */
export function followerDigest(publicUrl: string | null): Digester {
  return async (trx, scope, followerId, lang, parts) => {
    const follower = await findFollower(trx, scope, followerId)
    const petition = follower && (await findCaseOf(trx, scope, follower.petitionId))
    if (!petition)
      throw new Error(`Follower ${followerId} has mail that waits, and no case. silenceMail takes it away when the following ends.`)
    const { mail } = text[lang]
    const facts = factsOf(lang, petition, await mailSite(trx, scope, publicUrl))
    const lines = parts.map(({ kind, at }) => `- ${longInstant(lang, at)}: ${kindName(lang, kind, petition)}`)
    return {
      subject: mail.subject['follower.digest'](facts.code),
      body: frame(
        mail.greeting,
        facts.subject && mail.about(facts.code, facts.subject),
        [mail.digest, ...lines].join('\n'),
        mail.see(facts.caseUrl),
        mail.closing(facts.authority),
      ),
    }
  }
}

function kindName(lang: Lang, kind: string, petition: Petition): string {
  if (kind === 'follower.promiseLate') return text[lang].mail.kinds['follower.promiseLate']
  return stepWords(
    lang,
    {
      type: kind.replace('follower.', 'petition.'),
      facts: { outcome: petition.outcome, promisedOn: petition.promisedOn, dueOn: petition.dueOn },
    },
    new Map(),
  )
}

/** How the administrator's outbox names mail to followers, and how they leave by it. */
export function followerNotices(db: Db): NoticeSource {
  const kinds = (lang: Lang) => ({
    ...Object.fromEntries(Object.entries(petitionText[lang].event).map(([event, name]) => [event.replace('petition.', 'follower.'), name])),
    ...Object.fromEntries(ownKinds.map((kind) => [kind, text[lang].mail.kinds[kind]])),
  })
  return {
    isSecret: true,
    kinds: { vi: kinds('vi'), en: kinds('en') },
    matters: async (scope, _actor, ids) => {
      if (ids.length === 0) return new Map()
      const rows = await db
        .selectFrom('petition_followers')
        .innerJoin('petitions', (join) =>
          join
            .onRef('petitions.authority_id', '=', 'petition_followers.authority_id')
            .onRef('petitions.id', '=', 'petition_followers.petition_id'),
        )
        .select(['petition_followers.id', 'petitions.code'])
        .where('petition_followers.authority_id', '=', scope.authorityId)
        .where('petition_followers.id', 'in', [...ids])
        .where('petition_followers.email', 'is not', null)
        .execute()
      return new Map(rows.map(({ id, code }) => [id, { text: code, href: null }]))
    },
    stop: async (trx, scope, id, now) => {
      const follower = await findFollower(trx, scope, id)
      if (!follower) return []
      await stopFollowing(trx, scope, follower, now)
      return [`petition:${follower.petitionId}`]
    },
  }
}
