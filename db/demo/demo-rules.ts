import type { DemoAct, DemoPetition, DemoTown } from './demo-data.ts'

const GROUNDS = [
  'notWithinCompetence',
  'noFullLegalCapacity',
  'expiredLimitation',
  'alreadyFinallySettled',
  'inCourt',
  'notAffected',
  'unclearContent',
]

/** Only `0900 000 0xx`: no such number is given to anyone. */
const FICTITIOUS_PHONE = /^0900 000 0\d\d$/
const ENDED = ['declined', 'withdrawn', 'transferred', 'closed']

/** What is wrong with one demo petition, in plain words; empty when nothing is. */
export function problemsWith(petition: DemoPetition, town: DemoTown): string[] {
  return [...contentProblems(petition, town), ...timeProblems(petition), ...actProblems(petition, town)]
}

function* contentProblems(petition: DemoPetition, town: DemoTown): Generator<string> {
  const { subject, body, filer, hamlet } = petition
  if (!subject.trim() || [...subject.normalize('NFC')].length > 200) yield 'subject length'
  const length = [...body.normalize('NFC')].length
  if (length < 60 || length > 900) yield `body of ${length} characters`
  if (!filer.name.trim()) yield 'no filer'
  if (filer.phone !== undefined && !FICTITIOUS_PHONE.test(filer.phone)) yield 'telephone is not of the fictitious pattern'
  if (/\d[\d .]{8,}\d/.test(body)) yield 'body holds something like a telephone or identity number'
  const unit = town.units.find((one) => one.key === hamlet.unit)
  if (!unit?.hamlets?.some((one) => one.name === hamlet.name)) yield `no hamlet ${hamlet.unit} ${hamlet.name}`
  if (petition.account !== undefined && roleOf(petition.account, town) !== 'resident') yield 'account is not a resident'
  const takenByOfficer = petition.takenBy !== undefined && roleOf(petition.takenBy, town) === 'receptionOfficer'
  if (takenByOfficer !== (petition.channel === 'counter')) yield 'takenBy and channel disagree'
  if (/\{|\}/.test(JSON.stringify([body, ...petition.acts.map(wordsOf)]).replace(/\{day:\d+\}/g, ''))) yield 'broken date mark'
}

function* timeProblems(petition: DemoPetition): Generator<string> {
  if (petition.filedDaysAgo < 1 || petition.filedDaysAgo > 70) yield 'filed outside the last seventy days'
  let last = `00 ${petition.filedAt}`
  for (const act of petition.acts) {
    const now = `${String(act.afterDays).padStart(2, '0')} ${act.at}`
    if (!/^\d\d [01]\d:[0-5]\d$|^\d\d 2[0-3]:[0-5]\d$/.test(now)) yield `${act.act}: time is not HH:MM`
    if (now <= last) yield `${act.act} is not after what came before`
    if (act.afterDays >= petition.filedDaysAgo) yield `${act.act} lies in the future`
    last = now
  }
}

