import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { aProgrammeRow, taskRows } from '../../../../tests/support/programme-rows.ts'
import { rowCounts } from '../../../../tests/support/rows.ts'
import type { Db } from '../../../platform/database.ts'
import { references } from '../../../reference-kinds.ts'
import { newId } from '../../../shared/ids.ts'
import { type Actor, listStaff, listUnits } from '../../accounts/index.ts'
import { listHistory } from '../../history/index.ts'
import { countsOf } from '../../tallies/index.ts'
import { compareProgrammeCounts } from '../compare-counts.ts'
import type { Programme } from '../programme.ts'
import { type Task, type TaskStatus, taskMatter, taskStatuses } from '../task.ts'
import { actOnTask } from '../task-feature.ts'
import { type TaskAct, type TaskRole, taskActs, taskLifecycle } from '../task-lifecycle.ts'
import { findTask, listEvidence, listNotes, setPartners } from '../task-repository.ts'

const scope = { authorityId: 1 }
const now = () => new Date('2026-11-26T09:00:00+07:00')
let db: Db
let people: Map<string, Actor>
let units: { id: string }[]

beforeAll(async () => {
  ;({ db } = await testApp({ now, petitions: true }))
  people = new Map((await listStaff(db, scope)).map((person) => [person.username, person]))
  units = await listUnits(db, scope)
})

const options = () => ({ db, now, dropPages: () => undefined, references })
const act = (who: string | null, task: Pick<Task, 'id'>, name: TaskAct, input: object = {}) =>
  actOnTask(options(), { scope, actor: who === null ? null : people.get(who)! }, task, name, input)
const ownUnit = () => people.get('nam')!.unitId!
const otherUnit = () => units.find(({ id }) => id !== ownUnit())!.id

async function aTask(status: TaskStatus = 'planned', facts: Partial<Task> = {}): Promise<{ task: Task; programme: Programme }> {
  const isDraft = status === 'draft'
  const plan = await aProgrammeRow(db)
  const programme = await aProgrammeRow(db, {
    planId: plan.id,
    unitId: ownUnit(),
    ...(isDraft ? { status: 'draft', publishedOn: null } : {}),
  })
  const [task] = await taskRows(db, programme, [{ status, unitId: ownUnit(), ...facts }])
  return { task: task!, programme }
}
const article = async (): Promise<string> => {
  const row = await db
    .selectFrom('articles')
    .select('slug')
    .where('status', '=', 'published')
    .where('kind', '=', 'article')
    .executeTakeFirst()
  return row!.slug!
}
/** Rows of programmes are made without their own counts. */
const wrongCounts = async () => (await compareProgrammeCounts(db, scope)).filter(({ count }) => count.name.startsWith('task.'))
const eventsOf = async (task: Pick<Task, 'id'>) => listHistory(db, scope, taskMatter(task), ['public', 'internal'])

