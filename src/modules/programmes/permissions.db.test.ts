import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { anyAddress } from '../../../tests/support/filing.ts'
import { rowCounts } from '../../../tests/support/rows.ts'
import { type Actor, listStaff } from '../accounts/index.ts'
import { actOnProgramme } from './feature.ts'
import { makePlan } from './make-programme.ts'
import { type Programme, type ProgrammeKind, type ProgrammeStatus, programmeStatuses } from './programme.ts'
import { type ProgrammeAct, programmeActs, programmeLifecycle } from './programme-lifecycle.ts'
import { findProgrammeBySlug, programmesOf } from './programme-repository.ts'
import { insertProposals } from './proposals/proposal-repository.ts'
import { isShown } from './rules.ts'
import { listTasks } from './task-repository.ts'

const now = () => new Date('2026-11-26T09:00:00+07:00')
const { app, db, signIn } = await testApp({ now })
const scope = { authorityId: 1 }
const root = '/api/v1/office/programmes'

const people = ['hoa', 'nam', 'mai', 'dung', 'lam', 'tuyet', 'phuc', 'khanh', 'binh'] as const
const callers = ['visitor', ...people] as const
type Caller = (typeof callers)[number]
/** Who reads drafts in the office. The agency below is that of dung, its head, and nam, its officer. */
const reads = (caller: Caller) => ['hoa', 'nam', 'mai', 'dung', 'lam', 'tuyet', 'phuc'].includes(caller)
const rolesOf: Record<ProgrammeKind, Partial<Record<Caller, string[]>>> = {
  plan: { tuyet: ['writer', 'head'], lam: ['chairman'] },
  agency: { nam: ['writer'], dung: ['writer', 'head'], lam: ['chairman'] },
}

const cookies = new Map<Caller, string>()
let staff: Map<string, Actor>
beforeAll(async () => {
  for (const username of people) cookies.set(username, await signIn(username))
  staff = new Map((await listStaff(db, scope)).map((person) => [person.username, person]))
})
const headersOf = (caller: Caller) => ({ cookie: cookies.get(caller) ?? '' })
const get = (caller: Caller, url: string) => app.inject({ url, headers: headersOf(caller), remoteAddress: anyAddress() })
const post = (caller: Caller, url: string, payload: object) =>
  app.inject({ method: 'POST', url, payload, headers: headersOf(caller), remoteAddress: anyAddress() })

const act = (who: string, programme: Pick<Programme, 'id'>, name: ProgrammeAct, input: object = {}) =>
  actOnProgramme({ db, now, dropPages: () => undefined }, { scope, actor: staff.get(who)! }, programme, name, input)
const two = [
  { kind: 'task', title: 'Việc một', leadWords: 'Các cơ quan' },
  { kind: 'task', title: 'Việc hai', leadWords: 'Các cơ quan' },
]
const proposal = {
  place: 1,
  kind: 'task',
  title: 'Đề xuất',
  lead: null,
  partners: null,
  dueWords: null,
  dueOn: null,
  every: null,
  path: 'I/1',
  sentence: 'Đề xuất',
  anchorId: null,
  sure: 0.9,
  because: null,
  ticked: true,
  joined: false,
  takenOn: null,
} as const

let made = 0
async function aPlan(): Promise<Programme> {
  const title = `Kế hoạch thử ${++made}`
  const plan = await makePlan({ db, now }, scope, staff.get('tuyet')!, { title, startsOn: null, endsOn: null, document: null })
  await db.transaction().execute((trx) => insertProposals(trx, scope, plan.id, [proposal]))
  return act('tuyet', plan, 'addItems', { items: two })
}
/** How it comes to each status: the writer and the head of its kind do it, then the chairman. */
const ways: Record<ProgrammeStatus, ProgrammeAct[]> = {
  draft: [],
  submitted: ['submit'],
  approved: ['submit', 'approve'],
  published: ['submit', 'approve', 'publish'],
  ended: ['submit', 'approve', 'publish', 'end'],
  discarded: ['discard'],
}
async function walk(programme: Programme, status: ProgrammeStatus, head: string): Promise<Programme> {
  let here = programme
  for (const step of ways[status]) here = await act(['approve', 'end'].includes(step) ? 'lam' : head, here, step)
  return here
}
async function programmeIn(kind: ProgrammeKind, status: ProgrammeStatus): Promise<Programme> {
  if (kind === 'plan') return walk(await aPlan(), status, 'tuyet')
  const plan = await walk(await aPlan(), 'published', 'tuyet')
  await act('tuyet', plan, 'cascade', { unitIds: [staff.get('dung')!.unitId], dueOn: '2026-12-20' })
  return walk(await programmesOf(db, scope).where('plan_id', '=', plan.id).executeTakeFirstOrThrow(), status, 'dung')
}

async function inputFor(name: ProgrammeAct, programme: Programme): Promise<object> {
  const [first, second] = await listTasks(db, scope, programme.id)
  const inputs: Partial<Record<ProgrammeAct, object>> = {
    edit: { title: 'Tên khác' },
    addItems: { items: [{ kind: 'task', title: 'Việc mới' }], reason: 'Theo kết luận họp.' },
    takeProposals: { taken: [{ places: [1], item: { kind: 'task', title: 'Đề xuất' } }] },
    editItem: { item: first?.code, kind: 'task', title: 'Việc sửa' },
    splitItem: { item: first?.code, first: 'Nửa đầu', second: 'Nửa sau' },
    mergeItem: { item: second?.code },
    moveItem: { item: first?.code, to: 2 },
    removeItem: { item: first?.code },
    return: { reason: 'Thiếu hạn cuối.' },
    cascade: { unitIds: [staff.get('mai')!.unitId], dueOn: '2026-12-20' },
  }
  return inputs[name] ?? {}
}
const doAct = async (caller: Caller, programme: Programme, name: ProgrammeAct) =>
  post(caller, `${root}/${programme.slug}/acts/${name}`, await inputFor(name, programme))

