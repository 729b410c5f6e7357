import { type FormRefusal, problemAt, typedOr } from '../../../../shared/form-refusal.ts'
import type { Lang } from '../../../../shared/lang.ts'
import { Button, Checkbox, Details, FileField, Form, Radios, Select, TextArea, TextField } from '../../../../ui/index.ts'
import { acceptedOfOffice } from '../../../files/index.ts'
import { recurrences } from '../../items/item-fields.ts'
import { paths } from '../../paths.ts'
import { evidenceTypes, taskKinds } from '../../task.ts'
import type { TaskAct } from '../../task-lifecycle.ts'
import { CAPTION_MAX } from '../fields.ts'
import { text } from '../text.ts'
import type { TaskView } from '../view-task.ts'

export interface ActFormProps {
  lang: Lang
  csrf: string
  view: TaskView
  act: TaskAct
  refusal?: FormRefusal | undefined
}

/** Acts that ask for nothing have a button alone; one that gives something up is coloured so. */
const plain: readonly TaskAct[] = ['start', 'confirm']

/** An act of an item as a form; each field's id carries the act, for many forms share a page. */
export function ActForm(props: ActFormProps) {
  const { lang, csrf, view, act, refusal } = props
  const words = text[lang]
  const look = act === 'cancel' ? 'danger' : act === 'confirm' || act === 'start' ? 'main' : 'second'
  const form = (
    <Form
      action={paths.taskAct(view.task.code, act)}
      lang={lang}
      csrf={csrf}
      enctype={act === 'addEvidence' ? 'multipart/form-data' : undefined}
    >
      <input type="hidden" name="version" value={view.task.version} />
      <Fields {...props} />
      <Button look={look}>{words.act[act]}</Button>
    </Form>
  )
  return plain.includes(act) ? (
    form
  ) : (
    <Details summary={words.act[act]} open={refusal !== undefined}>
      {form}
    </Details>
  )
}

function Fields(props: ActFormProps) {
  const { lang, view, act, refusal } = props
  const words = text[lang]
  const { page, fields } = words
  const { task } = view
  const field = (name: string, known?: string | null) => ({
    id: `${act}-${name}`,
    name,
    label: fields[name]!,
    value: typedOr(refusal, name, known ?? ''),
    error: problemAt(refusal, name),
  })
  const reason = <TextArea {...field('reason')} hint={page.reasonHint} rows={2} required={task.status !== 'draft'} />
  switch (act) {
    case 'edit':
      return <DraftFields {...props} />
    case 'note':
      return (
        <>
          <TextArea {...field('words')} hint={page.wordsHint} rows={4} required />
          <TextField {...field('reached', task.reached)} hint={page.figureHint} inputmode="decimal" width={10} required={false} />
          <Radios
            {...field('audience', 'public')}
            items={(['public', 'internal'] as const).map((value) => ({ value, text: words.audience[value] }))}
          />
        </>
      )
    case 'addEvidence':
      return (
        <>
          <Radios {...field('type', 'file')} items={evidenceTypes.map((value) => ({ value, text: words.evidenceType[value] }))} />
          <TextField {...field('ref')} hint={page.refHint} />
          <TextField {...field('caption')} maxlength={CAPTION_MAX} required />
          <Checkbox {...field('open')} value="yes" checked={refusal?.typed['open'] === 'yes'} hint={page.openHint} />
          <FileField
            id={`${act}-files`}
            name="files"
            label={fields['files']!}
            hint={page.fileHint}
            accept={acceptedOfOffice}
            error={problemAt(refusal, 'files')}
          />
        </>
      )
    case 'removeEvidence':
    case 'openFile': {
      const choices = view.evidence.filter(({ removedAt, file }) =>
        act === 'openFile' ? removedAt === null && file !== null && file.stored.visibility !== 'public' : removedAt === null,
      )
      return (
        <>
          <Select {...field('evidence')} items={choices.map(({ id, caption }) => ({ value: id, text: caption }))} empty required />
          {act === 'openFile' ? <p class="muted">{page.openHint}</p> : reason}
        </>
      )
    }
    case 'report':
      return (
        <>
          {task.evidence === 0 && <p>{page.noEvidence}</p>}
          <TextArea {...field('words')} hint={page.reportHint} rows={4} required />
          <TextField {...field('reached', task.reached)} hint={page.figureHint} inputmode="decimal" width={10} required={false} />
        </>
      )
    case 'moveDue':
      return (
        <>
          <TextField {...field('dueOn', task.dueOn)} type="date" hint={page.dueHint} width={10} required />
          {reason}
        </>
      )
    case 'setTarget':
      return (
        <>
          <TextField {...field('target', task.target)} hint={page.figureHint} inputmode="decimal" width={10} required />
          {reason}
        </>
      )
    case 'setOwner':
      return (
        <>
          <OwnerFields {...props} />
          <TextArea {...field('reason')} hint={page.ownerReasonHint} rows={2} required={task.status !== 'draft'} />
        </>
      )
    case 'setNeeds':
      return <TextArea {...field('needs', view.needs.needs.map(({ code }) => code).join('\n'))} hint={page.needsHint} rows={3} />
    case 'sendBack':
    case 'reopen':
    case 'cancel':
      return reason
    default:
      return null
  }
}

