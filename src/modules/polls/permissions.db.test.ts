import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { anyAddress } from '../../../tests/support/filing.ts'
import { rowCounts } from '../../../tests/support/rows.ts'
import { actByClock } from './feature.ts'
import { lifecycle, type PollAct, pollActs } from './lifecycle.ts'
import { type PollStatus, pollStatuses, resultsShown, shownStatuses } from './poll.ts'
import { findBySlug } from './poll-repository.ts'

const now = () => new Date('2026-11-26T09:00:00+07:00')
const [today, lastDay, dayAfter] = ['2026-11-26', '2026-11-30', new Date('2026-12-01T00:00:00+07:00')] as const
const { app, db, signIn } = await testApp({ now })
const scope = { authorityId: 1 }

const people = ['hoa', 'nam', 'mai', 'dung', 'lam', 'tuyet', 'phuc', 'khanh', 'binh'] as const
const callers = ['visitor', ...people] as const
type Caller = (typeof callers)[number]
const writes = (caller: Caller) => caller === 'tuyet'
const readsDrafts = (caller: Caller) => ['tuyet', 'lam', 'phuc'].includes(caller)
const isShown = (status: PollStatus) => shownStatuses.some((shown) => shown === status)

const cookies = new Map<Caller, string>()
beforeAll(async () => {
  for (const username of people) cookies.set(username, await signIn(username))
})

const headersOf = (caller: Caller) => ({ cookie: cookies.get(caller) ?? '' })
const get = (caller: Caller, url: string) => app.inject({ url, headers: headersOf(caller), remoteAddress: anyAddress() })
const post = (caller: Caller, url: string, payload: object) =>
  app.inject({ method: 'POST', url, payload, headers: headersOf(caller), remoteAddress: anyAddress() })

let made = 0
const content = (change: object = {}) => ({
  question: `Câu hỏi số ${++made}`,
  options: ['Có', 'Không'],
  mostChoices: 1,
  opensOn: today,
  closesOn: lastDay,
  whoVotes: 'everybody',
  resultsShown: 'always',
  ...change,
})
const inputs: Record<PollAct, () => object> = {
  edit: content,
  schedule: () => ({}),
  open: () => ({}),
  close: () => ({}),
  withdraw: () => ({ reason: 'Câu hỏi dễ hiểu lầm.' }),
  discard: () => ({}),
}
const doAct = (caller: Caller, slug: string, act: PollAct) => post(caller, `/api/v1/polls/${slug}/acts/${act}`, inputs[act]())

/** How a poll comes to each status. The clock is that of the one poll alone. */
const ways: Record<PollStatus, (PollAct | 'clock.open' | 'clock.close')[]> = {
  draft: [],
  scheduled: ['schedule'],
  open: ['schedule', 'clock.open'],
  closed: ['schedule', 'clock.open', 'clock.close'],
  withdrawn: ['schedule', 'clock.open', 'withdraw'],
  discarded: ['discard'],
}
async function pollIn(status: PollStatus, change: object = {}): Promise<string> {
  const answer = await post('tuyet', '/api/v1/office/polls', content(change))
  const { slug } = answer.json()
  for (const step of ways[status]) {
    if (step === 'clock.open') await byClock(slug, 'open', now())
    else if (step === 'clock.close') await byClock(slug, 'close', dayAfter)
    else expect((await doAct('tuyet', slug, step)).statusCode).toBe(200)
  }
  expect((await findBySlug(db, scope, slug))!.status).toBe(status)
  return slug
}
const byClock = async (slug: string, act: 'open' | 'close', at: Date) =>
  actByClock({ db, now: () => at, dropPages: () => undefined }, scope, (await findBySlug(db, scope, slug))!, act)

/** What this caller is answered, by the table. */
function expected(caller: Caller, status: PollStatus, act: PollAct): number {
  if (caller === 'visitor') return 401
  if (!isShown(status) && !readsDrafts(caller)) return 404
  const move = lifecycle[status][act]
  if (!move) return 409
  return move.by.includes('editor') && writes(caller) ? 200 : 403
}

