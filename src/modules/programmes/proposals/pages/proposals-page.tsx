import { type FormRefusal, problemAt, typedOr } from '../../../../shared/form-refusal.ts'
import { number } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import {
  Breadcrumbs,
  Button,
  ButtonRow,
  Checkbox,
  Details,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  PageHead,
  Select,
  Tag,
  TextArea,
  TextField,
} from '../../../../ui/index.ts'
import { recurrences } from '../../items/item-fields.ts'
import { paths } from '../../paths.ts'
import { text } from '../../plans/text.ts'
import type { Programme } from '../../programme.ts'
import { taskKinds } from '../../task.ts'
import { text as core } from '../../text.ts'
import { fieldOf } from '../form.ts'
import type { Proposal } from '../proposal.ts'

interface ProposalsPageProps {
  lang: Lang
  csrf: string
  programme: Programme
  proposals: readonly Proposal[]
  /** Our units, for the suggestions. */
  unitNames: readonly string[]
  /** Which of our units a name is. */
  unitOf: (name: string) => string | undefined
  mayTake: boolean
  saved?: boolean | undefined
  refusal?: FormRefusal | undefined
}

const words = { high: 0.75, middle: 0.5 } as const
const wordOf = (sure: number) => (sure >= words.high ? 'high' : sure >= words.middle ? 'middle' : 'low')

/** What the reading of a paper proposes: one form, a card a sentence, also for those that were not understood. */
export function ProposalsPage(props: ProposalsPageProps) {
  const { lang, csrf, programme, proposals, unitNames, mayTake, saved, refusal } = props
  const { office, proposals: said, act } = text[lang]
  const waiting = proposals.filter(({ takenOn }) => takenOn === null)
  const taken = proposals.filter(({ takenOn }) => takenOn !== null)
  const unread = waiting.filter(({ sure }) => sure === null).length
  const buttons = (
    <ButtonRow>
      <Button name="do" value="take">
        {act.takeProposals}
      </Button>
      <Button name="do" value="save" look="second">
        {said.save}
      </Button>
    </ButtonRow>
  )
  return (
    <>
      <Breadcrumbs
        items={[
          { href: localPath(lang, paths.office), text: office.title },
          { href: localPath(lang, paths.officeOne(programme.slug)), text: programme.title },
        ]}
      />
      <PageHead title={said.title} lead={said.lead(number(lang, waiting.length - unread), number(lang, unread))} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      {saved && (
        <Notice tone="ok" live>
          {said.saved}
        </Notice>
      )}
      {waiting.length === 0 && <EmptyState title={said.none} />}
      {waiting.length > 0 && (
        <Form action={paths.proposals(programme.slug)} lang={lang} csrf={csrf}>
          <input type="hidden" name="version" value={programme.version} />
          <p class="govuk-hint">{said.rules}</p>
          {mayTake && buttons}
          <datalist id="units">
            {unitNames.map((name) => (
              <option value={name} />
            ))}
          </datalist>
          {waiting.map((proposal, i) => (
            <Card {...props} proposal={proposal} isFirst={i === 0} />
          ))}
          {mayTake && buttons}
        </Form>
      )}
      {taken.length > 0 && (
        <Details summary={said.taken(number(lang, taken.length))}>
          <ul>
            {taken.map(({ sentence, path }) => (
              <li>
                {sentence} <small>({path})</small>
              </li>
            ))}
          </ul>
        </Details>
      )}
      <p>
        <a href={localPath(lang, paths.officeOne(programme.slug))}>{said.back}</a>
      </p>
    </>
  )
}

function Card({ lang, proposal, isFirst, refusal, unitOf }: ProposalsPageProps & { proposal: Proposal; isFirst: boolean }) {
  const { proposals: said, fields } = text[lang]
  const { kinds, every, because } = core[lang]
  const { place, sure } = proposal
  const field = (name: string, value: string | null) => ({
    name: fieldOf(name, place),
    value: typedOr(refusal, fieldOf(name, place), value ?? ''),
    error: problemAt(refusal, fieldOf(name, place)),
  })
  const isTicked = (name: string, otherwise: boolean) => (refusal ? refusal.typed[fieldOf(name, place)] !== undefined : otherwise)
  const lead = proposal.lead && (unitOf(proposal.lead) ?? null)
  const hasProblem = refusal?.problems.some(({ field: name }) => name.endsWith(`-${place}`)) ?? false
  return (
    <section class="card pad">
      <div class="tags">
        {sure === null ? (
          <Tag tone="late">{said.notRead(because[proposal.because!])}</Tag>
        ) : (
          <Tag tone={sure >= words.high ? 'ok' : 'soon'}>{said.sure(`${Math.round(sure * 100)} %`, said.sureWords[wordOf(sure)])}</Tag>
        )}
        <Tag>{kinds[proposal.kind]}</Tag> <small>{said.at(proposal.path)}</small>
      </div>
      <Checkbox name={fieldOf('take', place)} label={`${place}. ${said.take}`} checked={isTicked('take', proposal.ticked)} required />
      {!isFirst && <Checkbox name={fieldOf('join', place)} label={said.join} checked={isTicked('join', proposal.joined)} required />}
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
