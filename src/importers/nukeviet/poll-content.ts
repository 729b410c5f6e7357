import type { BroughtPoll } from '../../modules/polls/index.ts'
import { addDays, type CivilDate, civilDateOf } from '../../shared/civil-date.ts'
import type { Row } from './staged-rows.ts'
import { instantIn, numberIn, textIn } from './tables.ts'
import { lineOf } from './words.ts'

const FEWEST_OPTIONS = 2
const MOST_OPTIONS = 20
/** Days for which a poll stays open that had no end at the portal: ours have one. */
const OPEN_DAYS = 90
/** What one count holds here. */
const LARGEST_COUNT = 2_147_483_647
/** Groups of NukeViet: everybody and guests; members and new members. */
const everybody = ['6', '5']
const members = ['4', '7']

export type ReadPoll = Pick<
  BroughtPoll,
  'question' | 'status' | 'options' | 'mostChoices' | 'opensOn' | 'closesOn' | 'whoVotes' | 'today'
> & {
  notes: { code: string; what: string }[]
}

type Refusal = 'title_missing' | 'poll_for_a_group' | 'poll_options' | 'poll_count_too_large'

/** A poll of the portal as one of ours, its counts exactly as they were. A code: why it cannot be. */
export function readPoll(row: Row, optionRows: readonly Row[], now: Date): ReadPoll | Refusal {
  const question = lineOf(textIn(row, 'question'))
  if (question === '') return 'title_missing'
  const groups = textIn(row, 'groups_view').split(',')
  const isForAll = groups.some((group) => everybody.includes(group))
  if (!isForAll && !groups.some((group) => members.includes(group))) return 'poll_for_a_group'
  const options = optionRows
    .toSorted((a, b) => numberIn(a, 'id') - numberIn(b, 'id'))
    .map((option) => ({ words: lineOf(textIn(option, 'title')), votes: numberIn(option, 'hitstotal') }))
    .filter(({ words, votes }) => words !== '' || votes > 0)
  if (options.length < FEWEST_OPTIONS || options.length > MOST_OPTIONS || options.some(({ words }) => words === '')) return 'poll_options'
  const total = options.reduce((sum, { votes }) => sum + votes, 0)
  if (total > LARGEST_COUNT) return 'poll_count_too_large'
  const whoVotes = isForAll ? 'everybody' : 'accounts'
  const mostChoices = Math.min(Math.max(numberIn(row, 'acceptcm'), 1), options.length)
  return { question, options, whoVotes, mostChoices, today: civilDateOf(now), ...standing(row, total, now) }
}

/** Where it stands here: voted in on, over, or not asked yet. */
function standing(row: Row, votes: number, now: Date): Pick<ReadPoll, 'status' | 'opensOn' | 'closesOn' | 'notes'> {
  const today = civilDateOf(now)
  const from = instantIn(row, 'publ_time')
  const until = instantIn(row, 'exp_time')
  const isOn = numberIn(row, 'act') === 1
  const opensOn = earlier(from ? civilDateOf(from) : today, today)
  const lastOn = until ? civilDateOf(until) : null
  const noEnd = addDays(today, OPEN_DAYS)
  if (until && until <= now) return { status: 'closed', opensOn: earlier(opensOn, lastOn!), closesOn: lastOn!, notes: [] }
  const isAsked = !from || from <= now
  const note = lastOn ? [] : [{ code: 'poll_end_set', what: noEnd }]
  if (isOn && isAsked) return { status: 'open', opensOn, closesOn: lastOn ?? noEnd, notes: note }
  if (votes > 0) return { status: 'closed', opensOn, closesOn: today, notes: [{ code: 'poll_end_unknown', what: today }] }
  // Readers did not see it and nobody voted: the editor decides.
  const firstOn = from && from > now ? civilDateOf(from) : today
  const closesOn = lastOn && lastOn >= firstOn ? lastOn : addDays(firstOn, OPEN_DAYS)
  return { status: 'draft', opensOn: firstOn, closesOn, notes: [{ code: 'kept_as_draft', what: `act ${numberIn(row, 'act')}` }] }
}

const earlier = (a: CivilDate, b: CivilDate) => (a < b ? a : b)