describe('a task from its start to its confirmation', () => {
  test('officer starts, notes, shows evidence, reports; the head confirms; kept counts go along', async () => {
    const { task, programme } = await aTask('planned', { target: '20' })
    await act('nam', task, 'start')
    await act('nam', task, 'note', { words: 'Trồng được 12 cây.', reached: '12', audience: 'public' })
    await act('nam', task, 'note', { words: 'Thiếu tiền mua cây.', reached: '13', audience: 'internal' })
    await expect(act('nam', task, 'report', { words: 'Đã trồng đủ.' })).rejects.toMatchObject({ code: 'evidence_needed', status: 422 })
    await act('nam', task, 'addEvidence', { type: 'article', ref: await article(), caption: 'Bài về buổi trồng cây' })
    await act('nam', task, 'report', { words: 'Đã trồng đủ.', reached: '20' })
    await expect(act('nam', task, 'confirm')).rejects.toMatchObject({ status: 403 })
    const done = await act('dung', task, 'confirm')
    expect(done).toMatchObject({ status: 'done', doneOn: '2026-11-26', reportedOn: '2026-11-26', reached: '20', notes: 2, evidence: 1 })
    expect((await eventsOf(task)).map(({ type, audience }) => [type, audience])).toEqual(
      expect.arrayContaining([
        ['task.started', 'public'],
        ['task.noted', 'public'],
        ['task.noted', 'internal'],
        ['task.evidenceAdded', 'public'],
        ['task.reported', 'public'],
        ['task.confirmed', 'public'],
      ]),
    )
    expect(await countsOf(db, scope, 'task.status', `programme:${programme.id}`)).toEqual([{ bucket: 'done', n: 1 }])
    expect(await countsOf(db, scope, 'task.proof', `tree:${programme.planId}`)).toEqual([{ bucket: 'some', n: 1 }])
    expect((await listNotes(db, scope, task.id, ['public'], null, 10)).map(({ words }) => words)).toEqual(['Trồng được 12 cây.'])
    expect(await wrongCounts()).toEqual([])
  })

  test('a head who reports does not confirm; another does', async () => {
    const { task } = await aTask('inProgress', { evidence: 1 })
    await act('dung', task, 'report', { words: 'Xong.' })
    await expect(act('dung', task, 'confirm')).rejects.toMatchObject({ code: 'own_report', status: 403 })
    expect((await act('lam', task, 'confirm')).status).toBe('done')
  })

  test('two confirm at once: one does it, the other is told', async () => {
    const { task, programme } = await aTask('reported')
    const both = await Promise.allSettled([act('lam', task, 'confirm'), act('dung', task, 'confirm')])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find((one) => one.status === 'rejected')
    expect(lost!.reason).toMatchObject({ code: 'wrong_status', status: 409, details: { happened: { event: 'task.confirmed' } } })
    expect(await countsOf(db, scope, 'task.status', `programme:${programme.id}`)).toEqual([{ bucket: 'done', n: 1 }])
    expect((await eventsOf(task)).filter(({ type }) => type === 'task.confirmed')).toHaveLength(1)
  })

  test('many note side by side: each counts once', async () => {
    const { task } = await aTask('inProgress')
    await Promise.all(Array.from({ length: 8 }, (_, i) => act('nam', task, 'note', { words: `Lần ${i}`, audience: 'public' })))
    expect((await findTask(db, scope, task.id))!.notes).toBe(8)
  })

  test('an old version is refused, what was written since is not lost', async () => {
    const { task } = await aTask('inProgress')
    await act('nam', task, 'note', { version: 1, words: 'Một.', audience: 'public' })
    await expect(act('nam', task, 'note', { version: 1, words: 'Hai.', audience: 'public' })).rejects.toMatchObject({
      code: 'matter_changed',
    })
  })
})