/** A reading of the lifecycle that is simple enough to be checked by eye; the real table decides when the town is loaded. */
function* actProblems(petition: DemoPetition, town: DemoTown): Generator<string> {
  let status = 'received'
  let unit: string | undefined
  let drafted = false
  for (const act of petition.acts) {
    if (ENDED.includes(status)) yield `${act.act} after the end`
    if (!mayAct(act, unit, town)) yield `${act.act} by ${act.by}`
    if (!wordsOf(act).every((words) => words.trim().length > 0)) yield `${act.act} has empty words`
    switch (act.act) {
      case 'accept':
        if (status !== 'received') yield 'accepted twice'
        status = 'accepted'
        unit = act.input.unit
        yield* placeProblems(act.input, town)
        break
      case 'assign':
        if (status !== 'accepted') yield 'assigned before acceptance'
        unit = act.input.unit
        yield* placeProblems(act.input, town)
        break
      case 'decline':
        if (status !== 'received') yield 'declined after acceptance'
        if (!GROUNDS.includes(act.input.ground)) yield `unknown ground ${act.input.ground}`
        status = 'declined'
        break
      case 'draftAnswer': {
        if (status !== 'accepted') yield 'drafted at the wrong time'
        drafted = true
        const { outcome, promisedOn, text } = act.input
        if ((outcome === 'promised') !== (promisedOn !== undefined)) yield 'a promise has a date, and nothing else has one'
        const returned = petition.acts[petition.acts.indexOf(act) + 1]?.act === 'returnDraft'
        if (promisedOn && !returned && !text.includes(`{day:${act.afterDays + promisedOn.inDays}}`))
          yield 'the promised date is not in the answer'
        break
      }
      case 'returnDraft':
      case 'issueAnswer':
        if (!drafted) yield `${act.act} without a draft`
        if (act.act === 'issueAnswer') status = 'answered'
        drafted = false
        break
      case 'recordVerification':
        if (status !== 'accepted') yield 'verified at the wrong time'
        break
      case 'clearForPublication':
        if (!petition.publish || status === 'received') yield 'cleared at the wrong time'
        break
      case 'findComplex':
        if (petition.kind !== 'complaint' || status !== 'accepted') yield 'only an accepted complaint is found complex'
        if (!act.input.criteria.length || act.input.criteria.some((number) => number < 1 || number > 7)) yield 'criteria are 1 to 7'
        break
      case 'transfer':
        if (status !== 'received' && status !== 'accepted') yield 'transferred at the wrong time'
        status = 'transferred'
        break
      case 'suspend':
        if (petition.kind !== 'complaint' || status !== 'accepted') yield 'only an accepted complaint is suspended'
        status = 'suspended'
        break
      case 'inviteToDialogue':
        if (petition.kind !== 'complaint' || status !== 'accepted') yield 'only an accepted complaint has a dialogue'
        break
      case 'extend':
        if (status !== 'accepted' && status !== 'answered') yield 'extended at the wrong time'
        break
      case 'keepPromise':
        if (status !== 'answered') yield 'a promise is kept after the answer'
        break
      case 'reopen':
        if (petition.kind === 'complaint' || status !== 'answered') yield 'only an answer to what is no complaint is reopened'
        status = 'accepted'
        break
      case 'close':
        if (status !== 'answered') yield 'closed before the answer'
        status = 'closed'
        break
      case 'withdraw':
        if (status === 'answered') yield 'withdrawn after the answer'
        status = 'withdrawn'
        break
      case 'rate':
        if (status !== 'answered') yield 'rated before the answer'
        if (act.input.satisfaction < 1 || act.input.satisfaction > 5) yield 'satisfaction is 1 to 5'
        break
    }
  }
}

function* placeProblems(place: { unit?: string; officer?: string }, town: DemoTown): Generator<string> {
  const { unit, officer } = place
  if (unit !== undefined && !town.units.some((one) => one.key === unit)) yield `no unit ${unit}`
  if (officer !== undefined && !town.people.some((one) => one.username === officer && one.unit === unit))
    yield `${officer} is not of ${unit}`
}

function mayAct(act: DemoAct, unit: string | undefined, town: DemoTown): boolean {
  const person = town.people.find((one) => one.username === act.by)
  const ofTheUnit = person !== undefined && person.unit === unit
  switch (act.act) {
    case 'withdraw':
    case 'rate':
    case 'reopen':
      return act.by === 'filer'
    case 'accept':
    case 'decline':
    case 'assign':
    case 'clearForPublication':
    case 'transfer':
    case 'askToComplete':
    case 'close':
      return person?.role === 'receptionOfficer'
    case 'issueAnswer':
    case 'findComplex':
    case 'suspend':
    case 'extend':
      return person?.role === 'chairman'
    case 'returnDraft':
      return person?.role === 'chairman' || (ofTheUnit && person.role === 'unitHead')
    case 'recordVerification':
    case 'draftAnswer':
    case 'inviteToDialogue':
    case 'keepPromise':
      return ofTheUnit && (person.role === 'caseOfficer' || person.role === 'unitHead')
  }
}

function roleOf(username: string, town: DemoTown): string | undefined {
  return town.people.find((person) => person.username === username)?.role
}

function wordsOf(act: DemoAct): string[] {
  return Object.values(act.input).filter((value): value is string => typeof value === 'string')
}
