import { type FormRefusal, problemAt, typedListOr, typedOr } from '../../../../shared/form-refusal.ts'
import type { Lang } from '../../../../shared/lang.ts'
import { Checkboxes, Details, Select, TextArea, TextField } from '../../../../ui/index.ts'
import { recurrences } from '../../items/item-fields.ts'
import { taskKinds } from '../../task.ts'
import { text as core } from '../../text.ts'
import { text } from '../text.ts'
import type { ItemJson } from '../views.ts'

export interface ItemChoices {
  units: readonly { id: string; name: string }[]
  people: readonly { personId: string; name: string }[]
  goals: readonly { code: string; title: string }[]
}

interface ItemFieldsProps extends ItemChoices {
  lang: Lang
  /** What the item holds now; absent: a new one. */
  item?: ItemJson
  refusal?: FormRefusal | undefined
}

const LONGEST_CHOICE = 90
const cut = (words: string) => (words.length > LONGEST_CHOICE ? `${words.slice(0, LONGEST_CHOICE)}…` : words)

/** Everything that makes an item; the same for a new one and for one of a draft. */
export function ItemFields({ lang, item, refusal, units, people, goals }: ItemFieldsProps) {
  const { office, fields } = text[lang]
  const words = core[lang]
  const held = (name: keyof ItemJson) => (item?.[name] === null || item?.[name] === undefined ? '' : String(item[name]))
  const field = (name: keyof ItemJson) => ({
    name,
    label: fields[name]!,
    value: typedOr(refusal, name, name === 'partnerWords' ? (item?.partnerWords ?? []).join('\n') : held(name)),
    error: problemAt(refusal, name),
  })
  const partnerIds = typedListOr(refusal, 'partnerIds', item?.partnerIds)
  const hasPartners = partnerIds.length > 0 || field('partnerWords').value !== ''
  const hasProblem = Boolean(field('partnerIds').error ?? field('partnerWords').error)
  const unitItems = units.map(({ id, name }) => ({ value: id, text: name }))
  return (
    <>
      <Select
        {...field('kind')}
        value={field('kind').value || 'task'}
        items={taskKinds.map((value) => ({ value, text: words.kinds[value] }))}
      />
      <TextArea {...field('title')} rows={3} required />
      <Select {...field('unitId')} items={unitItems} empty={office.noUnit} />
      <TextField {...field('leadWords')} required={false} />
      <Select
        {...field('personId')}
        items={people.map(({ personId, name }) => ({ value: personId, text: name }))}
        empty={office.noPerson}
      />
      <Details summary={fields['partnerIds']!} open={hasPartners || hasProblem}>
        <Checkboxes {...field('partnerIds')} items={unitItems} values={partnerIds} />
        <TextArea {...field('partnerWords')} hint={office.linesHint} rows={3} required={false} />
      </Details>
      <TextField {...field('startsOn')} type="date" width={10} required={false} />
      <TextField {...field('dueOn')} type="date" width={10} required={false} />
      <TextField {...field('dueWords')} required={false} />
      <Select {...field('every')} items={recurrences.map((value) => ({ value, text: words.every[value] }))} empty={office.noEvery} />
      <Select {...field('goal')} items={goals.map(({ code, title }) => ({ value: code, text: cut(title) }))} empty={office.noGoal} />
      <TextField {...field('indicator')} required={false} />
      <TextField {...field('target')} hint={office.figureHint} width={10} inputmode="decimal" required={false} />
      <TextField {...field('unitOfMeasure')} width={20} required={false} />
      <TextField {...field('weight')} value={field('weight').value || '1'} width={4} inputmode="numeric" />
      <TextArea {...field('details')} rows={4} required={false} />
    </>
  )
}
