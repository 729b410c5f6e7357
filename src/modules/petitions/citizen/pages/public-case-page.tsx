import type { CivilDate } from '../../../../shared/civil-date.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Card, Prose, WithAside } from '../../../../ui/index.ts'
import { FileList } from '../../../files/index.ts'
import { logPaths, logText } from '../../../log/index.ts'
import { FollowCard } from '../../following/pages/follow-card.tsx'
import type { CaseView } from '../../views.ts'
import { text } from '../text.ts'
import { CaseClock, mainClock } from './case-clock.tsx'
import { CaseHead, EarlierAnswers, OutcomeAndVerdict } from './case-head.tsx'
import { CaseTimeline } from './case-timeline.tsx'

/** A case as everybody may read it: no contacts, no location, no private words. */
export function PublicCasePage({ lang, view, today }: { lang: Lang; view: CaseView; today: CivilDate }) {
  const words = text[lang].matter
  const main = mainClock(view.clocks)
  const others = view.clocks.filter((clock) => clock !== main)
  return (
    <>
      <CaseHead lang={lang} view={view} today={today} reader="public" crumb={{ href: '/don', text: text[lang].register.title }} />
      <WithAside
        aside={
          <>
            {view.unit && (
              <Card title={words.unit}>
                <p>{view.unit.name}</p>
              </Card>
            )}
            {others.map((clock) => (
              <CaseClock lang={lang} clock={clock} today={today} />
            ))}
            <FollowCard lang={lang} petition={view.petition} />
            <Card title={words.yours}>
              <p>
                <a href={localPath(lang, `/tra-cuu?ma=${view.petition.code}`)}>{words.yoursLink}</a>
              </p>
              <p>
                <a href={localPath(lang, logPaths.ofCase(view.petition.code))}>{logText[lang].seeInLog}</a>
              </p>
            </Card>
          </>
        }
      >
        <OutcomeAndVerdict lang={lang} view={view} />
        <EarlierAnswers lang={lang} view={view} />
        <section class="part">
          <h2>{words.whatWasSent}</h2>
          <Prose text={view.petition.body} />
          {(view.petition.publicSubject ?? view.petition.publicBody) !== null && <p class="small muted">{words.cut}</p>}
        </section>
        {view.files.length > 0 && (
          <section class="part">
            <h2>{words.files}</h2>
            <FileList lang={lang} files={view.files} />
          </section>
        )}
        <section class="part">
          <h2>{words.history}</h2>
          <CaseTimeline lang={lang} view={view} />
        </section>
      </WithAside>
    </>
  )
}
