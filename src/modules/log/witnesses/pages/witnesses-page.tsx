import { longInstant, number } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, Card, DataTable, Details, EmptyState, Notice, PageHead, SummaryList, Tag, type Tone } from '../../../../ui/index.ts'
import { ago, text } from '../text.ts'
import { isRefusing, type KeptRefusal, type Outcome, type Witness, type WitnessNow } from '../witness.ts'

export interface WitnessesPageProps {
  lang: Lang
  now: Date
  head: { size: number; at: Date } | null
  logKey: string | null
  /** Where this site is reached, for the command. */
  origin: string
  witnesses: readonly WitnessNow[]
  retired: readonly Witness[]
  refusals: readonly KeptRefusal[]
}

const tones: Record<Outcome, Tone> = {
  cosigned: 'ok',
  refused: 'late',
  unreachable: 'soon',
  unknownLog: 'soon',
  unknownKey: 'soon',
  badAnswer: 'soon',
}

/** Who has cosigned the log and how long ago; a refusal stands above everything else. */
export function WitnessesPage(props: WitnessesPageProps) {
  const { lang, now, head, witnesses, retired, refusals } = props
  const words = text[lang]
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, '/so-cong-khai'), text: words.crumb }]} current={words.title} />
      <PageHead
        title={words.title}
        lead={words.lead}
        meta={head ? words.size(number(lang, head.size), ago(lang, head.at, now)) : words.noLog}
      />
      <Alarm lang={lang} witnesses={witnesses} refusals={refusals} />
      <h2>{words.listTitle}</h2>
      {witnesses.length === 0 && <EmptyState title={words.none} />}
      {witnesses.map((witness) => (
        <WitnessCard lang={lang} now={now} size={head?.size ?? 0} witness={witness} />
      ))}
      <h2>{words.refusalsTitle}</h2>
      <DataTable
        caption={words.refusalsTitle}
        captionHidden
        stack
        head={(['last', 'who', 'what', 'sizes'] as const).map((name) => ({ text: words.refusalHead[name] }))}
        rows={refusals.map((refusal) => ({
          tone: 'late',
          cells: [
            longInstant(lang, refusal.lastAt),
            refusal.title,
            words.refusal[refusal.reason],
            words.heads(number(lang, refusal.knownSize), number(lang, refusal.shownSize)),
          ],
        }))}
        empty={<p>{words.noRefusals}</p>}
      />
      {refusals.length > 0 && <p>{words.refusalsLead}</p>}
      {retired.length > 0 && (
        <>
          <h2>{words.retiredTitle}</h2>
          <ul>
            {retired.map((witness) => (
              <li>
                {witness.title}, {words.retiredOn(longInstant(lang, witness.retiredAt!))}
              </li>
            ))}
          </ul>
        </>
      )}
      <Become {...props} />
    </>
  )
}

function Alarm({ lang, witnesses, refusals }: Pick<WitnessesPageProps, 'lang' | 'witnesses' | 'refusals'>) {
  const words = text[lang]
  const refusing = witnesses.filter(isRefusing)
  if (refusing.length === 0) return null
  return (
    <Notice tone="late" title={words.alarm.title}>
      <p>{words.alarm.lead}</p>
      <ul>
        {refusing.map(({ id, title }) => {
          const last = refusals.find(({ witnessId }) => witnessId === id)
          return (
            <li>
              <b>{title}</b>
              {last && `: ${words.refusal[last.reason]} ${words.heads(number(lang, last.knownSize), number(lang, last.shownSize))}`}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

function WitnessCard({ lang, now, size, witness }: { lang: Lang; now: Date; size: number; witness: WitnessNow }) {
  const words = text[lang]
  const { cosigned, outcome } = witness
  const behind = cosigned ? size - cosigned.size : 0
  return (
    <Card
      title={witness.title}
      level={3}
      tags={<Tag tone={outcome ? tones[outcome] : 'neutral'}>{words.outcomeTag[outcome ?? 'none']}</Tag>}
    >
      <p>
        {cosigned ? words.cosigned(number(lang, cosigned.size), ago(lang, cosigned.at, now)) : words.never}{' '}
        {behind > 0 && outcome === 'cosigned' && words.behind(number(lang, behind))}
      </p>
      {outcome && outcome !== 'cosigned' && (
        <p>
          {words.outcome[outcome]} ({ago(lang, witness.outcomeAt!, now)})
        </p>
      )}
      <Details summary={words.keyLabel}>
        <p>
          <code>{witness.vkey}</code>
        </p>
        <p>{witness.url ? words.way.pushed : words.way.pulled}</p>
      </Details>
    </Card>
  )
}

function Become({ lang, logKey, origin }: WitnessesPageProps) {
  const words = text[lang].become
  if (!logKey) return null
  const name = lang === 'vi' ? 'truong-cua-ban.vn/nhan-chung' : 'your-school.vn/witness'
  const rows = [
    { key: words.logKey, value: <code>{logKey}</code> },
    { key: words.command, value: <code>{`npx congdan witness ./nhan-chung --name ${name} --log '${logKey}' --url ${origin}`}</code> },
  ]
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <SummaryList rows={rows} />
      <p>{words.after}</p>
    </>
  )
}
