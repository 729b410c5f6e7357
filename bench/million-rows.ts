import { randomBytes } from 'node:crypto'
import { built } from './built.ts'

const { countsFor, newId } = built

/** Words that common searches find in every fifth case and more; `hiem…` in one alone. */
const subjects = [
  'Đường ngập sau mưa',
  'Đèn đường không sáng',
  'Rác chưa được thu gom',
  'Loa kéo quá khuya',
  'Cống bị vỡ nắp',
  'Hồ sơ chậm trả',
  'Chó thả rông',
  'Nước giếng nhiễm phèn',
  'Cây nghiêng sát dây điện',
  'Chợ lấn chiếm lòng đường',
]
/** Cases that are still being worked on: one in ten. */
const OPEN_EVERY = 10
/** Days over which the cases are spread. */
const DAYS = 1_800
const DAY_MS = 86_400_000
/** Shares no factor with the number of cases. */
const STRIDE = 618_033

export interface Place {
  unitIds: readonly string[]
  officerId: string
  /** The newest case was received then. */
  now: Date
}

const day = (ms: number) => new Date(ms).toISOString().slice(0, 10) as `${number}-${number}-${number}`
const plainOf = (text: string) => text.toLowerCase().replace(/đ/g, 'd').normalize('NFD').replace(/\p{M}/gu, '')
const line = (values: readonly unknown[]) => `${values.map((value) => (value === null ? '\\N' : String(value))).join('\t')}\n`
const bytea = (bytes: Buffer) => `\\\\x${bytes.toString('hex')}`

export const columns = {
  petitions:
    'authority_id, id, code, kind, instance, status, step, version, subject, body, salt, channel, publish, cleared_at, unit_id, officer_id, secret_hash, client_token, received_at, received_on, accepted_on, due_on, extended, outcome, answered_on, answered_late, verdict, search_plain, search_toned',
  petition_filers: 'authority_id, petition_id, name, phone',
  clocks:
    'authority_id, id, matter_type, matter_id, stage, rule, rule_from, limit_value, limit_unit, local, basis, sure, start_event, started_on, due_on, original_due_on, state, met_on',
  clock_events: 'authority_id, clock_id, seq, type, on_date, new_due_on',
  history_entries: 'authority_id, matter_type, matter_id, seq, id, type, at, actor_role, actor_id, audience, facts',
} as const
export type Table = keyof typeof columns

/** One case with its filer, its two clocks and ten entries of history, as lines for COPY. */
export function linesOf(
  n: number,
  total: number,
  place: Place,
  count: (counts: ReturnType<typeof countsFor>) => void,
): Record<Table, string> {
  // Spread over all the years from the first case on, so that ten thousand have as many months as a million.
  const receivedAt = place.now.getTime() - Math.floor((((n * STRIDE) % total) / total) * DAYS * DAY_MS) - DAY_MS
  const open = n % OPEN_EVERY === 0
  const id = newId(receivedAt)
  const unitId = place.unitIds[n % place.unitIds.length]!
  const kind = n % 3 === 0 ? 'complaint' : n % 3 === 1 ? 'feedback' : 'recommendation'
  const receivedOn = day(receivedAt)
  const acceptedOn = day(receivedAt + 3 * DAY_MS)
  // Open cases are due around today, whenever they came in, so that the lists of due and overdue ones are full.
  const dueOn = open ? day(place.now.getTime() + ((n / OPEN_EVERY) % 120) * DAY_MS - 30 * DAY_MS) : day(receivedAt + 33 * DAY_MS)
  const late = !open && n % 7 === 0
  const answeredOn = open ? null : day(receivedAt + (late ? 40 : 20) * DAY_MS)
  const verdict = open ? null : n % 4 === 0 ? 'no' : n % 4 === 1 ? 'yes' : null
  const subject = `${subjects[n % subjects.length]} hiem${n}`
  const body = `${subject}. Xin cơ quan xem xét, giải quyết cho bà con.`
  const words = `${subject} xin co quan`
  const status = open ? 'accepted' : 'answered'
  const step = open ? (n % 20 === 0 ? 'verifying' : 'assigned') : 'done'
  const outcome = open ? null : n % 5 === 0 ? 'explained' : 'solved'
  const at = (days: number) => new Date(receivedAt + days * DAY_MS).toISOString()
  count(
    countsFor({
      ...blankFacts,
      status,
      step,
      receivedOn,
      unitId,
      officerId: open ? place.officerId : null,
      dueOn: open ? dueOn : null,
      answeredOn,
      answeredLate: open ? null : late,
      outcome,
      verdict,
    } as never),
  )
  const [first, second] = [newId(receivedAt), newId(receivedAt + 1)]
  const types = [
    'received',
    'accepted',
    'cleared',
    'assigned',
    'verified',
    'verified',
    'drafted',
    'draftReturned',
    'drafted',
    open ? 'noteAdded' : 'answered',
  ]
  const hash = randomBytes(32)
  return {
    petitions: line([
      1,
      id,
      `TR-2026-${String(n).padStart(7, '0')}`,
      kind,
      1,
      status,
      step,
      10,
      subject,
      body,
      bytea(hash.subarray(0, 16)),
      'online',
      't',
      at(1),
      unitId,
      open ? place.officerId : null,
      bytea(hash),
      newId(receivedAt + 2),
      at(0),
      receivedOn,
      acceptedOn,
      open ? dueOn : null,
      'f',
      outcome,
      answeredOn,
      open ? null : late ? 't' : 'f',
      verdict,
      plainOf(words),
      words.toLowerCase(),
    ]),
    petition_filers: line([1, id, `Người gửi ${n}`, '0900 000 001']),
    clocks:
      line([
        1,
        first,
        'petition',
        id,
        'initialResult',
        'intake.notify_initial_result',
        '2014-07-01',
        10,
        'workingDay',
        'f',
        'Đ28',
        'V-pre2026',
        'received',
        receivedOn,
        day(receivedAt + 14 * DAY_MS),
        day(receivedAt + 14 * DAY_MS),
        'met',
        acceptedOn,
      ]) +
      line([
        1,
        second,
        'petition',
        id,
        'resolution',
        'complaint.resolve_first',
        '2012-07-01',
        30,
        'calendarDay',
        'f',
        'Đ28',
        'V-pre2026',
        'accept',
        open ? day(Date.parse(dueOn) - 30 * DAY_MS) : acceptedOn,
        dueOn,
        dueOn,
        open ? 'running' : 'met',
        answeredOn,
      ]),
    clock_events:
      line([1, first, 1, 'started', receivedOn, day(receivedAt + 14 * DAY_MS)]) + line([1, second, 1, 'started', acceptedOn, dueOn]),
    history_entries: types
      .map((type, i) =>
        line([
          1,
          'petition',
          id,
          i + 1,
          newId(receivedAt + i),
          `petition.${type}`,
          at(i),
          i === 0 ? 'filer' : 'caseOfficer',
          i === 0 ? null : place.officerId,
          'public',
          JSON.stringify({ unitId, n: i }),
        ]),
      )
      .join(''),
  }
}

const blankFacts = {
  id: '',
  extended: false,
  promisedOn: null,
  promiseKeptOn: null,
  reopenedOn: null,
  publish: true,
  clearedAt: new Date(0),
}
