import { number } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import type { PetitionInput } from '../fields.ts'
import { text } from './text.ts'

/** For whom it is, once more before it is sent. */
export function behalfSummary(lang: Lang, { represented, group }: Pick<PetitionInput, 'represented' | 'group'>) {
  const { form, grounds, fields, ofMany } = text[lang]
  if (represented)
    return (
      <>
        <bdi>{represented.name}</bdi>
        <br />
        {grounds[represented.ground]}
      </>
    )
  if (!group) return form.choices.self
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name).join('; ')
  return (
    <>
      {ofMany(number(lang, group.people))}
      {group.spokespeople.length > 0 && (
        <>
          <br />
          {fields['spokespeople']}: <bdi>{names(group.spokespeople)}</bdi>
        </>
      )}
      {group.signers.length > 0 && (
        <>
          <br />
          {fields['signers']}: <bdi>{names(group.signers)}</bdi>
        </>
      )}
    </>
  )
}
