import { addDays } from '../../../../shared/civil-date.ts'
import { Radios, Select, TextArea, TextField } from '../../../../ui/index.ts'
import { BODY_MAX, SUBJECT_MAX } from '../../fields.ts'
import { attendances, suspensionGrounds } from '../../petition.ts'
import { text as petitionText } from '../../text.ts'
import type { OfficeAct } from '../case-desk.ts'
import { text } from '../text.ts'
import { type ActFieldsProps, EvidenceField, Reason, wire } from './act-fields.tsx'

/** Acts whose inputs stand here; the first ones are in act-fields. */
type CaseworkAct = Exclude<
  OfficeAct,
  | 'accept'
  | 'assign'
  | 'decline'
  | 'recordVerification'
  | 'findComplex'
  | 'draftAnswer'
  | 'returnDraft'
  | 'clearForPublication'
  | 'issueAnswer'
>

export function CaseworkFields(props: ActFieldsProps & { act: CaseworkAct }) {
  const { lang, act, today } = props
  const words = text[lang].acts
  const names = petitionText[lang]
  switch (act) {
    case 'guide':
    case 'transfer':
      return (
        <>
          <Line {...props} name="agency" hint={words.agencyHint} max={300} />
          <Line {...props} name="documentNumber" hint={words.documentHint} max={60} optional={act === 'guide'} />
          <Reason {...props} hint={words.reasonToFiler} />
        </>
      )
    case 'recordReport':
      return (
        <>
          <Line {...props} name="documentNumber" hint={words.documentHint} max={60} optional />
          <Words {...props} max={20_000} />
        </>
      )
    case 'askToComplete':
      return <Words {...props} max={4000} hint={words.askHint} />
    case 'transferWithin': {
      const unit = wire(props, 'unit')
      const others = props.choices.allUnits.filter(({ value }) => value !== props.view.petition.unitId)
      return (
        <>
          <Select {...unit.field} items={others} value={unit.value} empty />
          <Reason {...props} hint={words.publicReason} />
        </>
      )
    }
    case 'extend':
      return (
        <>
          <Day {...props} name="dueOn" />
          <Reason {...props} hint={words.publicReason} />
        </>
      )
    case 'suspend': {
      const ground = wire(props, 'ground')
      const items = suspensionGrounds.map((value) => ({ value, text: names.suspensionGround[value] }))
      return (
        <>
          <Select {...ground.field} items={items} value={ground.value} empty />
          <Line {...props} name="documentNumber" hint={words.documentHint} max={60} />
          <Reason {...props} hint={words.publicReason} />
        </>
      )
    }
    case 'resume':
      return (
        <>
          <Line {...props} name="documentNumber" hint={words.documentHint} max={60} />
          <Reason {...props} hint={words.publicReason} />
        </>
      )
    case 'inviteToDialogue': {
      const time = wire(props, 'heldAt')
      return (
        <>
          <Day {...props} name="heldOn" from={addDays(today, 5)} />
          <TextField {...time.field} type="time" value={time.value} width={10} />
          <Line {...props} name="place" max={300} />
        </>
      )
    }
    case 'recordDialogue': {
      const attendance = wire(props, 'attendance')
      const items = attendances.map((value) => ({ value, text: names.attendance[value] }))
      return (
        <>
          <Radios {...attendance.field} items={items} value={attendance.value} />
          <Words {...props} max={20_000} />
          <EvidenceField {...props} />
        </>
      )
    }
    case 'keepPromise':
      return (
        <>
          <Words {...props} max={10_000} hint={words.publicReason} />
          <EvidenceField {...props} />
        </>
      )
    case 'close':
      return <Reason {...props} hint={words.publicReason} optional />
    case 'reopen':
      return <Reason {...props} hint={words.publicReason} />
    case 'redact':
      return <RedactFields {...props} />
  }
}

interface LineProps {
  name: string
  max: number
  hint?: string
  optional?: boolean
}

function Line({ name, max, hint, optional, ...props }: ActFieldsProps & LineProps) {
  const { field, value } = wire(props, name)
  return <TextField {...field} hint={hint} value={value} maxlength={max} required={!optional} />
}

function Words({ max, hint, ...props }: ActFieldsProps & { max: number; hint?: string }) {
  const { field, value } = wire(props, 'words')
  return <TextArea {...field} hint={hint} value={value} rows={5} maxlength={max} count />
}

function Day({ name, from, ...props }: ActFieldsProps & { name: string; from?: string }) {
  const { field, value } = wire(props, name)
  return <TextField {...field} type="date" min={from ?? addDays(props.today, 1)} value={value} width={10} />
}

/** What the public reads now, to be cut. */
function RedactFields(props: ActFieldsProps) {
  const { petition, issued } = props.view
  const subject = wire(props, 'subject')
  const body = wire(props, 'body')
  const answer = wire(props, 'answer')
  return (
    <>
      <TextField {...subject.field} value={subject.value ?? petition.publicSubject ?? petition.subject} maxlength={SUBJECT_MAX} />
      <TextArea {...body.field} value={body.value ?? petition.publicBody ?? petition.body} rows={8} maxlength={BODY_MAX} />
      {issued?.text && (
        <TextArea {...answer.field} value={answer.value ?? issued.publicText ?? issued.text} rows={6} maxlength={20_000} required={false} />
      )}
      <Reason {...props} />
    </>
  )
}
