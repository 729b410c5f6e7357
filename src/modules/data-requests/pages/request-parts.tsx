import { instantText } from '../../../shared/civil-date.ts'
import { longDate, longInstant } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import { Prose, SummaryList, Tag, Timeline } from '../../../ui/index.ts'
import { clockText } from '../../clocks/index.ts'
import { correctable, type DataRequest, type DataRequestStage } from '../data-request.ts'
import { basisOf, type Hold } from '../holds.ts'
import { text } from '../text.ts'
import type { DataRequestView } from '../views.ts'

const tones = { received: 'soon', acknowledged: 'neutral', done: 'ok', refused: 'late', cancelled: 'neutral' } as const

export function StatusTag({ lang, request }: { lang: Lang; request: DataRequest }) {
  return <Tag tone={tones[request.status]}>{text[lang].status[request.status]}</Tag>
}

/** What was asked, until when, and what came of it. */
export function Facts({ lang, view }: { lang: Lang; view: DataRequestView }) {
  const { request, words, clocks, history } = view
  const { fields, shared, stage, kind, proof } = text[lang]
  const corrections = correctable.filter((field) => words?.corrections[field])
  const reason = history.find((entry) => entry.type === 'dataRequest.refused')?.words['reason']
  const fulfilled = history.find((entry) => entry.type === 'dataRequest.fulfilled')?.facts
  const erased = request.kind === 'erase' && request.status === 'done'
  return (
    <SummaryList
      rows={[
        { key: fields['kind']!, value: kind[request.kind] },
        { key: shared.about, value: `${request.subjectCode} · ${proof[request.proof]}` },
        ...(request.subjectType === 'account' && fulfilled ? [{ key: shared.matters, value: String(fulfilled['matters'] ?? 0) }] : []),
        ...(request.subjectType === 'account' && erased
          ? [{ key: shared.kept, value: <Kept lang={lang} kept={fulfilled?.['kept']} /> }]
          : []),
        ...clocks.map((clock) => ({
          key: stage[clock.stage as DataRequestStage],
          value:
            clock.state === 'met' && clock.metOn
              ? longDate(lang, clock.metOn)
              : shared.clock({ dueOn: clock.dueOn, basis: clock.basis, sure: clockText[lang].sure(clock.sure) }),
        })),
        ...corrections.map((field) => ({ key: `${shared.corrections}: ${fields[field]}`, value: words?.corrections[field] })),
        ...(words?.words ? [{ key: fields['words']!, value: <Prose text={words.words} /> }] : []),
        ...(erased ? [{ key: fields['words']!, value: <span class="muted">{shared.wordsErased}</span> }] : []),
        ...(view.inOffice && !words && !erased ? [{ key: fields['words']!, value: <span class="muted">{shared.noWords}</span> }] : []),
        ...(request.refusalBasis ? [{ key: shared.refusal, value: request.refusalBasis }] : []),
        ...(reason ? [{ key: shared.reason, value: <Prose text={reason} /> }] : []),
      ]}
    />
  )
}

/** Cases that were not erased with their account, each with the ground of the law. */
function Kept({ lang, kept }: { lang: Lang; kept: unknown }) {
  const { ground, keptNone } = text[lang].shared
  if (!Array.isArray(kept) || kept.length === 0) return <>{keptNone}</>
  return (
    <ul>
      {(kept as string[]).map((line) => {
        const [code, id] = line.split(' ') as [string, Hold['id']]
        return (
          <li>
            {code}: {ground[id]} ({basisOf(id)})
          </li>
        )
      })}
    </ul>
  )
}

export function HistoryList({ lang, view }: { lang: Lang; view: DataRequestView }) {
  const { event, role, shared } = text[lang]
  return (
    <>
      <h2>{shared.history}</h2>
      <Timeline
        items={view.history.toReversed().map((entry) => {
          const who = (entry.actorId && view.people.get(entry.actorId)) ?? (entry.actorRole ? (role[entry.actorRole] ?? '') : '')
          const reason = entry.words['reason']
          return {
            title: event[entry.type] ?? entry.type,
            when: [longInstant(lang, entry.at), who].filter(Boolean).join(' · '),
            dateTime: instantText(entry.at),
            children: reason && (
              <p>
                {shared.reason}: {reason}
              </p>
            ),
          }
        })}
      />
    </>
  )
}
