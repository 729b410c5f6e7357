import { number } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { ButtonLink, Card } from '../../../../ui/index.ts'
import type { Petition } from '../../petition.ts'
import { hasEnded } from '../follower.ts'
import { followPath } from '../paths.ts'
import { text } from '../text.ts'

/** Beside a public case: how many have it too, and the way to say so. */
export function FollowCard({ lang, petition }: { lang: Lang; petition: Pick<Petition, 'code' | 'status' | 'followers'> }) {
  const words = text[lang]
  const { followers, code } = petition
  return (
    <Card title={words.card}>
      <p>{followers > 0 ? <b>{words.count(number(lang, followers), followers > 1)}</b> : words.nobody}.</p>
      {!hasEnded(petition) && (
        <>
          <p>{words.cardLead}</p>
          <ButtonLink href={localPath(lang, followPath(code))} look="second">
            {words.link}
          </ButtonLink>
        </>
      )}
    </Card>
  )
}
