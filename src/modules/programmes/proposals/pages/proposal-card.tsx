import { type FormRefusal, problemAt, typedOr } from '../../../../shared/form-refusal.ts'
import type { Lang } from '../../../../shared/lang.ts'
import { Checkbox, Details, Select, Tag, TextArea, TextField } from '../../../../ui/index.ts'
import { recurrences } from '../../items/item-fields.ts'
import { text } from '../../plans/text.ts'
import { taskKinds } from '../../task.ts'
import { text as core } from '../../text.ts'
import { fieldOf, placeOf, stateOf } from '../form.ts'
import type { Proposal } from '../proposal.ts'
import { viewOf } from '../view.ts'

interface CardProps {
  lang: Lang
  proposal: Proposal
  /** Nothing stands above it that it could join. */
  isFirst: boolean
  refusal: FormRefusal | undefined
  /** Which of our units a name is. */
  unitOf: (name: string) => string | undefined
}

/** One sentence of the paper as something to be done, to be mended in place. */
export function ProposalCard({ lang, proposal, isFirst, refusal, unitOf }: CardProps) {
  const { proposals: said, fields } = text[lang]
  const { kinds, every, because } = core[lang]
  const { place, sure } = proposal
  const field = (name: string, value: string | null) => ({
    name: fieldOf(name, place),
    value: typedOr(refusal, fieldOf(name, place), value ?? ''),
    error: problemAt(refusal, fieldOf(name, place)),
  })
  // A form of another page says nothing of this card: a box that is not ticked is not sent.
  const wasSent = refusal?.typed[fieldOf('title', place)] !== undefined
  const isTicked = (name: string, otherwise: boolean) => (wasSent ? refusal?.typed[fieldOf(name, place)] !== undefined : otherwise)
  const lead = proposal.lead && (unitOf(proposal.lead) ?? null)
  const hasProblem = refusal?.problems.some(({ field: name }) => placeOf(name) === place) ?? false
  const view = viewOf(sure)
  return (
    <section class="card pad">
      <input type="hidden" name={fieldOf('seen', place)} value={typedOr(refusal, fieldOf('seen', place), stateOf(proposal))} />
      <div class="tags">
        {view === 'unread' ? (
          <Tag tone="late">{said.notRead(because[proposal.because!])}</Tag>
        ) : (
          <Tag tone={view === 'high' ? 'ok' : 'soon'}>{said.sure(`${Math.round(sure! * 100)} %`, said.sureWords[view])}</Tag>
        )}
        <Tag>{kinds[proposal.kind]}</Tag> <small>{said.at(proposal.path)}</small>
      </div>
      <Checkbox name={fieldOf('take', place)} label={`${place}. ${said.take}`} checked={isTicked('take', proposal.ticked)} required />
      {isFirst ? (
        // What it joins stands on the page before: that it does is kept.
        proposal.joined && <input type="hidden" name={fieldOf('join', place)} value="true" />
      ) : (
        <Checkbox name={fieldOf('join', place)} label={said.join} checked={isTicked('join', proposal.joined)} required />
      )}
      <TextArea {...field('title', proposal.title)} label={said.words} rows={3} required />
      {proposal.title !== proposal.sentence && (
        <p>
          <small>
            {said.sentence}: {proposal.sentence}
          </small>
        </p>
      )}
      <Details
        open={hasProblem}
        summary={[kinds[proposal.kind], proposal.lead, proposal.dueWords ?? proposal.dueOn, proposal.every && every[proposal.every]]
          .filter(Boolean)
          .join(' · ')}
      >
        <Select
          {...field('kind', proposal.kind)}
          label={fields['kind']!}
          items={taskKinds.map((value) => ({ value, text: kinds[value] }))}
        />
        <TextField
          {...field('lead', proposal.lead)}
          label={fields['lead']!}
          hint={proposal.lead ? (lead ? said.ours(lead) : said.notOurs) : undefined}
          list="units"
          required={false}
        />
        <TextField {...field('partners', proposal.partners)} label={fields['partners']!} hint={said.partnersHint} required={false} />
        <TextField {...field('due', proposal.dueWords)} label={fields['due']!} required={false} />
        <TextField {...field('dueOn', proposal.dueOn)} label={said.dueOn} type="date" width={10} required={false} />
        <Select
          {...field('every', proposal.every)}
          label={fields['every']!}
          items={recurrences.map((value) => ({ value, text: every[value] }))}
          empty={text[lang].office.noEvery}
        />
      </Details>
    </section>
  )
}