/** What this caller is answered, by the table. */
function expected(caller: Caller, kind: ProgrammeKind, status: ProgrammeStatus, name: ProgrammeAct): number {
  if (caller === 'visitor') return 401
  if (!isShown({ status }) && !reads(caller)) return 404
  const move = programmeLifecycle[status][name]
  if (!move || (move.kinds && !move.kinds.includes(kind))) return 409
  return move.by.some((role) => rolesOf[kind][caller]?.includes(role)) ? 200 : 403
}

const kinds = ['plan', 'agency'] as const
const places = kinds.flatMap((kind) =>
  programmeStatuses.filter((status) => kind === 'plan' || status !== 'discarded').map((status) => ({ kind, status })),
)

describe.each(places)('$kind, $status', ({ kind, status }) => {
  test('every act that is not theirs, or not now, is refused and writes nothing', async () => {
    const programme = await programmeIn(kind, status)
    const before = { rows: await rowCounts(db), programme: await findProgrammeBySlug(db, scope, programme.slug) }
    for (const caller of callers) {
      for (const name of programmeActs) {
        const wanted = expected(caller, kind, status, name)
        if (wanted === 200) continue
        const answer = await doAct(caller, programme, name)
        expect([caller, name, answer.statusCode], answer.body).toEqual([caller, name, wanted])
        expect(answer.json()).toMatchObject({ status: wanted, detail: expect.stringMatching(/\.$/) })
      }
    }
    expect({ rows: await rowCounts(db), programme: await findProgrammeBySlug(db, scope, programme.slug) }).toEqual(before)
  })

  test('every act that is allowed is done, by the table', async () => {
    for (const name of programmeActs) {
      for (const caller of callers) {
        if (expected(caller, kind, status, name) !== 200) continue
        const programme = await programmeIn(kind, status)
        const answer = await doAct(caller, programme, name)
        expect([name, caller, answer.statusCode], answer.body).toEqual([name, caller, 200])
        const { to } = programmeLifecycle[status][name]!
        expect(answer.json()).toMatchObject({ status: to === 'same' ? status : to, version: programme.version + 1 })
      }
    }
  }, 60_000)

  test('the acts that the API lists are the very ones that are allowed; drafts are hidden like what there is not', async () => {
    const programme = await programmeIn(kind, status)
    for (const caller of callers) {
      const may = programmeActs.filter((name) => expected(caller, kind, status, name) === 200)
      const listed = await get(caller, `${root}/${programme.slug}/acts`)
      expect([caller, listed.statusCode]).toEqual([caller, caller === 'visitor' ? 401 : reads(caller) ? 200 : 403])
      if (listed.statusCode === 200)
        expect([
          caller,
          listed
            .json()
            .items.map((one: { act: string }) => one.act)
            .toSorted(),
        ]).toEqual([caller, may.toSorted()])
      for (const address of [`/lam-viec/chuong-trinh/${programme.slug}`, `/lam-viec/chuong-trinh/${programme.slug}/doc-ke-hoach`]) {
        const page = await get(caller, address)
        expect([caller, address, page.statusCode]).toEqual([caller, address, caller === 'visitor' ? 303 : reads(caller) ? 200 : 403])
      }
    }
  })
})

test('who submitted it does not approve it, also as chairman', async () => {
  const programme = await programmeIn('plan', 'submitted')
  await db
    .updateTable('programmes')
    .set({ submitted_by: staff.get('lam')!.personId })
    .where('id', '=', programme.id)
    .execute()
  const before = await rowCounts(db)
  const answer = await doAct('lam', programme, 'approve')
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'own_programme'])
  expect(await rowCounts(db)).toEqual(before)
})

describe('the desk', () => {
  test.each(callers)('%s reads and makes plans as the role says', async (caller) => {
    const guest = caller === 'visitor'
    const page = (may: boolean) => (guest ? 303 : may ? 200 : 403)
    const api = (may: boolean, done: number) => (guest ? 401 : may ? done : 403)
    expect((await get(caller, '/lam-viec/chuong-trinh')).statusCode).toBe(page(reads(caller)))
    expect((await get(caller, '/lam-viec/chuong-trinh/moi')).statusCode).toBe(page(caller === 'tuyet'))
    expect((await get(caller, root)).statusCode).toBe(api(reads(caller), 200))
    const before = await rowCounts(db)
    const read = await post(caller, `${root}/read`, { text: 'Phòng Y tế tổ chức khám bệnh cho người già trước ngày 30/6/2027.' })
    expect(read.statusCode).toBe(api(['tuyet', 'nam', 'mai', 'dung'].includes(caller), 200))
    const answer = await post(caller, root, { title: `Kế hoạch của ${caller}` })
    expect(answer.statusCode).toBe(api(caller === 'tuyet', 201))
    if (answer.statusCode !== 201) expect(await rowCounts(db)).toEqual(before)
  })
})
