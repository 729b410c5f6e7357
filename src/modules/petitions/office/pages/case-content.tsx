import { longDate, longInstant, shortDate } from '../../../../shared/format.ts'
import type { Lang } from '../../../../shared/lang.ts'
import { Details, Quote, SummaryList, Tag } from '../../../../ui/index.ts'
import { FileList } from '../../../files/index.ts'
import type { Answer } from '../../petition.ts'
import { text as petitionText } from '../../text.ts'
import type { CaseView } from '../../views.ts'
import { text } from '../text.ts'
import { Words } from './marked-text.tsx'

interface Props {
  lang: Lang
  view: CaseView
}

/** What was filed: words and files. */
export function CaseContent({ lang, view }: Props) {
  const { petition, files } = view
  const words = text[lang].case
  const groups = [
    { title: words.files, files: files.filter((file) => file.role !== 'evidence') },
    ...(['public', 'internal', 'filer'] as const).map((visibility) => ({
      title: `${petitionText[lang].event['petition.verified']} · ${visibility === 'public' ? words.filesPublic : words.filesInternal}`,
      files: files.filter((file) => file.role === 'evidence' && file.visibility === visibility),
    })),
  ].filter((group) => group.files.length > 0)
  return (
    <>
      <h2>{words.content}</h2>
      <Words lang={lang} words={petition.body} guard={petition.publish} />
      {groups.map((group) => (
        <>
          <h3>{group.title}</h3>
          <FileList lang={lang} files={group.files} />
        </>
      ))}
    </>
  )
}

function outcomeWords(lang: Lang, answer: Pick<Answer, 'outcome' | 'promisedOn'>): string {
  const promised = answer.promisedOn ? ` (${text[lang].case.promisedOn(shortDate(answer.promisedOn))})` : ''
  return petitionText[lang].outcome[answer.outcome] + promised
}

/** The open draft in full; older ones folded, each with who, when and why it came back. */
export function Drafts({ lang, view }: Props) {
  if (view.drafts.length === 0) return null
  const words = text[lang].case
  const { publish } = view.petition
  const open = view.drafts.find((draft) => draft.state === 'draft')
  const older = view.drafts.filter((draft) => draft !== open).toReversed()
  const about = (draft: Answer) => words.draftBy(view.people.get(draft.draftedBy) ?? words.somebody, longInstant(lang, draft.draftedAt))
  return (
    <section class="part">
      <h2>{words.drafts}</h2>
      {open && (
        <Quote tone="soon">
          <p>
            <Tag tone="soon">{words.draftState.draft}</Tag> <Tag>{outcomeWords(lang, open)}</Tag>
          </p>
          <Words lang={lang} words={open.text} guard={publish} />
          <p class="small muted">{about(open)}</p>
        </Quote>
      )}
      {older.map((draft) => (
        <Details
          summary={`${words.draftState[draft.state === 'returned' ? 'returned' : 'replaced']} · ${about(draft)}`}
          open={!open && draft === older[0]}
        >
          <p>
            <Tag>{outcomeWords(lang, draft)}</Tag>
          </p>
          <Words lang={lang} words={draft.text} />
          {draft.returnedReason && (
            <Quote tone="late">
              <b>{words.returnedBecause}</b>
              <Words lang={lang} words={draft.returnedReason} />
            </Quote>
          )}
        </Details>
      ))}
    </section>
  )
}

/** The answer, then two facts side by side: what the office says it did, and what the filer says. */
export function AnswerAndVerdict({ lang, view }: Props) {
  const { issued, verdict } = view
  if (!issued) return null
  const { petition } = view
  const words = text[lang].case
  const names = petitionText[lang]
  return (
    <section class="part">
      <h2>{words.answer}</h2>
      <Quote>
        <Words lang={lang} words={issued.text} guard={view.petition.publish} />
        {issued.issuedAt && <p class="small muted">{words.answerIssued(longInstant(lang, issued.issuedAt))}</p>}
      </Quote>
      <h3>{words.outcomeAndVerdict}</h3>
      <SummaryList
        rows={[
          { key: words.office, value: outcomeWords(lang, issued) },
          ...(petition.promisedOn && petition.promisedOn !== issued.promisedOn
            ? [{ key: words.promiseMoved, value: longDate(lang, petition.promisedOn) }]
            : []),
          ...(petition.promiseKeptOn ? [{ key: words.promiseKept, value: longDate(lang, petition.promiseKeptOn) }] : []),
          {
            key: words.people,
            value: verdict ? (
              <>
                {names.verdict[verdict.solved]}. {words.satisfaction}: {names.satisfaction[verdict.satisfaction as 1 | 2 | 3 | 4 | 5]}
                {verdict.words && <Words lang={lang} words={verdict.words} />}
              </>
            ) : (
              words.noVerdict
            ),
          },
        ]}
      />
    </section>
  )
}

/** Meetings with the complainant before the decision. */
export function Dialogues({ lang, view }: Props) {
  if (view.dialogues.length === 0) return null
  const words = text[lang].case
  const names = petitionText[lang]
  return (
    <section class="part">
      <h2>{words.dialogues}</h2>
      {view.dialogues.map((dialogue) => (
        <Quote tone={dialogue.attendance ? 'neutral' : 'soon'}>
          <p>
            <b>{`${dialogue.heldAt}, ${longDate(lang, dialogue.heldOn)}`}</b>{' '}
            <Tag>{dialogue.attendance ? names.attendance[dialogue.attendance] : words.invited}</Tag>
          </p>
          {dialogue.place && <p dir="auto">{dialogue.place}</p>}
          {dialogue.minutes && <Words lang={lang} words={dialogue.minutes} />}
        </Quote>
      ))}
    </section>
  )
}

/** Answers from before the case was taken up again. */
export function EarlierAnswers({ lang, view }: Props) {
  return (
    <>
      {view.superseded.map((answer) => (
        <Details summary={text[lang].case.earlierAnswer(answer.issuedAt ? longInstant(lang, answer.issuedAt) : '')}>
          <p>
            <Tag>{outcomeWords(lang, answer)}</Tag>
          </p>
          <Words lang={lang} words={answer.text} />
        </Details>
      ))}
    </>
  )
}

/** What the authority below was asked and decided: goes with the appeal. */
export function FirstSettlement({ lang, view: { firstInstance } }: Props) {
  if (!firstInstance) return null
  const words = text[lang].case
  const { code, authority, body, answer, answeredOn, outcome } = firstInstance
  return (
    <Details summary={words.firstInstance(code, authority)}>
      <Words lang={lang} words={body} />
      {answeredOn && outcome ? (
        <p>
          <Tag>{petitionText[lang].outcome[outcome]}</Tag> {longDate(lang, answeredOn)}
        </p>
      ) : (
        <p>{words.firstUnanswered}</p>
      )}
      {answer && (
        <Quote>
          <Words lang={lang} words={answer} />
        </Quote>
      )}
    </Details>
  )
}