describe('what was promised is moved in the open', () => {
  test('due day, target, owner: old and new value and the reason stand in the public history', async () => {
    const { task } = await aTask('inProgress', { dueOn: '2026-11-30', lateFrom: '2026-12-01', target: '20' })
    const reason = 'Mưa lớn kéo dài.'
    // A Saturday: late only from the Tuesday after the next working day.
    expect(await act('dung', task, 'moveDue', { dueOn: '2026-12-12', reason })).toMatchObject({ lateFrom: '2026-12-15' })
    await act('dung', task, 'setTarget', { target: '15,5', reason })
    await act('lam', task, 'setOwner', { unitId: otherUnit(), reason })
    expect((await eventsOf(task)).map(({ type, facts, words, audience }) => ({ type, facts, words, audience }))).toEqual(
      expect.arrayContaining([
        {
          type: 'task.dueMoved',
          facts: expect.objectContaining({ fromOn: '2026-11-30', toOn: '2026-12-12' }),
          words: { reason },
          audience: 'public',
        },
        { type: 'task.targetChanged', facts: expect.objectContaining({ from: 20, to: 15.5 }), words: { reason }, audience: 'public' },
        {
          type: 'task.ownerChanged',
          facts: expect.objectContaining({ fromUnitId: ownUnit(), toUnitId: otherUnit() }),
          words: { reason },
          audience: 'public',
        },
      ]),
    )
    expect(await wrongCounts()).toEqual([])
  })

  test.each([
    ['moveDue', { dueOn: '2026-12-12' }, 'reason', 'required'],
    ['moveDue', { dueOn: '2026-02-30', reason: 'Vì.' }, 'dueOn', 'invalid_date'],
    ['setTarget', { target: 'hai mươi', reason: 'Vì.' }, 'target', 'invalid_value'],
    ['setOwner', { unitId: newId(), reason: 'Vì.' }, 'unitId', 'unknown_reference'],
    ['setOwner', { personId: 'khong-co', reason: 'Vì.' }, 'personId', 'unknown_reference'],
    ['note', { words: '  ', audience: 'public' }, 'words', 'required'],
    ['note', { words: 'Có.', audience: 'everyone' }, 'audience', 'invalid_choice'],
    ['addEvidence', { type: 'article', ref: 'khong-co-bai-nay', caption: 'Bài' }, 'ref', 'unknown_reference'],
    ['addEvidence', { type: 'petition', caption: 'Hồ sơ' }, 'ref', 'required'],
    ['addEvidence', { type: 'file', caption: 'Ảnh' }, 'files', 'required'],
    ['setNeeds', { needs: 'PL-NV-2026-99999' }, 'needs', 'unknown_reference'],
  ] as [TaskAct, object, string, string][])('%s %j is refused at %s: %s', async (name, input, field, code) => {
    const { task } = await aTask('inProgress')
    const before = await rowCounts(db)
    // The chairman neither notes nor shows evidence, an officer moves nothing that was promised.
    const who = name === 'note' || name === 'addEvidence' ? 'nam' : 'lam'
    await expect(act(who, task, name, input)).rejects.toMatchObject({ status: 422, problems: [{ field, code }] })
    expect(await rowCounts(db)).toEqual(before)
  })

  test('the same value, a day before the start, another agency given away by a head', async () => {
    const { task } = await aTask('inProgress', { dueOn: '2026-12-01', startsOn: '2026-11-01' })
    const reason = 'Vì.'
    await expect(act('lam', task, 'moveDue', { dueOn: '2026-12-01', reason })).rejects.toMatchObject({ code: 'task_unchanged' })
    await expect(act('lam', task, 'moveDue', { dueOn: '2026-10-01', reason })).rejects.toMatchObject({
      problems: [{ code: 'before_start' }],
    })
    await expect(act('dung', task, 'setOwner', { unitId: otherUnit(), reason })).rejects.toMatchObject({ code: 'owner_of_other_unit' })
    const person = people.get('nam')!.personId
    expect(await act('dung', task, 'setOwner', { unitId: ownUnit(), personId: person, reason })).toMatchObject({ personId: person })
  })
})

describe('evidence', () => {
  test('the same thing counts once; taken back it stays as a row with the reason, and may come again', async () => {
    const { task } = await aTask('inProgress')
    const input = { type: 'article', ref: `https://vidu.example/tin/${await article()}`, caption: 'Bài' }
    await act('nam', task, 'addEvidence', input)
    await expect(act('nam', task, 'addEvidence', input)).rejects.toMatchObject({ problems: [{ field: 'ref', code: 'repeated' }] })
    const [first] = await listEvidence(db, scope, task.id)
    await act('nam', task, 'removeEvidence', { evidence: first!.id, reason: 'Nhầm bài.' })
    await expect(act('nam', task, 'removeEvidence', { evidence: first!.id, reason: 'Nữa.' })).rejects.toMatchObject({ status: 404 })
    await act('nam', task, 'addEvidence', input)
    // Both came in the same moment of this test's clock: which stands first is open.
    const reasons = (await listEvidence(db, scope, task.id)).map(({ removedBecause }) => removedBecause)
    expect(new Set(reasons)).toEqual(new Set(['Nhầm bài.', null]))
    expect(reasons).toHaveLength(2)
    expect((await findTask(db, scope, task.id))!.evidence).toBe(1)
    expect(await wrongCounts()).toEqual([])
  })

  test('what was reported keeps its last piece', async () => {
    const { task } = await aTask('reported')
    const [only] = await listEvidence(db, scope, task.id)
    await expect(act('nam', task, 'removeEvidence', { evidence: only!.id, reason: 'Sai.' })).rejects.toMatchObject({
      code: 'last_evidence',
    })
  })

  test('evidence of another item is no evidence here', async () => {
    const [{ task }, { task: other }] = [await aTask('inProgress'), await aTask('inProgress', { evidence: 1 })]
    const [foreign] = await listEvidence(db, scope, other.id)
    await expect(act('nam', task, 'removeEvidence', { evidence: foreign!.id, reason: 'Sai.' })).rejects.toMatchObject({ status: 404 })
  })
})

