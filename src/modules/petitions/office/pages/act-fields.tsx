import { addDays } from '../../../../shared/civil-date.ts'
import { Checkbox, Checkboxes, FileField, Radios, Select, TextArea, TextField } from '../../../../ui/index.ts'
import { acceptedTypes, MAX_FILES } from '../../../files/index.ts'
import { declineGrounds, outcomes } from '../../petition.ts'
import { text as petitionText } from '../../text.ts'
import { inputId } from '../attempt.ts'
import type { OfficeAct } from '../case-desk.ts'
import { text } from '../text.ts'
import type { CasePageProps } from './case-page.tsx'
import { CaseworkFields } from './casework-fields.tsx'
import { GuardSummary } from './guard-summary.tsx'

export type ActFieldsProps = CasePageProps & { act: OfficeAct }
type Props = ActFieldsProps

/** A field's name, id, label and error, and what was typed into it when the form was refused. */
export function wire({ lang, act, attempt }: Props, name: string) {
  const id = inputId(act, name)
  const mine = attempt?.act === act ? attempt : null
  const typed = mine?.typed[name]
  return {
    field: {
      name,
      id,
      label: petitionText[lang].fields[name] ?? name,
      error: mine?.problems.find((problem) => problem.field === id)?.text,
    },
    /** Undefined when this form has not been sent. */
    value: mine ? (typeof typed === 'string' ? typed : '') : undefined,
    values: mine ? [typed ?? []].flat() : undefined,
  }
}

/** The inputs of one act. */
export function ActFields(props: Props) {
  const { lang, act, view } = props
  const words = text[lang].acts
  const names = petitionText[lang]
  switch (act) {
    case 'accept':
    case 'assign':
      return <DeskFields {...props} />
    case 'decline': {
      const ground = wire(props, 'ground')
      return (
        <>
          <Select
            {...ground.field}
            hint={words.groundHint}
            items={declineGrounds.map((value) => ({ value, text: names.ground[value] }))}
            value={ground.value}
            empty
          />
          <Reason {...props} hint={words.reasonToFiler} />
        </>
      )
    }
    case 'recordVerification':
      return <VerificationFields {...props} />
    case 'findComplex': {
      const criteria = wire(props, 'criteria')
      const items = names.criteria.map((criterion, i) => ({ value: String(i + 1), text: criterion }))
      return (
        <>
          <Checkboxes {...criteria.field} hint={words.criteriaHint} items={items} values={criteria.values} />
          <Reason {...props} />
        </>
      )
    }
    case 'draftAnswer':
      return <DraftFields {...props} />
    case 'returnDraft':
      return <Reason {...props} hint={words.returnReason} />
    case 'clearForPublication':
    case 'issueAnswer':
      return view.petition.publish ? <GuardSummary lang={lang} view={view} /> : null
    default:
      return <CaseworkFields {...props} act={act} />
  }
}

export function Reason(props: Props & { hint?: string; optional?: boolean }) {
  const { field, value } = wire(props, 'reason')
  return <TextArea {...field} hint={props.hint} value={value} rows={4} maxlength={4000} count required={!props.optional} />
}

function DeskFields(props: Props) {
  const { lang, act, choices, view } = props
  const words = text[lang].acts
  const unit = wire(props, 'unit')
  const officer = wire(props, 'officer')
  const isAssign = act === 'assign'
  return (
    <>
      <Select
        {...unit.field}
        items={choices.units}
        value={unit.value ?? (isAssign ? (view.petition.unitId ?? undefined) : undefined)}
        empty={isAssign ? true : words.unitLater}
      />
      <Select
        {...officer.field}
        hint={words.officerHint}
        items={choices.officers}
        value={officer.value ?? (isAssign ? (view.petition.officerId ?? undefined) : undefined)}
        empty={words.officerLater}
      />
    </>
  )
}

export function EvidenceField(props: Props) {
  const said = text[props.lang].acts
  return (
    <FileField
      {...wire(props, 'files').field}
      label={said.evidence}
      hint={said.evidenceHint}
      required={false}
      accept={acceptedTypes}
      multiple
      photos
      most={MAX_FILES}
    />
  )
}

function VerificationFields(props: Props) {
  const said = text[props.lang].acts
  const words = wire(props, 'words')
  const shown = wire(props, 'public')
  return (
    <>
      <TextArea {...words.field} value={words.value} rows={5} maxlength={10_000} count />
      <EvidenceField {...props} />
      <Checkbox {...shown.field} hint={said.publicHint} checked={shown.value === 'true'} />
    </>
  )
}

function DraftFields(props: Props) {
  const { lang, view, today, offer } = props
  const words = text[lang].acts
  // A returned draft is where the next one begins.
  const last = view.drafts.at(-1)
  const first = offer.chosen ?? last
  const answer = wire(props, 'text')
  const outcome = wire(props, 'outcome')
  const promised = wire(props, 'promisedOn')
  return (
    <>
      <TextArea
        {...answer.field}
        hint={last ? `${words.answerHint} ${words.fromReturned}` : words.answerHint}
        value={answer.value ?? first?.text ?? undefined}
        rows={10}
        maxlength={20_000}
        count
      />
      <Radios
        {...outcome.field}
        items={outcomes.map((value) => ({ value, text: petitionText[lang].outcome[value] }))}
        value={outcome.value ?? first?.outcome}
      />
      <TextField
        {...promised.field}
        hint={words.promisedHint}
        type="date"
        min={addDays(today, 1)}
        value={promised.value ?? last?.promisedOn ?? undefined}
        width={10}
        required={false}
      />
    </>
  )
}
