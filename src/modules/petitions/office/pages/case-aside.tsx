import { type CivilDate, daysBetween } from '../../../../shared/civil-date.ts'
import { longDate, number } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { type BarTone, Card, ClockCard, SummaryList, Tag } from '../../../../ui/index.ts'
import { type ClockView, clockText } from '../../../clocks/index.ts'
import { BehalfCard } from '../../behalf/behalf-card.tsx'
import { groupAddress } from '../../behalf/group-page.tsx'
import { text as behalfText } from '../../behalf/text.ts'
import { text as followingText } from '../../following/text.ts'
import type { Filer } from '../../petition.ts'
import { text as petitionText } from '../../text.ts'
import { dueWords } from '../due-words.ts'
import { text } from '../text.ts'
import type { CasePageProps } from './case-page.tsx'
import { caseAddress } from './inbox-address.ts'

/** Clocks, whose desk, who filed, and where. */
export function CaseAside({ lang, view, acts, today, mayWrite, mayRenew }: CasePageProps) {
  const words = text[lang].case
  const names = petitionText[lang]
  const { petition, filer } = view
  return (
    <>
      {view.clocks.map((clock) => (
        <Clock lang={lang} clock={clock} today={today} />
      ))}
      <Card title={words.desk}>
        <p>
          {view.unit?.name ?? text[lang].inbox.noUnit}
          <br />
          <span class="muted">{view.officerName ?? text[lang].inbox.noOfficer}</span>
        </p>
      </Card>
      {view.public && (
        <Card title={followingText[lang].office.title}>
          <p>
            <b class="num">{number(lang, petition.followers)}</b>
            <br />
            <span class="small muted">{followingText[lang].office.lead}</span>
          </p>
        </Card>
      )}
      <Card title={words.filer}>
        {filer ? <Contacts lang={lang} filer={filer} /> : <p>{mayWrite ? words.erased : words.filerHidden}</p>}
        {view.behalf && <BehalfCard lang={lang} facts={view.behalf} parties={view.parties} inOffice />}
        {acts.includes('correctGroup') && (
          <p>
            <a href={groupAddress(lang, petition.code)}>{behalfText[lang].group.link}</a>
          </p>
        )}
        {filer && mayRenew && (
          <p>
            <a href={`${caseAddress(lang, petition.code)}/cap-lai-ma`}>{text[lang].renewal.link}</a>
          </p>
        )}
        {mayRenew && (
          <p>
            <a href={localPath(lang, `/lam-viec/du-lieu-ca-nhan/dong-y/${encodeURIComponent(petition.code)}`)}>{words.consents}</a>
          </p>
        )}
      </Card>
      <Card title={words.place}>
        <p dir="auto">{view.hamletName ?? words.noPlace}</p>
        {petition.lat !== null && petition.lon !== null && (
          <p class="num">
            {words.coordinates}: {petition.lat.toFixed(5)}, {petition.lon.toFixed(5)}
          </p>
        )}
        {petition.declineGround && <p>{names.ground[petition.declineGround]}</p>}
      </Card>
    </>
  )
}

function Contacts({ lang, filer }: { lang: Lang; filer: Filer }) {
  const labels = petitionText[lang].fields
  const rows = (['name', 'phone', 'email', 'address', 'identityNumber'] as const)
    .filter((field) => filer[field])
    .map((field) => ({ key: labels[field] ?? field, value: <bdi>{filer[field]}</bdi> }))
  return <SummaryList rows={rows} />
}

function Clock({ lang, clock, today }: { lang: Lang; clock: ClockView; today: CivilDate }) {
  const words = text[lang].case
  const total = Math.max(1, daysBetween(clock.startedOn, clock.dueOn))
  const used = Math.min(total, Math.max(0, daysBetween(clock.startedOn, clock.metOn ?? today)))
  const { big, tone } = face(lang, clock, today)
  return (
    <ClockCard
      label={petitionText[lang].stage[clock.stage as 'resolution'] ?? clock.stage}
      tag={clock.local ? <Tag>{clockText[lang].local}</Tag> : undefined}
      big={big}
      tone={tone}
      used={clock.state === 'stopped' ? undefined : used / total}
      usedText={words.usedDays(used, total)}
      link={{ href: localPath(lang, `/han/${clock.id}`), text: words.explain }}
    >
      <b>{longDate(lang, clock.dueOn)}</b>
      <br />
      {clock.basis}
      <br />
      {words.startedOn(longDate(lang, clock.startedOn))}
    </ClockCard>
  )
}

function face(lang: Lang, clock: ClockView, today: CivilDate): { big: string; tone: BarTone } {
  const words = text[lang].case
  if (clock.state === 'met') return clock.late ? { big: words.clockLate, tone: 'late' } : { big: words.clockMet, tone: 'kept' }
  if (clock.state === 'suspended') return { big: words.clockPaused, tone: 'paused' }
  if (clock.state === 'stopped') return { big: words.clockStopped, tone: 'paused' }
  const due = dueWords(lang, clock.dueOn, today)
  const big = due.words.charAt(0).toUpperCase() + due.words.slice(1)
  return { big, tone: due.tone === 'late' ? 'late' : 'running' }
}