/** Agency and person; people stand under their agency. */
function OwnerFields({ lang, view, act, refusal }: ActFormProps) {
  const { fields, page } = text[lang]
  const people = view.units.flatMap((unit) => {
    const items = view.staff
      .filter((one) => one.unitId === unit.id && one.roles.some((role) => role === 'caseOfficer' || role === 'unitHead'))
      .map(({ personId, name }) => ({ value: personId, text: name }))
    return items.length > 0 ? [{ group: unit.name, items }] : []
  })
  const field = (name: 'unitId' | 'personId') => ({
    id: `${act}-${name}`,
    name,
    label: fields[name]!,
    value: typedOr(refusal, name, view.task[name] ?? ''),
    error: problemAt(refusal, name),
  })
  return (
    <>
      <Select {...field('unitId')} items={view.units.map(({ id, name }) => ({ value: id, text: name }))} empty={page.chooseUnit} />
      <Select {...field('personId')} items={people} empty={page.chooseNobody} />
    </>
  )
}

function DraftFields(props: ActFormProps) {
  const { lang, view, act, refusal } = props
  const words = text[lang]
  const { task } = view
  const field = (name: 'title' | 'details' | 'startsOn' | 'dueOn' | 'dueWords' | 'indicator' | 'unitOfMeasure' | 'target' | 'weight') => ({
    id: `${act}-${name}`,
    name,
    label: words.fields[name]!,
    value: typedOr(refusal, name, String(task[name] ?? '')),
    error: problemAt(refusal, name),
  })
  const choice = (name: 'kind' | 'every') => ({
    id: `${act}-${name}`,
    name,
    label: words.fields[name]!,
    value: typedOr(refusal, name, task[name] ?? ''),
    error: problemAt(refusal, name),
  })
  return (
    <>
      <Select {...choice('kind')} items={taskKinds.map((value) => ({ value, text: words.kind[value] }))} required />
      <TextArea {...field('title')} rows={2} required />
      <TextArea {...field('details')} rows={3} />
      <OwnerFields {...props} />
      <TextField {...field('startsOn')} type="date" width={10} />
      <TextField {...field('dueOn')} type="date" width={10} />
      <TextField {...field('dueWords')} />
      <Select {...choice('every')} items={recurrences.map((value) => ({ value, text: words.every[value] }))} empty={words.page.none} />
      <TextField {...field('weight')} inputmode="numeric" width={4} />
      <TextField {...field('indicator')} />
      <TextField {...field('target')} hint={words.page.figureHint} inputmode="decimal" width={10} />
      <TextField {...field('unitOfMeasure')} width={10} />
    </>
  )
}