describe.each(pollStatuses)('a poll that is %s', (status) => {
  test.each(callers)('%s: every act that is not theirs, or not now, is refused and writes nothing', async (caller) => {
    const slug = await pollIn(status)
    const before = { rows: await rowCounts(db), poll: await findBySlug(db, scope, slug) }
    for (const act of pollActs) {
      const wanted = expected(caller, status, act)
      if (wanted === 200) continue
      const answer = await doAct(caller, slug, act)
      expect([act, answer.statusCode], answer.body).toEqual([act, wanted])
      expect(answer.json()).toMatchObject({ status: wanted, detail: expect.stringMatching(/\.$/) })
    }
    expect({ rows: await rowCounts(db), poll: await findBySlug(db, scope, slug) }).toEqual(before)
  })

  test('every act that is allowed is done, with one entry in the history', async () => {
    for (const act of pollActs) {
      for (const caller of callers) {
        if (expected(caller, status, act) !== 200) continue
        const slug = await pollIn(status)
        const before = await rowCounts(db)
        const answer = await doAct(caller, slug, act)
        expect([act, caller, answer.statusCode], answer.body).toEqual([act, caller, 200])
        const { to } = lifecycle[status][act]!
        expect(answer.json().status).toBe(to === 'same' ? status : to)
        expect((await rowCounts(db))['history_entries']! - before['history_entries']!).toBe(1)
      }
    }
  })

  test('the buttons are the very acts that are allowed, in the API and on the page', async () => {
    const slug = await pollIn(status)
    for (const caller of callers) {
      const may = pollActs.filter((act) => expected(caller, status, act) === 200)
      const listed = await get(caller, `/api/v1/polls/${slug}/acts`)
      expect([caller, listed.statusCode]).toEqual([caller, isShown(status) || readsDrafts(caller) ? 200 : 404])
      if (listed.statusCode === 200) expect([caller, listed.json().items.map(({ act }: { act: string }) => act)]).toEqual([caller, may])
      const page = await get(caller, `/lam-viec/tham-do/${slug}`)
      expect([caller, page.statusCode]).toEqual([caller, caller === 'visitor' ? 303 : readsDrafts(caller) ? 200 : 403])
      const forms = [...page.body.matchAll(/action="\/lam-viec\/tham-do\/[^"/]+\/([a-z]+)"/g)].map(([, act]) => act)
      expect([caller, forms]).toEqual([caller, may])
    }
  })

  test('who sees it: everybody once it was open, before that those who read drafts; what is hidden is as unknown', async () => {
    const slug = await pollIn(status)
    for (const caller of callers) {
      const [one, none] = [await get(caller, `/api/v1/polls/${slug}`), await get(caller, '/api/v1/polls/khong-co')]
      const sees = isShown(status) || readsDrafts(caller)
      expect([caller, one.statusCode]).toEqual([caller, sees ? 200 : 404])
      if (!sees) expect(one.body).toBe(none.body)
      // The public page has no preview: not even its writer finds a draft there.
      expect([caller, (await get(caller, `/tham-do/${slug}`)).statusCode]).toEqual([caller, isShown(status) ? 200 : 404])
    }
  })

  test.each(['everybody', 'accounts'] as const)(
    'votes of %s: taken while it is open and of nobody else, each refusal with its reason',
    async (whoVotes) => {
      const slug = await pollIn(status, { whoVotes })
      for (const caller of callers) {
        const before = await rowCounts(db)
        const answer = await post(caller, `/api/v1/polls/${slug}/votes`, { options: [1] })
        const wanted = !isShown(status)
          ? [404, 'not_found']
          : status !== 'open'
            ? [409, `poll_${status}`]
            : whoVotes === 'accounts' && caller === 'visitor'
              ? [403, 'poll_needs_account']
              : [201, undefined]
        expect([caller, answer.statusCode, answer.json().code]).toEqual([caller, ...wanted])
        if (answer.statusCode !== 201) expect(await rowCounts(db)).toEqual(before)
      }
    },
  )

  test.each(resultsShown)('results shown %s: the office sees them no sooner than readers do', async (shown) => {
    const slug = await pollIn(status, { resultsShown: shown })
    for (const caller of callers) {
      const seen = async () => {
        const answer = await get(caller, `/api/v1/polls/${slug}`)
        return answer.statusCode === 200 ? answer.json().voters !== null : null
      }
      const hidden = !isShown(status) && !readsDrafts(caller)
      const open = status === 'open'
      const before = status === 'closed' || (open && shown === 'always')
      expect([caller, await seen()]).toEqual([caller, hidden ? null : before])
      if (!open || caller === 'visitor') continue
      await post(caller, `/api/v1/polls/${slug}/votes`, { options: [2] })
      expect([caller, await seen()]).toEqual([caller, shown !== 'afterClosing'])
    }
  })
})

describe('the desk', () => {
  test.each(callers)('%s reads and makes polls as the role says', async (caller) => {
    const guest = caller === 'visitor'
    const page = (may: boolean) => (guest ? 303 : may ? 200 : 403)
    const api = (may: boolean, done: number) => (guest ? 401 : may ? done : 403)
    expect((await get(caller, '/lam-viec/tham-do')).statusCode).toBe(page(readsDrafts(caller)))
    expect((await get(caller, '/lam-viec/tham-do/moi')).statusCode).toBe(page(writes(caller)))
    expect((await get(caller, '/api/v1/office/polls')).statusCode).toBe(api(readsDrafts(caller), 200))
    const before = await rowCounts(db)
    const answer = await post(caller, '/api/v1/office/polls', content())
    expect(answer.statusCode).toBe(api(writes(caller), 201))
    if (answer.statusCode !== 201) expect(await rowCounts(db)).toEqual(before)
  })

  test('the public lists name what was open, and no draft', async () => {
    const slugs = new Map<PollStatus, string>()
    for (const status of pollStatuses) slugs.set(status, await pollIn(status))
    for (const url of ['/api/v1/polls?limit=100', '/tham-do']) {
      const { body } = await get('visitor', url)
      for (const [status, slug] of slugs) expect([url, status, body.includes(slug)]).toEqual([url, status, isShown(status)])
    }
    const data = (await get('visitor', '/api/v1/open-data/polls.csv')).body
    for (const [status, slug] of slugs) expect([status, data.includes(`${slug},`)]).toEqual([status, ['open', 'closed'].includes(status)])
  })
})

describe('the worker', () => {
  test.each(['open', 'close'] as const)('may %s on the poll’s own day, once, and never before', async (act) => {
    const slug = await pollIn(act === 'open' ? 'scheduled' : 'open', act === 'open' ? { opensOn: lastDay } : {})
    const [early, due] = act === 'open' ? [now(), new Date(`${lastDay}T00:00:00+07:00`)] : [new Date(`${lastDay}T23:59:59+07:00`), dayAfter]
    const before = await rowCounts(db)
    await expect(byClock(slug, act, early)).rejects.toMatchObject({ status: 409 })
    expect(await rowCounts(db)).toEqual(before)
    expect((await byClock(slug, act, due)).status).toBe(act === 'open' ? 'open' : 'closed')
    await expect(byClock(slug, act, due)).rejects.toMatchObject({ status: 409 })
  })
})