describe('what must be done before', () => {
  const threeTasks = async () => {
    const programme = await aProgrammeRow(db)
    return taskRows(
      db,
      programme,
      [{}, {}, {}].map(() => ({ unitId: ownUnit() })),
    )
  }

  test('a circle is refused, over one item and over several', async () => {
    const [a, b, c] = await threeTasks()
    await act('dung', a!, 'setNeeds', { needs: [b!.code] })
    await act('dung', b!, 'setNeeds', { needs: c!.code.toLowerCase() })
    await expect(act('dung', c!, 'setNeeds', { needs: [a!.code] })).rejects.toMatchObject({ code: 'needs_circle' })
    await expect(act('dung', a!, 'setNeeds', { needs: [a!.code] })).rejects.toMatchObject({ code: 'needs_circle' })
    await act('dung', b!, 'setNeeds', { needs: [] })
    await act('dung', c!, 'setNeeds', { needs: [a!.code] })
    expect((await eventsOf(c!)).at(-1)).toMatchObject({ type: 'task.needsChanged', facts: { needs: [a!.code] } })
  })

  test('two at once cannot close a circle together', async () => {
    const [a, b] = await threeTasks()
    const both = await Promise.allSettled([
      act('dung', a!, 'setNeeds', { needs: [b!.code] }),
      act('lam', b!, 'setNeeds', { needs: [a!.code] }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('only items of the same programme', async () => {
    const [[a], [other]] = [await threeTasks(), await threeTasks()]
    await expect(act('dung', a!, 'setNeeds', { needs: [other!.code] })).rejects.toMatchObject({ problems: [{ field: 'needs' }] })
  })
})

const reason = 'Vì một lý do.'
const inputs: Record<TaskAct, (task: Task) => Promise<object>> = {
  edit: async (task) => ({ kind: 'task', title: 'Tên khác', unitId: task.unitId }),
  open: async () => ({}),
  start: async () => ({}),
  note: async () => ({ words: 'Đã làm.', audience: 'public' }),
  addEvidence: async () => ({ type: 'article', ref: await article(), caption: 'Bài' }),
  removeEvidence: async (task) => ({ evidence: (await listEvidence(db, scope, task.id)).at(-1)!.id, reason }),
  openFile: async (task) => ({ evidence: (await listEvidence(db, scope, task.id)).at(-1)!.id }),
  report: async () => ({ words: 'Xong.' }),
  confirm: async () => ({}),
  sendBack: async () => ({ reason }),
  reopen: async () => ({ reason }),
  moveDue: async () => ({ dueOn: '2026-12-31', reason }),
  setTarget: async () => ({ target: '7', reason }),
  setOwner: async (task) => ({ unitId: task.unitId, personId: people.get('nam')!.personId, reason }),
  setNeeds: async () => ({ needs: [] }),
  cancel: async () => ({ reason }),
}

/** Roles of each towards an item of nam's and dung's unit, of which nobody is named in charge and mai's unit is a partner. */
const rolesOf = (who: string, status: TaskStatus): readonly TaskRole[] | null => {
  const isDraft = status === 'draft'
  const roles: Record<string, readonly TaskRole[]> = {
    nam: isDraft ? ['writer', 'owner'] : ['owner'],
    dung: isDraft ? ['writer', 'owner', 'head'] : ['owner', 'head'],
    lam: ['chairman'],
    tuyet: [],
    phuc: [],
    hoa: [],
  }
  if (isDraft && ['visitor', 'khanh', 'binh'].includes(who)) return null
  return roles[who] ?? []
}
const callers = ['visitor', 'hoa', 'nam', 'dung', 'lam', 'tuyet', 'phuc', 'khanh', 'binh']

describe.each(taskStatuses)('permissions of an item that is %s', (status) => {
  const expected = (who: string, name: TaskAct): number => {
    const roles = rolesOf(who, status)
    if (roles === null) return 404
    const move = taskLifecycle[status][name]
    if (!move) return 409
    return move.by.some((role) => roles.includes(role)) ? 200 : who === 'visitor' ? 401 : 403
  }
  /** With two pieces of evidence, so that one may go. */
  const make = () => aTask(status, { evidence: status === 'draft' ? 0 : 2 })

  test.each(callers)('%s: what is not theirs, or not now, is refused and leaves every table as it was', async (who) => {
    const { task } = await make()
    const before = { rows: await rowCounts(db), task: await findTask(db, scope, task.id) }
    for (const name of taskActs) {
      const wanted = expected(who, name)
      if (wanted === 200) continue
      const attempt = act(people.has(who) ? who : null, task, name, status === 'draft' ? {} : await inputs[name](task))
      await expect(attempt, `${who} ${name}`).rejects.toMatchObject({ status: people.has(who) || wanted !== 403 ? wanted : 401 })
    }
    expect({ rows: await rowCounts(db), task: await findTask(db, scope, task.id) }).toEqual(before)
  })

  test('what is allowed is done, with one entry in the history', async () => {
    for (const name of taskActs) {
      for (const who of callers.filter((one) => people.has(one))) {
        if (expected(who, name) !== 200) continue
        const { task } = await make()
        const before = (await eventsOf(task)).length
        // Only a file may be opened to everybody: asked in the tests of files.
        if (name === 'openFile') {
          await expect(act(who, task, name, await inputs[name](task))).rejects.toMatchObject({ code: 'not_a_file' })
          continue
        }
        const after = await act(who, task, name, await inputs[name](task))
        const { to } = taskLifecycle[status][name]!
        expect([who, name, after.status]).toEqual([who, name, to === 'same' ? status : to])
        expect((await eventsOf(task)).length - before).toBe(1)
      }
    }
    expect(await wrongCounts()).toEqual([])
  })
})

test('a partner notes and shows evidence, and no more; the person in charge takes it from the colleagues', async () => {
  const { task } = await aTask('inProgress', { unitId: otherUnit(), evidence: 1 })
  await db.transaction().execute((trx) => setPartners(trx, scope, task.id, [{ unitId: ownUnit(), words: null }]))
  await act('nam', task, 'note', { words: 'Giúp một tay.', audience: 'public' })
  await expect(act('nam', task, 'report', { words: 'Xong.' })).rejects.toMatchObject({ status: 403 })
  const named = await aTask('planned', { personId: people.get('dung')!.personId })
  await expect(act('nam', named.task, 'start')).rejects.toMatchObject({ status: 403 })
})

test('of a programme that has ended nothing moves', async () => {
  const programme = await aProgrammeRow(db, { status: 'ended', endedOn: '2026-11-20' })
  const [task] = await taskRows(db, programme, [{ unitId: ownUnit() }])
  for (const who of ['nam', 'dung', 'lam']) await expect(act(who, task!, 'start')).rejects.toMatchObject({ status: 403 })
})
